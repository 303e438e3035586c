"""Entering a meeting that was held on paper, and putting right what was entered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select

from coalmeet.coalition.plan import PlannedMeeting
from coalmeet.coalition.turn import Turn
from coalmeet.store import circulating, meetings, records
from coalmeet.store.coalition import read as read_coalition
from coalmeet.store.edit import delete, edit
from coalmeet.store.file import CoalitionFile
from coalmeet.store.incoming import frame_of, take_in
from coalmeet.store.matching import link_people
from coalmeet.store.outcomes import keep
from coalmeet.store.recorded import recorded_outcomes
from coalmeet.store.tables import LINK
from coalmeet.store.written_since import written_since


def enter(con: Connection, file: CoalitionFile, record: Mapping[str, Any], meeting_id: str = "") -> str:
    """Keep the record of a paper meeting; returns the meeting's id.

    `meeting_id` names the planned meeting that was held on paper, or one entered before, whose record then gets
    a further version; "" makes a new meeting. Raises NotAllowed for a text that cannot be kept, and where the minutes
    went round already.
    """
    if not meeting_id:
        return take_in(con, file, record, "paper")[0]
    plan = meetings.meeting(con, meeting_id)
    edit(con, file, "meeting", meeting_id, **frame_of(record, "paper"))
    before = records.find(con, meeting_id) or {}
    if before.get("entered_afterwards"):
        circulating.must_be_draft(before)
        record = written_since(con, file, meeting_id, before, record)
    records.write(con, file, meeting_id, record, "paper")
    links_before = con.execute(select(LINK.c.id).where(LINK.c.meeting == meeting_id)).scalars().all()
    delete(con, file, "link", *links_before)
    links = link_people(con, file, meeting_id, record)
    zone = record.get("timezone") or read_coalition(con).time_zone
    left = recorded_outcomes(meeting_id, record, links, zone)
    keep(con, file, meeting_id, replace(left, turn=_as_planned(left.turn, plan)))
    return meeting_id


def _as_planned(turn: Turn, plan: PlannedMeeting) -> Turn:
    """The turn with whose it was by the plan of the meeting, where that was agreed: who did it may have stood in."""
    return replace(turn, planned=plan.turn or turn.planned, to_note=plan.notes_turn or turn.to_note)
