"""More time is asked of the group in one line, before it is given: how much, for what, and who pays."""

from __future__ import annotations

from coalmeet.meeting import timing
from coalmeet.meeting.state import Meeting
from coalmeet.text import _, clock_time


def question(meeting: Meeting, now: int, minutes: int, payer: str, payer_item: str = "") -> str:
    """The line for the shared window; payer as in TimeboxChanged. "" where no item is running."""
    current = meeting.current
    if current is None:
        return ""
    paying = meeting.item(payer_item)
    over = max(0, -timing.left_ms(current, now)) if current.minutes else 0
    later = timing.projected_end(meeting, now) + max(0, minutes * timing.MINUTE - over)
    table = {
        "item": _("May “{title}” have {count} min more, taken from “{other}”?"),
        "postponed": _("May “{title}” have {count} min more, and “{other}” waits for the next meeting?"),
        "end": _("May “{title}” have {count} min more, so that we end at {time}?"),
    }
    text = table.get(payer) or _("May “{title}” have {count} min more?")
    return text.format(
        title=current.entry.title,
        count=minutes,
        other=paying.entry.title if paying else "",
        time=clock_time(later, meeting.time_zone),
    )
