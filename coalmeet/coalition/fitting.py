"""An agenda against the time agreed: when each item begins, what is too much, and ways to fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from coalmeet.coalition.plan import BREAK_AFTER_MINUTES, PlannedItem, PlannedMeeting, total

SHORTEST_MINUTES = 5  # less is no item but an announcement
DAY_MINUTES = 24 * 60

Way = Literal["later", "in_writing", "shorten", "end_later"]


@dataclass(frozen=True, slots=True)
class WayOut:
    """One way to fit; none happens by itself.

    `minutes` is what it frees (or adds to the meeting, for "end_later"); `item` and `title` are "" there.
    """

    way: Way
    minutes: int
    item: str = ""
    title: str = ""


def over_minutes(meeting: PlannedMeeting, items: Sequence[PlannedItem]) -> int:
    """Minutes planned beyond the agreed length; 0 when it fits or no length was agreed."""
    return max(0, total(items) - meeting.minutes) if meeting.minutes else 0


def break_place(items: Sequence[PlannedItem]) -> int | None:
    """The place of the item before which a break belongs; None while nobody sits for more than 75 minutes."""
    stretch = 0
    for place, item in enumerate(items):
        stretch = 0 if item.built_in == "break" else stretch + (item.minutes or 0)
        if stretch > BREAK_AFTER_MINUTES:
            return place
    return None


def starts(meeting: PlannedMeeting, items: Sequence[PlannedItem]) -> tuple[str, ...]:
    """The planned time of day of each item as "HH:MM"; empty texts when the meeting has no start."""
    at = minutes_of_day(meeting.start)
    found = []
    for item in items:
        found.append("" if at is None else time_of_day(at))
        if at is not None:
            at += item.minutes or 0
    return tuple(found)


def ends(meeting: PlannedMeeting, minutes: int) -> str:
    """The time of day so many minutes after the start, "" when the meeting has no start."""
    at = minutes_of_day(meeting.start)
    return "" if at is None else time_of_day(at + minutes)


def minutes_of_day(text: str) -> int | None:
    """Minutes since midnight of "HH:MM"; None for anything else."""
    hours, colon, minutes = text.partition(":")
    if not (colon and hours.isdecimal() and minutes.isdecimal()):
        return None
    at = int(hours) * 60 + int(minutes)
    return at if int(hours) < 24 and int(minutes) < 60 else None


def time_of_day(minutes: int) -> str:
    """The "HH:MM" of minutes since midnight; past midnight it is the next day's."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def ways_out(meeting: PlannedMeeting, items: Sequence[PlannedItem]) -> tuple[WayOut, ...]:
    """Up to three ways to fit an agenda that is too long, the one that costs least first; () when it fits.

    Decisions are never offered to go: they are what people come for.
    """
    over = over_minutes(meeting, items)
    if not over:
        return ()
    later = _best([item for item in items if _ordinary(item) and item.label != "decision"], over)
    updates = [item for item in items if _ordinary(item) and item.label == "update" and item is not later]
    written = _best(updates, over)
    found = []
    if later:
        found.append(WayOut("later", later.minutes or 0, later.id, later.title))
    if written:
        found.append(WayOut("in_writing", written.minutes or 0, written.id, written.title))
    shorter = _longest(items, over) if len(found) < 2 else None
    if shorter:
        found.append(WayOut("shorten", over, shorter.id, shorter.title))
    return (*found, WayOut("end_later", over))


def _ordinary(item: PlannedItem) -> bool:
    return not item.built_in and bool(item.minutes)


def _best(candidates: Sequence[PlannedItem], over: int) -> PlannedItem | None:
    """The smallest that frees enough, discussions before updates; the largest where none is enough."""
    enough = [item for item in candidates if (item.minutes or 0) >= over]
    if enough:
        return min(enough, key=lambda item: (item.label == "update", item.minutes or 0, -item.position))
    return max(candidates, key=lambda item: (item.minutes or 0, item.position), default=None)


def _longest(items: Sequence[PlannedItem], over: int) -> PlannedItem | None:
    able = [item for item in items if _ordinary(item) and (item.minutes or 0) - over >= SHORTEST_MINUTES]
    return max(able, key=lambda item: item.minutes or 0, default=None)
