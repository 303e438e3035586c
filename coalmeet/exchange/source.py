"""Reading a file from outside whole, if it is one that can be read whole."""

from __future__ import annotations

import errno
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
        if error.errno == errno.ELOOP:
            raise FileProblem(
                _("{file}: this is a link that leads back to itself; name the file itself.").format(
                    file=path.name
                )
            ) from error
        raise FileProblem(
            _("{file}: this file cannot be read ({reason}).").format(
                file=path.name, reason=error.strerror or error
            )
        ) from error


def decoded(data: bytes, name: str) -> str:
    """The bytes of a list or an agenda as text. Raises FileProblem with the name when they are no text.

    Spreadsheets write "Unicode text" as UTF-16 with a mark, others without one, and "CSV" in the code page of western
    Windows.
    """
    for encoding in _encodings(data):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FileProblem(_("{file}: this is not text; save it as text in UTF-8.").format(file=name))


def _encodings(data: bytes) -> tuple[str, ...]:
    """What the bytes may be, the likeliest first.

    In UTF-16 the zero bytes of commas, ends of lines and Latin letters all stand in one half of the pairs.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return ("utf-16",)
    first, second = 0 in data[::2], 0 in data[1::2]
    if first != second and len(data) % 2 == 0:
        return ("utf-16-le" if second else "utf-16-be", "utf-8-sig", "cp1252")
    return ("utf-8-sig", "cp1252")
