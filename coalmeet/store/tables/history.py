"""What is only ever appended: the moves of meetings and the changes of everything else."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Text

from coalmeet.store.tables.kinds import several, table

MOVE = table(
    "move",
    Column("meeting", Text, nullable=False),
    Column("parent", Text, nullable=False),
    Column("counter", Integer, nullable=False),
    Column("writer", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("mono", Integer, nullable=False),
    Column("boot", Text, nullable=False),
    Column("events", Text, nullable=False),
)
Index("move_of_meeting", MOVE.c.meeting, MOVE.c.counter)

CHANGE = table(
    "change",
    Column("counter", Integer, nullable=False),
    Column("writer", Text, nullable=False),
    Column("table", Text, nullable=False),
    Column("row", Text, nullable=False),
    Column("field", Text, nullable=False),
    several("seen"),
    Column("value", Text, nullable=False),
)
Index("change_of_row", CHANGE.c.table, CHANGE.c.row)
Index("change_by_counter", CHANGE.c.counter)
