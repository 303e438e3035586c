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
)

ORGANISATION = table(
    "organisation",
    text("name"),
    text("short"),
    number("size"),
    day("joined"),
    day("left"),
    flag("facilitates", default=True),
    flag("member", default=True),
    text("merged_into"),
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
