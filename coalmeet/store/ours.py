"""Which files this computer has made or taken over; any other is looked through before it is opened.

For each there is a little note in the program's own folder, with the number by which the system knows the file that
lies there. A file that was sent, or put in its place by another program, has another number. The note's name tells
nobody the file's.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from coalmeet.ids import new_id

_LONGEST = 100  # characters of a note
_GET_VERSION = 0x80087601  # FS_IOC_GETVERSION of linux/fs.h


def remember(path: Path) -> None:
    """From now on the file that lies here is one of ours. Where no note can be kept, it is asked about again."""
    path = Path(os.path.realpath(path))
    note = _note(path)
    fresh = note.with_name(new_id())
    try:
        note.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh.touch(mode=0o600, exist_ok=False)
        fresh.write_text(_number(path), encoding="ascii")
        fresh.replace(note)
    except OSError:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def is_ours(path: Path) -> bool:
    """Whether the file that lies here was made or taken over on this computer, and has been in its place since."""
    path = Path(os.path.realpath(path))
    try:
        with _note(path).open(encoding="ascii") as note:
            return note.read(_LONGEST) == _number(path)
    except (OSError, ValueError):
        return False


def begin(known: Iterable[Path]) -> None:
    """Where no note was ever kept, take these for ours: files that a program opened here which kept none."""
    if not _folder().is_dir():
        with suppress(OSError):
            _folder().mkdir(mode=0o700, parents=True)
        for path in known:
            remember(path)


def _number(path: Path) -> str:
    """What no other file has that ever lay there: a number alone is given again as soon as its file is gone."""
    found = path.stat()
    return f"{found.st_ino} {_generation(path)} {getattr(found, 'st_birthtime', '')}"


def _generation(path: Path) -> int:
    """How often the number of the file was given before, as Linux counts it on most disks; 0 where nobody counts."""
    if not sys.platform.startswith("linux"):
        return 0
    import fcntl

    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        return int.from_bytes(fcntl.ioctl(descriptor, _GET_VERSION, bytes(8)), sys.byteorder)
    except OSError:
        return 0
    finally:
        os.close(descriptor)


def _note(path: Path) -> Path:
    return _folder() / hashlib.sha256(os.fsencode(path)).hexdigest()


def _folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("coalmeet", appauthor=False) / "ours"
