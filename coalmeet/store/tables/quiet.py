"""What is kept so that it gives nobody away: the answers of surveys, and what was erased on request.

Neither has a change, a writer, a time or a row number: each of them would say who answered, or who asked for it.
"""

from __future__ import annotations

from sqlalchemy import Column, Text

from coalmeet.store.tables.kinds import day, flag, number, several, table, text

# The survey itself is an ordinary row behind a form.
SURVEY = table(
    "survey",
    text("title"),
    several("questions"),
    number("asked", 0),
    day("opened"),
    day("closed"),
)

# "1" to "5", or "-" for passed, to the question "1" to "9": no two of them are known to come from the same person.
SURVEY_ANSWER = table(
    "survey_answer",
    Column("survey", Text, nullable=False),
    Column("question", Text, nullable=False),
    Column("answer", Text, nullable=False),
    row_numbers=False,
)

# The ids of rows, moves, changes and records that lost words on request, or are gone: whatever another copy still
# has of them never comes back.
REDACTION = table(
    "redaction",
    Column("table", Text, nullable=False),
    flag("gone"),
    row_numbers=False,
)
