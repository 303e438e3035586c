"""The one way to write rows behind forms: an edit changes the row and appends what changed.

A change names the changes that it replaces (`seen`), never a time: undoing an edit and bringing two copies
together both follow from that. Deleting is a change too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table, bindparam, insert, select, update
from sqlalchemy import delete as sql_delete

from coalmeet.errors import NotAllowed
from coalmeet.ids import new_id
from coalmeet.store import values
from coalmeet.store.changes import DELETED, Change, by_id, largest_counter, of_rows, unseen
from coalmeet.store.file import CoalitionFile
from coalmeet.store.safe_text import refuse_unkept
from coalmeet.store.tables import CHANGE, EDITED
from coalmeet.text import _

_TABLES = {table.name: table for table in EDITED}
# Built once: building a statement costs more than running it.
_BY_ID = {
    table.name: select(table).where(table.c.id.in_(bindparam("ids", expanding=True))) for table in EDITED
}
Fields = Mapping[str, Any]


def edit(
    con: Connection, file: CoalitionFile, table_name: str, row_id: str, **fields: Any
) -> tuple[str, ...]:
    """Insert the row, or update it where it differs. Returns the ids of the changes, for `undo`.

    Raises NotAllowed for a text that cannot be kept.
    """
    return edit_rows(con, file, table_name, {row_id: fields})


def edit_rows(
    con: Connection, file: CoalitionFile, table_name: str, rows: Mapping[str, Fields]
) -> tuple[str, ...]:
    """`edit` for many rows of one table in a constant number of statements for the new ones."""
    if not rows:
        return ()
    table = _TABLES[table_name]
    rows = {row_id: _kept(fields) for row_id, fields in rows.items()}
    had = _rows(con, table, rows)
    past = of_rows(con, table_name, rows)
    writing = _Writing(con, file, table_name)
    fresh = []
    for row_id, fields in rows.items():
        old = had.get(row_id)
        if old is None:
            fresh.append({"id": row_id, **values.blank(table), **fields})
            changed = dict(fields)
        else:
            changed = {name: value for name, value in fields.items() if old[name] != value}
            if changed:
                con.execute(update(table).where(table.c.id == row_id).values(**changed))
        for name, value in changed.items():
            before = [change.id for change in unseen(past.get(row_id, ())) if change.field in {name, DELETED}]
            writing.note(row_id, name, before, values.to_json(value))
    if fresh:
        con.execute(insert(table), fresh)
    return writing.done()


def settle(
    con: Connection, file: CoalitionFile, table_name: str, row_id: str, **fields: Any
) -> tuple[str, ...]:
    """`edit` where several changes stand beside each other: these values replace them all, also the one that is shown.

    After it nothing is in doubt about these fields, nor whether the row stays. The row must be there.
    """
    table = _TABLES[table_name]
    con.execute(update(table).where(table.c.id == row_id).values(**_kept(fields)))
    there = unseen(of_rows(con, table_name, [row_id]).get(row_id, ()))
    writing = _Writing(con, file, table_name)
    for name, value in fields.items():
        before = [change.id for change in there if change.field in {name, DELETED}]
        writing.note(row_id, name, before, values.to_json(value))
    return writing.done()


def edit_typed(
    con: Connection, file: CoalitionFile, table_name: str, row_id: str, **fields: Any
) -> tuple[str, ...]:
    """`edit` for text that is saved while it is typed: it takes the place of what this opening wrote there before.

    Otherwise each pause of the typist would leave a copy of the whole note in the history. Whatever others
    wrote stays, and `unseen` knows that a writer has seen their own earlier words.
    """
    table = _TABLES[table_name]
    old = _rows(con, table, [row_id]).get(row_id)
    if old is None:
        return edit(con, file, table_name, row_id, **fields)
    changed = {name: value for name, value in _kept(fields).items() if old[name] != value}
    if not changed:
        return ()
    there = unseen(of_rows(con, table_name, [row_id]).get(row_id, ()))
    writing = _Writing(con, file, table_name)  # before anything goes, so that its counter is larger
    for name, value in changed.items():
        before = [change for change in there if change.field in {name, DELETED}]
        own = [change for change in before if change.writer == file.writer and change.field == name]
        seen = {change.id for change in before if change not in own}.union(*(change.seen for change in own))
        con.execute(sql_delete(CHANGE).where(CHANGE.c.id.in_([change.id for change in own])))
        writing.note(row_id, name, sorted(seen), values.to_json(value))
    con.execute(update(table).where(table.c.id == row_id).values(**changed))
    return writing.done()


def delete(con: Connection, file: CoalitionFile, table_name: str, *row_ids: str) -> tuple[str, ...]:
    """Delete rows; their history stays, so that it can be undone. A row that is not there is passed over."""
    if not row_ids:
        return ()
    table = _TABLES[table_name]
    there = _rows(con, table, row_ids)
    past = of_rows(con, table_name, there)
    writing = _Writing(con, file, table_name)
    for row_id in there:
        con.execute(sql_delete(table).where(table.c.id == row_id))
        writing.note(row_id, DELETED, [change.id for change in unseen(past.get(row_id, ()))], values.NOTHING)
    return writing.done()


def undo(con: Connection, file: CoalitionFile, change_ids: Iterable[str]) -> tuple[str, ...]:
    """Put back what these changes replaced, as changes of their own, whose undoing does it again.

    Raises NotAllowed when something else has been written over one of them since.
    """
    groups: dict[tuple[str, str], list[Change]] = {}
    for change in by_id(con, change_ids).values():
        groups.setdefault((change.table, change.row), []).append(change)
    made: list[str] = []
    for (table_name, row_id), group in groups.items():
        made += _undo_row(con, file, table_name, row_id, group)
    return tuple(made)


def _undo_row(
    con: Connection, file: CoalitionFile, table_name: str, row_id: str, group: list[Change]
) -> tuple[str, ...]:
    undone = {change.id for change in group}
    now = {change.id for change in unseen(of_rows(con, table_name, [row_id]).get(row_id, ()))}
    if not undone <= now:
        raise NotAllowed(
            _(
                "This was changed again since, so it cannot be undone here. Change it by hand to what it "
                "should be."
            )
        )
    before = by_id(con, {seen for change in group for seen in change.seen})
    values_before = {change.field: change for change in sorted(before.values(), key=lambda one: one.counter)}
    values_before.pop(DELETED, None)
    table = _TABLES[table_name]
    if group[0].field != DELETED:
        if not values_before and now <= undone:
            return delete(con, file, table_name, row_id)
        blank = values.blank(table)
        fields = {change.field: blank[change.field] for change in group}
    else:
        fields = {}
    fields |= {name: values.from_json(table.c[name], change.value) for name, change in values_before.items()}
    return edit(con, file, table_name, row_id, **fields)


def _kept(fields: Fields) -> dict[str, Any]:
    refuse_unkept(tuple(fields.values()))
    return {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}


def _rows(con: Connection, table: Table, row_ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for some in values.batches(row_ids):
        for row in con.execute(_BY_ID[table.name], {"ids": some}).mappings().all():
            found[row["id"]] = dict(row)
    return found


class _Writing:
    """The changes of one edit, gathered and then appended together."""

    def __init__(self, con: Connection, file: CoalitionFile, table_name: str) -> None:
        self._con = con
        self._writer = file.writer
        self._table = table_name
        self._counter = largest_counter(con)
        self._rows: list[dict[str, Any]] = []

    def note(self, row_id: str, field: str, seen: list[str], value: str) -> None:
        self._counter += 1
        self._rows.append(
            {
                "id": new_id(),
                "counter": self._counter,
                "writer": self._writer,
                "table": self._table,
                "row": row_id,
                "field": field,
                "seen": tuple(seen),
                "value": value,
            }
        )

    def done(self) -> tuple[str, ...]:
        if self._rows:
            self._con.execute(insert(CHANGE), self._rows)
        return tuple(row["id"] for row in self._rows)
