"""The other copy, opened to be compared: it comes from somebody else, so only a checked copy of it is ever read."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from coalmeet.errors import FileProblem
from coalmeet.store import foreign, header
from coalmeet.store.backup_folder import folder
from coalmeet.store.bringing_in.comparing import compare
from coalmeet.store.bringing_in.values import Coming
from coalmeet.store.file import CoalitionFile, open_to_read
from coalmeet.store.problems import as_problem
from coalmeet.text import _

GoOn = Callable[[], object]


def compared(
    file: CoalitionFile, path: Path, key: bytes | None = None, *, go_on: GoOn = lambda: None
) -> Coming:
    """What would come into the open file with the copy at `path`; any thread may ask, and nothing is changed.

    `key` opens a sealed copy; without one that of the open file is tried, as copies of one file mostly share it.
    Raises what foreign.adopt raises, FileProblem for the open file itself or another coalition's, and NotAllowed while
    a survey is being answered. `go_on` is called again and again and may raise Stopped.
    """
    path = Path(path).absolute()
    if path.exists() and path.samefile(file.path):
        raise FileProblem(
            _("This is the file that is open. Choose the copy that came back from somebody else.")
        )
    with _reading(file, path, key, go_on) as other, file.reading() as ours, other.reading() as theirs:
        return compare(ours, theirs)


@contextmanager
def _reading(file: CoalitionFile, path: Path, key: bytes | None, go_on: GoOn) -> Iterator[CoalitionFile]:
    if key is None and header.inspect(path).sealed:
        key = file.key
    inside = _place(file.path)
    try:
        with as_problem(inside):
            inside.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            inside.unlink(missing_ok=True)  # of a run that was cut off
        foreign.adopt(path, inside, key, go_on=go_on)
        other = open_to_read(inside, key)
        try:
            yield other
        finally:
            other.close()
    finally:
        with suppress(OSError):
            inside.unlink(missing_ok=True)


def _place(path: Path) -> Path:
    """Where the checked copy lies meanwhile: in the program's own folder, one for each file that copies come into."""
    name = hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:16]
    return folder().parent / "coming in" / f"{name}.coalmeet"
