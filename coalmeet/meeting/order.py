"""The order of the agenda: what comes next, and the numbers that people say."""

from __future__ import annotations

from coalmeet.meeting.state import Item, Meeting


def coming_item(meeting: Meeting) -> Item | None:
    """The item that comes next: the first after the running one without an outcome, else the first of all.

    On another day it is the one in which the meeting stopped, after what cannot wait and was put before it.
    """
    stopped = _stopped_in(meeting)
    if stopped is not None:
        before = meeting.items[: meeting.items.index(stopped)]
        urgent = {one.item for one in meeting.emergencies}
        return next((one for one in before if one.id in urgent and not one.started), stopped)
    return next(iter(coming_items(meeting)), None)


def coming_items(meeting: Meeting) -> tuple[Item, ...]:
    """All items that are still to come, in the order in which the meeting will turn to them."""
    places = [number for number, item in enumerate(meeting.items) if item.running]
    after = meeting.items[places[0] + 1 :] if places else meeting.items
    before = meeting.items[: places[0]] if places else ()
    return tuple(item for item in (*after, *before) if not item.outcome and not item.running)


def jumped(meeting: Meeting, item_id: str) -> str:
    """The id of the item that would have come, where turning to this one for the first time leaves the order of the
    agenda; "" where it does not.

    It does not where it follows what was left last, or is the first that nobody has turned to. The parts of every
    meeting, such as the closing, may come at any time.
    """
    item = meeting.item(item_id)
    if item is None or item.started or item.entry.built_in:
        return ""
    left = [one for one in meeting.items if one.slices]
    last = max(left, key=lambda one: (one.slices[-1].since, one.slices[-1].until or 0), default=None)
    at = meeting.items.index(last) + 1 if last else 0
    to_come = [one for one in meeting.items if not (one.started or one.outcome or one.entry.built_in)]
    following = [one for one in meeting.items[at:] if one in to_come] or to_come
    if not following or item in (following[0], to_come[0]):
        return ""
    return following[0].id


def _stopped_in(meeting: Meeting) -> Item | None:
    """The open item that a stop for the day interrupted, until the meeting turns to something again."""
    if not meeting.adjournments or meeting.current is not None:
        return None
    stop = meeting.adjournments[-1].since
    if any(one.since > stop for item in meeting.items for one in item.slices):
        return None
    open_ones = (item for item in meeting.items if item.slices and not item.outcome)
    return next((item for item in open_ones if item.slices[-1].until == stop), None)


def numbers(meeting: Meeting) -> dict[str, str]:
    """The number of each item as people say it; breaks have none."""
    return {item.id: item.number for item in meeting.items}
