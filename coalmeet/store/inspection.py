"""A thorough look at what a file holds, for `coalmeet check`: the pages, the logs, the records."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, Select, select

from coalmeet.errors import FileProblem
from coalmeet.store import log
from coalmeet.store.tables import COALITION, MEETING, MOVE, RECORD
from coalmeet.text import _


def findings(con: Connection) -> tuple[str, ...]:
    """What is wrong, a sentence each; empty when all is well."""
    return (*_pages(con), *_coalition(con), *_logs(con), *_records(con))


def _pages(con: Connection) -> list[str]:
    found = con.exec_driver_sql("PRAGMA integrity_check(20)").scalars().all()
    if found == ["ok"]:
        return []
    return [
        _("The file is damaged inside; open a backup. The details: {details}").format(
            details="; ".join(found)
        )
    ]


def _coalition(con: Connection) -> list[str]:
    if len(con.execute(select(COALITION.c.id)).all()) == 1:
        return []
    return [_("The file does not say which one coalition it belongs to; open a backup.")]


def _logs(con: Connection) -> list[str]:
    said = []
    for meeting_id, title in _titles(con, select(MOVE.c.meeting).distinct()):
        try:
            log.read(con, meeting_id)
        except FileProblem as problem:
            said.append(_("“{title}”: {problem}").format(title=title, problem=problem))
    return said


def _records(con: Connection) -> list[str]:
    said = []
    for meeting_id, title in _titles(con, select(RECORD.c.meeting).distinct()):
        bodies = con.execute(select(RECORD.c.body).where(RECORD.c.meeting == meeting_id)).scalars().all()
        if not all(_is_object(body) for body in bodies):
            said.append(_("“{title}”: its record cannot be read. Open a backup.").format(title=title))
    return said


def _titles(con: Connection, meetings: Select[Any]) -> list[tuple[str, str]]:
    rows = con.execute(select(MEETING.c.id, MEETING.c.title)).all()
    titles = {row.id: f"{row.title}" for row in rows}
    ids = con.execute(meetings).scalars().all()
    return [(one, titles.get(one, one)) for one in ids]


def _is_object(body: str) -> bool:
    try:
        return isinstance(json.loads(body or "{}"), dict)
    except ValueError:
        return False
