"""What the meeting that is going on reads and writes: its log, its notes, and at the close all that follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress

from sqlalchemy import Connection

from coalmeet.errors import FileProblem, NotSaved
from coalmeet.meeting import events
from coalmeet.meeting.journal import Move
from coalmeet.meeting.record import record
from coalmeet.meeting.state import Meeting
from coalmeet.store import closing, coalition, log, meetings, people
from coalmeet.store import notes as note_rows
from coalmeet.store.file import CoalitionFile
from coalmeet.text import speaking


def moves(con: Connection, meeting_id: str) -> tuple[Move, ...]:
    """The log of the meeting, in order. Raises FileProblem when it cannot be followed."""
    return log.read(con, meeting_id)


def notes(con: Connection, meeting_id: str) -> dict[str, str]:
    """The notes for the minutes, by item id."""
    return note_rows.read(con, meeting_id)


def private_notes(con: Connection, meeting_id: str) -> dict[str, str]:
    """The facilitator's own notes, by item id."""
    return note_rows.read_private(con, meeting_id)


def write(file: CoalitionFile, meeting_id: str, draft: Move, after: Meeting, kept: Mapping[str, str]) -> Move:
    """Write a move that has been folded into `after`; closing and reopening carry the record with them.

    One transaction. Raises NotSaved or NotAllowed, and then nothing of it is in the file. A disk may report an error
    after the move has reached it, as the journal is put away: then the move is there, and counts.
    """
    try:
        return _write(file, meeting_id, draft, after, kept)
    except NotSaved:
        there = _found(file, meeting_id, draft)
        if there is None:
            raise
        return there


def _found(file: CoalitionFile, meeting_id: str, draft: Move) -> Move | None:
    with suppress(FileProblem), file.reading() as con:
        known = log.read(con, meeting_id)
        if known and known[-1].id == draft.id:
            return known[-1]
    return None


def _write(
    file: CoalitionFile, meeting_id: str, draft: Move, after: Meeting, kept: Mapping[str, str]
) -> Move:
    with file.writing() as con:
        if any(isinstance(event, events.MeetingReopened) for event in draft.events):
            return closing.reopen(con, file, meeting_id, draft)
        if not after.closed_at:
            return log.write(con, file, meeting_id, draft)
        frame = meetings.meeting(con, meeting_id)
        with speaking(coalition.read(con).language):
            made = record(
                after,
                kept,
                meeting_id=meeting_id,
                link=frame.link,
                prepared_by=people.name_of(con, frame.prepared_by),
            )
        return closing.close(con, file, meeting_id, draft, after, made)


def write_note(file: CoalitionFile, meeting_id: str, item_id: str, text: str, *, private: bool) -> None:
    """Keep the note of an item. Raises FileProblem."""
    keep = note_rows.write_private if private else note_rows.write
    with file.writing() as con:
        keep(con, file, meeting_id, item_id, text)


def bring_over(
    file: CoalitionFile,
    meeting_id: str,
    moves: Iterable[Move],
    kept: Mapping[str, str],
    private: Mapping[str, str],
) -> None:
    """Write what a window knows of a running meeting and another file, made of a backup, lacks. Raises FileProblem."""
    with file.writing() as con:
        known = {one.id for one in log.read(con, meeting_id)}
        for move in moves:
            if move.id not in known:
                log.write(con, file, meeting_id, move)
        for write_one, texts in ((note_rows.write, kept), (note_rows.write_private, private)):
            for item, text in texts.items():
                write_one(con, file, meeting_id, item, text)
