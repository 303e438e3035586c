"""Reading what can be read of a damaged file, row by row: where a page is broken, the rows behind it are looked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from coalmeet.store import driver

Row = tuple[Any, ...]
_PROBES = 20_000  # looks for the next readable row behind a broken page, a table
_HIGHEST = 1 << 40  # no table of ours has a row number beyond it


class Damaged:
    """A file that may be broken anywhere. It is only read.

    A broken page of a sealed file makes the connection useless, so each error is followed by a new one.
    """

    def __init__(self, path: Path, key: bytes | None = None) -> None:
        """Raises driver.Error where not even its first page can be read."""
        self._path, self._key = path, key
        self._con = self._connect()

    def close(self) -> None:
        """Let go of the file."""
        self._con.close()

    def number(self, pragma: str) -> int:
        """The value of a pragma that is a whole number; 0 where it cannot be read."""
        try:
            return driver.pragma_number(self._con, pragma)
        except driver.Error:
            self._again()
            return 0

    def columns(self, table: str) -> tuple[str, ...]:
        """The columns of a table as the file has it; none where it is no table, or cannot be read."""
        try:
            found = self._con.execute(f'PRAGMA table_info("{table}")').fetchall()
        except driver.Error:
            self._again()
            return ()
        return tuple(str(row[1]) for row in found)

    def ids(self, table: str) -> frozenset[str]:
        """The ids of a table as far as its index has them, which may be whole where the table is not."""
        found: set[str] = set()
        try:
            every = f'SELECT id FROM "{table}" INDEXED BY "sqlite_autoindex_{table}_1"'  # noqa: S608
            found.update(str(row[0]) for row in self._con.execute(every))
        except driver.Error:
            self._again()
        return frozenset(found)

    def rows(self, table: str, columns: Sequence[str], torn: list[str]) -> Iterator[Row]:
        """Every row that can be read; `torn` gets the table's name when some could not.

        A table without row numbers is read from both ends as far as it goes.
        """
        named = ", ".join(f'"{column}"' for column in columns)
        try:
            self._con.execute(f'SELECT rowid FROM "{table}" LIMIT 0')  # noqa: S608 - a name of our own structure
        except driver.Error:
            self._again()
            yield from self._from_both_ends(table, named, torn)
        else:
            yield from self._by_number(table, named, torn)

    def _by_number(self, table: str, named: str, torn: list[str]) -> Iterator[Row]:
        after = -1
        while True:
            try:
                for number, *row in self._after(table, named, after):
                    after = number
                    yield tuple(row)
            except driver.Error:
                self._again()
                _note(torn, table)
            else:
                return
            found = self._next_readable(table, after)
            if found is None:
                return
            after = found

    def _after(self, table: str, named: str, after: int) -> Iterator[Row]:
        every = f'SELECT rowid, {named} FROM "{table}" WHERE rowid > ? ORDER BY rowid'  # noqa: S608
        for row in self._con.execute(every, (after,)):
            if row[0] <= after:  # pages that lead back to each other: no end would be reached
                raise driver.Error
            after = row[0]
            yield row

    def _next_readable(self, table: str, after: int) -> int | None:
        """The number before the next row that can be read, by trying; None where there is none."""
        highest = self._last_number(table)
        if highest is None and after < 0:
            return None  # neither end of the table can be read: nothing leads into it
        step = max(1, ((highest or 0) - after) // _PROBES)
        for probe in range(1, _PROBES + 1):
            if highest is None and probe > 1_000:
                step += step // 8 + 1  # the end is not known: further and further
            after += step
            if after > (_HIGHEST if highest is None else highest):
                return None
            try:
                found = next(self._after(table, "1", after), None)
            except driver.Error:
                self._again()
            else:
                return int(found[0]) - 1 if found else None
        return None

    def _last_number(self, table: str) -> int | None:
        try:
            found = self._con.execute(f'SELECT max(rowid) FROM "{table}"').fetchone()  # noqa: S608
        except driver.Error:
            self._again()
            return None
        return int(found[0] or 0)

    def _from_both_ends(self, table: str, named: str, torn: list[str]) -> Iterator[Row]:
        for order in ("ASC", "DESC"):
            try:
                yield from self._con.execute(f'SELECT {named} FROM "{table}" ORDER BY id {order}')  # noqa: S608
            except driver.Error:
                self._again()
                _note(torn, table)
            else:
                return

    def _again(self) -> None:
        if self._key is None:
            return
        with suppress(driver.Error):
            fresh = self._connect()
            self._con.close()
            self._con = fresh

    def _connect(self) -> driver.Raw:
        con = driver.connect(self._path, "ro", self._key)
        try:
            # Read on where the file is shorter than it says, and where one cell of a page is broken.
            con.execute("PRAGMA writable_schema=ON")
            con.execute("PRAGMA cell_size_check=OFF")
            con.text_factory = lambda text: text.decode("utf-8", "replace")
        except BaseException:
            con.close()
            raise
        return con


def _note(torn: list[str], table: str) -> None:
    if table not in torn:
        torn.append(table)
