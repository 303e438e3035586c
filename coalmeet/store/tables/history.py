"""What is only ever appended: the moves of meetings, the changes of everything else, and what came in at once."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Text

from coalmeet.store.tables.kinds import several, table, text

MOVE = table(
    "move",
    Column("meeting", Text, nullable=False),
    Column("parent", Text, nullable=False),
    Column("counter", Integer, nullable=False, info={"holds": "count"}),
    Column("writer", Text, nullable=False),
    Column("at", Integer, nullable=False, info={"holds": "moment"}),
    Column("mono", Integer, nullable=False, info={"holds": "count"}),
    Column("boot", Text, nullable=False),
    Column("events", Text, nullable=False, info={"holds": "events"}),
)
Index("move_of_meeting", MOVE.c.meeting, MOVE.c.counter)

CHANGE = table(
    "change",
    Column("counter", Integer, nullable=False, info={"holds": "count"}),
    Column("writer", Text, nullable=False),
    Column("table", Text, nullable=False),
    Column("row", Text, nullable=False),
    Column("field", Text, nullable=False),
    several("seen"),
    Column("value", Text, nullable=False, info={"holds": "value"}),
)
Index("change_of_row", CHANGE.c.table, CHANGE.c.row)
Index("change_by_counter", CHANGE.c.counter)

# What came in with another copy, and what went for it, by table: this file's own memory, so that it can be undone.
BRINGING_IN = table(
    "bringing_in",
    Column("counter", Integer, nullable=False, info={"holds": "count"}),
    text("copy"),
    several("came", "rows"),
    several("went", "fields"),
    several("doubts", "rows"),
)
