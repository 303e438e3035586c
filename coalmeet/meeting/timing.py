"""All about time, computed from recorded moments: nothing counts down by itself, so every window agrees."""

from __future__ import annotations

from coalmeet.meeting.state import Item, Meeting, Presence, Span
from coalmeet.public import ClockState

MINUTE = 60_000  # milliseconds
USUAL_WARNING = 5  # minutes: enough to come to an end in an ordinary item
LONG_ENOUGH = 15  # minutes, from which an item is warned at all unless it asks for it


def used_ms(item: Item, now: int) -> int:
    """Milliseconds that the item has had: its slices without what was paused in them."""
    total = sum(one.length(now) for one in item.slices)
    paused = sum(_overlap(one, pause, now) for one in item.slices for pause in item.pauses)
    return max(0, total - paused)


def _overlap(one: Span, other: Span, now: int) -> int:
    since = max(one.since, other.since)
    until = min(now if one.until is None else one.until, now if other.until is None else other.until)
    return max(0, until - since)


def left_ms(item: Item, now: int) -> int:
    """Milliseconds left of the timebox, below zero when it is over; without a timebox minus what was used."""
    return item.minutes * MINUTE - used_ms(item, now)


def warning_minutes(item: Item) -> int:
    """How many minutes before its end to say how many are left; 0 for an item too short to need it."""
    if item.entry.warn_minutes:
        return min(item.entry.warn_minutes, max(0, item.minutes - 1))
    return USUAL_WARNING if item.minutes >= LONG_ENOUGH else 0


def threshold(item: Item, now: int) -> int:
    """The last threshold that its clock has passed, in minutes left: the warning's, 1 or 0; -1 before the first.

    A clock that stands still passes none, and neither does one without a timebox.
    """
    if not item.minutes or not item.running:
        return -1
    left, warning = left_ms(item, now), warning_minutes(item)
    if left <= 0:
        return 0
    if left <= MINUTE:
        return 1
    return warning if warning and left <= warning * MINUTE else -1


def clock_state(item: Item, now: int) -> ClockState:
    """How the clock of a started item stands."""
    if item.paused:
        return ClockState.PAUSED
    if not item.minutes:
        return ClockState.OPEN
    left = left_ms(item, now)
    if left < 0:
        return ClockState.OVER
    return ClockState.LAST_MINUTE if left <= MINUTE else ClockState.RUNNING


def remaining_ms(meeting: Meeting, now: int) -> int:
    """Milliseconds that the rest of the agenda still asks for, the running item's rest included.

    In the closing nothing is taken up any more: what is still open is not reached.
    """
    running = meeting.current
    if running and running.entry.built_in == "closing":
        return max(0, left_ms(running, now))
    rest = sum(item.minutes * MINUTE for item in meeting.items if not item.outcome and not item.running)
    started = sum(
        min(item.minutes * MINUTE, used_ms(item, now))
        for item in meeting.items
        if not item.outcome and not item.running
    )
    return rest - started + (max(0, left_ms(running, now)) if running else 0)


def projected_end(meeting: Meeting, now: int) -> int:
    """When the meeting will end at this pace, as wall time; a closed one when it did, one not begun by its plan.

    Where no item has a timebox nobody can know: then it is the agreed end, and 0 when there is none either.
    """
    if meeting.closed_at:
        return meeting.closed_at
    if not any(item.minutes for item in meeting.items):
        return planned_end(meeting) and max(now, planned_end(meeting))
    resumes = _goes_on_at(meeting, now)
    begins = resumes if meeting.is_open else max(resumes, meeting.planned_start)
    return begins + remaining_ms(meeting, now)


def _goes_on_at(meeting: Meeting, now: int) -> int:
    if meeting.is_adjourned:
        return max(now, meeting.continues_at)
    return max(now, meeting.rest_return) if meeting.on_break else now


def planned_end(meeting: Meeting) -> int:
    """When the meeting was to end, as wall time; 0 when nobody said. An end that was extended by consent
    moves, and so does that of a meeting that went on another day.

    Where the meeting had passed its end before it stopped, nobody has agreed on one for the other day.
    """
    if not meeting.planned_minutes:
        return 0
    begin = meeting.planned_start or meeting.opened_at
    end = begin + (meeting.planned_minutes + paid_by_end(meeting)) * MINUTE
    for one in meeting.adjournments:
        if one.since > end:
            return 0
        end += one.length(one.since)
    return end


def paid_by_end(meeting: Meeting) -> int:
    """Minutes by which the group agreed to end later."""
    return sum(
        change.minutes for item in meeting.items for change in item.extensions if change.payer == "end"
    )


def late_minutes(meeting: Meeting, now: int) -> int:
    """Whole minutes by which the projected end is behind the agreed one; below zero when ahead."""
    agreed = planned_end(meeting)
    if not agreed:
        return 0
    if meeting.is_adjourned:
        agreed += _goes_on_at(meeting, now) - meeting.adjournments[-1].since
    return round((projected_end(meeting, now) - agreed) / MINUTE)


def return_time(meeting: Meeting, now: int) -> int:
    """When all are asked back, as wall time: from a break begun on the way, from one on the agenda, or on another
    day; 0 where there is no break, or nobody knows yet.
    """
    if meeting.is_adjourned:
        return meeting.continues_at
    if meeting.on_break:
        return meeting.rest_return
    current = meeting.current
    if current is None or current.entry.built_in != "break" or not current.minutes:
        return 0
    return now + left_ms(current, now)


def between_items_ms(meeting: Meeting, now: int) -> int:
    """How long no item has been running, for the facilitator's forgotten start; 0 while one is."""
    if meeting.current or not meeting.is_open or meeting.on_break or meeting.is_adjourned:
        return 0
    return max(0, now - last_turn(meeting))


def last_turn(meeting: Meeting) -> int:
    """When the meeting last turned to or away from an item, as wall time; nothing can be dated back beyond it."""
    turns = [one.since for item in meeting.items for one in item.slices]
    turns += [one.until for item in meeting.items for one in item.slices if one.until is not None]
    turns += [one.since if one.until is None else one.until for one in meeting.adjournments]
    return max(turns, default=meeting.opened_at)


def overlap_ms(meeting: Meeting) -> int:
    """Milliseconds in which the meeting would have been in two items at once, or in one between its days: 0 in a
    sound one.
    """
    spans = [one for item in meeting.items for one in item.slices]
    spans += [one for one in meeting.adjournments if one.until is not None]
    total, busy_until = 0, 0
    for one in sorted(spans, key=lambda span: (span.since, span.until or span.since)):
        until = max(busy_until, one.since) if one.until is None else one.until
        total += max(0, min(busy_until, until) - one.since)
        busy_until = max(busy_until, until)
    return total


def present_at(presence: Presence, moment: int) -> bool:
    """Whether the person was in the meeting at that wall time."""
    return any(
        span.since <= moment and (span.until is None or moment < span.until) for span in presence.spans
    )


def leaving_before(meeting: Meeting, moment: int) -> tuple[Presence, ...]:
    """Who said they must leave before that wall time."""
    return tuple(one for one in meeting.present_people if one.leaves_at and one.leaves_at < moment)
