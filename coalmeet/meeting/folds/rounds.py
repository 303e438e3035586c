"""Folds of rounds, where somebody is always next until nobody present is left out."""

from __future__ import annotations

from dataclasses import replace

from coalmeet.meeting import events
from coalmeet.meeting.folds.folding import folds
from coalmeet.meeting.state import Meeting, Round, Word


def _with_round(meeting: Meeting, changed: Round) -> Meeting:
    return replace(meeting, rounds=(*meeting.rounds[:-1], changed))


@folds(events.RoundBegun)
def round_begun(meeting: Meeting, event: events.RoundBegun, at: int) -> Meeting:
    """A round that was still going on ends with it."""
    before = meeting.rounds
    if meeting.round is not None:
        before = (*before[:-1], replace(meeting.round, ended=True))
    item = meeting.current.id if meeting.current else ""
    begun = Round(event.id, event.kind, event.unit, event.order, event.purpose, item=item, begun=at)
    return replace(meeting, rounds=(*before, begun))


@folds(events.Spoke)
def spoke(meeting: Meeting, event: events.Spoke, at: int) -> Meeting:
    """Heard once is heard."""
    now = meeting.round
    if now is None or event.unit in now.heard:
        return meeting
    passed = tuple(unit for unit in now.passed if unit != event.unit)
    return _with_round(meeting, replace(now, heard=(*now.heard, event.unit), passed=passed))


@folds(events.Passed)
def passed(meeting: Meeting, event: events.Passed, at: int) -> Meeting:
    """Passing counts as having had one's turn."""
    now = meeting.round
    if now is None or event.unit in now.passed:
        return meeting
    return _with_round(meeting, replace(now, passed=(*now.passed, event.unit)))


@folds(events.AskedLater)
def asked_later(meeting: Meeting, event: events.AskedLater, at: int) -> Meeting:
    """The voice goes to the end."""
    now = meeting.round
    if now is None or event.unit not in now.order:
        return meeting
    order = (*(unit for unit in now.order if unit != event.unit), event.unit)
    return _with_round(meeting, replace(now, order=order))


@folds(events.RoundJoined)
def round_joined(meeting: Meeting, event: events.RoundJoined, at: int) -> Meeting:
    """Who arrives during a round speaks at its end."""
    now = meeting.round
    if now is None or event.unit in now.order:
        return meeting
    return _with_round(meeting, replace(now, order=(*now.order, event.unit)))


@folds(events.RoundEnded)
def round_ended(meeting: Meeting, event: events.RoundEnded, at: int) -> Meeting:
    """The round is history."""
    return _with_round(meeting, replace(meeting.round, ended=True)) if meeting.round else meeting


@folds(events.WordGiven)
def word_given(meeting: Meeting, event: events.WordGiven, at: int) -> Meeting:
    """One word a person; a second one replaces the first where it stood."""
    word = Word(event.person, event.word, at)
    words = tuple(word if one.person == event.person else one for one in meeting.words)
    if all(one.person != event.person for one in meeting.words):
        words = (*words, word)
    return replace(meeting, words=words)
