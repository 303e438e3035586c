"""Moves in a consent round, and what happens to objections: integrated, never overridden by the
facilitator.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events
from coalmeet.meeting.absent import mandates, window_days
from coalmeet.meeting.consent import answers_missing, why_not_adoptable
from coalmeet.meeting.fold import apply
from coalmeet.meeting.moves.asking import on_the_record, the_objection, the_proposal
from coalmeet.meeting.moves.work import a_date
from coalmeet.meeting.proposal import Objection, Proposal
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.voting import VOTED
from coalmeet.text import _

Events = tuple[events.Event, ...]
ANSWERS = ("consent", "concern", "objection", "aside")
GROUNDS = ("purpose", "charter", "risk", "improvement", "")


def answer(
    meeting: Meeting,
    at: int,
    organisation: str,
    answer: str,
    person: str = "",
    text: str = "",
    objection_id: str = "",
    how: str = "turn",
    confirm_by: str = "",
) -> Events:
    """Note what an organisation says to the version on the table; a later answer replaces an earlier one.

    An objection takes only the organisation's name; `objection_id` is the id that it gets. A delegate without a
    mandate may consent subject to confirmation by the date `confirm_by` (ISO). Whoever
    objected to an earlier version and now consents has accepted the new text, which ends that objection.
    """
    proposal = _asked_about(meeting)
    if answer not in ANSWERS:
        raise NotAllowed(_("One can consent, consent with a concern, object, or stand aside."))
    _by_the_charter(proposal, answer)
    if organisation not in meeting.voices:
        raise NotAllowed(
            _("{name} is not here with a voice. Note their arrival first.").format(
                name=meeting.name_of(organisation)
            )
        )
    said = events.Answered(
        proposal.id,
        proposal.version,
        organisation,
        answer,
        person,
        text,
        how,
        _to_confirm(meeting, confirm_by),
    )
    found: list[events.Event] = [said, *_objections(proposal, said, objection_id)]
    left = [one for one in answers_missing(meeting, proposal) if one != organisation]
    return (
        *found,
        *_turn_done(meeting, organisation, bool(left)),
        *_stage_after(meeting, proposal, tuple(found), bool(left)),
    )


def _asked_about(meeting: Meeting) -> Proposal:
    proposal = the_proposal(meeting)
    if not proposal.locked:
        raise NotAllowed(_("The text is not fixed yet. Ask for consent: that locks it as the next version."))
    if proposal.method in VOTED:
        raise NotAllowed(_("This is decided by a vote: note yes, no, or that they abstain."))
    return proposal


def _to_confirm(meeting: Meeting, day: str) -> str:
    if day and a_date(day) <= meeting.date:
        raise NotAllowed(_("Choose a date after today by which they confirm it."))
    return a_date(day)


def _by_the_charter(proposal: Proposal, answer: str) -> None:
    if answer == "concern" and not proposal.profile.concerns:
        raise NotAllowed(
            _("The charter knows no concerns beside consent. Write it into the notes, or object.")
        )
    if answer == "aside" and not proposal.profile.stand_aside:
        raise NotAllowed(_("The charter knows no standing aside. They consent, or say what stops them."))


def _objections(proposal: Proposal, said: events.Answered, objection_id: str) -> Events:
    own = [one for one in proposal.open_objections if one.organisation == said.organisation]
    if said.answer == "objection":
        if own:
            return ()
        if not objection_id:
            raise ValueError("an objection needs an id")
        return (
            events.ObjectionRaised(objection_id, proposal.id, said.version, said.organisation, said.text),
        )
    if said.answer in ("consent", "concern"):
        return tuple(
            events.ObjectionEnded(one.id, "accepted" if said.version > one.version else "withdrawn")
            for one in own
        )
    return ()


def _turn_done(meeting: Meeting, organisation: str, more: bool) -> Events:
    now = meeting.round
    if now is None or now.kind != "consent":
        return ()
    spoke: Events = () if organisation in now.heard else (events.Spoke(organisation),)
    return spoke if more else (*spoke, events.RoundEnded())


def _stage_after(meeting: Meeting, proposal: Proposal, found: Events, more: bool) -> Events:
    """The round is finished even when somebody objects; then integration begins."""
    if more:
        return ()
    ended = {event.id for event in found if isinstance(event, events.ObjectionEnded)}
    still_open = any(one.id not in ended for one in proposal.open_objections)
    raised = any(isinstance(event, events.ObjectionRaised) for event in found)
    settled = (
        "consent" if proposal.locked else "amending"
    )  # a changed text has yet to be fixed and asked about
    stage = "integrating" if raised or still_open else settled
    return () if stage == proposal.stage else (events.StageReached(proposal.id, stage),)


def see_signs(meeting: Meeting, at: int, organisations: Sequence[str]) -> Events:
    """Record consent, in one stroke, for all whose sign the facilitator saw; who objected before is asked
    by name.
    """
    proposal = _asked_about(meeting)
    if proposal.ruled_by.critical:
        raise NotAllowed(_("This kind of decision is critical: call each by name, and note the answer."))
    if proposal.profile.answers == "turn":
        raise NotAllowed(_("By the charter each is called in turn. Call them by name, and note the answer."))
    return _consent_of(meeting, proposal, organisations, "sign")


def _consent_of(meeting: Meeting, proposal: Proposal, who: Sequence[str], how: str) -> Events:
    """Consent of all of them who have not answered; an open objector is never among them."""
    missing = answers_missing(meeting, proposal)
    objectors = {one.organisation for one in proposal.open_objections}
    seen = [one for one in who if one in missing and one not in objectors]
    if not seen:
        raise NotAllowed(_("Nobody is left whose sign could count. Ask the others by name."))
    found: list[events.Event] = []
    for organisation in seen:
        found.append(events.Answered(proposal.id, proposal.version, organisation, "consent", how=how))
        if meeting.round and meeting.round.kind == "consent" and organisation not in meeting.round.heard:
            found.append(events.Spoke(organisation))
    more = len(seen) < len(missing)
    if not more and meeting.round and meeting.round.kind == "consent":
        found.append(events.RoundEnded())
    return (*found, *_stage_after(meeting, proposal, tuple(found), more))


def nobody_objects(meeting: Meeting, at: int) -> Events:
    """Quick consent: all were asked at once, there was a pause, and nobody spoke: the text is adopted.

    For process and routine, never for a critical kind; who objected to an earlier version is asked by name.
    """
    proposal = _asked_about(meeting)
    if proposal.ruled_by.critical:
        raise NotAllowed(_("This kind of decision is critical: call each by name, and note the answer."))
    missing = answers_missing(meeting, proposal)
    said = _consent_of(meeting, proposal, missing, "quick") if missing else ()
    asked = meeting
    for event in said:
        asked = apply(asked, event, at)
    return (*said, *adopt(asked, at))


def raise_objection(
    meeting: Meeting, at: int, organisation: str, objection_id: str, named: bool = False, reason: str = ""
) -> Events:
    """Somebody objects: aloud, by chat, or privately through the facilitator. The name is enough.

    Where the charter's vote has taken the place of consent it is no vote: whoever has not voted is still asked to,
    and who said yes has taken it back.
    """
    proposal = the_proposal(meeting)
    if proposal.method in VOTED and not proposal.fallback:
        raise NotAllowed(_("This is decided by a vote: their no counts. Note it when they are asked."))
    if meeting.member(organisation) is None and organisation not in meeting.voices:
        raise NotAllowed(_("Only a member organisation can object. Note it as a concern."))
    if any(one.organisation == organisation for one in proposal.open_objections):
        raise NotAllowed(_("Their objection is open already. Add the reason to it."))
    found: list[events.Event] = [
        events.ObjectionRaised(objection_id, proposal.id, proposal.version, organisation, reason, "", named)
    ]
    votes_later = proposal.method in VOTED and proposal.answer_of(organisation) is None
    if proposal.locked and organisation in meeting.voices and not votes_later:
        found.insert(
            0, events.Answered(proposal.id, proposal.version, organisation, "objection", text=reason)
        )
        left = [one for one in answers_missing(meeting, proposal) if one != organisation]
        found += _turn_done(meeting, organisation, bool(left))
        found += _stage_after(meeting, proposal, tuple(found), bool(left))
    return tuple(found)


def understand(
    meeting: Meeting, at: int, objection: str, reason: str = "", ground: str = "", named: bool = False
) -> Events:
    """Write down the reason and the ground of an objection, with the group's help."""
    on_the_record(meeting)
    the_objection(meeting, objection)
    if ground not in GROUNDS:
        raise NotAllowed(_("Choose one of the four grounds, or none yet."))
    return (events.ObjectionUnderstood(objection, reason.strip(), ground, named),)


def end_objection(
    meeting: Meeting, at: int, objection: str, ending: str, note: str = "", agreed: bool = False
) -> Events:
    """Close an objection. The facilitator alone never does: `agreed` says that the objector agreed aloud."""
    on_the_record(meeting)
    proposal, found = the_objection(meeting, objection)
    name = meeting.name_of(found.organisation)
    if found.ending:
        raise NotAllowed(_("This objection is not open any more. Raise it again if it still holds."))
    if ending not in ("withdrawn", "accepted", "concern", "deferred"):
        raise NotAllowed(
            _("Choose how it ended: withdrawn, resolved by a new text, kept as a concern, or deferred.")
        )
    if not agreed or found.organisation not in (*meeting.voices, *meeting.present_members):
        raise NotAllowed(
            _("Ask {name} whether the objection still holds: only they can let it go.").format(name=name)
        )
    if ending == "accepted" and proposal.version <= found.version and proposal.locked:
        raise NotAllowed(_("The text is still the one that was objected to. Change it first."))
    if ending == "concern":
        _may_be_a_concern(proposal, found, name)
    ended = events.ObjectionEnded(objection, ending, note)
    return (ended, *_stage_after(meeting, proposal, (ended,), bool(answers_missing(meeting, proposal))))


def _may_be_a_concern(proposal: Proposal, found: Objection, name: str) -> None:
    if not (found.reason and found.ground):
        raise NotAllowed(_("Write down the reason and what it is about first, with the group’s help."))
    if proposal.profile.tested_by == "group" and (not found.tested or found.disagree):
        raise NotAllowed(
            _(
                "Ask the group first whether anybody disagrees that it is a concern; {name} speaks last."
            ).format(name=name)
        )


def adopt(meeting: Meeting, at: int, review_date: str = "", provisional_until: str = "") -> Events:
    """Adopt the version on the table, in its exact words, with who is present and when it comes back."""
    on_the_record(meeting)
    proposal = the_proposal(meeting)
    reason = why_not_adoptable(meeting, proposal)
    if reason:
        raise NotAllowed(reason)
    present = meeting.voices
    adopted = events.ProposalAdopted(
        proposal.id,
        proposal.versions[-1].text,
        present,
        left_before(meeting),
        review_day(meeting, proposal, review_date),
        a_date(provisional_until) or max((until for _who, until in mandates(proposal)), default=""),
        window_days=window_days(meeting, proposal),
    )
    ended: Events = (events.RoundEnded(),) if meeting.round else ()
    return (*ended, adopted)


def left_before(meeting: Meeting) -> tuple[str, ...]:
    """Who had a voice here, and was gone when it was decided."""
    been_here = [one.seat for one in meeting.people if one.spans and one.has_voice]
    if meeting.profile.unit == "person":
        return tuple(seat.person for seat in been_here if seat.person not in meeting.voices)
    organisations = {seat.organisation for seat in been_here} - set(meeting.voices)
    return tuple(one.id for one in meeting.members if one.id in organisations)


def review_day(meeting: Meeting, proposal: Proposal, wanted: str = "") -> str:
    """When a decision comes back, ISO: as wanted, as agreed while it was worked on, or by the charter's term; "" never.

    Raises NotAllowed for what is no date.
    """
    if wanted or proposal.review_date:
        return a_date(wanted) or proposal.review_date
    return review_after(meeting)


def review_after(meeting: Meeting) -> str:
    """The day, ISO, after the charter's usual term; "" where it names none."""
    if not meeting.profile.review_days:
        return ""
    return (date.fromisoformat(meeting.date) + timedelta(days=meeting.profile.review_days)).isoformat()
