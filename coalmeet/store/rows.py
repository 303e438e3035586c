"""Reading rows into the frozen values that stand for them; queries and forms share it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select, select

from coalmeet.store.tables import METADATA

T = TypeVar("T")


def row(con: Connection, table_name: str, row_id: str) -> dict[str, Any] | None:
    """The fields of one row without its id, as `edit` takes them; None where there is none."""
    table = METADATA.tables[table_name]
    found = con.execute(select(table).where(table.c.id == row_id)).mappings().first()
    return None if found is None else {name: value for name, value in found.items() if name != "id"}


def made(cls: type[T], found: Row[Any], **instead: Any) -> T:
    """The value of this class from the row's columns of the same names, with some fields replaced."""
    named = found._mapping  # noqa: SLF001 - SQLAlchemy's own name for what it documents
    values = {one.name: named[one.name] for one in _fields(cls) if one.name in named}
    return cls(**{**values, **instead})


def every(con: Connection, cls: type[T], wanted: Select[Any]) -> tuple[T, ...]:
    """All rows of a query as values of this class, in the query's order."""
    return tuple(made(cls, found) for found in con.execute(wanted).all())


def _fields(cls: Any) -> Iterable[Any]:
    return fields(cls)
