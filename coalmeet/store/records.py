"""The records of meetings, kept as they came: a correction is a further version, nothing is written over.

Each version says which ones it replaces, so that two that were written in two copies of the file both stand.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Literal

from sqlalchemy import Connection, func, insert, select

from coalmeet.errors import FileProblem
from coalmeet.exchange.record import digest
from coalmeet.ids import new_id
from coalmeet.meeting.minutes import published
from coalmeet.store.file import CoalitionFile
from coalmeet.store.safe_text import refuse_unkept
from coalmeet.store.tables import RECORD, REDACTION
from coalmeet.text import _

NEWEST_FIRST = RECORD.c.counter.desc(), RECORD.c.id.desc()  # the id only where two copies came together
Record = dict[str, Any]
Source = Literal["live", "imported", "paper", "plan", "reopened"]


def read(con: Connection, meeting_id: str) -> Record:
    """The record of a meeting as it stands now. Raises FileProblem when it has none yet."""
    found = find(con, meeting_id)
    if found is None:
        raise FileProblem(_("This meeting has no record yet: it gets one when it is closed."))
    return found


def find(con: Connection, meeting_id: str) -> Record | None:
    """The record of a meeting as it stands now, None when it has none."""
    wanted = select(RECORD.c.body).where(RECORD.c.meeting == meeting_id).order_by(*NEWEST_FIRST)
    body = con.execute(wanted.limit(1)).scalar()
    return None if body is None else dict(json.loads(body))


def versions(con: Connection, meeting_id: str) -> tuple[Record, ...]:
    """Every version of a meeting's record, the first one first."""
    wanted = (
        select(RECORD.c.body).where(RECORD.c.meeting == meeting_id).order_by(RECORD.c.counter, RECORD.c.id)
    )
    return tuple(json.loads(body) for body in con.execute(wanted).scalars().all())


def standing(con: Connection, meeting_id: str) -> tuple[str, ...]:
    """The ids of the versions that no other replaced: one, or more after two copies came together."""
    rows = con.execute(select(RECORD.c.id, RECORD.c.seen).where(RECORD.c.meeting == meeting_id)).all()
    seen = {one for row in rows for one in row.seen}
    return tuple(sorted(row.id for row in rows if row.id not in seen))


def write(
    con: Connection, file: CoalitionFile, meeting_id: str, record: Mapping[str, Any], source: Source
) -> str:
    """Add a version of a meeting's record and return the version's id.

    `source` says how the meeting came in; "plan" and "reopened" do not close it. Raises NotAllowed for a text
    that cannot be kept.
    """
    refuse_unkept(record)
    counter = (
        con.execute(select(func.max(RECORD.c.counter)).where(RECORD.c.meeting == meeting_id)).scalar() or 0
    )
    version = new_id()
    seen = standing(con, meeting_id)
    row = {
        "id": version,
        "meeting": meeting_id,
        "counter": counter + 1,
        "writer": file.writer,
        "source": source,
        "digest": digest(record),
        "body": json.dumps(record, ensure_ascii=False, allow_nan=False, separators=(",", ":")),
        "seen": seen,
    }
    con.execute(insert(RECORD), row)
    return version


def known(con: Connection, record: Mapping[str, Any]) -> str | None:
    """The id of the meeting that has, or once had, exactly this record, or None.

    A record that was read out of minutes that this file made is the same, though what is kept back from minutes is
    not in it.
    """
    wanted = select(RECORD.c.meeting).where(RECORD.c.digest == digest(record)).limit(1)
    found: str | None = con.execute(wanted).scalar()
    own = record.get("id")
    if found is None and isinstance(own, str):
        same = digest(record)
        is_there = any(digest(published(one)) == same for one in versions(con, own))
        found = own if is_there or _lost_words(con, own) else None
    return found


def _lost_words(con: Connection, meeting_id: str) -> bool:
    """Whether somebody was erased from its record: papers from before would bring them back."""
    wanted = select(RECORD.c.id).join(REDACTION, REDACTION.c.id == RECORD.c.id)
    return con.execute(wanted.where(RECORD.c.meeting == meeting_id).limit(1)).first() is not None
