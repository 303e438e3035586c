"""coalmeet new: a file for a coalition, empty or with the sample in it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from coalmeet import clock
from coalmeet.commands.passphrase import asked_for
from coalmeet.commands.terminal import Terminal, visible
from coalmeet.errors import NotAllowed
from coalmeet.text import _, local
from coalmeet.time_zone import is_time_zone, system_time_zone

if TYPE_CHECKING:
    from coalmeet.store.file import CoalitionFile

LANGUAGE = re.compile(r"[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8})*")  # as in "en", "pt_BR", "zh-Hans"


def new(
    path: Path, name: str, *, sample: bool, language: str, time_zone: str, sealed: bool, terminal: Terminal
) -> int:
    """Make the file, `sealed` with a passphrase that is asked for; what fails half-way leaves none behind.

    Returns the exit status. Raises NotAllowed for what cannot be, FileProblem where the file cannot be made.
    """
    from coalmeet.store import file

    if not name.strip():
        raise NotAllowed(_("A coalition needs a name; put one after --name."))
    if time_zone and not is_time_zone(time_zone):
        sentence = _("“{zone}” is no time zone; give its IANA name, such as Europe/London.")
        raise NotAllowed(sentence.format(zone=time_zone))
    if not LANGUAGE.fullmatch(language):
        raise NotAllowed(_("“{code}” is no language; give its code, such as en or de.").format(code=language))
    now = clock.now()
    made = file.create(
        path,
        name.strip(),
        now=now.wall,
        language=language,
        time_zone=time_zone or system_time_zone(),
        passphrase=asked_for(terminal) if sealed else "",
    )
    try:
        if sample:
            _fill(made, now.wall)
    except BaseException:
        made.close()
        path.unlink(missing_ok=True)
        raise
    made.close()
    terminal.say(visible(_("“{name}” is ready in {path}.").format(name=name.strip(), path=path)))
    return 0


def _fill(made: CoalitionFile, wall: int) -> None:
    from coalmeet.sample import write
    from coalmeet.store.coalition import read

    with made.reading() as con:
        zone = read(con).time_zone
    write(made, local(wall, zone).date())
