"""Moves on a proposal: bring it, talk about it, change its text, lock it, or end it without adoption."""

from __future__ import annotations

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events
from coalmeet.meeting.moves.again import carried
from coalmeet.meeting.moves.asking import on_the_record, some_text, the_proposal
from coalmeet.meeting.moves.work import a_date
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.turns import units
from coalmeet.text import _

Events = tuple[events.Event, ...]
STAGES = ("presented", "clarifying", "reacting", "amending")
ENDINGS = ("recommended", "parked", "referred", "dropped", "withdrawn", "not_agreed")


def bring(
    meeting: Meeting, at: int, id: str, text: str, proposer: str = "", need: str = "", kind: str = ""
) -> Events:
    """Put a text to the coalition, in the running item.

    A text that was put aside while somebody objected comes back with that objection: putting it aside and
    bringing it again is no way around it. One that comes back from an earlier meeting names the decision that it
    takes up again, with what stood against it.
    """
    item = on_the_record(meeting)
    if meeting.live_proposal(item.id) is not None:
        raise NotAllowed(_("A proposal is on the table already. Decide it, park it or drop it first."))
    kept = some_text(text, _("Write the proposal in a sentence that could be adopted."))
    before = item.entry.again.decision
    comes_back = before and all(one.ancestor != before for one in meeting.proposals_of(item.id))
    return (
        events.ProposalBrought(id, item.id, kept, proposer, need, kind, before),
        events.StageReached(id, "presented"),
        *(carried(item, id) if comes_back else _objections_to(meeting, item.id, kept, id)),
    )


def _objections_to(meeting: Meeting, item: str, text: str, proposal: str) -> Events:
    same = [
        one for one in meeting.proposals_of(item) if one.decided and one.text == text and not one.reopened_as
    ]
    standing = same[-1].open_objections if same else ()
    return tuple(
        events.ObjectionRaised(
            f"{one.id}-{proposal}", proposal, 0, one.organisation, one.reason, one.ground, one.named
        )
        for one in standing
    )


def reach(meeting: Meeting, at: int, stage: str) -> Events:
    """Go to a stage of the talk about the proposal; a round that is going on ends with it."""
    proposal = the_proposal(meeting)
    if stage not in STAGES:
        raise NotAllowed(
            _("Choose what comes next: present the text, clarify it, react to it, or change it.")
        )
    ended: Events = (events.RoundEnded(),) if meeting.round else ()
    return (*ended, events.StageReached(proposal.id, stage))


def amend(meeting: Meeting, at: int, text: str) -> Events:
    """Change the draft text; what was answered to an earlier version no longer counts."""
    proposal = the_proposal(meeting)
    kept = some_text(text, _("A proposal cannot be empty. Drop it instead."))
    if kept == proposal.text:
        raise NotAllowed(_("The text is the same. Change a word, or ask whether the objection still holds."))
    ended: Events = (events.RoundEnded(),) if meeting.round else ()
    again = _accepted_other_words(proposal)
    stage = "integrating" if proposal.open_objections or again else "amending"
    return (*ended, *again, events.TextAmended(proposal.id, kept), events.StageReached(proposal.id, stage))


def _accepted_other_words(proposal: Proposal) -> Events:
    """Objections whose objector accepted a draft that nobody has fixed yet: another change opens them again."""
    accepted = [
        one for one in proposal.objections if one.ending == "accepted" and one.ended_in_version == one.version
    ]
    return tuple(
        events.ObjectionRaised(
            f"{one.id}-again", proposal.id, one.version, one.organisation, one.reason, one.ground, one.named
        )
        for one in accepted
        if all(other.id != f"{one.id}-again" for other in proposal.objections)
    )


def ask_for_consent(meeting: Meeting, at: int, round_id: str) -> Events:
    """Restate the text, lock it as the next version and begin the consent round."""
    proposal = the_proposal(meeting)
    if proposal.method == "delegated":
        raise NotAllowed(
            _(
                "{decider} decides this kind. Note what they decided, or park the text until they have."
            ).format(decider=proposal.ruled_by.decider or _("A group or a person"))
        )
    if proposal.locked and proposal.stage == "consent" and meeting.round:
        raise NotAllowed(_("The consent round is going on. Note the answers."))
    if proposal.locked and proposal.open_objections:
        raise NotAllowed(
            _(
                "The text is still the one that was objected to. Change it, "
                "or ask whether the objection still holds."
            )
        )
    if not proposal.locked and not proposal.may_loop:
        raise NotAllowed(
            _(
                "The text has been changed {count} times, as often as the charter allows. "
                "Park it, refer it to a group, drop it, or ask all for one more time."
            ).format(count=proposal.profile.loops + proposal.loops_allowed)
        )
    order = units(meeting, "consent")
    if not order:
        raise NotAllowed(_("No member organisation is here. Note who has arrived first."))
    ended: Events = (events.RoundEnded(),) if meeting.round else ()
    locked: Events = () if proposal.locked else (events.TextLocked(proposal.id, proposal.version + 1),)
    stage: Events = (events.StageReached(proposal.id, "consent"),) if proposal.locked else ()
    return (*ended, *locked, *stage, events.RoundBegun(round_id, "consent", meeting.profile.unit, order))


def allow_loop(meeting: Meeting, at: int) -> Events:
    """The group consents to work on the text once more than the charter allows."""
    proposal = the_proposal(meeting)
    if proposal.may_loop:
        raise NotAllowed(_("The charter allows it already. Change the text, and ask for consent."))
    return (events.LoopAllowed(proposal.id),)


def settle(meeting: Meeting, at: int, outcome: str, until: str = "", to: str = "") -> Events:
    """End the proposal without adopting it: kept as a recommendation, parked, referred, dropped, withdrawn,
    not agreed.

    A recommendation is what a full round without quorum leaves behind.
    """
    proposal = the_proposal(meeting)
    if outcome not in ENDINGS:
        raise NotAllowed(_("Choose how it ends: recommended, parked, referred, dropped or withdrawn."))
    if outcome == "recommended":
        _only_without_quorum(meeting, proposal)
    ended: Events = (events.RoundEnded(),) if meeting.round else ()
    return (
        *ended,
        events.ProposalSettled(proposal.id, outcome, meeting.voices, a_date(until), to.strip()),
    )


def _only_without_quorum(meeting: Meeting, proposal: Proposal) -> None:
    if meeting.has_quorum:
        raise NotAllowed(_("Enough organisations are here to decide. Adopt the proposal, or park it."))
    if not proposal.locked:
        raise NotAllowed(_("Ask for consent first, so that the recommendation has an exact text."))
