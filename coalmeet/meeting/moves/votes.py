"""Moves where the decision matrix names another method than consent: votes, decisions of a group or person, and
the vote that the charter falls back on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events
from coalmeet.meeting.absent import window_days
from coalmeet.meeting.moves.asking import on_the_record, some_text, the_proposal
from coalmeet.meeting.moves.consent import left_before, review_day
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.voting import VOTED, VOTES, why_protected
from coalmeet.text import _

Events = tuple[events.Event, ...]


def vote(
    meeting: Meeting,
    at: int,
    organisation: str,
    answer: str,
    person: str = "",
    text: str = "",
    how: str = "turn",
) -> Events:
    """Note what a voice says to the fixed text: yes, no or abstain; a later answer replaces an earlier one."""
    proposal = _voted_on(meeting)
    if answer not in VOTES:
        raise NotAllowed(_("Choose one of three: yes, no, or abstains."))
    if organisation not in meeting.voices:
        raise NotAllowed(
            _("{name} is not here with a voice. Note their arrival first.").format(
                name=meeting.name_of(organisation)
            )
        )
    said = events.Answered(proposal.id, proposal.version, organisation, answer, person, text, how)
    return (said, *_turns_done(meeting, proposal, (organisation,)))


def see_votes(meeting: Meeting, at: int, answer: str, organisations: Sequence[str]) -> Events:
    """Note one answer for all whose sign the facilitator saw, of those who have not answered; the others by name."""
    proposal = _voted_on(meeting)
    if answer not in VOTES:
        raise NotAllowed(_("Choose one of three: yes, no, or abstains."))
    if proposal.ruled_by.critical:
        raise NotAllowed(_("This kind of decision is critical: call each by name, and note the answer."))
    if proposal.profile.answers == "turn":
        raise NotAllowed(_("By the charter each is called in turn. Call them by name, and note the answer."))
    seen = tuple(one for one in organisations if one in meeting.voices and proposal.answer_of(one) is None)
    if not seen:
        raise NotAllowed(_("Nobody is left whose sign could count. Ask the others by name."))
    said = tuple(events.Answered(proposal.id, proposal.version, one, answer, how="sign") for one in seen)
    return (*said, *_turns_done(meeting, proposal, seen))


def _voted_on(meeting: Meeting) -> Proposal:
    proposal = the_proposal(meeting)
    if proposal.method not in VOTED:
        raise NotAllowed(_("Nobody votes on this kind of decision. Ask for consent instead."))
    if not proposal.locked:
        raise NotAllowed(_("The text is not fixed yet. Fix it first: then everybody is asked."))
    return proposal


def _turns_done(meeting: Meeting, proposal: Proposal, who: tuple[str, ...]) -> Events:
    now = meeting.round
    if now is None or now.kind != "consent":
        return ()
    spoke = tuple(events.Spoke(one) for one in who if one not in now.heard)
    left = [one for one in meeting.voices if proposal.answer_of(one) is None and one not in who]
    return spoke if left else (*spoke, events.RoundEnded())


def note_decision_of(
    meeting: Meeting, at: int, by: str = "", authority: str = "", review_date: str = ""
) -> Events:
    """A group or person to whom this kind of decision is delegated decides; the text is fixed with it.

    `by` is who decides, the matrix's own decider where it is ""; `authority` what gives them the right.
    """
    on_the_record(meeting)
    proposal = the_proposal(meeting)
    if proposal.method != "delegated":
        raise NotAllowed(_("The coalition decides this kind itself. Fix the text, and ask everybody."))
    who = some_text(by or proposal.ruled_by.decider, _("Say who decides this: a group, or a person."))
    locked: Events = () if proposal.locked else (events.TextLocked(proposal.id, proposal.version + 1),)
    adopted = events.ProposalAdopted(
        proposal.id,
        proposal.text,
        meeting.voices,
        left_before(meeting),
        review_day(meeting, proposal, review_date),
        window_days=window_days(meeting, proposal),
        decided_by=who,
        authority=authority.strip(),
    )
    ended: Events = (events.RoundEnded(),) if meeting.round else ()
    return (*ended, *locked, adopted)


def fall_back(meeting: Meeting, at: int, reason: str = "") -> Events:
    """Let the vote that the charter names take the place of consent.

    It comes at a later meeting than the one at which consent failed, and announced; `reason` names the date set
    from outside that makes waiting impossible. It never passes over an objection of a protected organisation on
    a critical kind.
    """
    item = on_the_record(meeting)
    proposal = the_proposal(meeting)
    if proposal.method == "selection":
        raise NotAllowed(_("Nobody is voted into a role. Propose another person, or a shorter term."))
    if proposal.method != "consent":
        raise NotAllowed(_("This is decided by a vote already. Fix the text, and ask everybody."))
    if not proposal.profile.fallback:
        raise NotAllowed(
            _("The charter names no vote to fall back on. Change the text, park it, or refer it to a group.")
        )
    earlier = item.entry.earlier
    if not earlier.proposal and not _failed_today(meeting, proposal):
        raise NotAllowed(
            _("Consent has not failed on this. Ask for it first: a vote can come at a later meeting.")
        )
    if not reason.strip() and not (earlier.proposal and item.entry.vote_announced):
        raise NotAllowed(
            _(
                "A vote comes at a later meeting, announced on its agenda. Park the text until then, "
                "or say which date from outside makes waiting impossible."
            )
        )
    standing = {one.organisation for one in proposal.open_objections} | set(earlier.objectors)
    taken = events.FallbackTaken(
        proposal.id,
        proposal.profile.fallback,
        earlier.date or meeting.date,
        earlier.proposal,
        tuple(sorted(standing)),
        reason.strip(),
    )
    _no_protected_objection(meeting, proposal, taken)
    ended: Events = (events.RoundEnded(),) if meeting.round else ()
    return (*ended, taken)


def _failed_today(meeting: Meeting, proposal: Proposal) -> bool:
    """Whether all were asked in this meeting, and an objection stands."""
    asked = proposal.locked and all(proposal.answer_of(one) for one in meeting.voices)
    return bool(asked and proposal.open_objections)


def _no_protected_objection(meeting: Meeting, proposal: Proposal, taken: events.FallbackTaken) -> None:
    sentence = why_protected(meeting, replace(proposal, fallback=taken))
    if sentence:
        raise NotAllowed(sentence)
