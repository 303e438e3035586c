"""What one gesture changed, row by row, so that it can be taken back and done again any number of steps deep.

`edit.undo` answers for single changes and refuses where something was written over them. A stack of gestures
needs the rows as they were: they are replayed from the history, and putting them back is an edit like any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from coalmeet.store import edit, values
from coalmeet.store.changes import DELETED, Change, by_id, of_rows
from coalmeet.store.file import CoalitionFile
from coalmeet.store.rows import row
from coalmeet.store.tables import METADATA

Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Turned:
    """One row before and after a gesture; None where there was, or is, no such row."""

    table: str
    row: str
    before: Fields | None
    after: Fields | None


def turned(con: Connection, change_ids: Iterable[str]) -> tuple[Turned, ...]:
    """The rows that these changes touched, in the order of the tables' names; call it before the commit."""
    ids = frozenset(change_ids)
    touched: dict[str, set[str]] = {}
    for change in by_id(con, ids).values():
        touched.setdefault(change.table, set()).add(change.row)
    found = []
    for table, row_ids in sorted(touched.items()):
        past = of_rows(con, table, row_ids)
        for row_id in sorted(row_ids):
            before = _replayed(table, [change for change in past[row_id] if change.id not in ids])
            found.append(Turned(table, row_id, before, row(con, table, row_id)))
    return tuple(found)


def put(con: Connection, file: CoalitionFile, rows: Sequence[Turned], *, back: bool) -> None:
    """Bring the rows to what they were before the gesture, or again to what they were after it."""
    for one in rows:
        wanted = one.before if back else one.after
        if wanted is None:
            edit.delete(con, file, one.table, one.row)
        else:
            edit.edit(con, file, one.table, one.row, **wanted)


def _replayed(table_name: str, history: Sequence[Change]) -> Fields | None:
    table = METADATA.tables[table_name]
    state: Fields | None = None
    for change in history:
        if change.field == DELETED:
            state = None
        else:
            state = values.blank(table) if state is None else state
            state[change.field] = values.from_json(table.c[change.field], change.value)
    return state
