"""Notes of items, edited after the meeting until the minutes go round: a version of the record that keeps both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from coalmeet.errors import NotAllowed
from coalmeet.store import notes, records
from coalmeet.store.circulating import must_be_draft, source_of
from coalmeet.store.file import CoalitionFile
from coalmeet.text import _

NOTES, AT_MEETING, EDITED = "notes", "notes_at_meeting", "notes_edited_on"  # keys of an item


@dataclass(frozen=True, slots=True)
class Tidied:
    """The notes of one item: its place on the agenda from 0, the words, and the ISO day on which they were edited."""

    place: int
    text: str
    day: str


def at_meeting(item: Mapping[str, Any]) -> str:
    """What stood in the notes of an item when its meeting closed."""
    return str((item.get(AT_MEETING) if EDITED in item else item.get(NOTES)) or "")


def write_notes(
    con: Connection, file: CoalitionFile, meeting_id: str, wanted: Iterable[Tidied]
) -> tuple[Tidied, ...]:
    """Keep these notes as one further version of the record. Returns what stood there before, to put it back.

    Words that are those of the meeting again are not edited any more. Nothing else of the record is touched. Raises
    NotAllowed where the minutes went round, for a meeting that was not held here, and for an item off the record.
    """
    record = records.read(con, meeting_id)
    must_be_draft(record)
    if source_of(con, meeting_id) != "live":
        raise NotAllowed(
            _(
                "These notes stay as they came in. Put right what was typed from paper, or tell whoever made them."
            )
        )
    agenda = [dict(item) for item in record["agenda"]]
    before = []
    for one in wanted:
        item = agenda[one.place]
        if item.get("off_record"):
            raise NotAllowed(
                _("This item was off the record: nothing is written down of it. Choose another.")
            )
        stood = Tidied(one.place, str(item.get(NOTES) or ""), str(item.get(EDITED) or ""))
        agenda[one.place] = edited(item, one.text, one.day)
        if agenda[one.place] != item:
            before.append(stood)
            if item.get("id"):  # the desk shows them too, should the meeting be taken up again
                notes.write(con, file, meeting_id, item["id"], agenda[one.place][NOTES])
    if before:
        records.write(con, file, meeting_id, {**record, "agenda": agenda}, "live")
    return tuple(before)


def edited(item: Mapping[str, Any], text: str, day: str) -> dict[str, Any]:
    """The item with these notes, and with those of the meeting kept apart from them."""
    ours, theirs = text.strip(), at_meeting(item)
    if ours == str(item.get(NOTES) or "").strip():
        return dict(item)
    rest = {key: item[key] for key in item if key not in (AT_MEETING, EDITED)}
    if ours == theirs.strip():
        return {**rest, NOTES: theirs}
    return {**rest, NOTES: ours, AT_MEETING: theirs, EDITED: day}
