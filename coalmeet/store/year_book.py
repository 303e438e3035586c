"""What a year book is made of, read in one go: afterwards nothing has to be asked of the file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, select

from coalmeet.coalition.meeting_row import MeetingRow
from coalmeet.coalition.year_book import Gathered, Held
from coalmeet.store import coalition, decisions, meetings, people, rotation
from coalmeet.store.circulating import DRAFT, STATE
from coalmeet.store.tables import MEETING, RECORD


def gather(con: Connection, first: date, last: date, today: date) -> Gathered:
    """The meetings of a period, both days included, with their records, and all that happened to decisions since."""
    bodies = _bodies(con, first, last)
    rows = [one for one in meetings.meetings(con) if first <= one.date <= last]
    return Gathered(
        coalition=coalition.read(con),
        first=first,
        last=last,
        today=today,
        held=tuple(_held(one, bodies) for one in rows),
        decisions=decisions.decisions(con),
        entries=decisions.entries(con),
        turns=rotation.history(con),
        organisations=people.organisations(con),
    )


def years(con: Connection) -> tuple[int, ...]:
    """The years in which meetings are over, the latest first."""
    found = {one.date.year for one in meetings.meetings(con) if one.state == "closed"}
    return tuple(sorted(found, reverse=True))


def _bodies(con: Connection, first: date, last: date) -> Mapping[str, str]:
    """The newest version of each record of the period, in one statement."""
    other = RECORD.alias()
    newest = (
        select(other.c.id)
        .where(other.c.meeting == RECORD.c.meeting)
        .order_by(other.c.counter.desc(), other.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    wanted = (
        select(RECORD.c.meeting, RECORD.c.body)
        .join(MEETING, MEETING.c.id == RECORD.c.meeting)
        .where(MEETING.c.date.between(first, last), RECORD.c.id == newest)
    )
    return {row.meeting: row.body for row in con.execute(wanted).all()}


def _held(row: MeetingRow, bodies: Mapping[str, str]) -> Held:
    if row.state != "closed" or row.id not in bodies:
        return Held(row, None, row.state)
    record = json.loads(bodies[row.id])
    # A record that came from elsewhere may not say how its minutes stand; ours are drafts until they go round.
    return Held(row, record, record.get(STATE) or ("" if row.source == "imported" else DRAFT))
