"""A decision as the record has it now: who was there when it was made, and what those who were not are owed.

A coming or going is often entered late, or put right afterwards. What follows from it is worked out anew each time, so
that nothing rests on what somebody believed at the moment.
"""

from __future__ import annotations

from dataclasses import replace

from coalmeet.meeting.absent import days_owed
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.state import Item, Meeting, Presence
from coalmeet.meeting.timing import present_at

ADOPTED = ("agreed", "provisional")


def restated(meeting: Meeting) -> Meeting:
    """The meeting with each decision as it follows from the comings and goings that are known now."""
    found = tuple(_as_it_stands(meeting, one) if one.decided else one for one in meeting.proposals)
    if found == meeting.proposals:
        return meeting
    now = replace(meeting, proposals=found)
    return replace(now, items=tuple(_with_its_outcome(now, item.id) for item in now.items))


def _as_it_stands(meeting: Meeting, proposal: Proposal) -> Proposal:
    there = there_when_decided(meeting, proposal)
    found = replace(proposal, present=there, left_before=_gone_by(meeting, proposal, there))
    if proposal.stage != "adopted":
        return found
    days = days_owed(meeting, proposal, there)
    outcome = "provisional" if proposal.provisional_until or days else "agreed"
    return replace(found, window_days=days, outcome=outcome)


def _with_its_outcome(meeting: Meeting, item_id: str) -> Item:
    item = meeting.item(item_id)
    assert item is not None
    made = [one for one in meeting.proposals_of(item_id) if one.decided and not one.reopened_as]
    if item.outcome in ADOPTED and made and made[-1].outcome in ADOPTED:
        return replace(item, outcome=made[-1].outcome)
    return item


def there_when_decided(meeting: Meeting, proposal: Proposal) -> tuple[str, ...]:
    """Who had a voice there when it was decided, by the times of arrivals and departures: ids of the charter's unit.

    Where a clock that was stepped back shows in them, by what was noted at the moment; so too for whoever left in
    the very millisecond.
    """
    moment = proposal.decided_at
    if moment < max(meeting.opened_at, *(one.at for one in proposal.versions), 0):
        return proposal.present_then
    return tuple(
        unit
        for unit in _units(meeting)
        if any(_was_there(one, moment, unit in proposal.present_then) for one in _people(meeting, unit))
    )


def _was_there(one: Presence, moment: int, noted: bool) -> bool:
    left_just_then = any(span.until == moment for span in one.spans)
    return present_at(one, moment) or (left_just_then and noted)


def _units(meeting: Meeting) -> tuple[str, ...]:
    if meeting.profile.unit == "person":
        return tuple(one.seat.person for one in meeting.people if one.has_voice)
    return tuple(member.id for member in meeting.members)


def _people(meeting: Meeting, unit: str) -> tuple[Presence, ...]:
    return tuple(
        one for one in meeting.people if one.has_voice and unit in (one.seat.person, one.seat.organisation)
    )


def _gone_by(meeting: Meeting, proposal: Proposal, there: tuple[str, ...]) -> tuple[str, ...]:
    """Who had been here with a voice before it was decided, and was gone then."""
    return tuple(
        unit
        for unit in _units(meeting)
        if unit not in there
        and any(span.since <= proposal.decided_at for one in _people(meeting, unit) for span in one.spans)
    )
