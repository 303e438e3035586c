"""When a file cannot be saved to any more: everything it holds in a new file elsewhere, with which people go on."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from sqlalchemy import Connection

from coalmeet.errors import FileProblem
from coalmeet.store import backups, disk, ours
from coalmeet.store.backup_folder import Backup
from coalmeet.store.file import CoalitionFile, open_to_write
from coalmeet.store.problems import as_problem
from coalmeet.text import _


def save_rescue_copy(file: CoalitionFile, to: Path) -> CoalitionFile:
    """All that `file` holds in a new file at `to`, verified and open for writing; `file` stays open as it is.

    It is read through the connection that is open already, which reaches the file also where it was moved, deleted or
    replaced; a sealed one is copied sealed. Runs in the writing thread. Raises FileProblem, and nothing is left there.
    """

    def write(place: Path) -> None:
        disk.make_private(place)
        file.copy_to(place)
        disk.sync(place)

    return _made(file, to, write)


def save_from_backup(file: CoalitionFile, to: Path) -> tuple[CoalitionFile, Backup]:
    """The newest backup in a new file at `to`, open for writing, and which it was: for a file that nobody can read.

    Raises FileProblem, also where there is no backup, and nothing is left there.
    """
    for kept in backups.of(file.path, file.key):
        return _made(file, to, partial(disk.copy_private, kept.path)), kept
    raise FileProblem(
        _(
            "“{name}” cannot be read any more, and there is no backup of it. Check the disk or the connection to "
            "{folder}, then try again."
        ).format(name=file.path.name, folder=file.path.parent)
    )


def _made(file: CoalitionFile, to: Path, write: Callable[[Path], None]) -> CoalitionFile:
    while to.exists():
        to = _another(to)
    try:
        with as_problem(to):
            write(to)
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
