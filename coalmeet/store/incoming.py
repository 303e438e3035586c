"""Taking in the record of a meeting that was not run here: imported, or entered afterwards from paper."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from sqlalchemy import Connection

from coalmeet.coalition.plan import PlannedItem
from coalmeet.exchange.record import is_planned
from coalmeet.ids import new_id
from coalmeet.store import agenda, records
from coalmeet.store.coalition import read as read_coalition
from coalmeet.store.edit import edit
from coalmeet.store.file import CoalitionFile
from coalmeet.store.matching import link_people, links_of
from coalmeet.store.outcomes import keep
from coalmeet.store.recorded import planned_item, recorded_outcomes
from coalmeet.store.safe_text import refuse_unkept

Record = Mapping[str, Any]


def take_in(
    con: Connection, file: CoalitionFile, record: Record, source: Literal["imported", "paper"] = "imported"
) -> tuple[str, bool]:
    """Add a meeting for a checked record; returns its id, and False when the very same record was there before.

    A record of a meeting still to come becomes a prepared meeting, whose agenda can be changed. The record is
    kept as it came in either case. Raises NotAllowed for a text that cannot be kept.
    """
    refuse_unkept(record)
    before = records.known(con, record)
    if before is not None:
        return before, False
    meeting_id = new_id()
    planned = is_planned(record)
    edit(con, file, "meeting", meeting_id, **frame_of(record, source))
    records.write(con, file, meeting_id, record, "plan" if planned else source)
    links = link_people(con, file, meeting_id, record)
    if planned:
        agenda.insert(con, file, meeting_id, planned_items(con, meeting_id, record))
    else:
        zone = record.get("timezone") or read_coalition(con).time_zone
        keep(con, file, meeting_id, recorded_outcomes(meeting_id, record, links, zone))
    return meeting_id, True


def planned_items(con: Connection, meeting_id: str, record: Record) -> list[PlannedItem]:
    """The agenda that the record of a planned meeting came with; its people are linked already."""
    links = links_of(con, meeting_id)
    return [planned_item(item, links) for item in record["agenda"]]


def frame_of(record: Record, source: str) -> dict[str, Any]:
    """What a record says about its meeting as a whole, as fields of the meeting's row."""
    length = record.get("planned_minutes")
    return {
        "date": date.fromisoformat(record["date"]),
        "title": record.get("title") or "",
        "start": record.get("planned_start") or record.get("start") or "",
        "minutes": None if length is None else round(length),
        "place": record.get("place") or "",
        "link": record.get("link") or "",
        "coalition": record.get("coalition") or "",
        "source": source,
        "facilitators": tuple(record.get("facilitators") or ()),
    }
