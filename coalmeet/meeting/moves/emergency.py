"""Moves for what cannot wait: an item is put first in one input; who called it, and why, may be said later."""

from __future__ import annotations

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events
from coalmeet.meeting.emergency import first_to_come
from coalmeet.meeting.moves.agenda import add_item
from coalmeet.meeting.moves.asking import must_be_on_record, the_item
from coalmeet.meeting.state import Meeting
from coalmeet.text import _

Events = tuple[events.Event, ...]


def call(
    meeting: Meeting, at: int, entry: events.AgendaEntry, by: str = "", why: str = "", rule: str = ""
) -> Events:
    """Put an item on the agenda that cannot wait: it comes next. What it decides is provisional for absent members."""
    following = first_to_come(meeting)
    added = add_item(meeting, at, entry, following.id if following else "")
    return (*added, events.EmergencyCalled(entry.id, by.strip(), why.strip(), rule.strip()))


def put_first(meeting: Meeting, at: int, item: str, by: str = "", why: str = "", rule: str = "") -> Events:
    """An item that stands on the agenda cannot wait: it comes next."""
    must_be_on_record(meeting)
    wanted, following = the_item(meeting, item), first_to_come(meeting)
    if wanted.outcome:
        raise NotAllowed(
            _("“{title}” has been dealt with. Add an item for what is new.").format(title=wanted.entry.title)
        )
    called = events.EmergencyCalled(item, by.strip(), why.strip(), rule.strip())
    if wanted.running or following is None or following.id == item:
        return (called,)
    return (events.ItemMoved(item, following.id), called)


def explain(meeting: Meeting, at: int, item: str, by: str = "", why: str = "", rule: str = "") -> Events:
    """Say who called an emergency, why it cannot wait, and under which rule; `item` is "" for the whole meeting."""
    must_be_on_record(meeting)
    if all(one.item != item for one in meeting.emergencies):
        raise NotAllowed(_("This was not called as an emergency. Put it first as one, or leave it as it is."))
    return (events.EmergencyCalled(item, by.strip(), why.strip(), rule.strip()),)
