"""Reading somebody else's rows, each value measured by the rule of its column, and writing them into a file of ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from coalmeet.store.driver import Raw
from coalmeet.store.foreign.fits import Rule, bytes_of, change_fits, fits
from coalmeet.store.foreign.refused import Refused

FORMAT = "format"  # the one table that no form, no log and no rule knows: when the file was made
CHANGE = "change"
_NUMBERS = {"flag", "number", "count", "moment", "hours"}
_BATCH = 500
_LAST_HELD = """
SELECT max(date) FROM meeting
WHERE id IN (SELECT meeting FROM record WHERE source NOT IN ('plan', 'reopened'))
"""

Row = tuple[Any, ...]
Rules = Mapping[str, Mapping[str, Rule]]


@dataclass(frozen=True, slots=True)
class Told:
    """The rules of all columns, as the asking process read them off its tables, and what changes may speak of."""

    rules: Rules
    edited: frozenset[str]


def columns(con: Raw) -> dict[str, tuple[str, ...]]:
    """The columns of each table of a file whose structure is ours."""
    found = {}
    for (name,) in con.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
        nothing = con.execute(f'SELECT * FROM "{name}" LIMIT 0')  # noqa: S608 - a name of our own structure
        found[name] = tuple(one[0] for one in nothing.description)
    return found


def copy(con: Raw, into: Raw | None, told: Told) -> int:
    """Read every row, and write it where a file of ours has been given its tables; the number of rows.

    Raises Refused at the first value that no Coalmeet writes.
    """
    count = 0
    for table, names in columns(con).items():
        if table == FORMAT:
            _copy_format(con, into)
            continue
        for some in _batches(_checked(con, table, names, told)):
            count += len(some)
            if into is not None:
                into.executemany(_insert(table, names), some)
    return count


def _checked(con: Raw, table: str, names: tuple[str, ...], told: Told) -> Iterator[Row]:
    rules = [told.rules[table][name] for name in names]
    _refuse_long(con, table, names, rules)
    change = _change(names, told) if table == CHANGE else None
    for row in con.execute(_select(table, names)):
        for name, rule, value in zip(names, rules, row, strict=True):
            if not fits(rule, value):
                raise Refused("contents", f"{table}.{name}")
        if change is not None:
            change(row)
        yield row


def _refuse_long(con: Raw, table: str, names: Iterable[str], rules: Iterable[Rule]) -> None:
    """Before anything is fetched: SQLite knows how long a value is without reading it."""
    for name, (kind, _empty) in zip(names, rules, strict=True):
        if kind not in _NUMBERS:
            longest = con.execute(f'SELECT max(octet_length("{name}")) FROM "{table}"').fetchone()[0]  # noqa: S608
            if longest is not None and longest > bytes_of(kind):
                raise Refused("contents", f"{table}.{name}")


def _change(names: tuple[str, ...], told: Told) -> Any:
    """What looks at a change as a whole: the value must fit the field that it speaks of."""
    table_at, field_at, value_at = (names.index(one) for one in ("table", "field", "value"))

    def look(row: Row) -> None:
        table, field, value = row[table_at], row[field_at], row[value_at]
        known = told.rules[table] if table in told.edited else {}
        if (field and (field not in known or field == "id")) or not known:
            raise Refused("contents", "change.field")
        if not change_fits(known[field] if field else None, value):
            raise Refused("contents", "change.value")

    return look


def _copy_format(con: Raw, into: Raw | None) -> None:
    rows = con.execute(f"SELECT id, min_reader, created FROM {FORMAT} LIMIT 2").fetchall()  # noqa: S608 - our own name
    if len(rows) != 1 or not fits(("number", False), rows[0][1]) or not fits(("moment", False), rows[0][2]):
        raise Refused("contents", f"{FORMAT}.created")
    if into is not None:
        into.execute(f"UPDATE {FORMAT} SET created = ?", (rows[0][2],))  # noqa: S608


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while some := list(islice(rows, _BATCH)):
        yield some


def _select(table: str, names: tuple[str, ...]) -> str:
    listed = ", ".join(f'"{name}"' for name in names)
    return f'SELECT {listed} FROM "{table}"'  # noqa: S608 - names of our own structure


def _insert(table: str, names: tuple[str, ...]) -> str:
    listed, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
    return f'INSERT INTO "{table}" ({listed}) VALUES ({marks})'  # noqa: S608 - names of our own structure


def summary(con: Raw) -> dict[str, Any]:
    """What a person is shown of the file before it is taken: of rows that were all read and found to be in order.

    Raises Refused unless exactly one coalition stands in it.
    """
    coalitions = con.execute("SELECT id, name FROM coalition LIMIT 2").fetchall()
    if len(coalitions) != 1:
        raise Refused("contents", "coalition.id")
    (meetings,) = con.execute("SELECT count(*) FROM meeting").fetchone()
    (last,) = con.execute(_LAST_HELD).fetchone()
    (at,) = con.execute('SELECT max("at") FROM move').fetchone()
    ((coalition, name),) = coalitions
    return {"coalition": coalition, "name": name, "meetings": meetings, "last_meeting": last, "last_move": at}
