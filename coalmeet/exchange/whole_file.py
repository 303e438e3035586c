"""Writing a file so that it is there whole or not at all."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from coalmeet.errors import FileProblem
from coalmeet.text import _

_DATABASE = b"SQLite format 3\0"  # how every coalition file begins


def write_whole(path: Path, data: bytes) -> None:
    """Put data at path: written beside it first, then renamed over it. Mode 0600, as it may be confidential.

    A link at path stays: what is written stands where it points to, for somebody put the file there on purpose.

    Raises FileProblem, and then nothing at path has changed; so it does where a coalition file or no
    ordinary file stands, as one slip of the keyboard would replace a whole coalition by one meeting.
    """
    path = _behind_links(path)
    _refuse_in_the_way(path)
    # Named before it is there: whatever interrupts this, at whichever moment, leaves nothing beside.
    beside = path.parent / f".coalmeet-{secrets.token_hex(8)}"
    try:
        with os.fdopen(_new_for_its_owner(beside), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        raise _problem(path, error) from error
    finally:
        with suppress(OSError):  # where nothing could be written, nothing is there
            beside.unlink()


def _new_for_its_owner(path: Path) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)


def _behind_links(path: Path) -> Path:
    if not os.path.islink(path):  # noqa: PTH114 - of a name that the system does not take, writing says what is wrong
        return path
    behind = Path(os.path.realpath(path))
    if os.path.islink(behind):  # noqa: PTH114
        raise FileProblem(
            _("“{name}” is a link that leads back to itself; choose another name.").format(name=path.name)
        )
    return behind


def _refuse_in_the_way(path: Path) -> None:
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):  # of a folder the system says more
            raise FileProblem(
                _("“{name}” is not an ordinary file; choose another name.").format(name=path.name)
            )
        with path.open("rb") as file:
            database = file.read(len(_DATABASE)) == _DATABASE
    except OSError:
        return  # nothing is there, or nothing to read: writing says what is wrong
    if database:
        raise FileProblem(
            _("“{name}” is a coalition's file, not minutes or a record; choose another name.").format(
                name=path.name
            )
        )


def _problem(path: Path, error: OSError) -> FileProblem:
    if isinstance(error, FileNotFoundError):
        return FileProblem(_("There is no folder {folder}; make it first.").format(folder=path.parent))
    return FileProblem(
        _("“{name}” could not be written ({reason}); nothing was changed.").format(
            name=path.name, reason=error.strerror or error
        )
    )
