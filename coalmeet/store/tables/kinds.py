"""Kinds of column, all kept as text or whole numbers, and the table that most others are made like."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import REAL, Column, Integer, MetaData, String, Table, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

METADATA = MetaData()


class Day(TypeDecorator[date]):
    """A date, kept as YYYY-MM-DD."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


class Flag(TypeDecorator[bool]):
    """True or false, kept as 1 or 0."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int:
        return int(bool(value))

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool:
        return bool(value)


class Several(TypeDecorator[tuple[Any, ...]]):
    """A tuple of texts, numbers or tuples of those, kept as a JSON array."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[Any, ...] | None, dialect: Dialect) -> str:
        return json.dumps(value or (), ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[Any, ...]:
        return as_tuple(value or "[]")


@lru_cache(maxsize=1024)  # most rows of a table say the same: nothing, or who was there last time
def as_tuple(text: str) -> tuple[Any, ...]:
    """The tuple that a JSON array says, tuples within it included."""
    return _tuples(json.loads(text))


def _tuples(values: list[Any]) -> tuple[Any, ...]:
    return tuple(_tuples(value) if isinstance(value, list) else value for value in values)


def text(name: str, default: str = "") -> Column[str]:
    """Text, "" when nobody said, unless something else is usual."""
    return Column(name, Text, nullable=False, server_default=default)


def number(name: str, usual: int | None = None, *, holds: str = "number") -> Column[int]:
    """A whole number: the usual one or, where there is none, nothing until somebody says."""
    if usual is None:
        return Column(name, Integer, info={"holds": holds})
    return Column(name, Integer, nullable=False, server_default=str(usual), info={"holds": holds})


def hours(name: str) -> Column[float]:
    """A number of hours, or none."""
    return Column(name, REAL)


def day(name: str) -> Column[date]:
    """A date, or none."""
    return Column(name, Day)


def flag(name: str, *, default: bool = False) -> Column[bool]:
    """True or false."""
    return Column(name, Flag, nullable=False, server_default="1" if default else "0")


def several(name: str, holds: str = "texts") -> Column[tuple[Any, ...]]:
    """A JSON array; what each of its members is stands in coalmeet.store.foreign.fits under `holds`."""
    return Column(name, Several, nullable=False, server_default="[]", info={"holds": holds})


def table(name: str, *columns: Column[Any], row_numbers: bool = True) -> Table:
    """A table whose rows have a random id. No column points at another table by a foreign key.

    Without `row_numbers` its rows lie in the order of their ids, and no number says which of them came first.

    Two copies of a file are brought together row by row: one may have deleted what the other still names. A
    reference to a row that is gone is therefore no fault of the file, and queries leave it out.
    """
    return Table(
        name,
        METADATA,
        Column("id", String(32), primary_key=True, nullable=False),
        *columns,
        sqlite_strict=True,
        sqlite_with_rowid=row_numbers,
    )
