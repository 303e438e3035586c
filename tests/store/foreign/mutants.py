"""Sound files with something broken in them: bytes as a disk or a hand breaks them, and values as a forger would."""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

PAGE = 4096
NASTY: tuple[object, ...] = (
    "", "x", "[]", "{}", "null", "[[[[]]]]", '{"a": 1}', "0000-00-00", "9999-12-31", "-1", "25:99", "../../x", "%s",
    "<img src=x>", "\u202e", "\u0000", "é" * 5000, "x" * 70_000, 0, 1, -1, 2**31, 2**62, -(2**63), 1e300, b"\xff",
)  # fmt: skip

INSIDE: tuple[object, ...] = (
    *(one for one in NASTY if not isinstance(one, bytes)), None, True, 1.5, [], {}, [None], ["x", 1],
)  # fmt: skip

Break = Callable[[bytearray, random.Random], None]


def _flip_one(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _flip_many(data: bytearray, chance: random.Random) -> None:
    for _time in range(chance.randint(2, 60)):
        data[chance.randrange(len(data))] = chance.randrange(256)


def _header(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(16, 100)] = chance.choice([0, 1, 2, 0x7F, 0xFF, chance.randrange(256)])


def _head_of_a_page(data: bytearray, chance: random.Random) -> None:
    data[_page(data, chance) + chance.randrange(16)] = chance.randrange(256)


def _pointer(data: bytearray, chance: random.Random) -> None:
    at = _page(data, chance) + chance.randrange(PAGE - 4)
    data[at : at + 4] = chance.choice([b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", bytes(4), b"\x80\0\0\0"])


def _cut(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


def _page_twice(data: bytearray, chance: random.Random) -> None:
    one, other = _page(data, chance), _page(data, chance)
    data[one : one + PAGE] = data[other : other + PAGE]


def _pages_swapped(data: bytearray, chance: random.Random) -> None:
    one, other = _page(data, chance), _page(data, chance)
    data[one : one + PAGE], data[other : other + PAGE] = data[other : other + PAGE], data[one : one + PAGE]


def _catalogue(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(100, PAGE - 200)
    for _time in range(chance.randint(1, 8)):
        data[start + chance.randrange(200)] = chance.randrange(32, 127)


def _zeros(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    count = min(chance.randint(1, 512), len(data) - start)
    data[start : start + count] = bytes(count)


def _cells(data: bytearray, chance: random.Random) -> None:
    start = _page(data, chance) + 8
    for _time in range(6):
        data[start + chance.randrange(60)] = chance.randrange(256)


def _page(data: bytearray, chance: random.Random) -> int:
    return PAGE * chance.randrange(len(data) // PAGE)


BREAKS: tuple[Break, ...] = (
    _flip_one, _flip_many, _header, _head_of_a_page, _pointer, _cut, _page_twice, _pages_swapped, _catalogue, _zeros,
    _cells,
)  # fmt: skip


def broken(sound: bytes, chance: random.Random) -> bytes:
    """The file with its bytes broken in one of the ways."""
    data = bytearray(sound)
    chance.choice(BREAKS)(data, chance)
    return bytes(data)


def forged(path: Path, sound: bytes, chance: random.Random) -> None:
    """The file with a value of one row changed to one that does not belong there, as far as SQLite lets it."""
    path.write_bytes(sound)
    with closing(sqlite3.connect(path, isolation_level=None)) as con:
        con.execute("PRAGMA journal_mode=OFF")
        con.execute("PRAGMA synchronous=OFF")
        tables = [name for (name,) in con.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        for _time in range(chance.randint(1, 3)):
            table = chance.choice(tables)
            columns = [row[1] for row in con.execute(f'PRAGMA table_info("{table}")')]
            ids = [id for (id,) in con.execute(f'SELECT id FROM "{table}"')]
            if ids:
                change = f'UPDATE OR IGNORE "{table}" SET "{chance.choice(columns)}" = ? WHERE id = ?'
                try:
                    con.execute(change, (chance.choice(NASTY), chance.choice(ids)))
                except (sqlite3.IntegrityError, OverflowError):
                    continue


def forged_inside(text: str, chance: random.Random) -> str:
    """A JSON text with up to three of its values changed, at whatever depth."""
    value = json.loads(text)
    for _time in range(chance.randint(1, 3)):
        path = chance.choice(list(_paths(value, ())))
        value = _put(value, path, json.loads(json.dumps(chance.choice(INSIDE))))
    return json.dumps(value)


def _paths(value: Any, path: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield from _paths(one, (*path, key))


def _put(value: Any, path: tuple[Any, ...], new: object) -> Any:
    if not path:
        return new
    found = value
    for key in path[:-1]:
        found = found[key]
    found[path[-1]] = new
    return value
