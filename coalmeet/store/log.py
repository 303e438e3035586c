"""The log of a meeting: one row is one move, only ever appended, read by following each move's parent."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select

from coalmeet.clock import Moment
from coalmeet.errors import FileProblem, NotAllowed
from coalmeet.ids import new_id
from coalmeet.meeting.events import Event
from coalmeet.meeting.journal import Move
from coalmeet.store import codec, runs
from coalmeet.store.file import CoalitionFile
from coalmeet.store.tables import MEETING, MOVE
from coalmeet.text import _

FIRST = ""  # the parent of a meeting's first move
_PLAIN = ("id", "parent", "at", "counter", "writer", "mono", "boot")
_COLUMNS = (*(MOVE.c[name] for name in _PLAIN), MOVE.c.events)
Rows = Sequence[Any]  # tuples of these columns

# Plain SQL, as building a statement at every move would cost more than running it.
_LAST = "SELECT id, counter FROM move WHERE meeting = ? ORDER BY counter DESC LIMIT 1"
_INSERT = (
    'INSERT INTO move (meeting, events, id, parent, "at", counter, writer, mono, boot) '
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


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
    last = con.exec_driver_sql(_LAST, (meeting_id,)).first()
    if last and draft.parent != last[0]:
        last = _end_of_run(con, meeting_id)
    if draft.parent != (last[0] if last else FIRST):
        raise NotAllowed(
            _(
                "This meeting has gone on since it was opened here. Open it again, then repeat what you just did."
            )
        )
    move = replace(draft, counter=last[1] + 1 if last else 1, writer=file.writer)
    con.exec_driver_sql(_INSERT, (meeting_id, text, *(getattr(move, name) for name in _PLAIN)))
    return move


def read(con: Connection, meeting_id: str) -> tuple[Move, ...]:
    """All moves of the meeting, each after its parent. Empty when it was never opened.

    Of one that was run on two laptops the run that counts. Raises FileProblem where nobody has said yet which does, or
    when a move is missing.
    """
    wanted = select(*_COLUMNS).where(MOVE.c.meeting == meeting_id).order_by(MOVE.c.counter)
    rows = con.execute(wanted).all()
    before = FIRST
    for row in rows:
        if row[1] != before:
            return _moves(_by_parent(rows, _counts(con, meeting_id)))
        before = row[0]
    return _moves(rows)


def leaves(con: Connection, meeting_id: str) -> tuple[str, ...]:
    """The ids of moves that nothing follows: one in a sound meeting, more when it was run on two laptops."""
    rows = con.execute(select(MOVE.c.id, MOVE.c.parent).where(MOVE.c.meeting == meeting_id)).all()
    parents = {row.parent for row in rows}
    return tuple(sorted(row.id for row in rows if row.id not in parents))


def _by_parent(rows: Rows, counts: str) -> Rows:
    found = {row[0]: row for row in rows}
    parents = {row[0]: row[1] for row in rows}
    if not runs.is_whole(parents):
        raise FileProblem(
            _(
                "The log of this meeting has a gap: a part of it is missing. Open a backup or somebody "
                "else's copy."
            )
        )
    run = runs.counting(parents, counts)
    if run is None:
        raise FileProblem(
            _(
                "This meeting was run on two laptops, and the file holds both. Say on the page “The file” which of "
                "the two counts."
            )
        )
    return [found[one] for one in run]


def _counts(con: Connection, meeting_id: str) -> str:
    return con.execute(select(MEETING.c.counts).where(MEETING.c.id == meeting_id)).scalar() or ""


def _end_of_run(con: Connection, meeting_id: str) -> Any:
    """The last move of the run that counts, with its counter; None where nobody has said which does."""
    wanted = select(MOVE.c.id, MOVE.c.parent, MOVE.c.counter).where(MOVE.c.meeting == meeting_id)
    rows = {row.id: row for row in con.execute(wanted).all()}
    run = runs.counting({one: row.parent for one, row in rows.items()}, _counts(con, meeting_id))
    return (run[-1], rows[run[-1]].counter) if run else None


def _moves(rows: Rows) -> tuple[Move, ...]:
    try:
        # One joined text is read three times faster than a text a row.
        each = json.loads("[" + ",".join(row[-1] for row in rows) + "]")
        return tuple(
            Move(move_id, parent, codec.from_values(events), *more)
            for (move_id, parent, *more, _text), events in zip(rows, each, strict=True)
        )
    except ValueError:
        raise FileProblem(
            _("The log of this meeting cannot be read. Open a backup or somebody else's copy.")
        ) from None
