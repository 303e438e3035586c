"""The work of the coalition: what was agreed at meetings, and what became of it."""

from __future__ import annotations

from sqlalchemy import Connection, false, func, select

from coalmeet.coalition.action import Action
from coalmeet.store.merging import roots
from coalmeet.store.rows import made
from coalmeet.store.tables import ACTION, MEETING


def actions(con: Connection, *, open_only: bool = False) -> tuple[Action, ...]:
    """All actions, or the open ones: by due date, the undated last, then by meeting and number."""
    stands = roots(con)
    wanted = select(ACTION).join(MEETING, MEETING.c.id == ACTION.c.meeting, isouter=True)
    if open_only:
        wanted = wanted.where(ACTION.c.done == false(), ACTION.c.dropped == false())
    order = (
        ACTION.c.due.is_(None),
        ACTION.c.due,
        MEETING.c.date,
        ACTION.c.meeting,
        func.length(ACTION.c.number),
        ACTION.c.number,
        ACTION.c.id,
    )
    return tuple(
        made(Action, row, owner=stands.person(row.owner), organisation=stands.organisation(row.organisation))
        for row in con.execute(wanted.order_by(*order)).all()
    )
