"""Folds of what happens to the meeting as a whole."""

from __future__ import annotations

from dataclasses import replace

from coalmeet.meeting import events
from coalmeet.meeting.folds.folding import closed_span, folds
from coalmeet.meeting.numbering import numbered
from coalmeet.meeting.state import Evaluation, Leading, Meeting, NextTurn, Presence, RoleHeld
from coalmeet.meeting.turns import in_their_place


@folds(events.MeetingOpened)
def opened(meeting: Meeting, event: events.MeetingOpened, at: int) -> Meeting:
    """The plan becomes the meeting; a first opening keeps its time."""
    return Meeting(
        title=event.title,
        coalition=event.coalition,
        date=event.date,
        time_zone=event.time_zone,
        place=event.place,
        planned_start=event.planned_start,
        planned_minutes=event.planned_minutes,
        opened_at=at,
        members=event.members,
        people=tuple(Presence(seat) for seat in event.people),
        items=numbered(event.agenda),
        open_actions=event.open_actions,
        facilitator=event.facilitator,
        planned_facilitator=event.planned_facilitator or event.facilitator,
        turn=event.turn,
        facilitators=(Leading(event.facilitator, at, event.stand_in_reason),) if event.facilitator else (),
        planned_note_taker=event.note_taker,
        notes_turn=event.notes_turn,
        notes_by=(RoleHeld("note_taker", event.note_taker, at),) if event.note_taker else (),
        last=event.last,
        roles=(RoleHeld("co_facilitator", event.co_facilitator, at),) if event.co_facilitator else (),
        quorum=event.quorum,
        profile=event.profile,
        telling=event.telling,
        kinds=event.kinds,
        began=event.began,
        emergencies=(event.emergency,) if event.emergency else (),
        told=event.told,
    )


@folds(events.AgendaAgreed)
def agenda_agreed(meeting: Meeting, event: events.AgendaAgreed, at: int) -> Meeting:
    """Later changes of the agenda are recorded as changes."""
    return replace(meeting, agenda_agreed=True)


@folds(events.FacilitatorChanged)
def facilitator_changed(meeting: Meeting, event: events.FacilitatorChanged, at: int) -> Meeting:
    """The trail keeps who facilitated before, and since when; in a consent round the new organisation answers last."""
    trail = (*meeting.facilitators, Leading(event.person, at, event.reason, event.item))
    led = replace(meeting, facilitator=event.person, facilitators=trail)
    if led.round is None:
        return led
    the_round = replace(led.round, order=in_their_place(led, led.round))
    return replace(led, rounds=(*led.rounds[:-1], the_round))


@folds(events.NoteTakerChanged)
def note_taker_changed(meeting: Meeting, event: events.NoteTakerChanged, at: int) -> Meeting:
    """One note taker at a time; who took notes before stays known, and since when."""
    return replace(meeting, notes_by=(*meeting.notes_by, RoleHeld("note_taker", event.person, at)))


@folds(events.MeetingClosed)
def closed(meeting: Meeting, event: events.MeetingClosed, at: int) -> Meeting:
    """Everybody still here stays counted until the end."""
    people = tuple(replace(one, spans=closed_span(one.spans, at)) for one in meeting.people)
    return replace(meeting, closed_at=at, people=people)


@folds(events.MeetingReopened)
def reopened(meeting: Meeting, event: events.MeetingReopened, at: int) -> Meeting:
    """Who was here when it closed is here again: the close itself had ended their stretch.

    A stretch that began after the close, as clocks have it that were stepped back, has no length.
    """
    closing = meeting.closed_at
    people = tuple(
        replace(one, spans=(*one.spans[:-1], replace(one.spans[-1], until=None)))
        if one.spans and one.spans[-1].until == max(closing, one.spans[-1].since)
        else one
        for one in meeting.people
    )
    return replace(meeting, closed_at=0, people=people, reopenings=(*meeting.reopenings, event.reason))


@folds(events.NextMeetingAgreed)
def next_meeting(meeting: Meeting, event: events.NextMeetingAgreed, at: int) -> Meeting:
    """The next date; who facilitates then is kept."""
    return replace(
        meeting, next_time=replace(meeting.next_time, date=event.date, start=event.start, place=event.place)
    )


@folds(events.NextFacilitatorAgreed)
def next_facilitator(meeting: Meeting, event: events.NextFacilitatorAgreed, at: int) -> Meeting:
    """Whose turn it will be."""
    agreed = replace(
        meeting.next_time,
        organisation=event.organisation,
        person=event.person,
        how=event.how,
        passed_over=event.passed_over,
    )
    return replace(meeting, next_time=agreed)


@folds(events.NextNoteTakerAgreed)
def next_note_taker(meeting: Meeting, event: events.NextNoteTakerAgreed, at: int) -> Meeting:
    """Whose turn it will be to take notes."""
    turn = NextTurn(event.organisation, event.person, event.how, event.passed_over)
    return replace(meeting, next_time=replace(meeting.next_time, notes=turn))


@folds(events.Evaluated)
def evaluated(meeting: Meeting, event: events.Evaluated, at: int) -> Meeting:
    """One entry a voice; saying more replaces what was said."""
    others = tuple(one for one in meeting.evaluations if one.organisation != event.organisation)
    return replace(meeting, evaluations=(*others, Evaluation(event.organisation, event.keep, event.change)))


@folds(events.Thanked)
def thanked(meeting: Meeting, event: events.Thanked, at: int) -> Meeting:
    """Thanks are kept in the order in which they were said."""
    return replace(meeting, thanks=(*meeting.thanks, event.text))
