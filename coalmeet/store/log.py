"""The log of a meeting: one row is one move, only ever appended, read by following each move's parent."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from coalmeet.clock import Moment
from coalmeet.errors import FileProblem, NotAllowed
from coalmeet.ids import new_id
from coalmeet.meeting.events import Event
from coalmeet.meeting.journal import Move
from coalmeet.store import codec
from coalmeet.store.file import CoalitionFile
from coalmeet.store.tables import MOVE
from coalmeet.text import _

FIRST = ""  # the parent of a meeting's first move


def append(
    con: Connection,
    file: CoalitionFile,
    meeting_id: str,
    events: tuple[Event, ...],
    *,
    parent: str,
    at: Moment,
) -> Move:
    """Write one move after `parent` (the id of the move before it, "" for the first) and give it back.

    Raises NotAllowed for a text that cannot be kept, or when another move already follows that parent.
    """
    draft = Move(new_id(), parent, events, at.wall, mono=at.mono, boot=at.boot)
    return write(con, file, meeting_id, draft)


def write(con: Connection, file: CoalitionFile, meeting_id: str, draft: Move) -> Move:
    """`append` for a move that was folded first and so has its id; its counter and writer are filled in."""
    text = codec.dumps(draft.events)
    _refuse_fork(con, meeting_id, draft.parent)
    counter = select(func.max(MOVE.c.counter)).where(MOVE.c.meeting == meeting_id)
    move = replace(draft, counter=(con.execute(counter).scalar() or 0) + 1, writer=file.writer)
    con.execute(
        insert(MOVE),
        {**{name: getattr(move, name) for name in _PLAIN}, "meeting": meeting_id, "events": text},
    )
    return move


def _refuse_fork(con: Connection, meeting_id: str, parent: str) -> None:
    last = select(MOVE.c.id).where(MOVE.c.meeting == meeting_id).order_by(MOVE.c.counter.desc()).limit(1)
    if (con.execute(last).scalar() or FIRST) != parent:
        raise NotAllowed(
            _(
                "This meeting has gone on since it was opened here. Open it again, then repeat what you "
                "just did."
            )
        )


_PLAIN = ("id", "parent", "counter", "writer", "at", "mono", "boot")


def read(con: Connection, meeting_id: str) -> tuple[Move, ...]:
    """All moves of the meeting, each after its parent. Empty when it was never opened.

    Raises FileProblem when two moves follow the same one (run on two laptops), or when one is missing.
    """
    rows = con.execute(select(MOVE).where(MOVE.c.meeting == meeting_id).order_by(MOVE.c.counter)).all()
    if any(
        row.parent != before for row, before in zip(rows, (FIRST, *(row.id for row in rows)), strict=False)
    ):
        rows = _by_parent(rows)
    return _moves(rows)


def leaves(con: Connection, meeting_id: str) -> tuple[str, ...]:
    """The ids of moves that nothing follows: one in a sound meeting, more when it was run on two laptops."""
    rows = con.execute(select(MOVE.c.id, MOVE.c.parent).where(MOVE.c.meeting == meeting_id)).all()
    parents = {row.parent for row in rows}
    return tuple(sorted(row.id for row in rows if row.id not in parents))


def _by_parent(rows: Sequence[Row[Any]]) -> list[Row[tuple[object, ...]]]:
    after = {row.parent: row for row in rows}
    if len(after) < len(rows):
        raise FileProblem(
            _(
                "This meeting was run on two laptops at once, and the file holds both. Open the copy of "
                "the file that counts, or make minutes from each and say which are valid."
            )
        )
    ordered = []
    parent = FIRST
    while parent in after:
        ordered.append(after.pop(parent))
        parent = ordered[-1].id
    if after:
        raise FileProblem(
            _(
                "The log of this meeting has a gap: a part of it is missing. Open a backup or somebody "
                "else's copy."
            )
        )
    return ordered


def _moves(rows: Sequence[Row[Any]]) -> tuple[Move, ...]:
    try:
        # One joined text is read three times faster than a text a row.
        each = json.loads("[" + ",".join(row.events for row in rows) + "]")
        decoded = [codec.from_values(values) for values in each]
    except ValueError:
        raise FileProblem(
            _("The log of this meeting cannot be read. Open a backup or somebody else's copy.")
        ) from None
    return tuple(
        Move(events=events, **{name: getattr(row, name) for name in _PLAIN})
        for row, events in zip(rows, decoded, strict=True)
    )
