"""A meeting that is to be planned: its frame as far as it can be known, and what every agenda begins with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from coalmeet.coalition.meeting_row import MeetingRow
from coalmeet.coalition.plan import PlannedItem, PlannedMeeting
from coalmeet.ids import new_id
from coalmeet.meeting import words

if TYPE_CHECKING:
    from sqlalchemy import Connection

USUAL_MINUTES = 90
USUAL_INTERVAL = timedelta(days=14)
FRAME = (("opening", 5), ("temperature", 5), ("work_plan", 5), ("closing", 10))


def frame_items() -> list[PlannedItem]:
    """The built-in items that every new agenda begins with."""
    return [
        PlannedItem("", number, code, words.built_in(code), minutes=minutes)
        for number, (code, minutes) in enumerate(FRAME)
    ]


def next_frame(con: Connection, today: date) -> PlannedMeeting:
    """The frame of the next meeting: the day that was agreed, else the usual interval after the last one.

    Title, start, length and place are those of the last meeting. Who facilitates and who takes notes was
    agreed at its close; else nobody is named: the rotation only proposes, and people agree.
    """
    from coalmeet.store import meetings, records, rotation

    rows = meetings.meetings(con)
    last = next((row for row in rows if row.state == "closed"), None)
    said = (records.find(con, last.id) or {}) if last else {}
    day = _day(said.get("next_date"), rows, today)
    turn, facilitator = rotation.agreed(con, day)
    notes_turn, note_taker = rotation.agreed(con, day, "note_taker")
    return PlannedMeeting(
        id=new_id(),
        title=last.title if last else "",
        date=day,
        start=said.get("next_start") or (last.start if last else ""),
        minutes=(last.minutes if last else None) or USUAL_MINUTES,
        place=said.get("next_place") or (last.place if last else ""),
        link=last.link if last else "",
        facilitator=facilitator,
        turn=turn,
        note_taker=note_taker,
        notes_turn=notes_turn,
    )


def _day(agreed: object, rows: Sequence[MeetingRow], today: date) -> date:
    if isinstance(agreed, str) and agreed and date.fromisoformat(agreed) >= today:
        return date.fromisoformat(agreed)
    days = sorted({row.date for row in rows}, reverse=True)
    usual = days[0] - days[1] if len(days) > 1 else USUAL_INTERVAL
    following = (days[0] if days else today) + min(max(usual, timedelta(days=1)), timedelta(days=92))
    return following if following >= today else today + USUAL_INTERVAL
