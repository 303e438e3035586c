"""Making somebody else's file one's own: as a copy elsewhere, or in its own place, with what came among the backups."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from coalmeet.ids import new_id
from coalmeet.store import backups, foreign, header, migrations, ours
from coalmeet.store.disk import sync_folder
from coalmeet.store.foreign import Contents
from coalmeet.store.lock import WriterLock
from coalmeet.store.problems import as_problem


def take_over(
    path: Path, to: Path, key: bytes | None = None, *, now: int, go_on: Callable[[], object] = lambda: None
) -> Contents:
    """Copy all that the file holds into one of our own at `to`, which is `path` itself or a place where nothing is.

    `key` opens a sealed file, and the copy too; `now` is milliseconds since 1970 UTC. Raises what foreign.adopt raises,
    also FileProblem or NotAllowed when no backup of a file could be kept that is to be replaced; nothing is changed
    then. May take seconds: do it in a thread.
    """
    place = Path(os.path.realpath(to))
    if place != Path(os.path.realpath(path)):
        contents = foreign.adopt(path, to, key, go_on=go_on)
        ours.remember(place)
        return contents
    staged = place.with_name(f".{new_id()[:12]}.coalmeet")
    try:
        contents = foreign.adopt(place, staged, key, go_on=go_on)
        _replace(place, staged, key, now)
    finally:
        with suppress(OSError):
            staged.unlink(missing_ok=True)
    return contents


def _replace(path: Path, staged: Path, key: bytes | None, now: int) -> None:
    found = header.inspect(path)
    old = not found.sealed and found.version < migrations.LATEST
    lock = WriterLock(path)
    try:
        backups.keep_copy(path, key, backups.FORMAT if old else backups.ASKED, now=now)
        with as_problem(path):
            staged.replace(path)
            sync_folder(path.parent)
        ours.remember(path)
    finally:
        lock.release()
