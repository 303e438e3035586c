"""Opening somebody else's file so that it has no power: every look is one that a file made to harm has already had.

In order: an ordinary file of a sensible size, no journal beside it, a header that fits its length; opened so that
SQLite believes nothing in it; the structure ours, letter for letter; then its pages.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from coalmeet.store import migrations
from coalmeet.store.driver import APPLICATION_ID, KEY, Raw, complaints, pragma_number
from coalmeet.store.foreign import limits
from coalmeet.store.foreign.refused import Refused

_HEADER = 100  # bytes
_UTF_8 = 1
_PRAGMAS = (
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "query_only=ON",
    "temp_store=MEMORY",
    "cache_size=-8000",
)
_ALLOWED = {sqlite.SQLITE_SELECT, sqlite.SQLITE_READ, sqlite.SQLITE_TRANSACTION}
_FUNCTIONS = {"octet_length", "count", "max"}
_ASKED = {
    "quick_check",
    "foreign_key_check",
    "user_version",
    "application_id",
    "encoding",
    "page_count",
    "page_size",
}

Structure = frozenset[tuple[str, str, str, str | None]]


@contextmanager
def opened(path: Path, key: bytes | None = None) -> Iterator[tuple[Raw, int]]:
    """A connection that can only read, and the number of the format. Raises Refused, or the driver's errors."""
    size = look_at_file(path, sealed=key is not None)
    con = _connect(path, key)
    try:
        version = look_at_structure(con, size)
        look_at_pages(con)
        yield con, version
    finally:
        con.close()


def look_at_file(path: Path, *, sealed: bool) -> int:
    """The size in bytes of a file that SQLite may be let near."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise Refused("structure")
        if found.st_size > limits.LARGEST_FILE:
            raise Refused("large")
        head = os.read(descriptor, _HEADER)
    finally:
        os.close(descriptor)
    real = os.path.realpath(path)  # SQLite looks beside the file itself, not beside a link to it
    if any(os.path.lexists(f"{real}{end}") for end in ("-journal", "-wal", "-shm")):
        raise Refused("unfinished")
    if not sealed:
        look_at_header(head, found.st_size)
    return found.st_size


def look_at_header(head: bytes, size: int) -> None:
    """What the first hundred bytes say must fit the file: https://www.sqlite.org/fileformat2.html."""
    if len(head) < _HEADER or int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise Refused("structure")
    if head[18] != 1 or head[19] != 1:
        raise Refused("unfinished")
    if int.from_bytes(head[56:60], "big") != _UTF_8:
        raise Refused("structure")
    page = int.from_bytes(head[16:18], "big")
    page = 1 << 16 if page == 1 else page
    if page < 512 or page & (page - 1) or int.from_bytes(head[28:32], "big") * page != size:
        raise Refused("cut")


def _connect(path: Path, key: bytes | None) -> Raw:
    con = sqlite.connect(
        f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None, timeout=0
    )
    try:
        con.execute(f"PRAGMA hard_heap_limit={limits.HEAP}")
        if key is not None:
            con.execute("PRAGMA cipher_log_level=NONE")
            con.execute(f"PRAGMA key=\"x'{key[:KEY].hex()}'\"")
        for pragma in _PRAGMAS:
            con.execute(f"PRAGMA {pragma}")
        con.set_authorizer(_allow)
        con.set_progress_handler(_Patience(), limits.STEPS)
    except BaseException:
        con.close()
        raise
    return con


def _allow(action: int, first: str | None, second: str | None, _base: str | None, inside: str | None) -> int:
    """What a statement may do: read tables, count, and ask for what is looked at here; nothing from inside a view."""
    if action == sqlite.SQLITE_PRAGMA:
        allowed = first in _ASKED
    elif action == sqlite.SQLITE_FUNCTION:
        allowed = second in _FUNCTIONS
    else:
        allowed = action in _ALLOWED and inside is None
    answer: int = sqlite.SQLITE_OK if allowed else sqlite.SQLITE_DENY
    return answer


class _Patience:
    """Stops a statement that never ends; counted in steps of SQLite's machine, so that no clock is asked."""

    def __init__(self) -> None:
        self._left = limits.MOST_STEPS

    def __call__(self) -> int:
        self._left -= 1
        return self._left < 0


def look_at_structure(con: Raw, size: int) -> int:
    """The number of the format, when every table, index, view and trigger is ours of that format, letter for letter."""
    if pragma_number(con, "application_id") != APPLICATION_ID:
        raise Refused("structure")
    version = pragma_number(con, "user_version")
    if version > migrations.LATEST:
        raise Refused("newer")
    if version < 1 or structure(con) != _structure_of(version):
        raise Refused("structure")
    if pragma_number(con, "page_count") * pragma_number(con, "page_size") != size:
        raise Refused("cut")
    return version


def structure(con: Raw) -> Structure:
    """Everything that the file's own catalogue lists, what SQLite added itself included; empty if twice the same."""
    rows = con.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall()
    found = frozenset(rows)
    return found if len(found) == len(rows) else frozenset()


@cache
def _structure_of(version: int) -> Structure:
    con = sqlite.connect(":memory:", isolation_level=None)
    try:
        con.execute("BEGIN")
        migrations.apply(con, migrations.STEPS[:version])
        return structure(con)
    finally:
        con.close()


def look_at_pages(con: Raw) -> None:
    """Whether the pages hang together."""
    if complaints(con) or con.execute("PRAGMA foreign_key_check").fetchone():
        raise Refused("cut")
