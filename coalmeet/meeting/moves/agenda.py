"""Moves on the agenda itself, in the middle of the meeting."""

from __future__ import annotations

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events
from coalmeet.meeting.moves.asking import must_be_open, running_item, some_text, the_item
from coalmeet.meeting.state import Meeting
from coalmeet.text import _

Events = tuple[events.Event, ...]
LABELS = ("decision", "update", "discussion", "")


def add_item(
    meeting: Meeting, at: int, entry: events.AgendaEntry, before: str = "", reason: str = ""
) -> Events:
    """Put another item on the agenda, before one that is given or at the end."""
    must_be_open(meeting)
    some_text(entry.title, _("Give the item a title."))
    if meeting.item(entry.id):
        raise NotAllowed(_("This item is on the agenda already."))
    if entry.label not in LABELS or entry.minutes < 0:
        raise NotAllowed(
            _("An item is a decision, an update or a discussion, and its minutes are not below zero.")
        )
    return (events.ItemAdded(entry, before, reason),)


def move_item(meeting: Meeting, at: int, item: str, before: str = "", reason: str = "") -> Events:
    """Put an item that is still to come in another place."""
    must_be_open(meeting)
    wanted = the_item(meeting, item)
    if wanted.outcome or wanted.running:
        raise NotAllowed(
            _("“{title}” has been dealt with. Move an item that is still to come.").format(
                title=wanted.entry.title
            )
        )
    if before == item:
        raise NotAllowed(_("An item cannot stand before itself."))
    return (events.ItemMoved(item, before, reason),)


def label_item(meeting: Meeting, at: int, item: str, label: str) -> Events:
    """Say what an item is: a decision, an update or a discussion."""
    must_be_open(meeting)
    the_item(meeting, item)
    if label not in LABELS:
        raise NotAllowed(_("An item is a decision, an update or a discussion."))
    return (events.ItemLabelled(item, label),)


def suspend_record(meeting: Meeting, at: int) -> Events:
    """Go off the record: nothing is decided and nothing typed until it ends."""
    item = running_item(meeting)
    if item.is_off_record:
        raise NotAllowed(_("This part is off the record already."))
    live = meeting.live_proposal(item.id)
    if live is not None and live.stage == "consent":
        raise NotAllowed(_("A consent round is going on. Finish it first, then go off the record."))
    return (events.RecordSuspended(item.id),)


def resume_record(meeting: Meeting, at: int) -> Events:
    """Go on the record again."""
    item = running_item(meeting)
    if not item.is_off_record:
        raise NotAllowed(_("The meeting is on the record."))
    return (events.RecordResumed(item.id),)
