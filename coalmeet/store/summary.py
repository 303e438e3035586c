"""“In one minute”, where a person wants to write it: until the minutes have gone round, and as a version of its own."""

from __future__ import annotations

from sqlalchemy import Connection

from coalmeet.store import records
from coalmeet.store.circulating import must_be_draft, source_of
from coalmeet.store.file import CoalitionFile

SUMMARY = "summary"  # key of the record


def write_summary(con: Connection, file: CoalitionFile, meeting_id: str, text: str) -> str:
    """Let this text stand for “In one minute”; "" lets the record speak for itself. Returns what stood there before.

    Raises NotAllowed once the minutes went round.
    """
    record = records.read(con, meeting_id)
    must_be_draft(record)
    before, wanted = str(record.get(SUMMARY) or ""), text.strip()
    if wanted != before:
        rest = {key: record[key] for key in record if key != SUMMARY}
        after = {**rest, SUMMARY: wanted} if wanted else rest
        records.write(con, file, meeting_id, after, source_of(con, meeting_id))
    return before
