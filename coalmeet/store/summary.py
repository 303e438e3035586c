"""“In one minute”, where a person wants to write it: until the minutes have gone round, and as a version of its own."""

from __future__ import annotations

from sqlalchemy import Connection

from coalmeet.errors import NotAllowed
from coalmeet.store import records
from coalmeet.store.circulating import DRAFT, STATE, source_of
from coalmeet.store.file import CoalitionFile
from coalmeet.text import _

SUMMARY = "summary"  # key of the record


def write_summary(con: Connection, file: CoalitionFile, meeting_id: str, text: str) -> str:
    """Let this text stand for “In one minute”; "" lets the record speak for itself. Returns what stood there before.

    Raises NotAllowed once the minutes went round: absent members have read them.
    """
    record = records.read(con, meeting_id)
    if record.get(STATE) not in (DRAFT, "", None):
        raise NotAllowed(
            _(
                "These minutes have gone round, so they stay as they were read. Note a correction at the next meeting, "
                "or take the round back if nobody has them yet."
            )
        )
    before, wanted = str(record.get(SUMMARY) or ""), text.strip()
    if wanted != before:
        rest = {key: record[key] for key in record if key != SUMMARY}
        after = {**rest, SUMMARY: wanted} if wanted else rest
        records.write(con, file, meeting_id, after, source_of(con, meeting_id))
    return before
