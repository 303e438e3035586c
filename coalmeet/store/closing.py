"""Closing a meeting: its last move, its record and everything that lives on, all in one transaction or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection

from coalmeet.coalition.outcomes import outcomes
from coalmeet.meeting.journal import Move
from coalmeet.meeting.state import Meeting
from coalmeet.store import again, approving, circulating, log, meetings, people, records
from coalmeet.store.edit import edit
from coalmeet.store.file import CoalitionFile
from coalmeet.store.outcomes import keep
from coalmeet.store.written_since import written_since

_NEXT = (  # keys of the record
    "next_organisation",
    "next_facilitators",
    "next_prepared_by",
    "next_note_taking_organisation",
    "next_note_takers",
)


def close(
    con: Connection,
    file: CoalitionFile,
    meeting_id: str,
    draft: Move,
    after: Meeting,
    record: Mapping[str, Any],
) -> Move:
    """Write the move that closes the meeting, with everything that follows from it; returns the move as written.

    `after` is the meeting with that move folded in, `record` its record. A meeting that was reopened is closed
    again in the same way. Raises NotAllowed or FileProblem, and then nothing of it may be committed.
    """
    move = log.write(con, file, meeting_id, draft)
    said_before = records.find(con, meeting_id) or {}
    records.write(con, file, meeting_id, written_since(con, file, meeting_id, said_before, record), "live")
    live_on(con, file, meeting_id, after)
    facilitators = tuple(record.get("facilitators") or ())
    held = date.fromisoformat(after.date)  # which may be another day than the one it was planned for
    edit(con, file, "meeting", meeting_id, source="live", facilitators=facilitators, date=held)
    if any(record.get(key) != said_before.get(key) for key in _NEXT):
        _announce(con, file, meeting_id, after)
    _recommend(con, file, meeting_id, held)
    approving.approve(con, file, after)
    return move


def live_on(con: Connection, file: CoalitionFile, meeting_id: str, after: Meeting) -> None:
    """Write what lives on after this meeting, in the place of what an earlier close of it left."""
    left = outcomes(meeting_id, after)
    prepared = _organisation_of(con, meetings.meeting(con, meeting_id).prepared_by, left.turn.date)
    keep(con, file, meeting_id, replace(left, turn=replace(left.turn, prepared=prepared)))


def _recommend(con: Connection, file: CoalitionFile, meeting_id: str, day: date) -> None:
    """What could only be recommended comes first at the next meeting, where that one is planned already."""
    coming = meetings.coming(con, meeting_id, day)
    if coming is not None:
        again.put_recommended_first(con, file, coming.id, day)


def _announce(con: Connection, file: CoalitionFile, meeting_id: str, after: Meeting) -> None:
    """Give the turn that was agreed to the next meeting where it is planned already; else it waits for its planning."""
    then = after.next_time
    on = date.fromisoformat(then.date) if then.date else None
    coming = meetings.coming(con, meeting_id, date.fromisoformat(after.date), on)
    if coming is not None and then.organisation:
        edit(con, file, "meeting", coming.id, turn=then.organisation, facilitator=then.person)
    if coming is not None and then.notes.organisation:
        notes = then.notes
        edit(con, file, "meeting", coming.id, notes_turn=notes.organisation, note_taker=notes.person)
    if coming is not None and then.prepares:
        edit(con, file, "meeting", coming.id, prepared_by=then.prepares)


def reopen(con: Connection, file: CoalitionFile, meeting_id: str, draft: Move) -> Move:
    """Write the move that reopens a closed meeting: it runs again, and its record counts as a draft.

    Raises NotAllowed once its minutes went round.
    """
    before = records.read(con, meeting_id)
    circulating.must_be_draft(before)
    move = log.write(con, file, meeting_id, draft)
    records.write(con, file, meeting_id, before, "reopened")
    return move


def _organisation_of(con: Connection, person: str, day: date) -> str:
    found = [one.organisation for one in people.on(con, day) if one.person.id == person and one.organisation]
    return found[0].id if found else ""
