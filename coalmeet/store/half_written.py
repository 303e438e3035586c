"""What is being written about the minutes of a meeting and not kept yet: it outlives the window and the program.

It is nobody's business but the writer's: a private note of no meeting, which no document reads.
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection

from coalmeet.store import notes
from coalmeet.store.file import CoalitionFile

SUMMARY = "summary"  # the form in which it is written
_ROW = "minutes-draft"


def read(con: Connection, meeting_id: str) -> dict[str, Any]:
    """By form what is half written about this meeting: plain JSON values."""
    return dict(_all(con).get(meeting_id) or {})


def keep(con: Connection, file: CoalitionFile, meeting_id: str, form: str, value: Any) -> None:
    """Keep what stands in a form now; None when nothing does any more."""
    every = _all(con)
    here = {**(every.get(meeting_id) or {}), form: value}
    every[meeting_id] = {name: one for name, one in here.items() if one is not None}
    every = {one: forms for one, forms in every.items() if forms}
    notes.write_private(con, file, "", _ROW, json.dumps(every, ensure_ascii=False) if every else "")


def _all(con: Connection) -> dict[str, dict[str, Any]]:
    text = notes.read_private(con, "").get(_ROW)
    return json.loads(text) if text else {}
