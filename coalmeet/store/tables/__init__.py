"""The tables as queries see them; the file's own text of them stands in the migration steps."""

from coalmeet.store.tables.history import BRINGING_IN, CHANGE, MOVE
from coalmeet.store.tables.kinds import METADATA
from coalmeet.store.tables.meetings import ITEM, MEETING, NOTE, PRIVATE_NOTE, RECORD, TEMPLATE, TEMPLATE_ITEM
from coalmeet.store.tables.members import AFFILIATION, COALITION, DECISION_KIND, LINK, ORGANISATION, PERSON
from coalmeet.store.tables.outcomes import (
    ACTION,
    ATTENDANCE,
    DECISION,
    DECISION_ENTRY,
    PARKED,
    TURN,
    TURN_NOTE,
)
from coalmeet.store.tables.quiet import REDACTION, SURVEY, SURVEY_ANSWER

# Rows that are only added to: they carry their own counter and writer, and no change speaks of them.
APPENDED = (MOVE, CHANGE, RECORD, DECISION_ENTRY)
# Rows that no change and no writer speaks of, so that they give nobody away.
QUIET = (SURVEY_ANSWER, REDACTION)
# Rows about this one file: they never come together with those of another copy.
OWN = (BRINGING_IN,)
# Rows behind forms: written through store.edit alone.
EDITED = tuple(table for table in METADATA.sorted_tables if table not in (*APPENDED, *QUIET, *OWN))

__all__ = [
    "ACTION", "AFFILIATION", "APPENDED", "ATTENDANCE", "BRINGING_IN", "CHANGE", "COALITION", "DECISION",
    "DECISION_ENTRY", "DECISION_KIND", "EDITED", "ITEM", "LINK", "MEETING", "METADATA", "MOVE", "NOTE",
    "ORGANISATION", "OWN", "PARKED", "PERSON", "PRIVATE_NOTE", "QUIET", "RECORD", "REDACTION", "SURVEY",
    "SURVEY_ANSWER", "TEMPLATE", "TEMPLATE_ITEM", "TURN", "TURN_NOTE",
]  # fmt: skip
