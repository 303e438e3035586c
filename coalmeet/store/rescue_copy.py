"""When a file cannot be saved to any more: everything it holds in a new file elsewhere, with which people go on."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection

from coalmeet.errors import FileProblem
from coalmeet.store import disk, ours
from coalmeet.store.file import CoalitionFile, open_to_write
from coalmeet.store.problems import as_problem


def save_rescue_copy(file: CoalitionFile, to: Path) -> CoalitionFile:
    """All that `file` holds in a new file at `to`, verified and open for writing; `file` stays open as it is.

    It is read through the connection that is open already, which reaches the file also where it was moved, deleted or
    replaced; a sealed one is copied sealed. Runs in the writing thread. Raises FileProblem, and nothing is left there.
    """
    try:
        with as_problem(to):
            disk.make_private(to)
    except FileExistsError:
        return save_rescue_copy(file, _another(to))
    try:
        with as_problem(to):
            file.copy_to(to)
            disk.sync(to)
            disk.sync_folder(to.parent)
        ours.remember(to)
        return open_to_write(to, file.key)
    except FileProblem:
        for left in (to, Path(f"{to}-journal")):
            with suppress(OSError):
                left.unlink(missing_ok=True)
        raise


def write_something(con: Connection, file: CoalitionFile) -> None:
    """Write what stands there already: a whole save, that changes nothing, shows whether saving works again."""
    con.exec_driver_sql("UPDATE format SET created = created")


def _another(to: Path) -> Path:
    """The first name with a number that nobody has."""
    number = 2
    while (other := to.with_name(f"{to.stem} {number}{to.suffix}")).exists():
        number += 1
    return other
