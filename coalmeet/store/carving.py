"""Rows of a damaged file that no table leads to any more: found page by page, and given to the one table they fit.

Only of a file without a passphrase. What was deleted is not found: it was overwritten when it went. See "The Database
File Format", https://www.sqlite.org/fileformat2.html, for all offsets and numbers.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite

from coalmeet.store import migrations
from coalmeet.store.driver import Raw

Row = tuple[Any, ...]
_PAGE, _LEAF, _HEADER = 4096, 13, 100
_WHOLE_NUMBERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}  # bytes of each kind of whole number
_TYPES: Mapping[str, tuple[type, ...]] = {
    "TEXT": (str,), "INTEGER": (int,), "REAL": (float, int), "BLOB": (bytes,),
}  # fmt: skip
_REFERS = {"item": "meeting", "turn_note": "meeting", "template_item": "template"}
_COLUMNS = """
SELECT name, (SELECT count(*) FROM pragma_table_info(sqlite_schema.name)) FROM sqlite_schema WHERE type = 'table'
"""
_ID = re.compile("[0-9a-f]{32}")


class _Broken(Exception):
    """These bytes are no row."""


class Shape:
    """What the rows of one table look like: how many values, of which kinds, which of them never empty."""

    def __init__(self, con: Raw, table: str, counts: frozenset[int]) -> None:
        """`counts` are the numbers of columns that the table had in any format: an old row keeps its number."""
        found = con.execute(f'PRAGMA table_info("{table}")').fetchall()
        self.columns = tuple(str(row[1]) for row in found)
        self._kinds = tuple((_TYPES[row[2]], bool(row[3])) for row in found)
        self._counts = counts

    def fits(self, row: Row) -> bool:
        """Whether this may be a row of the table."""
        if len(row) not in self._counts:
            return False
        kinds = zip(row, self._kinds, strict=False)
        return all(
            not needed if value is None else isinstance(value, kind) for value, (kind, needed) in kinds
        )


def found(
    path: Path, shapes: Mapping[str, Shape], known: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, Row]]:
    """Every row on any page with the one table that it belongs to; those that may belong to several are left out.

    `known` are the ids that an index still has for a table: they decide where two tables look alike, and so does what
    a row refers to. Notes and private notes cannot be told apart without an index, and are never mixed up.
    """
    every = tuple(pages(path))
    ids = {table: set(known.get(table, ())) for table in shapes}
    for rows in every:
        table = only_fit(rows, shapes, {})
        if table:
            ids[table].update(row[0] for row in rows)
    for rows in every:
        table = only_fit(rows, shapes, ids)
        for row in rows:
            named = [one for one, theirs in known.items() if row[0] in theirs and one in shapes]
            owner = named[0] if len(named) == 1 else table
            if owner and shapes[owner].fits(row):
                yield owner, row


def shapes(con: Raw, tables: Iterable[str]) -> dict[str, Shape]:
    """The shapes of these tables as `con` has them; an older row has as many values as its table had then."""
    return {table: Shape(con, table, counts().get(table, frozenset())) for table in tables}


@lru_cache(maxsize=1)
def counts() -> Mapping[str, frozenset[int]]:
    """How many columns each table had, in any format."""
    found: dict[str, set[int]] = {}
    with closing(sqlite.connect(":memory:", isolation_level=None)) as con:
        con.execute("BEGIN")
        for steps in range(1, migrations.LATEST + 1):
            migrations.apply(con, migrations.STEPS[:steps])
            for table, count in con.execute(_COLUMNS).fetchall():
                found.setdefault(table, set()).add(count)
    return {table: frozenset(numbers) for table, numbers in found.items()}


def only_fit(rows: Sequence[Row], shapes: Mapping[str, Shape], ids: Mapping[str, AbstractSet[str]]) -> str:
    """The one table that all rows of a page fit; "" for none or several: no row is ever guessed into a table."""
    fitting = [
        table
        for table, shape in shapes.items()
        if all(shape.fits(row) and _refers_rightly(table, row, ids) for row in rows)
    ]
    return fitting[0] if len(fitting) == 1 else ""


def _refers_rightly(table: str, row: Row, ids: Mapping[str, AbstractSet[str]]) -> bool:
    """Tell those apart that look alike by their second value: a name, or the id of a row of another table."""
    if not ids or len(row) < 2:
        return True
    if table in _REFERS:
        return row[1] in ids.get(_REFERS[table], ())
    return table != "person" or not _ID.fullmatch(str(row[1]))


def pages(path: Path) -> Iterator[tuple[Row, ...]]:
    """The rows of each page that holds rows of a table; a page on which nothing makes sense is left out."""
    there = path.read_bytes()
    for at in range(0, len(there), _PAGE):
        rows = tuple(_rows(there, at))
        if rows:
            yield rows


def _rows(there: bytes, at: int) -> Iterator[Row]:
    head = at + (_HEADER if at == 0 else 0)
    if there[head : head + 1] != bytes([_LEAF]):
        return
    count = int.from_bytes(there[head + 3 : head + 5], "big")
    for cell in range(min(count, _PAGE // 4)):
        pointer = head + 8 + 2 * cell
        try:
            yield _record(_payload(there, at, int.from_bytes(there[pointer : pointer + 2], "big")))
        except (_Broken, IndexError, UnicodeDecodeError, struct.error, OverflowError):
            continue


def _payload(there: bytes, at: int, offset: int) -> bytes:
    """The bytes of a cell, with what of it lies on further pages."""
    if not 8 <= offset < _PAGE:
        raise _Broken
    length, start = _number(there, at + offset)
    _rowid, start = _number(there, start)
    most, least = _PAGE - 35, (_PAGE - 12) * 32 // 255 - 23
    if length > len(there):
        raise _Broken
    if length <= most:
        return there[start : start + length]
    here = least + (length - least) % (_PAGE - 4)
    here = here if here <= most else least
    parts, left = [there[start : start + here]], length - here
    after = int.from_bytes(there[start + here : start + here + 4], "big")
    while left > 0:
        begin = (after - 1) * _PAGE
        if after < 1 or begin + _PAGE > len(there):
            raise _Broken
        parts.append(there[begin + 4 : begin + 4 + min(left, _PAGE - 4)])
        left -= _PAGE - 4
        after = int.from_bytes(there[begin : begin + 4], "big")
    return b"".join(parts)


def _record(payload: bytes) -> Row:
    length, at = _number(payload, 0)
    kinds = []
    while at < length:
        kind, at = _number(payload, at)
        kinds.append(kind)
    if at != length or not kinds:
        raise _Broken
    values = []
    for kind in kinds:
        value, at = _value(payload, at, kind)
        values.append(value)
    if at != len(payload):
        raise _Broken
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Any, int]:
    if kind in (0, 8, 9):
        return {0: None, 8: 0, 9: 1}[kind], at
    if kind == 7:
        return struct.unpack_from(">d", payload, at)[0], at + 8
    if kind in (10, 11):
        raise _Broken
    end = at + (_WHOLE_NUMBERS[kind] if kind < 7 else (kind - 12) // 2)
    if end > len(payload):
        raise _Broken
    found = payload[at:end]
    if kind < 7:
        return int.from_bytes(found, "big", signed=True), end
    return (found.decode() if kind % 2 else found), end


def _number(there: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where the next begins."""
    value = 0
    for place in range(8):
        byte = there[at + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    return value << 8 | there[at + 8], at + 9
