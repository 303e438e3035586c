"""Moves at the close: the next date, who facilitates and takes notes then, agreed while everybody is still here."""

from __future__ import annotations

from dataclasses import replace

from coalmeet.coalition.turn import Role
from coalmeet.errors import NotAllowed
from coalmeet.meeting import events
from coalmeet.meeting.moves.asking import must_be_on_record
from coalmeet.meeting.moves.work import a_date
from coalmeet.meeting.state import Meeting, NextTurn
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
    return _agreed(meeting, "facilitator", NextTurn(organisation, person, how))


def agree_next_note_taker(
    meeting: Meeting, at: int, organisation: str, person: str = "", how: str = "proposed"
) -> Events:
    """Agree whose turn it is to take notes next time; the organisation names the person."""
    return _agreed(meeting, "note_taker", NextTurn(organisation, person, how))


def skip_next_turn(meeting: Meeting, at: int, organisation: str, role: Role = "facilitator") -> Events:
    """An organisation was asked to facilitate, or to take notes, next time and skips; if it had agreed, nobody
    has agreed now.
    """
    _must_be_member(meeting, organisation)
    then = meeting.next_time.turn(role)
    if organisation in then.passed_over:
        raise NotAllowed(_("{name} skips already.").format(name=meeting.name_of(organisation)))
    passed_over = (*then.passed_over, organisation)
    if then.organisation == organisation:
        return (_turn(role, NextTurn(passed_over=passed_over)),)
    return (_turn(role, replace(then, passed_over=passed_over)),)


def keep_next_turn(meeting: Meeting, at: int, organisation: str, role: Role = "facilitator") -> Events:
    """An organisation that wanted to skip can be asked after all."""
    must_be_on_record(meeting)
    then = meeting.next_time.turn(role)
    if organisation not in then.passed_over:
        raise NotAllowed(_("{name} has not skipped.").format(name=meeting.name_of(organisation)))
    passed_over = tuple(one for one in then.passed_over if one != organisation)
    return (_turn(role, replace(then, passed_over=passed_over)),)


def _agreed(meeting: Meeting, role: Role, turn: NextTurn) -> Events:
    _must_be_member(meeting, turn.organisation)
    before = meeting.next_time.turn(role).passed_over
    passed_over = tuple(one for one in before if one != turn.organisation)
    return (_turn(role, replace(turn, passed_over=passed_over)),)


def _turn(role: Role, turn: NextTurn) -> events.Event:
    kind = events.NextNoteTakerAgreed if role == "note_taker" else events.NextFacilitatorAgreed
    return kind(turn.organisation, turn.person, turn.how, turn.passed_over)


def _must_be_member(meeting: Meeting, organisation: str) -> None:
    must_be_on_record(meeting)
    if meeting.member(organisation) is None:
        raise NotAllowed(_("Turns go around member organisations. Choose one from the list."))
