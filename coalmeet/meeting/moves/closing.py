"""Moves at the close: the next date and who facilitates then, agreed while everybody is still here."""

from __future__ import annotations

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events
from coalmeet.meeting.moves.asking import must_be_open
from coalmeet.meeting.moves.work import a_date
from coalmeet.meeting.state import Meeting
from coalmeet.text import _

Events = tuple[events.Event, ...]


def agree_next_meeting(meeting: Meeting, at: int, date: str, start: str = "", place: str = "") -> Events:
    """Agree on the next date (ISO), with a time "HH:MM" and a place where known."""
    must_be_open(meeting)
    day = a_date(date)
    if day and day < meeting.date:
        raise NotAllowed(_("The next meeting lies before this one. Choose a later date."))
    return (events.NextMeetingAgreed(day, start.strip(), place.strip()),)


def agree_next_facilitator(
    meeting: Meeting,
    at: int,
    organisation: str,
    person: str = "",
    how: str = "proposed",
    passed_over: tuple[str, ...] = (),
) -> Events:
    """Agree whose turn it is next time: the organisation names the person. `passed_over` were asked and
    skipped.
    """
    must_be_open(meeting)
    if meeting.member(organisation) is None:
        raise NotAllowed(_("Turns go around member organisations. Choose one from the list."))
    return (events.NextFacilitatorAgreed(organisation, person, how, passed_over),)
