"""Reading a file from outside whole, if it is one that can be read whole."""

from __future__ import annotations

import stat
from pathlib import Path

from coalmeet.errors import FileProblem
from coalmeet.text import _

LARGEST = 256 * 1024 * 1024  # bytes; the longest real record has less than a hundredth


def read_source(path: Path) -> bytes:
    """The bytes of the file. Raises FileProblem with its name for what is none, is too large or cannot be read."""
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise FileProblem(
                _("{file}: this is a folder; name the files in it.").format(file=path.name or path)
            )
        if not stat.S_ISREG(found.st_mode):
            raise FileProblem(_("{file}: this is not an ordinary file.").format(file=path.name))
        if found.st_size > LARGEST:
            raise FileProblem(
                _("{file}: this is larger than {megabytes} MB, which no meeting is.").format(
                    file=path.name, megabytes=LARGEST >> 20
                )
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise FileProblem(_("{file}: there is no such file.").format(file=path.name)) from error
    except PermissionError as error:
        raise FileProblem(_("{file}: this file may not be read by you.").format(file=path.name)) from error
    except OSError as error:
        raise FileProblem(
            _("{file}: this file cannot be read ({reason}).").format(
                file=path.name, reason=error.strerror or error
            )
        ) from error
