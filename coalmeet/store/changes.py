"""Reading the history of rows: which change replaced which, and which stand unreplaced now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, select

from coalmeet.store.tables import CHANGE
from coalmeet.store.values import batches

DELETED = ""  # the field of a change that deletes its row

# Built once: every edit sends them, and building a statement costs more than running it.
_OF_ROWS = (
    select(CHANGE)
    .where(CHANGE.c.table == bindparam("table"), CHANGE.c.row.in_(bindparam("rows", expanding=True)))
    .order_by(CHANGE.c.counter)
)
_BY_ID = select(CHANGE).where(CHANGE.c.id.in_(bindparam("ids", expanding=True)))
_LARGEST = select(func.max(CHANGE.c.counter))


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one row got a value (JSON text), in place of what the changes in `seen` had given it."""

    id: str
    counter: int
    writer: str
    table: str
    row: str
    field: str
    seen: tuple[str, ...]
    value: str


def of_rows(con: Connection, table_name: str, row_ids: Iterable[str]) -> dict[str, list[Change]]:
    """The history of each row, oldest first; rows without one are left out."""
    found: dict[str, list[Change]] = {}
    for some in batches(row_ids):
        for row in con.execute(_OF_ROWS, {"table": table_name, "rows": some}).all():
            found.setdefault(row.row, []).append(_change(row))
    return found


def by_id(con: Connection, change_ids: Iterable[str]) -> dict[str, Change]:
    """These changes by their ids; an id that is not in the file is left out."""
    found: dict[str, Change] = {}
    for some in batches(change_ids):
        for row in con.execute(_BY_ID, {"ids": some}).all():
            found[row.id] = _change(row)
    return found


def unseen(changes: Sequence[Change]) -> list[Change]:
    """Those of one row's changes that no other replaced: one a field, more after two copies came together.

    A writer is one opening of the file and knows what it wrote before, said or not.
    """
    seen = {one for change in changes for one in change.seen}
    newest: dict[tuple[str, str], int] = {}
    for change in changes:
        said = change.writer, change.field
        newest[said] = max(newest.get(said, 0), change.counter)
    return [
        change
        for change in changes
        if change.id not in seen and change.counter == newest[change.writer, change.field]
    ]


def largest_counter(con: Connection) -> int:
    """The largest counter of any change in the file, 0 when there is none."""
    return con.execute(_LARGEST).scalar() or 0


def _change(row: Row[Any]) -> Change:
    return Change(*(getattr(row, name) for name in Change.__slots__))
