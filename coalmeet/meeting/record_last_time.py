"""What a meeting said of the minutes of the one before, as its own record keeps it."""

from __future__ import annotations

from typing import Any

from coalmeet.meeting.state import Meeting


def last_minutes(meeting: Meeting) -> dict[str, Any]:
    """Whether they were approved, and each correction; empty where nothing was said of them."""
    last = meeting.last
    if last is None or not (meeting.minutes_approved or meeting.minutes_corrections):
        return {}
    found: dict[str, Any] = {"date": last.date, "approved": meeting.minutes_approved}
    if meeting.minutes_corrections:
        found["corrections"] = list(meeting.minutes_corrections)
    return found
