"""Giving a file a passphrase, changing it, and taking it off: a whole, verified copy takes the file's place.

A passphrase is the file's only secret. Its key is PBKDF2-HMAC-SHA512 over it, with the first 16 bytes of the file as
salt, as SQLCipher 4 does: every tool that knows SQLCipher opens the file with the passphrase, without this program.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from coalmeet.errors import FileProblem
from coalmeet.ids import new_id
from coalmeet.store import driver, header, migrations
from coalmeet.store.disk import sync, sync_folder
from coalmeet.store.file import CoalitionFile, make_empty
from coalmeet.store.problems import as_problem
from coalmeet.text import _

ROUNDS = 256_000  # of SQLCipher 4; some 0.2 seconds on a laptop
PART = ".part"


@dataclass(frozen=True, slots=True)
class Copy:
    """A verified copy beside the file, with the key that opens it; `of` tells whether the file changed since."""

    path: Path
    key: bytes | None
    of: tuple[int, ...]


def derive(passphrase: str, salt: bytes) -> bytes:
    """The 32 bytes that open a file with this passphrase and salt. Takes some 0.2 seconds of a processor."""
    return hashlib.pbkdf2_hmac(
        "sha512", passphrase.encode(errors="surrogateescape"), salt, ROUNDS, driver.KEY
    )


def first_key(passphrase: str) -> bytes:
    """48 bytes that seal a file which is still to be made: its key, and a salt of its own. Any thread may derive it."""
    salt = new_salt()
    return derive(passphrase, salt) + salt


def parts_of(first_key: bytes) -> tuple[bytes, bytes]:
    """The salt and the key that a first key is made of."""
    return first_key[driver.KEY :], first_key[: driver.KEY]


def new_salt() -> bytes:
    """16 random bytes with which no other kind of file begins."""
    while not header.is_salt(salt := secrets.token_bytes(header.SALT)):
        pass
    return salt


def copy_with(path: Path, key: bytes | None, passphrase: str) -> Copy:
    """Copy the file that `key` opens into one sealed with `passphrase`, "" for none; any thread may do it.

    The copy lies beside it under a name of its own; give it to `take` or `discard` it. A file that was sealed
    already keeps its salt. Raises FileProblem when the copy cannot be made: then there is none.
    """
    path = Path(os.path.realpath(path))
    whole = None
    if passphrase:
        salt = new_salt() if key is None else salt_of(path, key)
        whole = derive(passphrase, salt) + salt
    return _copied(path, key, whole)


def salt_of(path: Path, key: bytes) -> bytes:
    """The salt of a sealed file. Raises FileProblem when the key does not open it.

    The cipher is asked for it: closing a file that one has read oneself would take SQLite's locks on it away.
    """
    with as_problem(path, opening=True, sealed=True), closing(driver.connect(path, "ro", key)) as con:
        return bytes.fromhex(con.execute("PRAGMA cipher_salt").fetchone()[0])


def take(file: CoalitionFile, copy: Copy) -> None:
    """Let the copy take the place of the open file, in its writing thread; the file object goes on working.

    Raises FileProblem when the file was written to since the copy was made, and leaves everything as it was.
    """
    with _discarded_unless_taken(copy):
        if _state(Path(os.path.realpath(file.path))) != copy.of:
            sentence = _(
                "“{name}” was changed meanwhile, so its passphrase stays as it was. Try it once more."
            )
            raise FileProblem(sentence.format(name=file.path.name))
        with _wiping(file.path, plain=file.key is None):
            file.replace_by(copy.path, copy.key)


def reseal(path: Path, key: bytes | None, new_key: bytes | None, salt: bytes) -> None:
    """Give a file that nobody has open, such as a backup, another seal, or none. Raises FileProblem; it stays then."""
    copy = _copied(path, key, new_key + salt if new_key else None)
    with _discarded_unless_taken(copy), _wiping(path, plain=key is None), as_problem(path):
        copy.path.replace(path)
        sync_folder(path.parent)


def discard(copy: Copy) -> None:
    """Remove a copy that is not wanted after all."""
    with suppress(OSError):
        copy.path.unlink(missing_ok=True)


@contextmanager
def _discarded_unless_taken(copy: Copy) -> Iterator[None]:
    try:
        yield
    except BaseException:
        discard(copy)
        raise


def _copied(path: Path, key: bytes | None, whole: bytes | None) -> Copy:
    before = _state(path)
    # It has to lie in the same folder to take the file's place in one step; a dot keeps it out of sight.
    part = path.with_name(f".{new_id()[:12]}{PART}")
    make_empty(part)
    copy = Copy(part, whole[: driver.KEY] if whole else None, before)
    with _discarded_unless_taken(copy), as_problem(path, opening=True, sealed=key is not None):
        _export(path, key, part, whole)
        if not same(path, key, part, copy.key):
            raise FileProblem(
                _(
                    "The copy of “{name}” is not what it should be, so nothing was changed. Check the disk."
                ).format(name=path.name)
            )
        sync(part)
    return copy


def _export(path: Path, key: bytes | None, part: Path, whole: bytes | None) -> None:
    with closing(driver.connect(path, "ro", key)) as con:
        # An attached file is written to, so the connection may not be query_only; its own file is read-only still.
        con.execute("PRAGMA query_only=OFF")
        con.execute(
            "ATTACH ? AS sealed KEY ''" if whole is None else f"ATTACH ? AS sealed KEY \"x'{whole.hex()}'\"",
            (str(part),),
        )
        con.execute("BEGIN")
        con.execute("SELECT sqlcipher_export('sealed')")
        for name in ("user_version", "application_id"):  # what the export forgets
            con.execute(f"PRAGMA sealed.{name}={driver.pragma_number(con, name)}")
        con.execute("COMMIT")
        con.execute("DETACH sealed")


def same(path: Path, key: bytes | None, other: Path, other_key: bytes | None) -> bool:
    """Whether two files have the same structure, the same rows, and nothing wrong with them."""
    with (
        closing(driver.connect(path, "ro", key)) as one,
        closing(driver.connect(other, "ro", other_key)) as two,
    ):
        for con in (one, two):
            con.execute("BEGIN")
        if driver.complaints(two) or migrations.schema(one) != migrations.schema(two):
            return False
        numbers = ("user_version", "application_id")
        if any(driver.pragma_number(one, name) != driver.pragma_number(two, name) for name in numbers):
            return False
        tables = [row[0] for row in one.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return all(_same_rows(one, two, table) for table in tables)


def _same_rows(one: driver.Raw, two: driver.Raw, table: str) -> bool:
    # Rows are copied in their order, so they come back in it; each side is read a row at a time.
    every = f'SELECT * FROM "{table}"'  # noqa: S608 - a name of our own structure
    left, right = one.execute(every), two.execute(every)
    return all(row == right.fetchone() for row in left) and right.fetchone() is None


def _state(path: Path) -> tuple[int, ...]:
    with as_problem(path):
        found = path.stat()
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


@contextmanager
def _wiping(path: Path, *, plain: bool) -> Iterator[None]:
    """When the block has replaced a file without a passphrase, write over what was there, as far as a disk lets us."""
    handle = None
    if plain and os.name == "posix":  # elsewhere an open file cannot be replaced
        with suppress(OSError):
            handle = os.open(path, os.O_RDWR)
    try:
        yield
        if handle is not None:
            with suppress(OSError):
                _overwrite(handle)
    finally:
        if handle is not None:
            os.close(handle)


def _overwrite(handle: int) -> None:
    found = os.fstat(handle)
    left = 0 if found.st_nlink else found.st_size  # another name leads to it still: somebody's own copy
    while left > 0:
        left -= os.write(handle, bytes(min(left, 1 << 20)))
    os.fsync(handle)
