"""coalmeet new: a file for a coalition, empty or with the sample in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coalmeet import clock
from coalmeet.commands.terminal import Terminal
from coalmeet.errors import NotAllowed
from coalmeet.text import _, local
from coalmeet.time_zone import system_time_zone

if TYPE_CHECKING:
    from coalmeet.store.file import CoalitionFile


def new(path: Path, name: str, *, sample: bool, language: str, time_zone: str, terminal: Terminal) -> int:
    """Make the file; what fails half-way leaves none behind. Returns the exit status."""
    from coalmeet.store import file

    if not name.strip():
        raise NotAllowed(_("A coalition needs a name; put one after --name."))
    now = clock.now()
    made = file.create(
        path, name.strip(), now=now.wall, language=language, time_zone=time_zone or system_time_zone()
    )
    try:
        if sample:
            _fill(made, now.wall)
    except BaseException:
        made.close()
        path.unlink(missing_ok=True)
        raise
    made.close()
    terminal.say(_("“{name}” is ready in {path}.").format(name=name.strip(), path=path))
    return 0


def _fill(made: CoalitionFile, wall: int) -> None:
    from coalmeet.sample import write
    from coalmeet.store.coalition import read

    with made.reading() as con:
        zone = read(con).time_zone
    write(made, local(wall, zone).date())
