"""Before an older file is brought up to date: a copy of it as it was, checked, in the program's own folder."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from coalmeet.errors import FileProblem
from coalmeet.ids import new_id
from coalmeet.store import driver, migrations
from coalmeet.text import _


def keep_copy(raw: driver.Raw, path: Path) -> Path:
    """Copy the open file and answer where the copy lies: "NAME format 1 ….coalmeet" among the backups.

    The copy is written whole, opened again and checked before it gets its name. Raises FileProblem when it cannot
    be made: then the file is left as it is.
    """
    folder = backups()
    version = driver.pragma_number(raw, "user_version")
    part = folder / f"{new_id()}.part"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        raw.execute("VACUUM INTO ?", (str(part),))
        _sync(part)
        _refuse_unless_whole(part, version)
        kept = folder / f"{path.stem} format {version} {part.stem[:8]}.coalmeet"
        part.replace(kept)
    except (OSError, driver.Error):
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise FileProblem(
            _(
                "“{name}” has to be brought up to date, and no copy of it could be kept in {folder} first, so it was "
                "left as it is. Make room there, and open it again."
            ).format(name=path.name, folder=folder)
        ) from None
    return kept


def backups() -> Path:
    """The folder in which copies are kept."""
    from platformdirs import user_data_path

    return user_data_path("coalmeet", appauthor=False) / "backups"


def _refuse_unless_whole(path: Path, version: int) -> None:
    if not _is_whole(path, version):
        raise OSError("the copy is not what was copied")


def _is_whole(path: Path, version: int) -> bool:
    con = driver.connect(path, "ro")
    try:
        same = migrations.schema(con) == migrations.expected_schema(version)
        return same and driver.pragma_number(con, "user_version") == version and not driver.complaints(con)
    finally:
        con.close()


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
