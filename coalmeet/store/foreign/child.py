"""The process that reads somebody else's file: one request on its input, one answer on its output, then it ends.

It imports no window, no SQLAlchemy and no language. What it answers is a value or a code; a crash answers nothing,
and that is a refusal too.
"""

from __future__ import annotations

import json
import os
from contextlib import closing, nullcontext
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite

from coalmeet.store import driver, migrations
from coalmeet.store.foreign import guard, limits, rows
from coalmeet.store.foreign.refused import Refused, Why

WORD = "read-foreign-file"  # what the frozen program is started with to be this process
_INPUT, _OUTPUT = 0, 1

# Result codes of SQLite (https://www.sqlite.org/rescode.html) that say more than that the file is damaged.
_NOMEM, _INTERRUPT, _FULL, _TOOBIG, _NOTADB = 7, 9, 13, 18, 26
_CODES: dict[int, Why] = {_NOMEM: "heavy", _INTERRUPT: "slow", _FULL: "full", _TOOBIG: "heavy"}


def main() -> int:
    """Read the request, answer it; the exit status."""
    request = json.loads(_all_of(_INPUT))
    limits.limit()
    os.write(_OUTPUT, json.dumps(answer(request)).encode())
    return 0


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """What the file holds, or {"refused": why, "where": column}."""
    try:
        return read(
            Path(request["path"]),
            rows.Told(request["rules"], frozenset(request["edited"])),
            to=Path(request["to"]) if request["to"] else None,
            key=bytes.fromhex(request["key"]) if request["key"] else None,
        )
    except Refused as no:
        return {"refused": no.why, "where": no.where}
    except sqlite.Error as error:
        return {"refused": _why(error, sealed=bool(request["key"])), "where": ""}
    except OSError:
        return {"refused": "disk", "where": ""}
    except (MemoryError, RecursionError):
        return {"refused": "heavy", "where": ""}
    except (OverflowError, UnicodeError):
        return {"refused": "contents", "where": ""}


def read(path: Path, told: rows.Told, *, to: Path | None = None, key: bytes | None = None) -> dict[str, Any]:
    """Read all of the file, and write it to the empty file at `to`, brought up to date there.

    `key` opens a sealed file: 32 bytes and, after them, the salt with which the copy is sealed in the same way.
    Raises Refused, or the errors of the driver and the system.
    """
    with guard.opened(path, key) as (con, version), _writing(to, key) as into:
        if into is not None:
            into.execute("BEGIN IMMEDIATE")
            migrations.apply(into, migrations.STEPS[:version])
        count = rows.copy(con, into, told)
        found = {**rows.summary(con), "rows": count, "format": version}
        if into is not None:
            migrations.apply(into)
            into.execute("COMMIT")
        return found


def _writing(to: Path | None, key: bytes | None) -> Any:
    return nullcontext() if to is None else closing(driver.connect(to, "rw", key))


def _why(error: sqlite.Error, *, sealed: bool) -> Why:
    code = getattr(error, "sqlite_errorcode", None)
    if not isinstance(code, int):
        return "contents"  # the driver's own complaint about bytes that are no text; it carries no code
    if sealed and code & 0xFF == _NOTADB:
        return "passphrase"
    return _CODES.get(code & 0xFF, "cut")


def _all_of(descriptor: int) -> bytes:
    # A program with windows has no sys.stdin on some systems; its descriptors are there.
    with open(descriptor, "rb", closefd=False) as stream:
        return stream.read()
