"""Turning what SQLite or the system says into one sentence that tells a facilitator what to do."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from coalmeet.errors import FileProblem, PassphraseNeeded, WrongPassphrase
from coalmeet.text import _

# Result codes of SQLite (https://www.sqlite.org/rescode.html); the low byte is the kind.
_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 6, 8, 10, 11, 13, 14, 26
_PERM, _AUTH, _TOOBIG = 3, 23, 18


@contextmanager
def as_problem(
    path: Path, *, opening: bool = False, reading: bool = False, sealed: bool = False
) -> Iterator[None]:
    """Errors of the driver and of the system inside become FileProblem; mistakes of the program pass as bugs.

    While `opening`, where only the file can be at fault, an error without a sentence of its own means damage; in
    a `sealed` file bytes that make no sense may as well mean another passphrase, and both are said.
    """
    try:
        yield
    except (sqlite.Error, OSError) as error:
        if opening and sealed and _kind_of(error) == _NOTADB:
            raise wrong_passphrase(path) from None
        problem = problem_of(error, path, reading=reading)
        if problem is None and opening and isinstance(error, sqlite.Error):
            problem = FileProblem(damaged().format(name=path.name))
        if problem is None:
            raise
        # Neither the driver's words nor its statement may carry what people wrote into a message or a log.
        raise problem from None


def problem_of(error: BaseException, path: Path, *, reading: bool = False) -> FileProblem | None:
    """The sentence for this error about this file, or None when it is a bug of ours."""
    sentence = _of_system(error) if isinstance(error, OSError) else _of_driver(error, reading)
    return None if sentence is None else FileProblem(sentence.format(name=path.name, folder=path.parent))


def _kind_of(error: BaseException) -> int | None:
    code = getattr(error, "sqlite_errorcode", None)
    return code & 0xFF if isinstance(code, int) else None


def _of_driver(error: BaseException, reading: bool) -> str | None:
    kind = _kind_of(error)
    if kind is None:
        # The driver's own complaint about bytes that are no text; it carries no code.
        return damaged() if isinstance(error, sqlite.OperationalError) else None
    if reading and kind == _READONLY:
        # Nothing is written while reading: a save that was cut off would first have to be undone.
        return unfinished()
    if not reading and kind == _CANTOPEN:
        kind = _READONLY  # the file is open: it is its journal that the folder does not let in
    return _kind(kind)


def unfinished() -> str:
    """What to say of a file whose last save was cut off, when it may only be read."""
    return _(
        "The last save of “{name}” was cut off. Open it in Coalmeet for writing once, which puts it in "
        "order, then try again."
    )


def reading_only() -> str:
    """What to say where something would be written to a file that is open for reading only."""
    return _("“{name}” is open for reading only. Open it for writing to change it.")


def moved() -> str:
    """What to say when the open file is no longer the one at its place."""
    return _(
        "“{name}” is no longer where it was opened, so nothing more is saved. Put it back into {folder}, or save a "
        "rescue copy."
    )


def _kind(kind: int) -> str | None:
    sentences = {
        _FULL: _(
            "The disk is full, so nothing was saved in “{name}”. Free some space and try again: nothing is "
            "lost."
        ),
        _READONLY: _(
            "“{name}” may not be written to, so nothing was saved. Allow writing to the file and its folder "
            "({folder}), or open it for reading."
        ),
        _IOERR: _(
            "The disk reported an error at “{name}”, so nothing was saved. Check the disk or the connection "
            "to {folder}, then try again."
        ),
        _CORRUPT: damaged(),
        _NOTADB: damaged(),
        _BUSY: _("Another program is holding “{name}”. Wait for it to finish or close it, then try again."),
        _LOCKED: _("Another program is holding “{name}”. Wait for it to finish or close it, then try again."),
        _CANTOPEN: _(
            "“{name}” cannot be opened in {folder}. Check that it is there and may be read, then try again."
        ),
        _PERM: no_permission(),
        _AUTH: no_permission(),
        _TOOBIG: _("A text is too long to be kept in “{name}”. Shorten it and try again."),
    }
    return sentences.get(kind)


def _of_system(error: OSError) -> str | None:
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return no_permission()
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return _kind(_FULL)
    if error.errno in {errno.ENOENT, errno.ENOTDIR}:
        return missing()
    if error.errno == errno.ELOOP:
        return circle()
    if error.errno == errno.EEXIST:
        return None
    if error.errno in {errno.ENAMETOOLONG, errno.EINVAL}:
        return _("“{name}” is no possible name for a file. Choose a shorter or plainer one.")
    return _kind(_IOERR)


def circle() -> str:
    """What to say of a link that leads back to itself."""
    return _("“{name}” is a link that leads back to itself, so there is no file. Open the file itself.")


def damaged() -> str:
    """What to say of a file that is ours and broken."""
    return _(
        "“{name}” is damaged and was not opened, so that nothing gets worse. Keep it, and open a backup or "
        "somebody else's copy."
    )


def passphrase_needed(path: Path) -> PassphraseNeeded:
    """What to say of a sealed file that was opened without its passphrase."""
    sentence = _("“{name}” is sealed with a passphrase. Type it to open the file.")
    return PassphraseNeeded(sentence.format(name=path.name))


def wrong_passphrase(path: Path) -> WrongPassphrase:
    """What to say when a sealed file does not open; nobody can tell the two reasons apart."""
    sentence = _(
        "“{name}” does not open with this passphrase: it is another one, or the file is damaged. Try again; if you "
        "are sure of the words, open a backup."
    )
    return WrongPassphrase(sentence.format(name=path.name))


def no_permission() -> str:
    """What to say where the system does not let us in."""
    return _(
        "You may not open “{name}” in {folder}. Ask whoever owns it for permission, or copy it to your own "
        "folder."
    )


def missing() -> str:
    """What to say where nothing is."""
    return _("There is no file “{name}” in {folder}. Check the name, or make a new coalition.")


def missing_parts() -> str:
    """What to say of a file that carries our mark but not our tables."""
    return _(
        "“{name}” does not have the structure of a Coalmeet file: another program has changed it. Open a "
        "backup or somebody else's copy."
    )


def older(path: Path) -> FileProblem:
    """What to say of a file of an older format that is only read."""
    return FileProblem(
        _(
            "“{name}” was written by an older Coalmeet. Open it once with “coalmeet”, which keeps a copy of it and "
            "brings it up to date; then it can be read."
        ).format(name=path.name)
    )


def newer(path: Path, version: int, known: int) -> FileProblem:
    """What to say of a file of a newer format than this program knows."""
    return FileProblem(
        _(
            "“{name}” was written by a newer Coalmeet (format {version}, this one knows {known}). Update "
            "Coalmeet, or try to open it for reading only."
        ).format(name=path.name, version=version, known=known)
    )
