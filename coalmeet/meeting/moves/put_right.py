"""The clock put right after the fact: the running item began earlier, or the one before it ended earlier."""

from __future__ import annotations

from collections.abc import Sequence

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events
from coalmeet.meeting.fold import effective
from coalmeet.meeting.journal import Move
from coalmeet.meeting.moves.asking import must_be_open, running_item
from coalmeet.meeting.moves.correct import correct, one_at_a_time
from coalmeet.meeting.state import Meeting
from coalmeet.text import _

Events = tuple[events.Event, ...]
Place = tuple[Move, int]  # a move, and which of its events


def began_earlier(meeting: Meeting, at: int, moves: Sequence[Move], by: int) -> Events:
    """The running item began `by` milliseconds earlier than its entry says, and what ended with that entry ended then.

    Raises NotAllowed where the meeting was elsewhere at that time.
    """
    current = running_item(meeting)
    found = _last(moves, (events.ItemStarted,), current.id)
    return _dated_back(meeting, at, moves, found, by)


def ended_earlier(meeting: Meeting, at: int, moves: Sequence[Move], by: int) -> Events:
    """The item that ended last ended `by` milliseconds earlier than its entry says; what began then stays as it is.

    Raises NotAllowed when none has ended yet, or when the item would end before it began.
    """
    must_be_open(meeting)
    place = last_ended(meeting, moves)
    if place is None:
        raise NotAllowed(_("No item has ended yet. Leave the running one first."))
    move, index = place
    ended = move.events[index]
    item = meeting.item(getattr(ended, "item", ""))
    ago = getattr(ended, "ago", 0) + by
    if by <= 0 or item is None or move.at - ago < item.slices[-1].since:
        raise NotAllowed(_("It began later than that. Choose a later moment for its end."))
    correction = events.Corrected(move.id, index, "ago", number=ago)
    one_at_a_time(meeting, at, moves, (correction,))
    return (correction,)


def last_ended(meeting: Meeting, moves: Sequence[Move]) -> Place | None:
    """Where the log says that the item before the running one ended; None when none did, or not on its own.

    An item that was taken up again since runs: its earlier ends are history.
    """
    found = _last(moves, (events.ItemEnded, events.ItemLeft))
    if found is None:
        return None
    item = meeting.item(getattr(found[0].events[found[1]], "item", ""))
    return found if item is not None and not item.running and item.slices else None


def _last(moves: Sequence[Move], kinds: tuple[type, ...], item: str = "") -> Place | None:
    for move in reversed(effective(moves)):
        for index, event in reversed(tuple(enumerate(move.events))):
            if isinstance(event, kinds) and item in ("", getattr(event, "item", "")):
                return move, index
    return None


def _dated_back(meeting: Meeting, at: int, moves: Sequence[Move], found: Place | None, by: int) -> Events:
    if found is None or by <= 0:
        raise NotAllowed(_("Say how long ago it began."))
    move, index = found
    ago = getattr(move.events[index], "ago", 0) + by
    return correct(meeting, at, moves, move.id, index, "ago", ago)
