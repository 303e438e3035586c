"""What lives on when a meeting closes: decisions, actions, attendance, parked topics, whose turn it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import cast

from coalmeet.coalition.action import Action, Reviewed
from coalmeet.coalition.attendance import Attendance
from coalmeet.coalition.decision import Decision, DecisionEntry
from coalmeet.coalition.parked import Parked
from coalmeet.coalition.person import Capacity
from coalmeet.coalition.turn import Turn
from coalmeet.meeting.absent import consented_beforehand, mandates
from coalmeet.meeting.events import NOTHING_BEFORE, Seat
from coalmeet.meeting.leading import (
    leading_organisation,
    noting_organisation,
    planned_note_organisation,
    planned_organisation,
    stand_in_reason,
)
from coalmeet.meeting.numbering import decision_numbers
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.record_decisions import UNDECIDED
from coalmeet.meeting.record_votes import method
from coalmeet.meeting.state import ActionReview, Meeting, Presence

# How a text that was open again ends without another one, and what that is for the decision.
_ENDED = {"dropped": "ended", "withdrawn": "withdrawn"}


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The creation of the rows that live on; attendance has no ids yet, the others have the log's.

    `later` is what happened to decisions of earlier meetings; its entries have no ids.
    """

    turn: Turn
    decisions: tuple[Decision, ...] = ()
    actions: tuple[Action, ...] = ()
    reviews: tuple[Reviewed, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    parked: tuple[Parked, ...] = ()
    passed_over: tuple[str, ...] = ()
    notes_passed_over: tuple[str, ...] = ()
    coming: tuple[tuple[str, bool], ...] = ()
    later: tuple[DecisionEntry, ...] = ()


def outcomes(meeting_id: str, meeting: Meeting) -> Outcomes:
    """What a folded, closed meeting leaves behind; the same log always leaves the same."""
    numbers = decision_numbers(meeting)
    return Outcomes(
        turn=_turn(meeting_id, meeting),
        decisions=tuple(
            _decision(meeting_id, meeting, one, numbers[one.id])
            for one in meeting.proposals
            if one.id in numbers and not one.reopened_as
        ),
        actions=tuple(_action(meeting_id, meeting, number) for number in range(len(meeting.actions))),
        reviews=tuple(_reviewed(meeting, one) for one in meeting.reviews),
        attendance=tuple(_attendance(meeting_id, one) for one in meeting.people),
        parked=tuple(_parked(meeting_id, meeting)),
        passed_over=meeting.next_time.passed_over,
        notes_passed_over=meeting.next_time.notes.passed_over,
        coming=meeting.next_time.coming,
        later=tuple(_later(meeting)),
    )


def _decision(meeting_id: str, meeting: Meeting, proposal: Proposal, number: str) -> Decision:
    return Decision(
        id=proposal.id,
        meeting=meeting_id,
        item=proposal.item,
        number=number,
        text=proposal.words or proposal.text,
        outcome=proposal.outcome or UNDECIDED,
        method=method(proposal),
        kind=proposal.kind,
        proposed_by=proposal.proposer,
        responsible=proposal.responsible,
        review_date=_day(proposal.review_date),
        provisional_until=_day(proposal.provisional_until),
        present=proposal.present,
        ancestor=proposal.ancestor,
        window_days=proposal.window_days,
        absent=_owed(meeting, proposal),
        mandates=mandates(proposal) if proposal.stage == "adopted" else (),
        decided_by=proposal.decided_by,
        authority=proposal.authority,
    )


def _later(meeting: Meeting) -> Iterator[DecisionEntry]:
    """What this meeting did to decisions of earlier ones: kept, ended, or replaced by what was adopted in their place.

    A text that was open again and is dropped, or withdrawn, ends the decision; a change that is dropped keeps it.
    """
    day = date.fromisoformat(meeting.date)
    for one in meeting.reviewed:
        review = _day(one.review_date)
        yield DecisionEntry("", one.decision, one.result, day, text=one.note, review_date=review)
    for proposal in meeting.proposals:
        item = meeting.item(proposal.item)
        again = item.entry.again if item else NOTHING_BEFORE
        if not again.decision or proposal.ancestor != again.decision or proposal.reopened_as:
            continue
        if proposal.stage == "adopted":
            yield DecisionEntry("", again.decision, "replaced", day, successor=proposal.id)
        elif again.why == "reopened" and proposal.outcome in _ENDED:
            yield DecisionEntry("", again.decision, _ENDED[proposal.outcome], day)


def _owed(meeting: Meeting, proposal: Proposal) -> tuple[str, ...]:
    """Organisations without a voice when it was decided, that had not consented to these words beforehand."""
    if not proposal.window_days:
        return ()
    there = {seat.organisation for one in proposal.present if (seat := _seat(meeting, one))}
    answered = consented_beforehand(proposal)
    return tuple(
        one.id
        for one in meeting.members
        if one.id not in proposal.present and one.id not in there and one.id not in answered
    )


def _seat(meeting: Meeting, person: str) -> Seat | None:
    presence = meeting.presence(person)
    return presence.seat if presence else None


def _reviewed(meeting: Meeting, review: ActionReview) -> Reviewed:
    owner = meeting.presence(review.owner)
    organisation = owner.seat.organisation if owner else ""
    return Reviewed(
        review.id,
        review.state,
        _day(review.due),
        review.owner,
        owner.seat.name if owner else "",
        organisation,
        meeting.name_of(organisation),
        review.asked,
    )


def _action(meeting_id: str, meeting: Meeting, number: int) -> Action:
    agreed = meeting.actions[number]
    owner = meeting.presence(agreed.owner)
    organisation = owner.seat.organisation if owner else ""
    return Action(
        id=agreed.id,
        meeting=meeting_id,
        number=f"A{number + 1}",
        text=agreed.text,
        owner=agreed.owner,
        owner_name=agreed.owner_name or (owner.seat.name if owner else ""),
        organisation=organisation,
        organisation_name=meeting.name_of(organisation),
        due=_day(agreed.due),
        hours=agreed.hours or None,
        asked=agreed.asked,
        item=agreed.item,
    )


def _attendance(meeting_id: str, presence: Presence) -> Attendance:
    return Attendance(
        id="",
        meeting=meeting_id,
        person=presence.seat.person,
        organisation=presence.seat.organisation,
        capacity=cast("Capacity", presence.seat.capacity),
        present=bool(presence.spans),
        channel=presence.channel,
        spans=tuple((span.since, span.until) for span in presence.spans),
    )


def _turn(meeting_id: str, meeting: Meeting) -> Turn:
    came = {one.seat.organisation for one in meeting.people if one.spans and one.has_voice}
    return Turn(
        meeting=meeting_id,
        date=date.fromisoformat(meeting.date),
        present=tuple(member.id for member in meeting.members if member.id in came),
        planned=planned_organisation(meeting),
        actual=leading_organisation(meeting),
        reason=stand_in_reason(meeting),
        to_note=planned_note_organisation(meeting),
        noted=noting_organisation(meeting),
    )


def _parked(meeting_id: str, meeting: Meeting) -> Iterator[Parked]:
    """The topics that were noted for later, and the items that left as parked: both feed the next agenda."""
    for one in meeting.parked:
        yield Parked(one.id, one.title, meeting_id, one.item, _topic(meeting, one.item))
    for item in meeting.items:
        if item.outcome == "parked":
            topic = item.entry.topic or item.id
            yield Parked(item.id, item.entry.title, meeting_id, item.id, topic)


def _topic(meeting: Meeting, item_id: str) -> str:
    item = meeting.item(item_id)
    return item.entry.topic if item else ""


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
