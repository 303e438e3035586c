"""What the calendars of a coalition are made of: plans, announcements, and how often each has been changed.

Nothing is counted while handing out: the sequence of an entry follows from the history of its row, which every copy
of the file carries, so that it rises with a change and stays without one.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from coalmeet.meeting.calendar_id import stem_of
from coalmeet.store.changes import DELETED
from coalmeet.store.records import Record
from coalmeet.store.tables import CHANGE, COALITION, ITEM, MEETING, RECORD
from coalmeet.store.values import batches

_OF_MEETING = ("date", "start", "minutes", "title", "place", "link", "facilitator", DELETED)
_OF_ACTION = ("text", "due", "owner", "owner_name", "organisation_name", "hours", "asked")
_ENDS_ACTION = ("done", "dropped")  # never said when an action is made
_OF_RHYTHM = ("retro_months", "retro_first", "retro_start")
_HELD = ("live", "paper", "imported")  # sources of records


@dataclass(frozen=True, slots=True)
class Planned:
    """A planned meeting as its history tells of it, one that was deleted since too (`gone`).

    `announced_by` is the meeting whose minutes announced it, "" for none; `revision` says how often it was changed.
    `day` and `title` are as they were last.
    """

    announced_by: str
    revision: int
    day: date
    title: str
    gone: bool


@dataclass(slots=True)
class _History:
    """The changes of one meeting's row: how many, which dates it was ever planned for, how it stood last."""

    changes: int = 0
    dates: tuple[str, ...] = ()
    title: str = ""


def plans(con: Connection) -> dict[str, Planned]:
    """Planned meetings and those that were deleted, by id, the one that was planned first first.

    Whoever was first planned for an announced date is the announced meeting, and stays it on whatever day.
    """
    there = set(con.execute(select(MEETING.c.id)).scalars().all())
    announced = announcements(con)
    found: dict[str, Planned] = {}
    taken: set[str] = set()
    for id, one in _histories(con).items():
        if not one.dates:
            continue
        by = next((m for m, said in announced.items() if m not in taken and said.dates & {*one.dates}), "")
        taken.add(by)
        said = announced.get(by, _NOBODY)
        day = date.fromisoformat(one.dates[-1])
        found[id] = Planned(said.id, said.corrected + one.changes, day, one.title, id not in there)
    return found


@dataclass(frozen=True, slots=True)
class Announcement:
    """What the minutes of a meeting said of the next one: what calendars call that meeting, the date (ISO) as it stands
    now, every date that they ever named, and how often they were corrected.
    """

    id: str
    day: str = ""
    dates: frozenset[str] = frozenset()
    corrected: int = 0


_NOBODY = Announcement("")


def announcements(con: Connection) -> dict[str, Announcement]:
    """The meetings whose minutes named a next date, by id, in the order in which they were held."""
    keys = ("id", "coalition", "title", "date", "start", "next_date")
    wanted = (
        select(
            RECORD.c.meeting,
            *(func.json_extract(RECORD.c.body, f"$.{key}").label(f"said_{key}") for key in keys),
            func.json_array_length(RECORD.c.body, "$.corrections").label("corrected"),
        )
        .join(MEETING, MEETING.c.id == RECORD.c.meeting)
        # Looking for a word is much quicker than understanding a long record without it.
        .where(RECORD.c.source.in_(_HELD), func.instr(RECORD.c.body, '"next_date"') > 0)
        .order_by(MEETING.c.date, RECORD.c.meeting, RECORD.c.counter, RECORD.c.id)
    )
    name = con.execute(select(COALITION.c.name)).scalar() or ""
    found: dict[str, Announcement] = {}
    for row in con.execute(wanted).all():
        record = {key: getattr(row, f"said_{key}") for key in keys}
        day = record["next_date"]
        if isinstance(day, str) and day:
            before = found.get(row.meeting, _NOBODY).dates
            known = stem_of(record, name)
            found[row.meeting] = Announcement(known, day, before | {day}, row.corrected or 0)
    return found


def latest(con: Connection, meeting_ids: Iterable[str]) -> dict[str, Record]:
    """The records of these meetings as they stand now; a meeting without one is left out."""
    bodies: dict[str, str] = {}
    for some in batches(dict.fromkeys(meeting_ids)):
        wanted = (
            select(RECORD.c.meeting, RECORD.c.body)
            .where(RECORD.c.meeting.in_(some))
            .order_by(RECORD.c.counter, RECORD.c.id)
        )
        bodies |= {row.meeting: row.body for row in con.execute(wanted).all()}
    return {meeting: json.loads(body) for meeting, body in bodies.items()}


def _histories(con: Connection) -> dict[str, _History]:
    """The histories of meetings that were never held, those that were planned first first."""
    held = select(RECORD.c.meeting).where(RECORD.c.source.in_(_HELD))
    wanted = (
        select(CHANGE.c.row, CHANGE.c.field, CHANGE.c.value)
        .where(CHANGE.c.table == "meeting", CHANGE.c.field.in_(_OF_MEETING), CHANGE.c.row.not_in(held))
        .order_by(CHANGE.c.counter, CHANGE.c.id)
    )
    found: dict[str, _History] = {}
    for row in con.execute(wanted).all():
        one = found.setdefault(row.row, _History())
        one.changes += 1
        if row.field == "date":
            one.dates = (*one.dates, json.loads(row.value))
        elif row.field == "title":
            one.title = json.loads(row.value)
    return found


def changed_since(con: Connection, action_ids: Iterable[str]) -> dict[str, int]:
    """How often each of these actions was changed since it was made; those that never were are left out."""
    counted: Counter[tuple[str, str]] = Counter()
    for some in batches(action_ids):
        wanted = select(CHANGE.c.row, CHANGE.c.field).where(
            CHANGE.c.table == "action", CHANGE.c.row.in_(some)
        )
        counted.update((row.row, row.field) for row in con.execute(wanted).all())
    found: Counter[str] = Counter()
    for (action, field), count in counted.items():
        if field in _ENDS_ACTION:
            found[action] += count
        elif field in _OF_ACTION:
            found[action] += count - 1  # the first one made it
    return {action: count for action, count in found.items() if count}


def rhythm_changes(con: Connection) -> int:
    """How often the rhythm of the retrospective was set or changed."""
    wanted = select(CHANGE.c.id).where(CHANGE.c.table == "coalition", CHANGE.c.field.in_(_OF_RHYTHM))
    return len(con.execute(wanted).all())


def retrospectives(con: Connection, topic: str) -> tuple[date, ...]:
    """The days of the meetings, held or to come, on whose agenda a retrospective stands."""
    wanted = select(MEETING.c.date).join(ITEM, ITEM.c.meeting == MEETING.c.id).where(ITEM.c.topic == topic)
    return tuple(con.execute(wanted.distinct()).scalars().all())
