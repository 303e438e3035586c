"""What a meeting said of the minutes of the one before, as its own record keeps it."""

from __future__ import annotations

from typing import Any

from coalmeet.meeting.handed_on import corrections
from coalmeet.meeting.state import Meeting


def last_minutes(meeting: Meeting) -> dict[str, Any]:
    """Whether they were approved, and each correction; empty where nothing was said of them."""
    last = meeting.last
    looked = meeting.minutes_approved or meeting.minutes_corrections or meeting.minutes_left_out
    if last is None or not looked:
        return {}
    found: dict[str, Any] = {"date": last.date, "approved": meeting.minutes_approved}
    corrected = [one.text for one in corrections(meeting)] if meeting.minutes_approved else []
    corrected = corrected or list(meeting.minutes_corrections)
    if corrected:
        found["corrections"] = corrected
    if meeting.minutes_left_out:
        found["left_out"] = list(meeting.minutes_left_out)
    return found
