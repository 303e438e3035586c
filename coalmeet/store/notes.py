"""Notes of items: those for the minutes, and the private ones, which only the facilitator's book reads."""

from __future__ import annotations

from sqlalchemy import Connection, Table, select

from coalmeet.store.edit import delete, edit_typed
from coalmeet.store.file import CoalitionFile
from coalmeet.store.tables import NOTE, PRIVATE_NOTE


def read(con: Connection, meeting_id: str) -> dict[str, str]:
    """The notes of a meeting by the ids of its items; items without one are left out."""
    return _read(con, NOTE, meeting_id)


def write(con: Connection, file: CoalitionFile, meeting_id: str, item_id: str, text: str) -> tuple[str, ...]:
    """Keep the note of an item; an empty text takes it away. Returns the changes."""
    return _write(con, file, "note", meeting_id, item_id, text)


def read_private(con: Connection, meeting_id: str) -> dict[str, str]:
    """The private notes of a meeting by the ids of its items."""
    return _read(con, PRIVATE_NOTE, meeting_id)


def write_private(
    con: Connection, file: CoalitionFile, meeting_id: str, item_id: str, text: str
) -> tuple[str, ...]:
    """Keep the private note of an item; an empty text takes it away. Returns the changes."""
    return _write(con, file, "private_note", meeting_id, item_id, text)


def _read(con: Connection, table: Table, meeting_id: str) -> dict[str, str]:
    rows = con.execute(select(table.c.id, table.c.text).where(table.c.meeting == meeting_id)).all()
    return {row.id: row.text for row in rows}


def _write(
    con: Connection, file: CoalitionFile, table_name: str, meeting_id: str, item_id: str, text: str
) -> tuple[str, ...]:
    if not text:
        return delete(con, file, table_name, item_id)
    return edit_typed(con, file, table_name, item_id, meeting=meeting_id, text=text)
