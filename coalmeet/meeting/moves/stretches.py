"""Between which moments a coming or going may lie, so that a person's stretches of presence never overlap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events
from coalmeet.meeting.journal import Move
from coalmeet.meeting.state import Meeting
from coalmeet.text import _, clock_time

MINUTE = 60_000
Turn = tuple[str, int, int, bool]  # id of the move, place in it, wall time, whether it was a coming


def turns_of(moves: Sequence[Move], person: str) -> list[Turn]:
    """The comings and goings of a person that begin or end a stretch, as they stand; `moves` those that count.

    Whoever is here and is noted once more only takes part in another way: that begins nothing.
    """
    found: list[Turn] = []
    for move in moves:
        for index, event in enumerate(move.events):
            if _about(event, person):
                came = isinstance(event, events.Arrived)
                if came is not (bool(found) and found[-1][3]):
                    found.append((move.id, index, getattr(event, "at", 0) or move.at, came))
    return found


def beginnings(moves: Iterable[Move]) -> frozenset[tuple[str, int]]:
    """Where in the log stretches of presence begin and end: id of the move, place in it; `moves` those that count."""
    here: set[str] = set()
    found: set[tuple[str, int]] = set()
    for move in moves:
        for index, event in enumerate(move.events):
            if isinstance(event, events.LineLost):
                here -= set(event.people)
            elif isinstance(event, events.Arrived | events.Departed) and not event.mistaken:
                came = isinstance(event, events.Arrived)
                if came is not (event.person in here):
                    found.add((move.id, index))
                    here ^= {event.person}
    return frozenset(found)


def _about(event: events.Event, person: str) -> bool:
    if isinstance(event, events.LineLost):
        return person in event.people
    return (
        isinstance(event, events.Arrived | events.Departed) and event.person == person and not event.mistaken
    )


def placed(meeting: Meeting, now: int, moves: Sequence[Move], move: Move, index: int, moment: int) -> int:
    """The wall time to which a coming or going is put right: between the one before and the one after.

    People write hours and minutes: within the minute of a bound the bound itself is meant. Raises NotAllowed
    when the time lies outside the meeting or beyond the person's other comings and goings, or when the entry
    only says how somebody takes part.
    """
    person = str(getattr(move.events[index], "person", ""))
    turns = turns_of(moves, person)
    at = next((number for number, turn in enumerate(turns) if turn[:2] == (move.id, index)), None)
    if at is None:
        raise NotAllowed(
            _("This entry only says how they take part. Put the time right where they came or left.")
        )
    before, after = turns[at - 1] if at else None, turns[at + 1] if at + 1 < len(turns) else None
    moment = _within(moment, meeting.opened_at, now)
    name, zone = meeting.name_of(person), meeting.time_zone
    earliest, latest = before[2] if before else moment, after[2] if after else moment
    moment = _near(moment, earliest, latest)
    if before and moment < earliest:
        raise NotAllowed(_said(name, clock_time(earliest, zone), came=before[3], later=True))
    if after and moment > latest:
        raise NotAllowed(_said(name, clock_time(latest, zone), came=after[3], later=False))
    return moment


def _within(moment: int, opened: int, now: int) -> int:
    moment = _near(moment, opened, now)
    if not opened <= moment <= now:
        raise NotAllowed(
            _("That time does not lie within the meeting. Choose one between its opening and now.")
        )
    return moment


def _near(moment: int, earliest: int, latest: int) -> int:
    """The bound, when the moment lies beyond it but in the same minute."""
    for bound, beyond in ((earliest, moment < earliest), (latest, moment > latest)):
        if beyond and moment // MINUTE == bound // MINUTE:
            return bound
    return moment


def _said(name: str, time: str, *, came: bool, later: bool) -> str:
    if came and later:
        return _("{name} came at {time}. Choose a later time, or put that one right first.").format(
            name=name, time=time
        )
    if came:
        return _("{name} came again at {time}. Choose an earlier time, or put that one right first.").format(
            name=name, time=time
        )
    if later:
        return _("{name} had left at {time}. Choose a later time, or put that one right first.").format(
            name=name, time=time
        )
    return _("{name} left at {time}. Choose an earlier time, or put that one right first.").format(
        name=name, time=time
    )
