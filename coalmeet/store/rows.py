"""One row as it stands, to be put back as it was when a gesture is taken back."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from coalmeet.store.tables import EDITED

_TABLES = {table.name: table for table in EDITED}


def row(con: Connection, table_name: str, row_id: str) -> dict[str, Any] | None:
    """The fields of a row without its id, or None when there is no such row."""
    table = _TABLES[table_name]
    found = con.execute(select(table).where(table.c.id == row_id)).mappings().one_or_none()
    return None if found is None else {name: value for name, value in found.items() if name != "id"}
