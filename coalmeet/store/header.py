"""Looking at a file before SQLite is let near it: is it there, is it ours, what format has it."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path

from coalmeet.errors import FileProblem
from coalmeet.store.driver import APPLICATION_ID
from coalmeet.store.problems import as_problem
from coalmeet.text import _

# Offsets in the file header: https://www.sqlite.org/fileformat2.html, "The Database Header".
_MAGIC = b"SQLite format 3\0"
_LENGTH = 100


@dataclass(frozen=True, slots=True)
class Header:
    """What the first hundred bytes say: the number of the format, and whether another program set WAL."""

    version: int
    wal: bool


def inspect(path: Path) -> Header:
    """The header of a coalition file. Raises FileProblem for anything that is not one; changes nothing."""
    with as_problem(path):
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            raise _no_file(path, stat.S_ISDIR(mode))
        with path.open("rb", buffering=0) as file:
            head = file.read(_LENGTH)
    return _understood(head, path)


def _understood(head: bytes, path: Path) -> Header:
    if not head:
        raise _problem(
            path, _("“{name}” is empty: it is no coalition file. Open another one or make a new one.")
        )
    if len(head) < _LENGTH or not head.startswith(_MAGIC):
        raise _problem(path, _("“{name}” is not a Coalmeet file. Open a file that ends in .coalmeet."))
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise _problem(path, _("“{name}” belongs to another program. Open a file that Coalmeet made."))
    return Header(version=int.from_bytes(head[60:64], "big"), wal=head[18] == 2 or head[19] == 2)


def _no_file(path: Path, folder: bool) -> FileProblem:
    if folder:
        return _problem(path, _("“{name}” is a folder. Choose a coalition file in it."))
    return _problem(path, _("“{name}” is not an ordinary file. Choose a coalition file."))


def _problem(path: Path, sentence: str) -> FileProblem:
    return FileProblem(sentence.format(name=path.name or str(path)))
