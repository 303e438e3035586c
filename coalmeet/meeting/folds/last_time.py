"""Folds of what one meeting hands to the next."""

from __future__ import annotations

from dataclasses import replace

from coalmeet.meeting import events
from coalmeet.meeting.folds.folding import folds
from coalmeet.meeting.state import Meeting


@folds(events.CorrectionNoted)
def correction_noted(meeting: Meeting, event: events.CorrectionNoted, at: int) -> Meeting:
    """In the order in which they were noted."""
    return replace(meeting, minutes_corrections=(*meeting.minutes_corrections, event.text))


@folds(events.CorrectionLeftOut)
def correction_left_out(meeting: Meeting, event: events.CorrectionLeftOut, at: int) -> Meeting:
    """It does not go into the last minutes."""
    return replace(meeting, minutes_left_out=(*meeting.minutes_left_out, event.text))


@folds(events.MinutesApproved)
def minutes_approved(meeting: Meeting, event: events.MinutesApproved, at: int) -> Meeting:
    """They are approved from now on."""
    return replace(meeting, minutes_approved=True)


@folds(events.ComingNextTime)
def coming_next_time(meeting: Meeting, event: events.ComingNextTime, at: int) -> Meeting:
    """The last word of each counts."""
    then = meeting.next_time
    others = tuple(one for one in then.coming if one[0] != event.organisation)
    answers = (*others, (event.organisation, event.coming))
    return replace(meeting, next_time=replace(then, coming=answers))


@folds(events.PreparerAgreed)
def preparer_agreed(meeting: Meeting, event: events.PreparerAgreed, at: int) -> Meeting:
    """Who prepares next time."""
    return replace(meeting, next_time=replace(meeting.next_time, prepares=event.person))
