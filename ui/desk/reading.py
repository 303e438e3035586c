"""What the clock of the desk says: of the item, of the break, or between items a count-up for the facilitator alone."""

from __future__ import annotations

from dataclasses import dataclass

from coalmeet.meeting import timing
from coalmeet.meeting.publish_parts import clock
from coalmeet.meeting.state import Item, Meeting
from coalmeet.public import ClockState
from coalmeet.text import _, left_over, minutes, whole_left


@dataclass(frozen=True, slots=True)
class Reading:
    """Digits, a caption, a state of the public clock, and the used part from 0 to 1."""

    digits: str = ""
    caption: str = ""
    state: str = "open"
    part: float = 0.0


def reading(meeting: Meeting, now: int, *, whole: bool = False) -> Reading:
    """The clock of the moment; without digits where there is nothing to time. `whole` for whole minutes."""
    if meeting.closed_at or meeting.is_adjourned:
        return Reading()
    if meeting.on_break and meeting.rest:
        return _of_break(meeting, meeting.rest.since, now, whole=whole)
    if meeting.current is not None:
        return _of_item(meeting.current, now, whole=whole)
    if any(item.started for item in meeting.items):
        gap = timing.between_items_ms(meeting, now)
        return Reading(left_over(gap), _("since the last item, for you alone"))
    return _before_start(meeting, now)


def _of_break(meeting: Meeting, since: int, now: int, *, whole: bool) -> Reading:
    length, left = max(1, meeting.rest_return - since), meeting.rest_return - now
    state = "over" if left < 0 else "open"
    digits = whole_left(left) if whole else left_over(left)
    return Reading(digits, _("until we go on"), state, min(1.0, (now - since) / length))


def _of_item(item: Item, now: int, *, whole: bool) -> Reading:
    face = clock(item, now, whole=whole)
    box = item.minutes * timing.MINUTE
    part = min(1.0, timing.used_ms(item, now) / box) if box else 0.0
    over = face.state is ClockState.OVER
    caption = _("of {minutes}").format(minutes=minutes(item.minutes)) if over else face.caption
    return Reading(face.digits, caption, face.state.value, part)


def _before_start(meeting: Meeting, now: int) -> Reading:
    if not meeting.planned_start:
        return Reading()
    left = meeting.planned_start - now
    if left > 0:
        return Reading(left_over(left), _("until the start"))
    return Reading(left_over(left), _("past the start"), "late")
