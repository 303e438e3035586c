"""Connections of the SQLite driver, with the pragmas that keep a coalition file safe; knows no SQLAlchemy.

Opening a file and drawing the first list go through here alone, because importing SQLAlchemy costs more time
than both. Each pragma was found by experiment: see "Keeping the file safe" in the documentation.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, Literal

import sqlcipher3.dbapi2 as sqlite

APPLICATION_ID = 0x434D4554  # "CMET"
BUSY_SECONDS = 3.0
KEY = 32  # bytes that open a sealed file

# What the type checker may know of a driver connection; the driver ships no types.
Raw = Any
Error = sqlite.Error
Mode = Literal["rw", "ro"]

PRAGMAS = (
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "cell_size_check=ON",
    "mmap_size=0",
)
WRITING = (
    # A copy of an open file must hold everything, and a moved file must fail loudly: no WAL, no EXCLUSIVE.
    "journal_mode=DELETE",
    "locking_mode=NORMAL",
    # In simulated power cuts FULL lost the last acknowledged commit in 24 %, EXTRA in none.
    "synchronous=EXTRA",
    *(("fullfsync=1",) if sys.platform == "darwin" else ()),
)


def connect(path: Path, mode: Mode, key: bytes | None = None) -> Raw:
    """A connection that begins no transaction by itself; "ro" can neither write nor leave anything behind.

    It belongs to the thread that made it. `key` opens a sealed file: 32 bytes, see sealing.derive; 48 with the salt
    for a file that is still empty. Raises the driver's errors as they are.
    """
    con = sqlite.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=True,
        timeout=BUSY_SECONDS,
    )
    try:
        if key is not None:
            _unlock(con, key)
        for pragma in (*PRAGMAS, *(WRITING if mode == "rw" else ("query_only=ON",))):
            con.execute(f"PRAGMA {pragma}")
    except BaseException:
        con.close()
        raise
    return con


def _unlock(con: Raw, key: bytes) -> None:
    # Otherwise the cipher writes its complaints, with the file's name, where the terminal shows them.
    con.execute("PRAGMA cipher_log_level=NONE")
    con.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    # Nothing before the first page is read tells a wrong key from the right one.
    con.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def pragma_number(con: Raw, name: str) -> int:
    """The value of a pragma that is a whole number."""
    return int(con.execute(f"PRAGMA {name}").fetchone()[0])


def complaints(con: Raw) -> tuple[str, ...]:
    """What the quick check says is wrong with the file, in the words of SQLite; empty when all is well."""
    found = [str(row[0]) for row in con.execute("PRAGMA quick_check(20)").fetchall()]
    return () if found == ["ok"] else tuple(found)
