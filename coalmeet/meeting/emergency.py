"""What cannot wait: which item is an emergency, what it displaces, and how both windows say so."""

from __future__ import annotations

from coalmeet.meeting import timing
from coalmeet.meeting.events import EmergencyCalled
from coalmeet.meeting.order import coming_item, coming_items
from coalmeet.meeting.state import Item, Meeting
from coalmeet.text import _, clock_time, ngettext

STAY_FIRST = ("opening", "temperature")  # nothing is taken up before people have arrived


def emergency_of(meeting: Meeting, item_id: str) -> EmergencyCalled | None:
    """What was called for this item, or for the meeting as a whole; None for one that could have waited."""
    found = {one.item: one for one in meeting.emergencies}
    return found.get(item_id) or found.get("")


def first_to_come(meeting: Meeting) -> Item | None:
    """The item before which an emergency stands: the first to come that is no part of the opening, or the one in
    which the meeting stopped on another day.
    """
    coming = coming_item(meeting)
    following = (coming, *coming_items(meeting)) if coming else ()
    return next((item for item in following if item.entry.built_in not in STAY_FIRST), None)


def displaced(meeting: Meeting, now: int, minutes: int) -> str:
    """What an emergency of so many minutes displaces: what it comes before, and what the end of the meeting becomes."""
    following = first_to_come(meeting)
    if following is None:
        return _("It comes at the end of the agenda.")
    said = _("It comes before “{title}”.").format(title=following.entry.title)
    end, agreed = timing.projected_end(meeting, now), timing.planned_end(meeting)
    if not end or not agreed:
        return said
    then = end + minutes * timing.MINUTE
    late = -(-(then - agreed) // timing.MINUTE)
    if late <= 0:
        return _("{said} The meeting still ends in time.").format(said=said)
    words = ngettext(
        "{said} The meeting would end at {time}, {count} min late: “{last}” may not be reached.",
        "{said} The meeting would end at {time}, {count} min late: “{last}” may not be reached.",
        late,
    )
    last = _last_of_the_group(meeting) or following
    time = clock_time(then, meeting.time_zone)
    return words.format(said=said, time=time, count=late, last=last.entry.title)


def _last_of_the_group(meeting: Meeting) -> Item | None:
    own = [item for item in coming_items(meeting) if not item.entry.built_in]
    return own[-1] if own else None


def called(emergency: EmergencyCalled) -> str:
    """Who called it, why it cannot wait, and the charter's rule: as far as somebody said."""
    said = [
        _("called by {who}").format(who=emergency.by) if emergency.by else "",
        emergency.why,
        _("by the charter: {rule}").format(rule=emergency.rule) if emergency.rule else "",
    ]
    return _("; ").join(one for one in said if one)


def words(meeting: Meeting, item_id: str) -> str:
    """The sentence that both windows show with an item that cannot wait; "" for any other."""
    emergency = emergency_of(meeting, item_id)
    if emergency is None:
        return ""
    said = called(emergency) if emergency.item else ""  # of a whole meeting it is said at its beginning
    if said:
        return _("Emergency, provisional for absent members: {called}").format(called=said.rstrip("."))
    return _("Emergency: provisional for absent members")


def meeting_words(meeting: Meeting) -> str:
    """The sentence with which an emergency meeting begins; "" for any other."""
    emergency = next((one for one in meeting.emergencies if not one.item), None)
    if emergency is None:
        return ""
    said = called(emergency)
    if said:
        # what follows for those who are away first: the call's window may have no room for the rest
        return _("Emergency meeting, provisional for absent members: {called}.").format(
            called=said.rstrip(".")
        )
    return _("Emergency meeting. What it decides is provisional for absent members.")
