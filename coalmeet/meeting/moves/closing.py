"""Moves at the close: the next date and who facilitates then, agreed while everybody is still here."""

from __future__ import annotations

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events
from coalmeet.meeting.moves.asking import must_be_on_record
from coalmeet.meeting.moves.work import a_date
from coalmeet.meeting.state import Meeting
from coalmeet.text import _

Events = tuple[events.Event, ...]


def agree_next_meeting(meeting: Meeting, at: int, date: str, start: str = "", place: str = "") -> Events:
    """Agree on the next date (ISO), with a time "HH:MM" and a place where known."""
    must_be_on_record(meeting)
    day = a_date(date)
    if day and day < meeting.date:
        raise NotAllowed(_("The next meeting lies before this one. Choose a later date."))
    return (events.NextMeetingAgreed(day, start.strip(), place.strip()),)


def agree_next_facilitator(
    meeting: Meeting, at: int, organisation: str, person: str = "", how: str = "proposed"
) -> Events:
    """Agree whose turn it is next time: the organisation names the person. Whoever takes the turn after all
    does not skip it.
    """
    _must_be_member(meeting, organisation)
    passed_over = tuple(one for one in meeting.next_time.passed_over if one != organisation)
    return (events.NextFacilitatorAgreed(organisation, person, how, passed_over),)


def skip_next_turn(meeting: Meeting, at: int, organisation: str) -> Events:
    """An organisation was asked to facilitate next time and skips; if it had agreed, nobody has agreed now."""
    _must_be_member(meeting, organisation)
    then = meeting.next_time
    if organisation in then.passed_over:
        raise NotAllowed(_("{name} skips already.").format(name=meeting.name_of(organisation)))
    passed_over = (*then.passed_over, organisation)
    if then.organisation == organisation:
        return (events.NextFacilitatorAgreed("", "", "", passed_over),)
    return (events.NextFacilitatorAgreed(then.organisation, then.person, then.how, passed_over),)


def keep_next_turn(meeting: Meeting, at: int, organisation: str) -> Events:
    """An organisation that wanted to skip can be asked after all."""
    must_be_on_record(meeting)
    then = meeting.next_time
    if organisation not in then.passed_over:
        raise NotAllowed(_("{name} has not skipped.").format(name=meeting.name_of(organisation)))
    passed_over = tuple(one for one in then.passed_over if one != organisation)
    return (events.NextFacilitatorAgreed(then.organisation, then.person, then.how, passed_over),)


def _must_be_member(meeting: Meeting, organisation: str) -> None:
    must_be_on_record(meeting)
    if meeting.member(organisation) is None:
        raise NotAllowed(_("Turns go around member organisations. Choose one from the list."))
