"""The parking lot of all meetings."""

from __future__ import annotations

from sqlalchemy import Connection, false, select

from coalmeet.coalition.parked import Parked
from coalmeet.store.rows import every
from coalmeet.store.tables import MEETING, PARKED


def parked(con: Connection, *, waiting_only: bool = False) -> tuple[Parked, ...]:
    """All parked topics, or those that still wait, the oldest first."""
    wanted = select(PARKED).join(MEETING, MEETING.c.id == PARKED.c.meeting, isouter=True)
    if waiting_only:
        wanted = wanted.where(PARKED.c.taken_up == "", PARKED.c.dropped == false())
    return every(con, Parked, wanted.order_by(MEETING.c.date, PARKED.c.title, PARKED.c.id))
