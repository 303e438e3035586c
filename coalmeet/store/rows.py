"""Reading rows into the frozen values that stand for them; queries and forms share it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import lru_cache
from operator import itemgetter
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
    return maker(cls, found._fields)(found, **instead)


def maker(cls: type[T], columns: tuple[str, ...]) -> Callable[..., T]:
    """What makes values of this class from rows with these columns, as `made` does: found once for thousands."""
    asked: Any = cls
    names, pick = _picking(asked, columns)

    def make(found: Row[Any], **instead: Any) -> T:
        return cls(**{**dict(zip(names, pick(found), strict=True)), **instead})

    return make


@lru_cache(maxsize=64)
def _picking(cls: Any, columns: tuple[str, ...]) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """The fields for which there is a column, and what takes their values out of a row."""
    at = {name: place for place, name in enumerate(columns)}
    names = tuple(one.name for one in fields(cls) if one.name in at)
    places = [at[name] for name in names]
    if len(places) > 1:
        return names, itemgetter(*places)
    return names, lambda found: tuple(found[place] for place in places)


def every(con: Connection, cls: type[T], wanted: Select[Any]) -> tuple[T, ...]:
    """All rows of a query as values of this class, in the query's order."""
    result = con.execute(wanted)
    make = maker(cls, tuple(result.keys()))
    return tuple(map(make, result.all()))
