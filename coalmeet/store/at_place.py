"""What lies where an open file was opened: is it still that file, and did a save that was cut off leave anything."""

from __future__ import annotations

import os
from pathlib import Path

from coalmeet.store import driver


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
