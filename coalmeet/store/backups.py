"""Backups of a file: whole, verified copies in the program's own folder. A sealed file's are sealed alike."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coalmeet.errors import FileProblem, NotAllowed
from coalmeet.ids import new_id
from coalmeet.store import driver, migrations, thinning
from coalmeet.store.at_place import identity
from coalmeet.store.backup_folder import Backup, folder, home_of, homes, listed, name, state, write_about
from coalmeet.store.disk import copy_private, make_private, sweep, sync, sync_folder
from coalmeet.text import _

if TYPE_CHECKING:
    from coalmeet.store.file import CoalitionFile

OPENED, CLOSED, ASKED = "opened", "closed", "asked"
FORMAT, BRINGING_IN, PASSPHRASE = "format", "bringing-in", "passphrase"
RESTORING, DAMAGED = "restoring", "damaged"
# The only way back to an older program, and what a rescue may still need: no rule thins them out.
LASTING = frozenset({FORMAT, DAMAGED})

_DAMAGE = {11, 26}  # SQLITE_CORRUPT, SQLITE_NOTADB: https://www.sqlite.org/rescode.html
_SURVEYS_SINCE = 9  # the format that has them


def keep(file: CoalitionFile, why: str, *, now: int) -> Path:
    """Copy an open file, verified, and thin out older copies; any thread may do it. Answers where the copy lies.

    `why` is one of the codes above, `now` milliseconds since 1970 UTC. Raises FileProblem when no whole copy could be
    made, and NotAllowed between the first answer and the close of a survey: two copies would tell who answered
    in between.
    """
    return keep_copy(file.path, file.key, why, now=now)


def keep_if_changed(file: CoalitionFile, why: str, *, now: int) -> Path | None:
    """`keep`, unless the last copy has all that the file has, or a survey is under way; None then."""
    if is_copied_already(file.path):
        return None
    try:
        return keep(file, why, now=now)
    except NotAllowed:
        return None


def keep_copy(path: Path, key: bytes | None, why: str, *, now: int) -> Path:
    """`keep` for a file that need not be open: `key` opens a sealed one."""
    path = Path(os.path.realpath(path))
    with _said_plainly(path):
        folder().mkdir(mode=0o700, parents=True, exist_ok=True)
        sweep(folder(), "*.part", now=now)
        part, before = folder() / f"{new_id()}.part", state(path)
        try:
            coalition = copy_verified(path, key, part, anyway=why == FORMAT)
            home = home_of(path, coalition)
            kept = name(home, part, why, now)
            write_about(home, path, coalition, _salt(kept, key), before)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        _thin(home)
    return kept


def keep_before_format(path: Path, key: bytes | None, *, now: int) -> Path:
    """`keep_copy` before an older file is brought up to date. Raises FileProblem: then it is to be left as it is."""
    try:
        return keep_copy(path, key, FORMAT, now=now)
    except FileProblem:
        raise FileProblem(
            _(
                "“{name}” has to be brought up to date, and no copy of it could be kept in {folder} first, so it was "
                "left as it is. Make room there, and open it again."
            ).format(name=path.name, folder=folder())
        ) from None


def keep_as_it_is(path: Path, *, now: int) -> Path:
    """Copy the bytes of a file that nobody has open and that cannot be read, with what a cut-off save left beside it.

    Raises FileProblem.
    """
    path = Path(os.path.realpath(path))
    beside = Path(f"{path}-journal")
    with _said_plainly(path):
        folder().mkdir(mode=0o700, parents=True, exist_ok=True)
        home, part = home_of(path, ""), folder() / f"{new_id()}.part"
        copy_private(path, part)
        kept = name(home, part, DAMAGED, now)
        if beside.exists():
            copy_private(beside, Path(f"{kept}-journal"))
        write_about(home, path, "", "", state(path))
    return kept


def of(path: Path | str, key: bytes | None = None) -> tuple[Backup, ...]:
    """The backups of the file at this place, the newest first; of a file that was moved here, those it left behind too.

    A file that cannot be read, or is gone, is known by its place, a sealed one by its salt as well.
    """
    path = Path(os.path.realpath(path))
    coalition = _coalition_at(path, key)
    found: list[Backup] = []
    for home, about in homes():
        theirs = about.get("coalition")
        if theirs == coalition if coalition and theirs else _is_of(about, path):
            found += listed(home, Path(str(about.get("path") or path)))
    return tuple(sorted(found, key=lambda one: one.at, reverse=True))


def of_this_file(path: Path | str, key: bytes | None = None) -> tuple[Backup, ...]:
    """`of` without those of another copy of the coalition that is still in its place: that one looks after its own."""
    path = Path(os.path.realpath(path))
    return tuple(one for one in of(path, key) if one.of == path or identity(one.of) is None)


def is_copied_already(path: Path) -> bool:
    """Whether the file has not been written to since it was last copied, and that copy is still there."""
    path = Path(os.path.realpath(path))
    try:
        now = state(path)
    except OSError:
        return False
    known = [home for home, about in homes() if about.get("path") == str(path) and about.get("state") == now]
    return any(one.why != DAMAGED for home in known for one in listed(home, path))


def copy_verified(path: Path, key: bytes | None, part: Path, *, anyway: bool = False) -> str:
    """Write a whole copy to `part`, where nothing is yet, and check it; answers the id of the coalition in it.

    Raises NotAllowed while a survey is being answered, save `anyway`; FileProblem for a damaged file; and whatever the
    driver or the system says where the copy cannot be written.
    """
    make_private(part)
    with closing(driver.connect(path, "ro", key)) as con:
        if not anyway and _is_survey_under_way(con):
            raise NotAllowed(
                _(
                    "A survey is being answered, and a copy made now could tell who has answered. Close the survey "
                    "first, then do this."
                )
            )
        if driver.complaints(con):
            raise _damaged_inside(path)
        schema = migrations.schema(con)
        # A copy is a file of its own, which this connection may write; the one it is of stays read-only.
        con.execute("PRAGMA query_only=OFF")
        con.execute("VACUUM INTO ?", (str(part),))
    sync(part)
    return _verified(part, key, schema)


def remove(backup: Backup) -> None:
    """Delete a backup, with what lies beside it. Raises FileProblem."""
    try:
        backup.path.unlink(missing_ok=True)
        Path(f"{backup.path}-journal").unlink(missing_ok=True)
        sync_folder(backup.path.parent)
    except OSError as error:
        sentence = _("The backup in {folder} could not be deleted ({reason}). Delete it there yourself.")
        raise FileProblem(
            sentence.format(folder=backup.path.parent, reason=error.strerror or error)
        ) from None


def without_open_answers(copy: Path, key: bytes | None) -> None:
    """Take the answers of surveys that are still open out of a copy: the file is safe now, and nobody needs them."""
    with suppress(driver.Error), closing(driver.connect(copy, "rw", key)) as con:
        if _is_survey_under_way(con):
            con.execute(
                "DELETE FROM survey_answer WHERE survey IN (SELECT id FROM survey WHERE closed IS NULL)"
            )


@contextmanager
def _said_plainly(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, driver.Error) as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGE:
            raise _damaged_inside(path) from None
        reason = getattr(error, "strerror", None) or error
        raise FileProblem(
            _(
                "No backup of “{name}” could be kept in {folder} ({reason}). Make room there, or check the disk, "
                "and try again."
            ).format(name=path.name, folder=folder(), reason=reason)
        ) from None


def _damaged_inside(path: Path) -> FileProblem:
    return FileProblem(
        _(
            "“{name}” is damaged inside: no backup was made of it, and all older ones stay. Restore one of them, or "
            "rescue what can be read."
        ).format(name=path.name)
    )


def _verified(part: Path, key: bytes | None, schema: migrations.Schema) -> str:
    """Open the copy as somebody would who needs it. Raises driver.Error unless it is whole and has this structure."""
    with closing(driver.connect(part, "ro", key)) as con:
        if (
            migrations.schema(con) != schema
            or driver.pragma_number(con, "application_id") != driver.APPLICATION_ID
            or driver.complaints(con)
        ):
            raise driver.Error(_("the copy is not what was copied"))
        return _coalition_in(con)


def _is_survey_under_way(con: driver.Raw) -> bool:
    from coalmeet.store.surveys import COLLECTING

    if driver.pragma_number(con, "user_version") < _SURVEYS_SINCE:
        return False
    return con.execute(COLLECTING).fetchone() is not None


def _coalition_in(con: driver.Raw) -> str:
    found = con.execute("SELECT id FROM coalition ORDER BY id LIMIT 1").fetchone()
    return str(found[0]) if found else ""


def _coalition_at(path: Path, key: bytes | None) -> str:
    if not path.is_file():  # opening a pipe would wait for ever
        return ""
    try:
        with closing(driver.connect(path, "ro", key)) as con:
            return _coalition_in(con)
    except (OSError, driver.Error):
        return ""


def _salt(copy: Path, key: bytes | None) -> str:
    """The salt of a sealed copy, in hex. The live file is opened through SQLite alone: else it would lose its locks."""
    if key is None:
        return ""
    with copy.open("rb") as file:
        return file.read(16).hex()


def _is_of(about: dict[str, Any], path: Path) -> bool:
    if about.get("path") == str(path) or not path.is_file():
        return about.get("path") == str(path)
    try:
        with path.open("rb") as file:
            return bool(about.get("salt")) and about.get("salt") == file.read(16).hex()
    except OSError:
        return False


def _thin(home: Path) -> None:
    """Only ever after a new copy was verified: while the file fails its check, nothing goes."""
    ordinary = [one for one in listed(home, home) if one.why not in LASTING]
    wanted = thinning.stay(one.at for one in ordinary)
    for one in ordinary:
        if one.at not in wanted:
            remove(one)
