"""A person chooses: one of the values that stand beside each other holds, and both stay in the history."""

from __future__ import annotations

import json

from sqlalchemy import Connection, select

from coalmeet.store import records, values
from coalmeet.store.bringing_in.values import Doubt
from coalmeet.store.bringing_in.which_run import choose_run
from coalmeet.store.changes import of_rows
from coalmeet.store.edit import delete, settle
from coalmeet.store.file import CoalitionFile
from coalmeet.store.rows import row
from coalmeet.store.tables import METADATA, RECORD


def choose(con: Connection, file: CoalitionFile, doubt: Doubt, side: int) -> None:
    """Let the side of this number hold. What it writes says that it has seen both, so every copy follows it.

    Raises NotAllowed or FileProblem where that cannot be.
    """
    chosen = doubt.sides[side]
    if doubt.kind == "run":
        choose_run(con, file, doubt.row, chosen.ids[0])
    elif doubt.kind == "record":
        # Both together are of neither side alone.
        said = next(one for side in (chosen, *doubt.sides) for one in side.ids)
        source = con.execute(select(RECORD.c.source).where(RECORD.c.id == said)).scalar_one()
        records.write(con, file, doubt.row, json.loads(chosen.value), source)
    elif doubt.kind == "field":
        column = METADATA.tables[doubt.table].c[doubt.field]
        settle(con, file, doubt.table, doubt.row, **{doubt.field: values.from_json(column, chosen.value)})
    elif chosen.value:
        _keep(con, file, doubt.table, doubt.row)
    else:
        delete(con, file, doubt.table, doubt.row)


def _keep(con: Connection, file: CoalitionFile, table: str, row_id: str) -> None:
    """The row stays after all, with everything that was ever said of it: the deletion had taken that along."""
    said = {one.field for one in of_rows(con, table, [row_id]).get(row_id, ())}
    stands = row(con, table, row_id) or {}
    settle(con, file, table, row_id, **{name: value for name, value in stands.items() if name in said})
