"""What a meeting leaves for the calendar (RFC 5545): the next meeting, reviews, the end of objection windows, due work.

Every entry keeps its id, so that a calendar that brings the file in again changes its entries instead of doubling
them; each correction of the minutes raises the sequence number, as calendars ask for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from coalmeet.documents.plain import one_line, plain
from coalmeet.meeting.minutes_actions import told
from coalmeet.meeting.minutes_items import recorded
from coalmeet.meeting.minutes_values import Action, Decision, Minutes, Standing
from coalmeet.meeting.minutes_words import Record, many, value
from coalmeet.text import _, local, speaking, wall

if TYPE_CHECKING:
    from icalendar import Event

_MAKER = "-//Coalmeet//Coalmeet//EN"
_LIVES = frozenset({Standing.HOLDS, Standing.PROVISIONAL, Standing.RECOMMENDED})


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: `begins` is a day, or a moment in UTC; `minutes` is how long it lasts, 0 for a day or not known."""

    id: str
    begins: date | datetime
    title: str
    text: str = ""
    place: str = ""
    minutes: int = 0


def ics(minutes: Minutes, record: Record) -> bytes:
    """The calendar file of a meeting; the same record gives the same bytes."""
    with speaking(minutes.language):
        return _file(minutes, record, tuple(entries(minutes, record)))


def entries(minutes: Minutes, record: Record) -> Iterator[Entry]:
    """What stands in the calendar: first the next meeting, then by kind in the order of the minutes."""
    stem = _stem(record, minutes)
    following = _next(minutes, record, stem)
    if following is not None:
        yield following
    for _item, one, kept in recorded(minutes.items, record):
        if one.standing in _LIVES:
            yield from _of_decision(f"{stem}-{one.number}", one, kept, minutes)
    for action in minutes.actions:
        if action.due_date and not action.done:
            yield _due(f"{stem}-{action.number}", action, minutes)


def _of_decision(stem: str, one: Decision, kept: Record, minutes: Minutes) -> Iterator[Entry]:
    where = _("Decided on {day}: {meeting}").format(day=minutes.day, meeting=minutes.title)
    review, until = value(kept, "review_date"), value(kept, "provisional_until")
    if review:
        title = _("Review of {number}: {text}").format(number=one.number, text=one_line(one.text))
        yield Entry(f"{stem}-review", date.fromisoformat(review), title, f"{plain(one.text)}\n\n{where}")
    if until:
        title = _("Last day to object to {number}: {text}").format(number=one.number, text=one_line(one.text))
        yield Entry(f"{stem}-window", date.fromisoformat(until), title, f"{plain(one.text)}\n\n{where}")


def _due(id: str, action: Action, minutes: Minutes) -> Entry:
    title = _("Due: {text}").format(text=one_line(action.text))
    where = _("Agreed on {day}: {meeting}").format(day=minutes.day, meeting=minutes.title)
    return Entry(id, date.fromisoformat(action.due_date), title, f"{told(action)}\n\n{where}")


def _next(minutes: Minutes, record: Record, stem: str) -> Entry | None:
    """The next meeting; of an agenda that travels beforehand the meeting itself."""
    day, start = value(record, "next_date"), value(record, "next_start")
    place, length = value(record, "next_place"), record.get("planned_minutes")
    if minutes.planned:
        day, start, place = (
            minutes.date,
            value(record, "planned_start") or value(record, "start"),
            minutes.where,
        )
    if not day:
        return None
    zone = value(record, "timezone") or minutes.time_zone or "UTC"
    begins = local(wall(date.fromisoformat(day), start, zone), "UTC") if start else date.fromisoformat(day)
    lasts = round(length) if start and isinstance(length, int | float) else 0
    title = (
        minutes.title if minutes.planned else _("Meeting of {coalition}").format(coalition=minutes.coalition)
    )
    leading = record.get("facilitators" if minutes.planned else "next_facilitators") or ()
    leads = _(", ").join(str(one) for one in leading)
    text = _("{name} facilitates").format(name=leads) if leads else ""
    return Entry(f"{stem}-{'this' if minutes.planned else 'next'}", begins, title, text, place, lasts)


def _stem(record: Record, minutes: Minutes) -> str:
    """What the ids of a meeting begin with: its own id, or what a record from elsewhere is known by."""
    known = value(record, "id")
    if known:
        return known
    told_ = "\n".join((minutes.coalition, minutes.title, minutes.date, value(record, "start")))
    return hashlib.sha256(told_.encode()).hexdigest()[:32]


def _file(minutes: Minutes, record: Record, found: tuple[Entry, ...]) -> bytes:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    made = datetime.fromisoformat(f"{minutes.date}T12:00:00").replace(tzinfo=UTC)
    for one in found:
        calendar.add_component(_event(one, made, len(many(record, "corrections"))))
    return bytes(calendar.to_ical())


def _event(one: Entry, made: datetime, sequence: int) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{one.id}@coalmeet")
    event.add(
        "dtstamp", made + timedelta(seconds=sequence)
    )  # of the record, not of the clock: same bytes again
    event.add("sequence", sequence)
    event.add("summary", one_line(one.title))
    event.add("dtstart", one.begins)
    if isinstance(one.begins, datetime):
        if one.minutes:
            event.add("duration", timedelta(minutes=one.minutes))
    else:
        event.add("dtend", one.begins + timedelta(days=1))
        event.add("transp", "TRANSPARENT")  # a date to remember, which keeps nobody busy
    if one.text:
        event.add("description", plain(one.text))
    if one.place:
        event.add("location", one_line(one.place))
    return event
