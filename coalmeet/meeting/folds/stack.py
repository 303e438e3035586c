"""Folds of the stack: who waits to speak, and who has the floor."""

from __future__ import annotations

from dataclasses import replace

from coalmeet.meeting import events
from coalmeet.meeting.folds.folding import folds
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.talk import Asking, Floor


def _item(meeting: Meeting) -> str:
    return meeting.current.id if meeting.current else ""


def _without(meeting: Meeting, person: str) -> tuple[Asking, ...]:
    item = _item(meeting)
    return tuple(one for one in meeting.stack if (one.person, one.item) != (person, item))


def _freed(meeting: Meeting, at: int) -> tuple[Floor, ...]:
    floors = meeting.floors
    if not floors or floors[-1].until:
        return floors
    return (*floors[:-1], replace(floors[-1], until=max(at, floors[-1].at)))


@folds(events.StackJoined)
def stack_joined(meeting: Meeting, event: events.StackJoined, at: int) -> Meeting:
    """A person waits once an item; asking for something else keeps the place in time."""
    item = _item(meeting)
    if any((one.person, one.item) == (event.person, item) for one in meeting.stack):
        changed = (
            replace(one, kind=event.kind) if (one.person, one.item) == (event.person, item) else one
            for one in meeting.stack
        )
        return replace(meeting, stack=tuple(changed))
    return replace(meeting, stack=(*meeting.stack, Asking(event.person, event.kind, item, at)))


@folds(events.StackLeft)
def stack_left(meeting: Meeting, event: events.StackLeft, at: int) -> Meeting:
    """The person waits no more."""
    return replace(meeting, stack=_without(meeting, event.person))


@folds(events.StackMoved)
def stack_moved(meeting: Meeting, event: events.StackMoved, at: int) -> Meeting:
    """The later move of a name counts after the earlier ones."""
    item, place = _item(meeting), 1 + max((one.place for one in meeting.stack), default=0)
    moved = (
        replace(one, place=place, before=event.before, reason=event.reason)
        if (one.person, one.item) == (event.person, item)
        else one
        for one in meeting.stack
    )
    return replace(meeting, stack=tuple(moved))


@folds(events.FloorGiven)
def floor_given(meeting: Meeting, event: events.FloorGiven, at: int) -> Meeting:
    """One person has the floor; who had it before has been heard."""
    floor = Floor(event.person, event.kind, _item(meeting), at)
    return replace(meeting, stack=_without(meeting, event.person), floors=(*_freed(meeting, at), floor))


@folds(events.FloorFreed)
def floor_freed(meeting: Meeting, event: events.FloorFreed, at: int) -> Meeting:
    """Nobody has the floor."""
    return replace(meeting, floors=_freed(meeting, at))
