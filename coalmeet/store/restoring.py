"""Putting a backup in the place of the file: nothing is lost by it, as the present file becomes a backup first."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from coalmeet.errors import FileProblem
from coalmeet.ids import new_id
from coalmeet.store import backups, driver, header, migrations, ours
from coalmeet.store.disk import copy_private, sweep, sync_folder
from coalmeet.store.lock import WriterLock
from coalmeet.store.problems import as_problem, damaged, passphrase_needed
from coalmeet.text import _


@dataclass(frozen=True, slots=True)
class Inside:
    """What a backup holds: the coalition's name, how many meetings, the ISO day of the last one held, its format."""

    name: str
    meetings: int
    last_held: str
    version: int


def look(backup: Path, key: bytes | None = None) -> Inside:
    """What is in a backup, which is checked on the way. `key` opens a sealed one.

    Raises FileProblem unless it is whole: PassphraseNeeded and WrongPassphrase among them.
    """
    return _inside(backup, key, called=backup)


def stage(backup: Path, path: Path | str, key: bytes | None = None, *, unseen: bool = False) -> Path:
    """Copy a backup beside the file whose place it is to take, and check it there; the file may still be open.

    Answers where the copy lies; give it to `restore`, or delete it. Any thread may do this. Raises FileProblem as
    `look` does. `unseen`: a sealed one without its key; opening it then asks for that, and checks.
    """
    path = Path(os.path.realpath(path))
    part = path.with_name(f".{new_id()[:12]}.part")
    try:
        with as_problem(path):
            copy_private(backup, part)
        if not unseen:
            _inside(part, key, called=backup)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    return part


def restore(path: Path | str, staged: Path, *, key: bytes | None = None, now: int) -> None:
    """Let a staged copy take the place of a file that nobody has open; the file becomes a backup first.

    `key` opens the present file when it is sealed. One that cannot be read is kept byte for byte. Nothing need be
    there any more. Raises FileProblem naming who has the file open, or when no backup of it could be kept; the file
    is as it was then, and the staged copy is gone.
    """
    path = Path(os.path.realpath(path))
    try:
        lock = WriterLock(path)
        try:
            if path.exists():
                _keep_present(path, key, now)
            sweep(path.parent, ".????????????.part", now=now)
            with as_problem(path):
                # What a cut-off save left beside the old file would be played into the new one.
                Path(f"{path}-journal").unlink(missing_ok=True)
                staged.replace(path)
                sync_folder(path.parent)
            ours.remember(path)
        finally:
            lock.release()
    finally:
        with suppress(OSError):
            staged.unlink(missing_ok=True)


def _inside(path: Path, key: bytes | None, *, called: Path) -> Inside:
    key = _fitting(path, key, called)
    with (
        as_problem(called, opening=True, reading=True, sealed=key is not None),
        closing(driver.connect(path, "ro", key)) as con,
    ):
        _refuse_unless_whole(con, called)
        name, meetings, last = con.execute(
            "SELECT (SELECT name FROM coalition LIMIT 1), count(*), max(date) FROM meeting"
            " WHERE EXISTS (SELECT 1 FROM record WHERE record.meeting = meeting.id)"
        ).fetchone()
        return Inside(str(name or ""), meetings, str(last or ""), driver.pragma_number(con, "user_version"))


def _keep_present(path: Path, key: bytes | None, now: int) -> None:
    is_cut_off = Path(f"{path}-journal").exists()
    if is_cut_off:  # undoing it is tried on the file itself, so it is kept as it is before
        backups.keep_as_it_is(path, now=now)
        with suppress(driver.Error), closing(driver.connect(path, "rw", key)) as con:
            con.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        now += 1  # what is kept next is the newer one
    if backups.is_copied_already(path):
        return
    try:
        backups.keep_copy(path, key, backups.RESTORING, now=now)
    except FileProblem:
        if not is_cut_off:
            backups.keep_as_it_is(path, now=now)


def _fitting(path: Path, key: bytes | None, called: Path) -> bytes | None:
    sealed = header.inspect(path).sealed
    if sealed and key is None:
        raise passphrase_needed(called)
    return key if sealed else None


def _refuse_unless_whole(con: driver.Raw, path: Path) -> None:
    version = driver.pragma_number(con, "user_version")
    if (
        driver.pragma_number(con, "application_id") != driver.APPLICATION_ID
        or not 1 <= version <= migrations.LATEST
        or migrations.schema(con) != migrations.expected_schema(version)
        or driver.complaints(con)
    ):
        raise FileProblem(damaged().format(name=path.name))


def reason_words(why: str) -> str:
    """Why a backup was made, in words."""
    words = {
        backups.OPENED: _("When it was opened"),
        backups.CLOSED: _("After a meeting"),
        backups.ASKED: _("Asked for"),
        backups.FORMAT: _("Before a new format"),
        backups.BRINGING_IN: _("Before a copy was brought in"),
        backups.PASSPHRASE: _("When the passphrase was changed"),
        backups.RESTORING: _("Before a backup was restored"),
        backups.DAMAGED: _("As it was, damaged"),
    }
    return words.get(why, _("Kept"))
