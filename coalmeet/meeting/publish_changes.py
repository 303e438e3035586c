"""What the call is told of the agenda for a while after it changed: the sentence that will stand in the minutes."""

from __future__ import annotations

from dataclasses import replace

from coalmeet.meeting.record_changes import change_text
from coalmeet.meeting.state import Meeting

STAYS = 20_000  # milliseconds: long enough to be read aloud, short enough to be news
NO_NEWS = ("time_grace", "time_correction", "time_given_back")  # nobody had to agree to these


def agenda_news(meeting: Meeting, now: int) -> str:
    """The last change of the agenda that the group agreed on, without its reason; "" once it is old."""
    agreed = [one for one in meeting.changes if one.kind not in NO_NEWS]
    if not agreed or not meeting.is_open or not 0 <= now - agreed[-1].at < STAYS:
        return ""
    return change_text(meeting, replace(agreed[-1], reason=""))
