"""Which files this computer has made or taken over; any other is looked through before it is opened.

For each there is a little note in the program's own folder, with the number by which the system knows the file that lies
there. A file that was sent, or put in its place by another program, has another number. The note's name tells nobody
the file's.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from coalmeet.ids import new_id

_LONGEST = 64  # characters of a note


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


def is_new_here() -> bool:
    """Whether no note was ever kept: a program before this one kept none."""
    return not _folder().is_dir()


def _number(path: Path) -> str:
    return str(path.stat().st_ino)


def _note(path: Path) -> Path:
    return _folder() / hashlib.sha256(os.fsencode(path)).hexdigest()


def _folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("coalmeet", appauthor=False) / "ours"
