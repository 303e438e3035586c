"""Looking at a file before SQLite is let near it: is it there, is it ours, what format has it, is it sealed."""

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
PAGE = 4096  # what SQLCipher 4 seals at a time
SALT = 16  # a sealed file begins with it, in place of the magic

# Other files of packed or coded bytes, by how they begin; a salt of ours never does.
_OTHERS = (
    b"PK", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"\x1f\x8b", b"BZh", b"Rar!", b"7z",
    b"\xfd7zXZ", b"\x28\xb5\x2f\xfd", b"\x7fELF", b"MZ", b"OggS", b"ID3", b"\x00\x00\x00",
)  # fmt: skip
# Of 4,096 random bytes nearly all 256 values occur: in 300,000 tries the fewest were 255.
_KINDS_OF_BYTES = 230


@dataclass(frozen=True, slots=True)
class Header:
    """What the first bytes say: the number of the format, and whether another program set WAL.

    Of a sealed file only its salt can be read; `salt` is empty, and `sealed` false, for any other.
    """

    version: int
    wal: bool
    salt: bytes = b""

    @property
    def sealed(self) -> bool:
        """Whether it takes a passphrase to read more."""
        return bool(self.salt)


def inspect(path: Path) -> Header:
    """The header of a coalition file. Raises FileProblem for anything that is not one; changes nothing."""
    must_be_ordinary(path)
    with as_problem(path), path.open("rb", buffering=0) as file:
        head = file.read(PAGE)
    return _understood(head, path)


def must_be_ordinary(path: Path) -> None:
    """Raises FileProblem where there is no file, or a folder, or a pipe: opening that would wait for ever."""
    with as_problem(path):
        mode = path.stat().st_mode
    if not stat.S_ISREG(mode):
        raise _no_file(path, stat.S_ISDIR(mode))


def is_salt(salt: bytes) -> bool:
    """Whether a sealed file may begin with these bytes: no other kind of file does."""
    return len(salt) == SALT and not salt.startswith((_MAGIC, *_OTHERS)) and not salt.isascii()


def _understood(head: bytes, path: Path) -> Header:
    if not head:
        raise _problem(
            path, _("“{name}” is empty: it is no coalition file. Open another one or make a new one.")
        )
    if _is_sealed(head):
        return Header(version=0, wal=False, salt=head[:SALT])
    if len(head) < _LENGTH or not head.startswith(_MAGIC):
        raise _problem(path, _("“{name}” is not a Coalmeet file. Open a file that ends in .coalmeet."))
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise belongs_to_another(path)
    return Header(version=int.from_bytes(head[60:64], "big"), wal=head[18] == 2 or head[19] == 2)


def _is_sealed(head: bytes) -> bool:
    # What is sealed looks like chance and says nothing of itself; that is all there is to go by.
    return len(head) == PAGE and is_salt(head[:SALT]) and len(set(head)) >= _KINDS_OF_BYTES


def belongs_to_another(path: Path) -> FileProblem:
    """What to say of a database that does not carry our mark."""
    return _problem(path, _("“{name}” belongs to another program. Open a file that Coalmeet made."))


def _no_file(path: Path, folder: bool) -> FileProblem:
    if folder:
        return _problem(path, _("“{name}” is a folder. Choose a coalition file in it."))
    return _problem(path, _("“{name}” is not an ordinary file. Choose a coalition file."))


def _problem(path: Path, sentence: str) -> FileProblem:
    return FileProblem(sentence.format(name=path.name or str(path)))
