"""Writes a finished file whole or not at all: a temporary file beside the target, then a rename."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from coalmeet.errors import FileProblem
from coalmeet.text import _


def save(path: Path, data: bytes) -> None:
    """Puts data at a path; if that fails, whatever was there stays as it was.

    Raises FileProblem with a sentence that names the file and says what to do.
    """
    path = Path(path)
    temporary: Path | None = None
    try:
        handle, written = tempfile.mkstemp(prefix=".coalmeet-", suffix=".part", dir=path.parent)
        temporary = Path(written)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _as_usual(temporary, path)
        temporary.replace(path)
        _settle(path.parent)
    except OSError as problem:
        if temporary:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
        raise FileProblem(_sentence(path, problem)) from problem


def _as_usual(temporary: Path, path: Path) -> None:
    """Gives the file the rights of the one that it replaces, or those that new files get."""
    mask = os.umask(0)
    os.umask(mask)
    with contextlib.suppress(OSError, NotImplementedError):
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~mask
        temporary.chmod(mode)


def _settle(folder: Path) -> None:
    # A rename is on the disk only when its folder is; Windows cannot open folders and does not need it.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sentence(path: Path, problem: OSError) -> str:
    name, folder = path.name, str(path.parent)
    if problem.errno == errno.ENOSPC:
        text = _("{file} could not be written: the disk is full. Make room, or choose another folder.")
    elif isinstance(problem, FileNotFoundError | NotADirectoryError):
        text = _("{file} could not be written: there is no folder {folder}. Make it, or choose another one.")
    elif isinstance(problem, IsADirectoryError):
        text = _("{file} could not be written: it is the name of a folder. Choose another name.")
    elif isinstance(problem, PermissionError) or problem.errno == errno.EROFS:
        text = _("{file} could not be written: the folder {folder} does not allow it. Choose another folder.")
    else:
        text = _("{file} could not be written to {folder}: {reason}. Choose another folder.")
    return text.format(file=name, folder=folder, reason=problem.strerror or str(problem))
