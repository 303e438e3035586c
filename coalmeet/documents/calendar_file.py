"""Entries of a calendar, and the file (RFC 5545) that holds them: the same entries give the same bytes.

An id is for ever, and a sequence rises with every change: brought in again, an entry is changed, never doubled.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from coalmeet.coalition.retrospective import LAST, Rhythm, place_in_month
from coalmeet.documents.plain import one_line, plain
from coalmeet.text import wall

if TYPE_CHECKING:
    from icalendar import Calendar, Event

_MAKER = "-//Coalmeet//Coalmeet//EN"
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_YEARS_OF_ZONE = 25  # of a rhythm, for programs that do not know the zone by its name


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: `begins` is a day, or a moment in UTC; `minutes` is how long it lasts, 0 for a day or not known.

    `made` is the day that it is dated by, `sequence` how often it has changed. One that is off stays in the file, so
    that calendars which have it let it go.
    """

    id: str
    begins: date | datetime
    title: str
    text: str = ""
    place: str = ""
    minutes: int = 0
    made: date | None = None
    sequence: int = 0
    off: bool = False


@dataclass(frozen=True, slots=True)
class Returning:
    """An entry that comes back in a rhythm, at the same time of day in an IANA zone all year round."""

    entry: Entry
    rhythm: Rhythm
    time_zone: str


def calendar_file(entries: Iterable[Entry], *, name: str = "", returning: Iterable[Returning] = ()) -> bytes:
    """The file; `name` is what a program may call the calendar."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    if name:
        calendar.add("x-wr-calname", one_line(name))
    for again in returning:
        _come_back(calendar, again)
    for one in entries:
        calendar.add_component(_event(one, one.begins))
    return bytes(calendar.to_ical())


def _come_back(calendar: Calendar, again: Returning) -> None:
    first, rhythm = again.rhythm.first, again.rhythm
    if first is None:
        return
    begins: date | datetime = first
    if rhythm.start:
        from icalendar import Timezone

        zone = ZoneInfo(again.time_zone)
        until = first.replace(day=1, year=first.year + _YEARS_OF_ZONE)
        calendar.add_component(Timezone.from_tzid(again.time_zone, first_date=first, last_date=until))
        begins = datetime.fromtimestamp(wall(first, rhythm.start, again.time_zone) / 1000, tz=zone)
    event = _event(again.entry, begins)
    place = place_in_month(first)
    weekday = _WEEKDAYS[first.weekday()]
    rule = {"freq": "monthly", "interval": max(rhythm.months, 1)}
    event.add("rrule", {**rule, "byday": f"{'-1' if place == LAST else place}{weekday}"})
    calendar.add_component(event)


def _event(one: Entry, begins: date | datetime) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{one_line(one.id)}@coalmeet")
    day = one.made or (begins.date() if isinstance(begins, datetime) else begins)
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    # Of what it tells of, not of the clock: the same file twice is the same bytes.
    event.add("dtstamp", noon + timedelta(seconds=one.sequence))
    event.add("sequence", one.sequence)
    if one.off:
        event.add("status", "CANCELLED")
    event.add("summary", one_line(one.title))
    event.add("dtstart", begins)
    if isinstance(begins, datetime):
        if one.minutes:
            event.add("duration", timedelta(minutes=one.minutes))
    else:
        event.add("dtend", begins + timedelta(days=1))
        event.add("transp", "TRANSPARENT")  # a date to remember, which keeps nobody busy
    if one.text:
        event.add("description", plain(one.text))
    if one.place:
        event.add("location", one_line(one.place))
    return event
