"""The minutes of a meeting went round: from that day the windows of absent members are reckoned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from coalmeet.coalition.decision import DecisionEntry, counting
from coalmeet.coalition.later_life import open_window, taken_back
from coalmeet.errors import NotAllowed
from coalmeet.store import decisions, records
from coalmeet.store.file import CoalitionFile
from coalmeet.store.tables import RECORD
from coalmeet.text import _

DRAFT, ROUND, APPROVED = "draft", "circulated", "approved"
STATE, DAY = "state", "circulated_on"  # keys of the record


@dataclass(frozen=True, slots=True)
class Circulated:
    """How the minutes of a meeting stand: a code, and the day on which they went round ("" while they did not)."""

    state: str
    day: str = ""


def standing(con: Connection, meeting_id: str) -> Circulated:
    """How its minutes stand; nothing is known of a meeting without a record."""
    record = records.find(con, meeting_id) or {}
    return Circulated(record.get(STATE) or "", record.get(DAY) or "")


def must_be_draft(record: Mapping[str, Any]) -> None:
    """Raise NotAllowed once the minutes went round: absent members have read them."""
    if record.get(STATE) == APPROVED:
        raise NotAllowed(
            _(
                "These minutes are approved, so they stay as they are. Tell the next meeting what is wrong in them."
            )
        )
    if record.get(STATE) not in (DRAFT, "", None):
        raise NotAllowed(
            _(
                "These minutes have gone round, so they stay as they were read. "
                "Note a correction for the next meeting, or take the round back if nobody has them yet."
            )
        )


def went_round(con: Connection, file: CoalitionFile, meeting_id: str, day: date) -> tuple[DecisionEntry, ...]:
    """Mark the minutes circulated on a day, and open the windows of what was decided provisionally.

    Returns the entries that were made. Raises NotAllowed where they are no draft, and for a day before the meeting.
    """
    record = records.read(con, meeting_id)
    if record.get(STATE, DRAFT) != DRAFT:
        raise NotAllowed(
            _("These minutes have gone round already. Take that back first to note another day.")
        )
    if day.isoformat() < record["date"]:
        raise NotAllowed(
            _("Minutes go round after their meeting. Choose the day of the meeting or a later one.")
        )
    records.write(
        con, file, meeting_id, {**record, STATE: ROUND, DAY: day.isoformat()}, source_of(con, meeting_id)
    )
    known = decisions.entries(con)
    opened = [open_window(one, known, day) for one in decisions.of_meeting(con, meeting_id)]
    return tuple(decisions.enter(con, file, one) for one in opened if one is not None)


def not_round_yet(con: Connection, file: CoalitionFile, meeting_id: str) -> None:
    """They had not gone round after all: a draft again, and their windows are not open."""
    record = records.read(con, meeting_id)
    if record.get(STATE) != ROUND:
        raise NotAllowed(_("Only minutes that went round, and are not approved yet, can be taken back."))
    again = {key: value for key, value in record.items() if key != DAY}
    records.write(con, file, meeting_id, {**again, STATE: DRAFT}, source_of(con, meeting_id))
    known = decisions.entries(con)
    for one in decisions.of_meeting(con, meeting_id):
        for entry in counting(known, one.id):
            if entry.kind == "window_opened":
                decisions.enter(con, file, taken_back(entry))


def source_of(con: Connection, meeting_id: str) -> records.Source:
    """How the meeting came in: a further version of its record says the same."""
    wanted = select(RECORD.c.source).where(RECORD.c.meeting == meeting_id).order_by(*records.NEWEST_FIRST)
    found: records.Source = con.execute(wanted.limit(1)).scalar_one()
    return found
