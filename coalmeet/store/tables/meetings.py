"""Meetings as prepared, their notes, and the records of those that are over."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Index, Integer, Text

from coalmeet.store.tables.kinds import day, flag, number, several, table, text

MEETING = table(
    "meeting",
    day("date"),
    text("title"),
    text("start"),
    number("minutes"),
    text("place"),
    text("link"),
    text("coalition"),
    text("source"),
    text("facilitator"),
    text("turn"),
    text("note_taker"),
    text("prepared_by"),
    number("quorum"),
    several("facilitators"),
    flag("emergency"),
    text("called_by"),
    text("cannot_wait"),
    text("charter_rule"),
    text("notes_turn"),
    text("co_facilitator"),
    # The move through which the run goes that counts; only said of a meeting that was run on two laptops.
    text("counts"),
)
Index("meeting_by_date", MEETING.c.date)


def _item_columns() -> tuple[Column[Any], ...]:
    return (
        Column("position", Integer, nullable=False, server_default="0"),
        text("built_in"),
        text("title"),
        text("label"),
        number("minutes"),
        text("desired_outcome"),
        several("presenters"),
        text("proposal"),
        text("need"),
        text("proposer"),
        text("kind"),
        text("topic"),
        number("warn_minutes", 0),
        text("ancestor"),
        flag("vote_announced"),
    )


ITEM = table("item", text("meeting"), *_item_columns())
Index("item_of_meeting", ITEM.c.meeting)

TEMPLATE = table("template", text("name"))
TEMPLATE_ITEM = table("template_item", text("template"), *_item_columns())
Index("template_item_of_template", TEMPLATE_ITEM.c.template)

# The id of a note is the id of its item; private ones have a table of their own, for the facilitator alone.
NOTE = table("note", text("meeting"), text("text"))
Index("note_of_meeting", NOTE.c.meeting)
PRIVATE_NOTE = table("private_note", text("meeting"), text("text"))
Index("private_note_of_meeting", PRIVATE_NOTE.c.meeting)

# Append-only: a correction is a further row. What no other has seen stands; where two do, the one with the larger
# counter, then the larger id, is shown until somebody says which counts.
RECORD = table(
    "record",
    Column("meeting", Text, nullable=False),
    Column("counter", Integer, nullable=False, info={"holds": "count"}),
    Column("writer", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("body", Text, nullable=False, info={"holds": "record"}),
    several("seen"),
)
Index("record_of_meeting", RECORD.c.meeting, RECORD.c.counter)
Index("record_by_digest", RECORD.c.digest)
