"""Folds of comings and goings."""

from __future__ import annotations

from dataclasses import replace

from coalmeet.meeting import events
from coalmeet.meeting.folds.folding import closed_span, folds, opened_span, with_presence
from coalmeet.meeting.state import Meeting, Presence


@folds(events.SeatAdded)
def seat_added(meeting: Meeting, event: events.SeatAdded, at: int) -> Meeting:
    """A person stands in the list once."""
    if meeting.presence(event.seat.person):
        return with_presence(meeting, event.seat.person, lambda one: replace(one, seat=event.seat))
    return replace(meeting, people=(*meeting.people, Presence(event.seat)))


@folds(events.Arrived)
def arrived(meeting: Meeting, event: events.Arrived, at: int) -> Meeting:
    """A new stretch of presence begins; never before the last one ended, even when a clock was set back."""

    def came(one: Presence) -> Presence:
        ends = [span.until for span in one.spans[-1:] if span.until is not None]
        spans = opened_span(one.spans, max([event.at or at, *ends]))
        seat = replace(
            one.seat,
            organisation=event.organisation or one.seat.organisation,
            capacity=event.capacity or one.seat.capacity,
        )
        channel = event.channel or one.channel
        return replace(one, seat=seat, spans=spans, channel=channel, cut_off=False, noted=at)

    return meeting if event.mistaken else with_presence(meeting, event.person, came)


@folds(events.Departed)
def departed(meeting: Meeting, event: events.Departed, at: int) -> Meeting:
    """The stretch of presence ends."""
    when = event.at or at
    if event.mistaken:
        return meeting
    return with_presence(
        meeting,
        event.person,
        lambda one: replace(one, spans=closed_span(one.spans, when), leaves_at=0, cut_off=False, noted=at),
    )


@folds(events.DepartureAnnounced)
def departure_announced(meeting: Meeting, event: events.DepartureAnnounced, at: int) -> Meeting:
    """Known beforehand, so that decisions can come before it."""
    return with_presence(meeting, event.person, lambda one: replace(one, leaves_at=event.until))


@folds(events.LineLost)
def line_lost(meeting: Meeting, event: events.LineLost, at: int) -> Meeting:
    """They are away, though nobody left."""

    def lost(one: Presence) -> Presence:
        since = at if one.here else one.cut_at
        return replace(one, spans=closed_span(one.spans, at), cut_off=one.here, cut_at=since, noted=at)

    for person in event.people:
        meeting = with_presence(meeting, person, lost)
    return meeting


@folds(events.StillHere)
def still_here(meeting: Meeting, event: events.StillHere, at: int) -> Meeting:
    """The round that is going on knows who was seen when it began."""
    if meeting.round is None:
        return meeting
    seen = replace(meeting.round, seen=event.voices)
    return replace(meeting, rounds=(*meeting.rounds[:-1], seen))
