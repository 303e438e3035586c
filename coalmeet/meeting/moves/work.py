"""Moves about work: actions with one named owner, reviews of what was due, topics for later, thanks."""

from __future__ import annotations

from datetime import date

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events
from coalmeet.meeting.moves.asking import must_be_on_record, must_be_open, some_text
from coalmeet.meeting.state import Meeting
from coalmeet.text import _

Events = tuple[events.Event, ...]
REVIEWS = ("done", "moved", "handed_on", "dropped")


def _on_record(meeting: Meeting) -> str:
    """The id of the running item, "" for none; refuses while it is off the record."""
    must_be_on_record(meeting)
    return meeting.current.id if meeting.current else ""


def a_date(text: str) -> str:
    """The ISO date, or "" for none."""
    if not text:
        return ""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise NotAllowed(_("“{text}” is not a date. Write it as year-month-day.").format(text=text)) from None


def agree_action(
    meeting: Meeting,
    at: int,
    id: str,
    text: str,
    owner: str = "",
    owner_name: str = "",
    due: str = "",
    hours: float = 0.0,
) -> Events:
    """Write down a piece of work; without an owner it is kept as "nobody yet"."""
    item = _on_record(meeting)
    kept = some_text(text, _("Say what is to be done."))
    if hours < 0:
        raise NotAllowed(_("Hours are not below zero. Enter zero or more."))
    name = owner_name or meeting.name_of(owner)
    return (events.ActionAgreed(id, kept, owner, name, a_date(due), hours, item),)


def drop_action(meeting: Meeting, at: int, id: str) -> Events:
    """Strike an action out that was noted by mistake."""
    must_be_open(meeting)
    if all(one.id != id for one in meeting.actions):
        raise NotAllowed(_("This action is not from this meeting. Review it in the work plan."))
    return (events.ActionDropped(id),)


def review_action(meeting: Meeting, at: int, id: str, state: str, due: str = "", owner: str = "") -> Events:
    """Say of an open action that it is done, moved, handed on, or dropped because we took on too much.

    Handed on to nobody, it is nobody's yet.
    """
    _on_record(meeting)
    if all(one.id != id for one in meeting.open_actions):
        raise NotAllowed(_("This action is not open. Choose one from the work plan."))
    if state not in REVIEWS:
        raise NotAllowed(_("Choose what became of the action: done, moved, handed on or dropped."))
    if state == "moved" and not due:
        raise NotAllowed(_("Say until when it is moved."))
    return (events.ActionReviewed(id, state, a_date(due), owner),)


def park_topic(meeting: Meeting, at: int, id: str, title: str) -> Events:
    """Put a topic into the parking lot for a later meeting."""
    item = _on_record(meeting)
    return (events.TopicParked(id, some_text(title, _("Say what is parked.")), item),)


def thank(meeting: Meeting, at: int, text: str) -> Events:
    """Thanks that go into the minutes."""
    must_be_on_record(meeting)
    return (events.Thanked(some_text(text, _("Say whom we thank, and for what."))),)


def evaluate(meeting: Meeting, at: int, organisation: str, keep: str = "", change: str = "") -> Events:
    """What one voice wants to keep and to change, in the closing round."""
    must_be_on_record(meeting)
    if not keep.strip() and not change.strip():
        raise NotAllowed(_("Say what to keep or what to change."))
    spoke: Events = ()
    if meeting.round and meeting.round.kind == "closing" and organisation in meeting.round.order:
        spoke = (events.Spoke(organisation),)
    return (events.Evaluated(organisation, keep.strip(), change.strip()), *spoke)
