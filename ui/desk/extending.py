"""Ways to find more minutes, each with who pays, when the meeting then ends, and who will have left by then."""

from __future__ import annotations

from dataclasses import dataclass

from coalmeet.meeting import timing
from coalmeet.meeting.state import Item, Meeting
from coalmeet.text import _, clock_time, ngettext
from ui.desk.leaving import leaves_first

MOST = 2  # later items that are offered to pay, the ones with most time first


@dataclass(frozen=True, slots=True)
class WayToPay:
    """One option: the words of the move (`payer`, `item`), a title, what follows, a warning or ""."""

    payer: str
    item: str
    title: str
    detail: str
    warning: str = ""


def ways_to_pay(meeting: Meeting, now: int, minutes: int) -> tuple[WayToPay, ...]:
    """Later items that have the minutes, the end of the meeting, and the last item that could be postponed for them.

    Where the meeting is ahead of its time, the end pays first: nobody has to give anything.
    """
    coming = [item for item in meeting.items if not item.outcome and not item.running]
    able = [
        item
        for item in coming
        if timing.left_ms(item, now) >= minutes * timing.MINUTE and not _is_fixed(item)
    ]
    most_first = sorted(able, key=lambda item: -timing.left_ms(item, now))
    found = [_item_pays(meeting, item, now, minutes) for item in most_first[:MOST]]
    later_end = _later_end(meeting, now, minutes)
    found.insert(0 if _in_time(meeting, now, minutes) else len(found), later_end)
    droppable = [item for item in able if not item.entry.built_in and not item.started]
    if droppable:
        found.append(_postponed(meeting, droppable[-1], now, minutes))
    return tuple(found)


def _is_fixed(item: Item) -> bool:
    return item.entry.built_in in {"closing", "temperature"}


def _ending(meeting: Meeting, now: int, change: int) -> int:
    """When the meeting ends after a change in milliseconds; an item that is over has nothing left to give."""
    current = meeting.current
    over = min(0, timing.left_ms(current, now)) if current else 0
    return timing.projected_end(meeting, now) + max(0, change + over)


def _item_pays(meeting: Meeting, item: Item, now: int, minutes: int) -> WayToPay:
    title = ngettext("{title} gives {count} minute", "{title} gives {count} minutes", minutes)
    left = item.minutes - minutes
    then = _ending(meeting, now, minutes * timing.MINUTE) - minutes * timing.MINUTE
    detail = _("{before} min become {after}. The meeting ends at {time}.").format(
        before=item.minutes, after=left, time=clock_time(then, meeting.time_zone)
    )
    return WayToPay("item", item.id, title.format(title=item.entry.title, count=minutes), detail)


def _in_time(meeting: Meeting, now: int, minutes: int) -> bool:
    """Whether the meeting ends when it was agreed to, or before, with so many minutes more."""
    agreed = timing.planned_end(meeting)
    return bool(agreed) and _ending(meeting, now, minutes * timing.MINUTE) <= agreed


def _later_end(meeting: Meeting, now: int, minutes: int) -> WayToPay:
    before = clock_time(timing.projected_end(meeting, now), meeting.time_zone)
    moment = _ending(meeting, now, minutes * timing.MINUTE)
    after = clock_time(moment, meeting.time_zone)
    detail = _("{after} instead of {before}.").format(after=after, before=before)
    if _in_time(meeting, now, minutes):
        agreed = clock_time(timing.planned_end(meeting), meeting.time_zone)
        detail = _("{after} instead of {before}, not after {agreed} as agreed.").format(
            after=after, before=before, agreed=agreed
        )
    return WayToPay("end", "", _("The meeting ends later"), detail, leaves_first(meeting, moment))


def _postponed(meeting: Meeting, item: Item, now: int, minutes: int) -> WayToPay:
    then = _ending(meeting, now, minutes * timing.MINUTE) - max(0, timing.left_ms(item, now))
    brought = meeting.name_of(item.entry.proposer)
    detail = _("It comes first next time. The meeting ends at {time}.").format(
        time=clock_time(then, meeting.time_zone)
    )
    if brought:
        detail = _("{detail} {organisation}, who brought it, must agree.").format(
            detail=detail, organisation=brought
        )
    title = _("{title} moves to the next meeting").format(title=item.entry.title)
    return WayToPay("postponed", item.id, title, detail)
