"""What is written so that it lasts through a power cut, and is nobody else's to read."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

_HOUR = 60 * 60 * 1000


def make_private(path: Path) -> None:
    """Make an empty file that only its owner may read. Raises OSError, FileExistsError among them."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def copy_private(path: Path, to: Path) -> None:
    """Copy a file's bytes into a new one that only its owner may read, and on to the disk. Raises OSError."""
    make_private(to)
    with path.open("rb") as source, to.open("r+b") as target:
        shutil.copyfileobj(source, target, 1 << 20)
        target.flush()
        os.fsync(target.fileno())


def sweep(folder: Path, pattern: str, *, now: int) -> None:
    """Remove unfinished copies that a program which died left behind: those of this pattern, older than an hour.

    `now` is milliseconds since 1970 UTC. What cannot be removed stays.
    """
    for path in folder.glob(pattern):
        with suppress(OSError):
            if path.is_file() and path.stat().st_mtime * 1000 < now - _HOUR:
                path.unlink()


def sync(path: Path) -> None:
    """Bring what was written to a file on to the disk. Raises OSError."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make a new name in a folder last through a power cut, where the system knows how."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
