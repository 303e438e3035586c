"""The coalition, its organisations and its people."""

from __future__ import annotations

from sqlalchemy import Index

from coalmeet.store.tables.kinds import day, flag, number, table, text

COALITION = table(
    "coalition",
    text("name"),
    text("purpose"),
    text("language"),
    text("time_zone"),
    number("quorum"),
    number("review_days"),
    text("unit", "organisation"),
    text("answers", "sign"),
    flag("concerns", default=True),
    flag("stand_aside", default=True),
    text("tested_by", "group"),
    number("window_days", 0),
    number("loops", 3),
    text("fallback"),
    number("turn_meetings", 1),
    number("retro_months", 0),
    day("retro_first"),
    text("retro_start"),
    text("tell_words", "words"),
    text("tell_voices", "voice"),
)

# A row of the decision matrix: who decides matters of this kind, and how.
DECISION_KIND = table(
    "decision_kind",
    number("position", 0),
    text("name"),
    text("method", "consent"),
    text("decider"),
    flag("critical"),
    number("window_days", -1),
)

ORGANISATION = table(
    "organisation",
    text("name"),
    text("short"),
    number("size", holds="count"),
    day("joined"),
    day("left"),
    flag("facilitates", default=True),
    flag("member", default=True),
    text("merged_into"),
    flag("protected"),
    day("protection_review"),
)

PERSON = table(
    "person",
    text("name"),
    text("email"),
    text("phone"),
    text("language"),
    text("access_needs"),
    text("merged_into"),
)

AFFILIATION = table(
    "affiliation",
    text("person"),
    text("organisation"),
    text("capacity"),
    day("since"),
    day("until"),
)

# Who a name in a meeting's record is; the record's own text is never touched.
LINK = table(
    "link",
    text("meeting"),
    text("name"),
    text("organisation_name"),
    text("person"),
    text("organisation"),
)
Index("link_of_meeting", LINK.c.meeting)
Index("link_by_name", LINK.c.name, LINK.c.organisation_name)
