"""A clean copy of the open file for somebody else, or for another place: whole, verified, nothing beside it."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from coalmeet.errors import FileProblem
from coalmeet.ids import new_id
from coalmeet.store import backups, ours
from coalmeet.store.backup_folder import SUFFIX
from coalmeet.store.disk import sync_folder
from coalmeet.store.file import CoalitionFile
from coalmeet.store.problems import as_problem
from coalmeet.text import _


@dataclass(frozen=True, slots=True)
class Travels:
    """What somebody should know before the file travels: how many of each are in it."""

    meetings: int
    people: int
    private_notes: int


def travels(con: Connection) -> Travels:
    """Count what goes along with a copy."""
    tables = ("meeting", "person", "private_note")
    counted = (con.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() for table in tables)  # noqa: S608
    return Travels(*counted)


def send(file: CoalitionFile, to: Path) -> Path:
    """Write a copy of the file to a place where nothing is yet; any thread may do it. Answers where it lies.

    It has no traces of what was deleted, and is sealed where the file is, with the same passphrase. Raises FileProblem
    when it cannot be written there, and NotAllowed while a survey is being answered; then nothing is there.
    """
    to = to.absolute()
    to = to if to.suffix.lower() == SUFFIX else to.with_name(to.name + SUFFIX)
    part = to.with_name(f".{new_id()[:12]}.part")
    if os.path.lexists(to):
        sentence = _("“{name}” is already there. Choose another name for the copy.")
        raise FileProblem(sentence.format(name=to.name))
    try:
        with as_problem(to):
            backups.copy_verified(file.path, file.key, part)
            part.replace(to)
            sync_folder(to.parent)
            ours.remember(to)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return to
