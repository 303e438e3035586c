"""What each column may hold, read off the tables: rows that somebody else has written are measured by it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import REAL, Column, Integer, String, Text

from coalmeet.store.tables import EDITED, METADATA
from coalmeet.store.tables.kinds import Day, Flag, Several

HOLDS = "holds"  # in the info of a column whose type alone does not say what stands in it

# The first that fits counts: Text is a String too.
_BY_TYPE: tuple[tuple[type[Any], str], ...] = (
    (Day, "day"),
    (Flag, "flag"),
    (Several, "texts"),
    (REAL, "hours"),
    (Integer, "number"),
    (Text, "text"),
    (String, "id"),
)

# A column's kind (a key of coalmeet.store.foreign.fits), and whether it may be empty (NULL).
Rule = tuple[str, bool]
Rules = dict[str, dict[str, Rule]]


def rules() -> Rules:
    """The rules of every table's columns, by their names: plain values, so that they can be handed to a process."""
    return {table.name: {one.name: _rule(one) for one in table.columns} for table in METADATA.sorted_tables}


def edited() -> list[str]:
    """The tables that changes may speak of."""
    return [table.name for table in EDITED]


def _rule(column: Column[Any]) -> Rule:
    kind = column.info.get(HOLDS) or next(kind for type_, kind in _BY_TYPE if isinstance(column.type, type_))
    return kind, bool(column.nullable)
