"""coalmeet meetings and coalmeet check: what a file holds, and whether it is sound."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from coalmeet.commands.opened import key_once_looked_through, to_read
from coalmeet.commands.terminal import Terminal, visible
from coalmeet.text import _

if TYPE_CHECKING:
    from coalmeet.coalition.meeting_row import MeetingRow


def meetings(path: Path, *, as_json: bool, terminal: Terminal) -> int:
    """List the meetings, newest first; as JSON a list of {id, date, title, coalition, state}."""
    from coalmeet.store import glance

    file = to_read(path, terminal)
    file.close()
    rows = glance.meetings(file.path, file.key)
    if as_json:
        terminal.say(_json(rows, terminal))
        return 0
    if not rows:
        terminal.say(_("There are no meetings in this file yet."))
    for row in rows:
        title = visible(row.title or row.coalition)
        terminal.say(f"{row.id}  {row.date.isoformat()}  {_state(row):<8} {title}")
    return 0


def _json(rows: Sequence[MeetingRow], terminal: Terminal) -> str:
    found = [
        {
            "id": row.id,
            "date": row.date.isoformat(),
            "title": row.title,
            "coalition": row.coalition,
            "state": row.state,
        }
        for row in rows
    ]
    plain = (terminal.out.encoding or "").lower().replace("-", "") != "utf8"
    return json.dumps(found, ensure_ascii=plain, indent=1)


def _state(row: MeetingRow) -> str:
    return {"planned": _("planned"), "running": _("running"), "closed": _("closed")}[row.state]


def check(path: Path, terminal: Terminal) -> int:
    """Say that the file is sound, or what is wrong with it, a sentence each. Returns the exit status."""
    from coalmeet.store import file

    found = file.check(path, key_once_looked_through(path, terminal))
    for sentence in found:
        terminal.refuse(sentence)
    if found:
        terminal.refuse(
            _(
                "“coalmeet backups” lists the copies on this computer, “coalmeet restore” puts one back, “coalmeet "
                "rescue” saves what can be read."
            )
        )
    else:
        terminal.say(_("“{name}” is sound.").format(name=visible(path.name)))
    return 1 if found else 0
