"""What a meeting leaves for the calendar (RFC 5545): the next meeting, reviews, the end of objection windows, due work.

Every entry keeps its id, so that a calendar that brings the file in again changes its entries instead of doubling
them; each correction of the minutes raises the sequence number, as calendars ask for. The calendar of the whole
coalition (coalition_calendar.py) makes its entries here too, with what happened to each since.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from coalmeet.documents.calendar_file import Entry, calendar_file
from coalmeet.documents.plain import one_line, plain
from coalmeet.meeting.calendar_id import meeting_id, stem_of
from coalmeet.meeting.minutes_actions import told
from coalmeet.meeting.minutes_items import recorded
from coalmeet.meeting.minutes_values import Action, Decision, Minutes, Standing
from coalmeet.meeting.minutes_words import Record, many, value, with_year
from coalmeet.text import _, local, speaking, wall

_LIVES = frozenset({Standing.HOLDS, Standing.PROVISIONAL, Standing.RECOMMENDED})


@dataclass(frozen=True, slots=True)
class Origin:
    """The meeting that entries come from: what ids begin with, what they say of it, how often it was corrected."""

    stem: str
    decided: str
    agreed: str
    day: date
    corrected: int = 0


@dataclass(frozen=True, slots=True)
class Since:
    """What happened to an entry since its meeting: how often it changed, and whether it holds no more."""

    changes: int = 0
    off: bool = False


AS_LEFT = Since()


def ics(minutes: Minutes, record: Record) -> bytes:
    """The calendar file of a meeting; the same record gives the same bytes."""
    with speaking(minutes.language):
        return calendar_file(tuple(entries(minutes, record)))


def entries(minutes: Minutes, record: Record) -> Iterator[Entry]:
    """What stands in the calendar: first the next meeting, then by kind in the order of the minutes."""
    origin = origin_of(record, minutes.coalition)
    following = next_meeting(minutes, record)
    if following is not None:
        yield following
    for _item, one, kept in recorded(minutes.items, record):
        if one.standing in _LIVES:
            yield from _of_decision(origin, one, kept, value(record, "circulated_on"))
    for action in minutes.actions:
        if action.due_date and not action.done:
            yield due(origin, action)


def _of_decision(origin: Origin, one: Decision, kept: Record, circulated_on: str) -> Iterator[Entry]:
    review_on, until = value(kept, "review_date"), value(kept, "provisional_until")
    mandates, days = many(kept, "mandates"), kept.get("window_days")
    if review_on:
        yield review(origin, one.number, one.text, date.fromisoformat(review_on))
    if isinstance(days, int) and days and circulated_on:
        last = date.fromisoformat(circulated_on) + timedelta(days=days)
        yield window(origin, one.number, one.text, last)
    elif until and not mandates:
        yield window(origin, one.number, one.text, date.fromisoformat(until))
    for place, asked in enumerate(mandates, 1):
        day, name = value(asked, "until"), value(asked, "organisation")
        if day:
            yield mandate(origin, (one.number, place), name, one.text, date.fromisoformat(day))


def origin_of(record: Record, coalition: str) -> Origin:
    """The meeting of a record; `coalition` is whose it is where the record does not say. In the current language."""
    whose = value(record, "coalition") or coalition
    title, day = value(record, "title") or whose or _("Meeting"), value(record, "date")
    words = {"day": with_year(day), "meeting": title}
    return Origin(
        stem_of(record, coalition),
        _("Decided on {day}: {meeting}").format(**words),
        _("Agreed on {day}: {meeting}").format(**words),
        date.fromisoformat(day),
        len(many(record, "corrections")),
    )


def review(origin: Origin, number: str, text: str, day: date, since: Since = AS_LEFT) -> Entry:
    """The day on which a decision comes back."""
    title = _("Review of {number}: {text}") if number else _("Review: {text}")
    title = title.format(number=number, text=one_line(text))
    return _entry(origin, (number, "review"), day, title, f"{plain(text)}\n\n{origin.decided}", since)


def window(origin: Origin, number: str, text: str, day: date, since: Since = AS_LEFT) -> Entry:
    """The last day on which absent members can object."""
    title = _("Last day to object to {number}: {text}").format(number=number, text=one_line(text))
    return _entry(origin, (number, "window"), day, title, f"{plain(text)}\n\n{origin.decided}", since)


def mandate(
    origin: Origin, number: tuple[str, int], name: str, text: str, day: date, since: Since = AS_LEFT
) -> Entry:
    """The day by which an organisation confirms its consent: `number` is the decision's, and which of those asked."""
    decision, place = number
    title = _("{organisation} confirms {number} by today: {text}").format(
        organisation=one_line(name), number=decision, text=one_line(text)
    )
    key = (decision, "confirm", str(place))
    return _entry(origin, key, day, title, f"{plain(text)}\n\n{origin.decided}", since)


def due(origin: Origin, action: Action, since: Since = AS_LEFT) -> Entry:
    """The day by which an action is to be done."""
    title = _("Due: {text}").format(text=one_line(action.text))
    day, text = date.fromisoformat(action.due_date), f"{told(action)}\n\n{origin.agreed}"
    return _entry(origin, (action.number,), day, title, text, since)


def _entry(origin: Origin, key: tuple[str, ...], day: date, title: str, text: str, since: Since) -> Entry:
    return Entry(
        "-".join(part for part in (origin.stem, *key) if part),
        day,
        title,
        text,
        made=origin.day,
        sequence=origin.corrected + since.changes,
        off=since.off,
    )


def next_meeting(minutes: Minutes, record: Record) -> Entry | None:
    """The next meeting; of an agenda that travels beforehand the meeting itself.

    One that was announced keeps the id of its announcement, so that calendars which have that move it.
    """
    day, start = value(record, "next_date"), value(record, "next_start")
    place, length = value(record, "next_place"), record.get("planned_minutes")
    changes = record.get("revision")
    planned = minutes.planned or (bool(changes) and not record.get("agenda"))  # nothing is on its agenda yet
    if planned:
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
    title = minutes.title if planned else _("Meeting of {coalition}").format(coalition=minutes.coalition)
    leading = record.get("facilitators" if planned else "next_facilitators") or ()
    leads = _(", ").join(str(one) for one in leading)
    text = _("{name} facilitates").format(name=leads) if leads else ""
    origin, announced = origin_of(record, minutes.coalition), value(record, "announced_by")
    return Entry(
        meeting_id(announced, origin.stem) if planned else f"{origin.stem}-next",
        begins,
        title,
        text,
        place,
        lasts,
        origin.day,
        origin.corrected + (changes if planned and isinstance(changes, int) else 0),
    )
