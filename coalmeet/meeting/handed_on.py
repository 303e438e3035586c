"""What the meeting before hands to this one, in words."""

from __future__ import annotations

from coalmeet.meeting.events import LastMeeting
from coalmeet.text import _


def wished(last: LastMeeting | None) -> str:
    """What its closing round wanted to change, in a line; "" for nothing."""
    if last is None or not last.changes:
        return ""
    return _("Last time you wanted to change: {changes}.").format(changes="; ".join(last.changes).rstrip("."))
