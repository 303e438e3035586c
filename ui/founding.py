"""A new coalition made of what was typed on the first page: its file, its members, its first meeting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from coalmeet import text
from coalmeet.clock import Moment
from coalmeet.errors import FileProblem, NotAllowed
from coalmeet.ids import new_id
from coalmeet.text import _
from coalmeet.time_zone import system_time_zone
from ui.start.found import Founding

if TYPE_CHECKING:
    from coalmeet.store.connection import Connection
    from coalmeet.store.file import CoalitionFile


def found(founding: Founding, moment: Callable[[], Moment], first_key: bytes | None = None) -> CoalitionFile:
    """Make the file and open it for writing, sealed with `first_key` if there is one (see sealing.first_key).

    Raises FileProblem or NotAllowed, and then no file is left.
    """
    from coalmeet.store import file

    try:
        founding.path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        sentence = _("The folder {folder} cannot be made ({reason}). Choose another place.")
        raise FileProblem(
            sentence.format(folder=founding.path.parent, reason=error.strerror or error)
        ) from None
    zone = system_time_zone()
    made = file.create(
        founding.path, founding.name, now=moment().wall, language="en", time_zone=zone, first_key=first_key
    )
    try:
        with made.writing() as con:
            _fill(con, made, founding, moment().wall, zone)
    except (FileProblem, NotAllowed):
        made.close()
        founding.path.unlink(missing_ok=True)
        raise
    return made


def _fill(con: Connection, made: CoalitionFile, founding: Founding, wall: int, zone: str) -> None:
    from coalmeet.store import agenda, meetings
    from coalmeet.store.edit import edit_rows
    from coalmeet.store.planning import frame_items, next_frame

    today = text.local(wall, zone).date()
    edit_rows(
        con, made, "organisation", {new_id(): {"name": name, "joined": today} for name in founding.members}
    )
    if founding.day is not None:
        frame = next_frame(con, today)
        frame = replace(frame, date=founding.day, start=founding.start, minutes=founding.minutes or None)
        meetings.save(con, made, frame)
        agenda.insert(con, made, frame.id, frame_items())
