"""Between the values of a row and the JSON text in which a change keeps one of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import Column, Table

from coalmeet.store.tables.kinds import Day, Flag, Several, as_tuple

NOTHING = "null"
_MOST = 500  # parameters of one statement; SQLite's own limit is far higher, its planner's patience is not


def batches(ids: Iterable[str]) -> Iterator[list[str]]:
    """The ids in lists that are short enough for one statement."""
    every = list(ids)
    for start in range(0, len(every), _MOST):
        yield every[start : start + _MOST]


def blank(table: Table) -> dict[str, Any]:
    """The values of a row of which nobody said anything, without its id."""
    return {column.name: _blank(column) for column in table.columns if not column.primary_key}


def _blank(column: Column[Any]) -> Any:
    if isinstance(column.type, Flag):
        return getattr(column.server_default, "arg", "0") == "1"
    if isinstance(column.type, Several):
        return ()
    if column.nullable:
        return None
    usual = getattr(column.server_default, "arg", None)  # what is usual here: "sign", "3"
    kind = column.type.python_type
    return kind(usual) if usual else kind()


def to_json(value: Any) -> str:
    """The JSON text of a value: dates as YYYY-MM-DD, tuples as arrays."""
    return json.dumps(value.isoformat() if isinstance(value, date) else value, ensure_ascii=False)


def from_json(column: Column[Any], text: str) -> Any:
    """The value that `to_json` wrote for a column."""
    value = json.loads(text)
    if value is not None and isinstance(column.type, Day):
        return date.fromisoformat(value)
    if isinstance(column.type, Several):
        return as_tuple(text)
    return value
