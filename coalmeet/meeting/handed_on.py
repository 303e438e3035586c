"""What the meeting before hands to this one, in words."""

from __future__ import annotations

from coalmeet.meeting.events import LastMeeting, NotedCorrection
from coalmeet.meeting.state import Meeting
from coalmeet.text import _


def wished(last: LastMeeting | None) -> str:
    """What its closing round wanted to change, in a line; "" for nothing."""
    if last is None or not last.changes:
        return ""
    return _("Last time you wanted to change: {changes}.").format(changes="; ".join(last.changes).rstrip("."))


def corrections(meeting: Meeting) -> tuple[NotedCorrection, ...]:
    """The corrections with which the last minutes are approved: those that waited and were not left out, then those
    noted here.
    """
    return (*waiting(meeting), *(NotedCorrection(text) for text in meeting.minutes_corrections))


def waiting(meeting: Meeting) -> tuple[NotedCorrection, ...]:
    """The corrections that were noted between the two meetings and not left out."""
    noted = meeting.last.waiting if meeting.last else ()
    said = {*meeting.minutes_left_out, *meeting.minutes_corrections}
    return tuple(one for one in noted if one.text not in said)
