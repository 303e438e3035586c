"""Who was at which meeting."""

from __future__ import annotations

from sqlalchemy import Connection, select

from coalmeet.coalition.attendance import Attendance
from coalmeet.store.merging import roots
from coalmeet.store.rows import made
from coalmeet.store.tables import ATTENDANCE, MEETING


def attendance(con: Connection, meeting_id: str | None = None) -> tuple[Attendance, ...]:
    """Everybody at every meeting, or at one, the newest meeting first, with the ids that stand for joined entries."""
    stands = roots(con)
    wanted = select(ATTENDANCE).join(MEETING, MEETING.c.id == ATTENDANCE.c.meeting, isouter=True)
    if meeting_id is not None:
        wanted = wanted.where(ATTENDANCE.c.meeting == meeting_id)
    order = MEETING.c.date.desc(), ATTENDANCE.c.meeting, ATTENDANCE.c.id
    return tuple(
        made(
            Attendance,
            row,
            person=stands.person(row.person),
            organisation=stands.organisation(row.organisation),
            capacity=row.capacity or "delegate",
        )
        for row in con.execute(wanted.order_by(*order)).all()
    )
