"""The afternoon as stretches of time: what was used, what is going on, what is still to come, at this pace."""

from __future__ import annotations

from dataclasses import dataclass

from coalmeet.meeting import timing
from coalmeet.meeting.state import Item, Meeting
from coalmeet.meeting.words import label, outcome
from coalmeet.text import _, minutes


@dataclass(frozen=True, slots=True)
class Stretch:
    """One item's place in the afternoon, in milliseconds since 1970 UTC.

    `kind` is done, over, now, next or break; `short` is the detail where there is room for little.
    """

    item: str
    since: int
    until: int
    title: str
    detail: str
    kind: str
    used: int = 0
    short: str = ""
    late: bool = False  # it took, or takes, longer than its timebox


def stretches(meeting: Meeting, now: int) -> tuple[Stretch, ...]:
    """What was, is and will be, in the order of time. Items that were put off have no place in the afternoon."""
    past = [
        _past(item, number, now)
        for item in meeting.items
        for number in range(len(item.slices))
        if _over(item, number) and item.slices[number].since >= _today(meeting)
    ]
    past.sort(key=lambda one: one.since)
    at = max([now, *(one.until for one in past)])
    found = list(past)
    if meeting.current is not None:
        found.append(_running(meeting, meeting.current, now))
        at = found[-1].until
    elif not past:
        at = max(now, meeting.planned_start)
    if meeting.on_break:
        at = max(at, meeting.rest_return)
    for item in _to_come(meeting):
        length = max(0, timing.left_ms(item, now)) if item.minutes else 0
        stretch = Stretch(
            item.id, at, at + length, item.entry.title, _plan(item), _kind(item), short=_box(item)
        )
        found.append(stretch)
        at += length
    return tuple(found)


def _today(meeting: Meeting) -> int:
    """When the meeting went on the last time it had stopped for a day: what was before is another afternoon."""
    return max((one.until for one in meeting.adjournments if one.until is not None), default=0)


def _over(item: Item, number: int) -> bool:
    return item.slices[number].until is not None


def _past(item: Item, number: int, now: int) -> Stretch:
    one = item.slices[number]
    until = one.until or now
    used = round(timing.used_ms(item, now) / timing.MINUTE)
    late = bool(item.minutes) and used > item.minutes
    short = minutes(used)
    detail = _of_plan(item, used)
    if item.outcome and item.outcome != "noted":
        detail = _("{detail}, {outcome}").format(detail=detail, outcome=outcome(item.outcome).lower())
    kind = "break" if item.entry.built_in == "break" else "over" if late else "done"
    return Stretch(item.id, one.since, until, item.entry.title, detail, kind, until, short, late)


def _running(meeting: Meeting, item: Item, now: int) -> Stretch:
    since = item.slices[-1].since
    resumes = max(now, meeting.rest_return) if meeting.on_break else now
    left = timing.left_ms(item, now)
    until, late = max(now, resumes + max(0, left)), bool(item.minutes) and left < 0
    used = -(-timing.used_ms(item, now) // timing.MINUTE)
    said = _of_plan(item, used) if late else _plan(item)
    short = minutes(used) if late else _box(item)
    return Stretch(item.id, since, until, item.entry.title, said, "now", now, short, late)


def _to_come(meeting: Meeting) -> tuple[Item, ...]:
    places = [number for number, item in enumerate(meeting.items) if item.running]
    here = places[0] if places else -1
    after = [item for item in meeting.items[here + 1 :] if not item.outcome]
    before = [item for item in meeting.items[: max(here, 0)] if not item.outcome]
    return (*after, *before)


def _kind(item: Item) -> str:
    return "break" if item.entry.built_in == "break" else "next"


def _of_plan(item: Item, used: int) -> str:
    """What was used, beside what was planned where that is known."""
    if not item.minutes:
        return minutes(used)
    return _("{used} of {planned}").format(used=used, planned=minutes(item.minutes))


def _plan(item: Item) -> str:
    length = _box(item)
    if not item.entry.label:
        return length
    return _("{minutes}, {label}").format(minutes=length, label=label(item.entry.label).lower())


def _box(item: Item) -> str:
    return minutes(item.minutes) if item.minutes else _("no timebox")
