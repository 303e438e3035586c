"""What no path of a proposal may do: the rules of deciding as somebody in the room would check them.

Each looks at one step: the meeting before and after it, what happened, and who spoke. None asks the program whether a
decision is sound; they count for themselves who is here, who was asked and what stands.
"""

from __future__ import annotations

from coalmeet.meeting import events
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.state import Meeting
from tests.meeting.every_path import Step

Happened = tuple[events.Event, ...]


def adopted(
    before: Meeting, after: Meeting, happened: Happened
) -> list[tuple[Proposal, events.ProposalAdopted]]:
    """What was adopted in this step, as it stood a moment before it was."""
    found = [one for one in happened if isinstance(one, events.ProposalAdopted)]
    return [(proposal, one) for one in found if (proposal := after.proposal(one.proposal))]


def here(meeting: Meeting) -> set[str]:
    """Organisations with somebody here who speaks for them."""
    return {
        one.seat.organisation
        for one in meeting.people
        if one.spans and one.spans[-1].until is None and one.seat.capacity in ("delegate", "alternate")
    }


def nothing_passes_over_an_objection(before: Meeting, after: Meeting, happened: Happened, _step: Step) -> str:
    for proposal, _event in adopted(before, after, happened):
        standing = [one.organisation for one in proposal.objections if not one.ending]
        if standing and proposal.fallback is None:
            return f"adopted while {standing} object"
    return ""


def latest_answers(proposal: Proposal) -> dict[str, str]:
    """What each said last to the words that are adopted: in the meeting, or beforehand to these very words.

    Where there is a vote only a vote is an answer to it.
    """
    version = proposal.versions[-1]
    to_vote = proposal.method in ("majority", "two_thirds", "consensus")
    return {
        one.organisation: one.answer
        for one in proposal.answers
        if one.version == version.number
        and (one.how != "beforehand" or version.text == proposal.brought)
        and (one.answer in ("yes", "no", "abstain")) is to_vote
    }


def nobody_here_is_left_out(before: Meeting, after: Meeting, happened: Happened, _step: Step) -> str:
    for proposal, event in adopted(before, after, happened):
        asked = latest_answers(proposal).keys()
        if left_out := here(before) - asked:
            return f"adopted though {sorted(left_out)} had not been asked"
        if set(event.present) != here(before):
            return f"kept {event.present} as present, and {sorted(here(before))} were"
    return ""


def no_stale_text_is_adopted(before: Meeting, after: Meeting, happened: Happened, _step: Step) -> str:
    for proposal, event in adopted(before, after, happened):
        table = before.proposal(proposal.id)
        if (
            table is None
            or not table.versions
            or table.text != event.words
            or table.versions[-1].text != event.words
        ):
            return "adopted other words than those on the table"
    return ""


def no_decision_without_quorum(before: Meeting, after: Meeting, happened: Happened, _step: Step) -> str:
    if adopted(before, after, happened) and len(here(before)) < before.quorum:
        return f"adopted by {len(here(before))} of {before.quorum}"
    return ""


def only_its_objector_ends_an_objection(
    before: Meeting, after: Meeting, happened: Happened, step: Step
) -> str:
    """Silence, leaving and the facilitator end none: whoever objected is here and lets go aloud."""
    ended = {one.id for one in happened if isinstance(one, events.ObjectionEnded)}
    for proposal in before.proposals:
        for one in proposal.objections:
            if not one.ending and one.id in ended and one.organisation not in here(before) & {*step.speaks}:
                return f"the objection of {one.organisation} ended without a word of theirs"
    return ""


def no_objection_vanishes(before: Meeting, after: Meeting, happened: Happened, _step: Step) -> str:
    ended = {one.id for one in happened if isinstance(one, events.ObjectionEnded)}
    standing = {one.id for proposal in after.proposals for one in proposal.objections if not one.ending}
    for proposal in before.proposals:
        for one in proposal.objections:
            if not one.ending and one.id not in standing | ended:
                return f"the objection of {one.organisation} is gone"
    return ""


def a_concern_is_what_nobody_disagrees_with(
    before: Meeting, after: Meeting, happened: Happened, step: Step
) -> str:
    """Kept as a concern only after the group tested it, and nobody disagreed."""
    for event in happened:
        if isinstance(event, events.ObjectionEnded) and event.ending == "concern":
            for proposal in after.proposals:
                for one in proposal.objections:
                    if one.id == event.id and (not one.tested or one.disagree):
                        return f"the objection of {one.organisation} became a concern without a test"
    return ""


def no_vote_passes_over_a_protected_objection(
    before: Meeting, after: Meeting, happened: Happened, _step: Step
) -> str:
    protected = {one.id for one in before.members if one.protected}
    for proposal, _event in adopted(before, after, happened):
        standing = {one.organisation for one in proposal.objections if not one.ending}
        item = before.item(proposal.item)
        said = latest_answers(proposal)
        let_go = {one.organisation for one in proposal.objections if one.ending}
        let_go |= {one for one, answer in said.items() if answer in ("yes", "consent", "concern")}
        if proposal.fallback:
            standing |= set(item.entry.earlier.objectors if item else ()) - let_go
        if proposal.ruled_by.critical and standing & protected:
            return f"a vote passed over {sorted(standing & protected)}"
    return ""


def nobody_leads_a_decision_in_which_they_have_a_stake(
    before: Meeting, after: Meeting, happened: Happened, _step: Step
) -> str:
    """Nobody of an organisation that objected leads it to its end, unless the group let them."""
    for proposal, _event in adopted(before, after, happened):
        leads = before.presence(before.facilitator)
        own = leads.seat.organisation if leads else ""
        allowed = (proposal.item, before.facilitator) in before.leads_allowed
        if own in {one.organisation for one in proposal.objections} and not allowed:
            return f"adopted while {own} led it, which had objected"
    return ""


def a_protected_voice_that_is_absent_has_a_window(
    before: Meeting, after: Meeting, happened: Happened, _step: Step
) -> str:
    """On a critical kind, and unless it consented beforehand to the very words."""
    for proposal, event in adopted(before, after, happened):
        wrote = {
            one.organisation
            for one in proposal.answers
            if one.how == "beforehand" and one.answer == "consent" and event.words == proposal.brought
        }
        away = {one.id for one in before.members if one.protected} - here(before) - wrote
        if proposal.ruled_by.critical and away and not event.window_days:
            return f"adopted without a window for {sorted(away)}"
    return ""


def enough_say_yes(before: Meeting, after: Meeting, happened: Happened, _step: Step) -> str:
    """By consent at least half of those here let it pass, the others stand aside; by a majority more than half."""
    for proposal, _event in adopted(before, after, happened):
        there, said = here(before), latest_answers(proposal)
        let_go = {one.organisation for one in proposal.objections if one.ending}
        passes = [
            one
            for one in there
            if said.get(one) in ("yes", "consent", "concern")
            or (said.get(one) == "objection" and one in let_go)
        ]
        enough = len(passes) * 2 > len(there) if proposal.fallback else len(passes) * 2 >= len(there)
        if not enough:
            return f"adopted though only {passes} of {sorted(there)} let it pass"
    return ""


def what_is_written_holds_for_its_words(
    before: Meeting, after: Meeting, happened: Happened, _step: Step
) -> str:
    """Consent that came by mail counts for the text that went round, and for no version with other words."""
    for event in happened:
        if isinstance(event, events.Answered) and event.how == "beforehand":
            proposal = after.proposal(event.proposal)
            words = [one.text for one in proposal.versions if one.number == event.version] if proposal else []
            if proposal and words and words[0] != proposal.brought:
                return f"{event.organisation} wrote about other words"
    return ""


def no_more_loops_than_agreed(before: Meeting, after: Meeting, happened: Happened, _step: Step) -> str:
    """A text that was objected to is asked about anew as often as the charter says, and the group beside it."""
    for event in happened:
        proposal = before.proposal(event.proposal) if isinstance(event, events.TextLocked) else None
        if proposal and proposal.profile.loops:
            stopped = {one.version for one in proposal.objections if one.version}
            if len(stopped) > proposal.profile.loops + proposal.loops_allowed:
                return f"asked about once more after {len(stopped)} of its versions were objected to"
    return ""


RULES = (
    nothing_passes_over_an_objection,
    nobody_here_is_left_out,
    no_stale_text_is_adopted,
    no_decision_without_quorum,
    only_its_objector_ends_an_objection,
    no_objection_vanishes,
    a_concern_is_what_nobody_disagrees_with,
    no_vote_passes_over_a_protected_objection,
    nobody_leads_a_decision_in_which_they_have_a_stake,
    a_protected_voice_that_is_absent_has_a_window,
    enough_say_yes,
    what_is_written_holds_for_its_words,
    no_more_loops_than_agreed,
)
