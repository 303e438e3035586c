"""The record of any meeting of a file, whatever its state: what every export begins with."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from coalmeet.exchange.plan_record import plan_record, same_agenda
from coalmeet.exchange.record import Record

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from coalmeet.coalition.meeting_row import MeetingRow


def record_of(con: Connection, meeting_id: str) -> Record:
    """The record as it came or was made; of a running meeting the draft so far, of a planned one its agenda.

    A plan that came from outside is given back as it came until somebody changes it here. Raises FileProblem
    for a meeting that the file does not have.
    """
    from coalmeet.store import meetings, records

    row = meetings.row(con, meeting_id)
    if row.state == "closed":
        return records.read(con, meeting_id)
    return _draft(con, meeting_id) if row.state == "running" else _plan(con, row)


def _draft(con: Connection, meeting_id: str) -> Record:
    from coalmeet.meeting.fold import replay
    from coalmeet.meeting.record import record
    from coalmeet.store import log, meetings, notes

    frame = meetings.meeting(con, meeting_id)
    meeting = replay(log.read(con, meeting_id))
    return record(meeting, notes.read(con, meeting_id), meeting_id=meeting_id, link=frame.link)


def _plan(con: Connection, row: MeetingRow) -> Record:
    from coalmeet.store import agenda, calendar, coalition, meetings, people, records
    from coalmeet.store.incoming import frame_of, planned_items

    frame, items = meetings.meeting(con, row.id), agenda.items(con, row.id)
    came = records.find(con, row.id)
    if came is not None:
        fields = frame_of(came, "imported")
        unchanged = all(getattr(frame, name, value) == value for name, value in fields.items())
        if unchanged and same_agenda(items, planned_items(con, row.id, came)):
            return came
    here = coalition.read(con)
    names = {one.id: one.name for one in people.people(con)}
    names |= {one.id: one.name for one in people.organisations(con)}
    known = calendar.plans(con).get(row.id)
    announced_by, revision = (known.announced_by, known.revision) if known else ("", 0)
    return plan_record(here, frame, items, names, announced_by=announced_by, revision=revision)


def file_stem(row: MeetingRow) -> str:
    """What a meeting's documents are called, before safe_name: the day and the title."""
    day: date = row.date
    return f"{day.isoformat()} {row.title or row.coalition}".strip()
