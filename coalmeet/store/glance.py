"""The list of meetings straight through the driver: what a window shows first, before SQLAlchemy is there."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from coalmeet.coalition.meeting_row import MeetingRow, State
from coalmeet.store import driver
from coalmeet.store.problems import as_problem

# The last record says how it stands: a plan that came from outside, or one reopened, closes nothing.
LIST = """
SELECT m.id, m.date, m.title, m.start, m.minutes, m.place, m.link,
       coalesce(nullif(m.coalition, ''), (SELECT name FROM coalition LIMIT 1), '') AS coalition,
       m.source, m.facilitators,
       coalesce(q.name, p.name) AS facilitator,
       (SELECT r.source FROM record r WHERE r.meeting = m.id ORDER BY r.counter DESC, r.id DESC LIMIT 1) AS recorded,
       EXISTS (SELECT 1 FROM move v WHERE v.meeting = m.id) AS opened
FROM meeting m
LEFT JOIN person p ON p.id = m.facilitator
LEFT JOIN person q ON q.id = p.merged_into
"""
NEWEST_FIRST = "ORDER BY m.date DESC, m.start DESC, m.title, m.id"
PLAN = "plan"
REOPENED = "reopened"


def meetings(path: Path, key: bytes | None = None) -> tuple[MeetingRow, ...]:
    """The meetings of a file that was opened before, newest first. Raises FileProblem."""
    with as_problem(path, reading=True):
        con = driver.connect(path, "ro", key)
        try:
            return tuple(as_row(found) for found in con.execute(LIST + NEWEST_FIRST).fetchall())
        finally:
            con.close()


def as_row(found: Sequence[Any]) -> MeetingRow:
    """One line of the list from the columns of LIST."""
    (
        one,
        day,
        title,
        start,
        minutes,
        place,
        link,
        coalition,
        source,
        names,
        facilitator,
        recorded,
        opened,
    ) = found
    facilitators = tuple(json.loads(names)) or ((facilitator,) if facilitator else ())
    return MeetingRow(
        id=one,
        date=date.fromisoformat(day),
        title=title,
        start=start,
        minutes=minutes,
        place=place,
        link=link,
        coalition=coalition,
        state=_state(recorded, bool(opened)),
        source=source or "live",
        facilitators=facilitators,
    )


def _state(recorded: str | None, opened: bool) -> State:
    if recorded is not None and recorded not in {PLAN, REOPENED}:
        return "closed"
    return "running" if opened else "planned"
