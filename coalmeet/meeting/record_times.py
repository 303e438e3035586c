"""Times of day as the record keeps them; one of a later day of a continued meeting carries its date."""

from __future__ import annotations

from typing import Any

from coalmeet.meeting.state import Meeting
from coalmeet.text import clock_seconds, clock_time, local


def time_of(meeting: Meeting, moment: int) -> str:
    """14:05, or 2026-05-15T14:05 once the meeting has gone on another day."""
    return _day_of(meeting, moment) + clock_time(moment, meeting.time_zone)


def second_of(meeting: Meeting, moment: int) -> str:
    """14:05:09, or 2026-05-15T14:05:09 once the meeting has gone on another day."""
    return _day_of(meeting, moment) + clock_seconds(moment, meeting.time_zone)


def _day_of(meeting: Meeting, moment: int) -> str:
    """A date where the time alone would be taken for that of the first day; midnight alone needs none."""
    if not any(moment > one.since for one in meeting.adjournments):
        return ""
    return local(moment, meeting.time_zone).strftime("%Y-%m-%dT")


def sittings(meeting: Meeting) -> list[dict[str, Any]]:
    """The days of a meeting that was continued, each with when it began and stopped; none for any other.

    One that stopped for the day and was only closed later, without going on, has one day.
    """
    if not meeting.adjournments or not meeting.closed_at:
        return []
    begins = [meeting.opened_at, *(one.until for one in meeting.adjournments if one.until is not None)]
    ends = [*(one.since for one in meeting.adjournments), meeting.closed_at]
    zone = meeting.time_zone
    return [
        {
            "date": local(since, zone).date().isoformat(),
            "start": clock_time(since, zone),
            "end": clock_time(until, zone),
        }
        for since, until in zip(begins, ends, strict=False)
        if until > since
    ]
