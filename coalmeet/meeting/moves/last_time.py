"""Moves between two meetings: approve the last minutes, with corrections; say who comes next time, and who prepares."""

from __future__ import annotations

from collections.abc import Sequence

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events
from coalmeet.meeting.handed_on import waiting
from coalmeet.meeting.moves.asking import must_be_on_record, some_text, the_person
from coalmeet.meeting.state import Meeting
from coalmeet.text import _

Events = tuple[events.Event, ...]


def note_correction(meeting: Meeting, at: int, text: str) -> Events:
    """Something in the last minutes is put right, in a sentence; each correction is listed."""
    _waiting(meeting)
    return (events.CorrectionNoted(some_text(text, _("Say what is to be corrected, in a sentence."))),)


def leave_out_correction(meeting: Meeting, at: int, text: str) -> Events:
    """A correction that waited for this meeting is not taken up: the last minutes are approved without it."""
    _waiting(meeting)
    if all(one.text != text for one in waiting(meeting)):
        raise NotAllowed(_("This correction does not wait. Choose one from the list."))
    return (events.CorrectionLeftOut(text),)


def approve_minutes(meeting: Meeting, at: int) -> Events:
    """The last minutes are approved, as they are or with the corrections that were noted."""
    _waiting(meeting)
    return (events.MinutesApproved(),)


def _waiting(meeting: Meeting) -> None:
    must_be_on_record(meeting)
    if meeting.last is None or not meeting.last.state:
        raise NotAllowed(_("No minutes wait to be approved. Go on with the agenda."))
    if meeting.minutes_approved:
        raise NotAllowed(_("The last minutes are approved already. Take that back to correct them first."))


def say_coming(meeting: Meeting, at: int, organisations: Sequence[str], coming: bool = True) -> Events:
    """These organisations can, or cannot, come next time; a later word of theirs replaces an earlier one."""
    must_be_on_record(meeting)
    known = [one for one in organisations if meeting.member(one)]
    if not known:
        raise NotAllowed(_("Ask a member organisation. Choose one from the list."))
    return tuple(events.ComingNextTime(one, coming) for one in known)


def agree_preparer(meeting: Meeting, at: int, person: str) -> Events:
    """Who prepares the next meeting; "" for whoever facilitates it."""
    must_be_on_record(meeting)
    if person:
        the_person(meeting, person)
    return (events.PreparerAgreed(person),)
