"""Meetings: the list of all, and the frame of one as it is prepared."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from sqlalchemy import Connection, select

from coalmeet.coalition.meeting_row import MeetingRow
from coalmeet.coalition.plan import PlannedMeeting
from coalmeet.errors import FileProblem, NotAllowed
from coalmeet.store import agenda, glance
from coalmeet.store.edit import delete as delete_rows
from coalmeet.store.edit import edit
from coalmeet.store.file import CoalitionFile
from coalmeet.store.rows import made
from coalmeet.store.tables import MEETING
from coalmeet.text import _


def meetings(con: Connection) -> tuple[MeetingRow, ...]:
    """All meetings, newest first; one statement."""
    return tuple(glance.as_row(row) for row in con.exec_driver_sql(glance.LIST + glance.NEWEST_FIRST).all())


def row(con: Connection, meeting_id: str) -> MeetingRow:
    """The line of one meeting. Raises FileProblem when the file has no such meeting."""
    found = con.exec_driver_sql(f"{glance.LIST} WHERE m.id = ?", (meeting_id,)).first()
    if found is None:
        raise _unknown(meeting_id)
    return glance.as_row(found)


def meeting(con: Connection, meeting_id: str) -> PlannedMeeting:
    """The frame of one meeting. Raises FileProblem when the file has no such meeting."""
    found = con.execute(select(MEETING).where(MEETING.c.id == meeting_id)).first()
    if found is None:
        raise _unknown(meeting_id)
    return made(PlannedMeeting, found)


def coming(con: Connection, held: str, day: date, on: date | None = None) -> MeetingRow | None:
    """The planned meeting that follows the one `held` on that day: the one agreed for `on`, else the nearest."""
    rows = [one for one in meetings(con) if one.state == "planned" and one.id != held and one.date >= day]
    wanted = [one for one in rows if on in (None, one.date)]
    return min(wanted, key=lambda one: (one.date, one.start), default=None)


def save(con: Connection, file: CoalitionFile, planned: PlannedMeeting) -> tuple[str, ...]:
    """Write the frame of a meeting, new or changed; returns the changes, for undo."""
    fields = asdict(planned)
    return edit(con, file, "meeting", fields.pop("id"), **fields)


def delete(con: Connection, file: CoalitionFile, meeting_id: str) -> tuple[str, ...]:
    """Delete a planned meeting with its agenda; returns the changes, for undo.

    Raises NotAllowed once it was opened or has a record: what happened is kept.
    """
    if row(con, meeting_id).state != "planned":
        raise NotAllowed(
            _(
                "This meeting has taken place, and what happened is kept. Only a planned meeting can be "
                "deleted."
            )
        )
    return (*agenda.clear(con, file, meeting_id), *delete_rows(con, file, "meeting", meeting_id))


def _unknown(meeting_id: str) -> FileProblem:
    sentence = _("This file has no meeting “{id}”. The list of meetings shows the ones it has.")
    return FileProblem(sentence.format(id=meeting_id))
