"""The minutes of a meeting are approved at the next one: a further version of their record says so."""

from __future__ import annotations

from sqlalchemy import Connection

from coalmeet.meeting.events import LastMeeting
from coalmeet.meeting.state import Meeting
from coalmeet.store import circulating, meetings, records
from coalmeet.store.file import CoalitionFile

APPROVED = "approved"
WAITING = (circulating.DRAFT, circulating.ROUND)


def last_meeting(con: Connection, meeting_id: str, day: str) -> LastMeeting | None:
    """The meeting held before that day (ISO): how its minutes stand, and what its closing round wanted to change."""
    held = [row for row in meetings.meetings(con) if row.state == "closed" and row.source != "imported"]
    found = next((row for row in held if row.id != meeting_id and row.date.isoformat() <= day), None)
    record = records.find(con, found.id) if found else None
    if found is None or record is None:
        return None
    state = record.get(circulating.STATE) or ""
    said = (one.get("change") or "" for one in record.get("evaluation") or ())
    return LastMeeting(
        found.id,
        found.date.isoformat(),
        state if state in WAITING else "",
        tuple(dict.fromkeys(change for change in said if change)),
    )


def approve(con: Connection, file: CoalitionFile, after: Meeting) -> None:
    """Keep what this meeting said of the last minutes; closing it once more adds nothing that is there already."""
    last = after.last
    if last is None or not after.minutes_approved:
        return
    record = records.find(con, last.meeting)
    if record is None:
        return
    known = list(record.get("corrections") or ())
    fresh = [{"text": text} for text in after.minutes_corrections if {"text": text} not in known]
    if record.get(circulating.STATE) == APPROVED and not fresh:
        return
    corrected = {"corrections": [*known, *fresh]} if known or fresh else {}
    approved = {**record, **corrected, circulating.STATE: APPROVED, "approved_on": after.date}
    records.write(con, file, last.meeting, approved, circulating.source_of(con, last.meeting))
