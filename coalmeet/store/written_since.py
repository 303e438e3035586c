"""What people wrote about a meeting after its close outlives that it is taken up again and closed once more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from coalmeet.meeting.minutes import minutes
from coalmeet.store import half_written, noting
from coalmeet.store.file import CoalitionFile
from coalmeet.store.summary import SUMMARY
from coalmeet.store.tidying import AT_MEETING, EDITED, NOTES

Record = Mapping[str, Any]


def written_since(
    con: Connection, file: CoalitionFile, meeting_id: str, before: Record, fresh: Record
) -> dict[str, Any]:
    """The fresh record, with what was written under `before`: edited notes, corrections that wait, “In one minute”.

    “In one minute” stands on only while the record itself would say the same: else it waits where it is written, to
    be looked at again.
    """
    known = {item["id"]: item for item in before.get("agenda") or () if item.get("id")}
    agenda = [_notes_of(item, known.get(item.get("id"), {})) for item in fresh["agenda"]]
    kept = noting.with_waiting({**fresh, "agenda": agenda}, noting.waiting(dict(before)))
    summary = before.get(SUMMARY)
    if summary and _told(before) == _told(fresh):
        kept[SUMMARY] = summary
    elif summary:
        half_written.keep(con, file, meeting_id, half_written.SUMMARY, summary)
    return kept


def _notes_of(item: Record, before: Record) -> dict[str, Any]:
    """The desk shows the edited words, so they come back with the item; those of the meeting stay apart from them."""
    theirs = before.get(AT_MEETING)
    if not before.get(EDITED) or theirs is None or str(item.get(NOTES) or "") == theirs:
        return dict(item)
    return {**item, AT_MEETING: theirs, EDITED: before[EDITED]}


def _told(record: Record) -> tuple[str, ...]:
    return minutes({key: record[key] for key in record if key != SUMMARY}).in_one_minute
