"""What lies where an open file was opened: is it still that file, and did a save that was cut off leave anything."""

from __future__ import annotations

import os
from pathlib import Path

from coalmeet.errors import FileProblem
from coalmeet.store import driver
from coalmeet.store.problems import as_problem
from coalmeet.text import _


def identity(path: Path) -> tuple[int, int] | None:
    """Which file is at this place, as the system tells files apart; None for none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def clear_journal(raw: driver.Raw, path: Path) -> None:
    """Remove the journal of a save that was cut off: a folder that people copy holds one file at any idle moment.

    Beginning undoes what was cut off. A journal that is there still is one that had not begun to count.
    """
    journal = Path(f"{os.path.realpath(path)}-journal")
    if journal.exists():
        raw.execute("BEGIN IMMEDIATE")  # nobody else has a journal while this holds
        try:
            journal.unlink(missing_ok=True)
        finally:
            raw.execute("ROLLBACK")


def make_empty(path: Path) -> None:
    """Make an empty file that nobody else may read. Raises FileProblem when there is one already."""
    if not path.parent.is_dir():
        sentence = _("There is no folder {folder}. Make it first, or choose another place for “{name}”.")
        raise FileProblem(sentence.format(name=path.name, folder=path.parent))
    try:
        with as_problem(path):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        sentence = _("“{name}” is already there. Open it, or choose another name for the new coalition.")
        raise FileProblem(sentence.format(name=path.name)) from None
