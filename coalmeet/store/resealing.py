"""A passphrase set, changed or taken off with all that belongs to it: a backup before, and the backups afterwards.

Three steps, so that a window goes on meanwhile: `prepare` and `follow` run in any thread, `take` in the writing one.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from coalmeet.errors import FileProblem, NotAllowed
from coalmeet.store import backups, header, sealing
from coalmeet.store.backup_folder import Backup
from coalmeet.store.disk import sweep
from coalmeet.store.file import CoalitionFile
from coalmeet.text import ngettext


@dataclass(frozen=True, slots=True)
class Followed:
    """How many backups got the new seal, and how many kept another that only their own passphrase opens."""

    changed: int
    left: int


def prepare(path: Path, key: bytes | None, passphrase: str, *, now: int) -> sealing.Copy:
    """Keep a backup and make the copy that is to take the file's place; `passphrase` is "" for none.

    Raises FileProblem, and NotAllowed between the first answer and the close of a survey; nothing is changed then.
    """
    backups.keep_copy(path, key, backups.PASSPHRASE, now=now)
    return sealing.copy_with(path, key, passphrase)


def take(file: CoalitionFile, copy: sealing.Copy) -> None:
    """Let the copy take the file's place; see sealing.take."""
    sealing.take(file, copy)


def follow(path: Path, old_key: bytes | None, copy: sealing.Copy, *, now: int) -> Followed:
    """Give the file's backups the seal that it has now: who knows an old passphrase reads none of them any more.

    Those of another passphrase still stay as they are. Raises FileProblem when no backup can be kept.
    """
    salt = sealing.salt_of(path, copy.key) if copy.key else b""
    changed = left = 0
    for one in backups.of_this_file(path, copy.key):
        if one.why == backups.DAMAGED:
            left += 1
            continue
        try:
            # What a change that was cut off has left open takes no key.
            sealing.reseal(one.path, old_key if _is_sealed(one) else None, copy.key, salt)
            changed += 1
        except FileProblem:
            left += 1
    # One more, so that the backups are known by the salt that the file has now.
    with suppress(NotAllowed):
        backups.keep_copy(path, copy.key, backups.PASSPHRASE, now=now)
    return Followed(changed, left)


def change(file: CoalitionFile, passphrase: str, *, now: int) -> Followed:
    """All three steps at once, for commands."""
    old_key = file.key
    copy = prepare(file.path, old_key, passphrase, now=now)
    take(file, copy)
    return follow(file.path, old_key, copy, now=now)


def finish(path: Path, key: bytes | None, *, now: int) -> int:
    """See through what a change that was cut off (a power cut, a kill) has left; answers how many backups it sealed.

    Backups of a sealed file that lie open get its seal, and unfinished copies beside the file go, see disk.sweep. Any
    thread may do this, for who writes to the file. What cannot be done stays for the next time.
    """
    path = Path(os.path.realpath(path))
    sweep(path.parent, f".????????????{sealing.PART}", now=now)
    sealed = 0
    if key is None:
        return sealed
    for one in backups.of_this_file(path, key):
        with suppress(FileProblem):
            if one.why != backups.DAMAGED and not _is_sealed(one):
                sealing.reseal(one.path, None, key, sealing.salt_of(path, key))
                sealed += 1
    return sealed


def _is_sealed(backup: Backup) -> bool:
    return header.inspect(backup.path).sealed


def left_words(followed: Followed) -> str:
    """What to say of backups that kept their own passphrase, "" when there are none."""
    if not followed.left:
        return ""
    return ngettext(
        "{count} older backup keeps another passphrase or cannot be read; delete it if it should not be kept.",
        "{count} older backups keep another passphrase or cannot be read; delete them if they should not be kept.",
        followed.left,
    ).format(count=followed.left)
