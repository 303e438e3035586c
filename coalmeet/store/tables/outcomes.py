"""What lives on after a meeting: decisions, actions, who was there, what was parked, whose turn it was."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Text

from coalmeet.store.tables.kinds import Day, day, flag, hours, number, several, table, text

DECISION = table(
    "decision",
    text("meeting"),
    text("item"),
    text("number"),
    text("text"),
    text("outcome"),
    text("method"),
    text("kind"),
    text("proposed_by"),
    text("responsible"),
    day("review_date"),
    day("provisional_until"),
    several("present"),
    text("ancestor"),
    number("window_days", 0),
    several("absent"),
    several("mandates", "mandates"),
    day("decided_on"),
    text("decided_by"),
    text("authority"),
)
Index("decision_of_meeting", DECISION.c.meeting)

# Append-only, as a decision's state must come out the same in every copy that has the same entries.
DECISION_ENTRY = table(
    "decision_entry",
    Column("decision", Text, nullable=False),
    Column("counter", Integer, nullable=False, info={"holds": "count"}),
    Column("writer", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("on", Day),
    text("organisation"),
    text("channel"),
    text("text"),
    text("answers"),
    day("review_date"),
    text("successor"),
)
Index("entry_of_decision", DECISION_ENTRY.c.decision)

ACTION = table(
    "action",
    text("meeting"),
    text("item"),
    text("number"),
    text("text"),
    text("owner"),
    text("owner_name"),
    text("organisation"),
    text("organisation_name"),
    day("due"),
    hours("hours"),
    flag("done"),
    flag("dropped"),
    flag("asked"),
)
Index("action_of_meeting", ACTION.c.meeting)

ATTENDANCE = table(
    "attendance",
    text("meeting"),
    text("person"),
    text("organisation"),
    text("capacity"),
    flag("present"),
    text("channel"),
    several("spans", "spans"),
)
Index("attendance_of_meeting", ATTENDANCE.c.meeting)

PARKED = table(
    "parked",
    text("title"),
    text("meeting"),
    text("item"),
    text("topic"),
    text("taken_up"),
    flag("dropped"),
)

# The id of a turn is the id of its meeting.
TURN = table(
    "turn",
    text("planned"),
    text("actual"),
    text("reason"),
    text("prepared"),
    several("present"),
    text("to_note"),
    text("noted"),
)

TURN_NOTE = table(
    "turn_note",
    text("meeting"),
    text("organisation"),
    text("wish"),
    text("other"),
    text("reason"),
    text("role", "facilitator"),
)
