"""Folds of rounds, where somebody is always next until nobody present is left out."""

from __future__ import annotations

from dataclasses import replace

from coalmeet.meeting import events
from coalmeet.meeting.folds.folding import folds
from coalmeet.meeting.state import Meeting, Round, Word
from coalmeet.meeting.talk import Theme
from coalmeet.meeting.turns import in_their_place, lost, waiting


def _with_round(meeting: Meeting, changed: Round) -> Meeting:
    return replace(meeting, rounds=(*meeting.rounds[:-1], changed))


def _ended(meeting: Meeting, the_round: Round) -> Round:
    """History from here; who was here and not heard stays known."""
    missed, gone = waiting(meeting, the_round), lost(meeting, the_round)
    return replace(the_round, ended=True, groups_until=0, missed=missed, lost=gone)


@folds(events.RoundBegun)
def round_begun(meeting: Meeting, event: events.RoundBegun, at: int) -> Meeting:
    """A round that was still going on ends with it."""
    before = meeting.rounds
    if meeting.round is not None:
        before = (*before[:-1], _ended(meeting, meeting.round))
    begun = Round(
        event.id,
        event.kind,
        event.unit,
        event.order,
        event.purpose,
        item=meeting.current.id if meeting.current else "",
        begun=at,
        way=event.way,
        ready=event.ready,
        turn_seconds=event.turn_seconds,
        first=event.order[0] if event.order and event.way in ("turn", "groups") else "",
    )
    return replace(meeting, rounds=(*before, begun))


@folds(events.Spoke)
def spoke(meeting: Meeting, event: events.Spoke, at: int) -> Meeting:
    """Heard once is heard."""
    now = meeting.round
    if now is None or event.unit in now.heard:
        return meeting
    passed = tuple(unit for unit in now.passed if unit != event.unit)
    heard = (*now.heard, event.unit)
    return _with_round(meeting, replace(now, heard=heard, passed=passed, marks=(*now.marks, at)))


@folds(events.SignsSeen)
def signs_seen(meeting: Meeting, event: events.SignsSeen, at: int) -> Meeting:
    """A sign is an answer, and takes no turn."""
    now = meeting.round
    if now is None:
        return meeting
    new = tuple(unit for unit in dict.fromkeys(event.units) if unit not in now.heard)
    passed = tuple(unit for unit in now.passed if unit not in new)
    return _with_round(
        meeting, replace(now, heard=(*now.heard, *new), signs=(*now.signs, *new), passed=passed)
    )


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
    """Who arrives during a round speaks at its end, before whoever answers last in any case."""
    now = meeting.round
    if now is None or event.unit in now.order:
        return meeting
    joined = replace(now, order=(*now.order, event.unit))
    return _with_round(meeting, replace(joined, order=in_their_place(meeting, joined)))


@folds(events.DirectionTurned)
def direction_turned(meeting: Meeting, event: events.DirectionTurned, at: int) -> Meeting:
    """Whoever speaks goes on; the others follow from the other end."""
    now = meeting.round
    if now is None:
        return meeting
    done = {*now.heard, *now.passed}
    before = tuple(unit for unit in now.order if unit in done)
    left = tuple(unit for unit in now.order if unit not in done)
    speaks = waiting(meeting, now)[:1]
    others = tuple(unit for unit in left if unit not in speaks)
    turned = replace(now, order=(*before, *speaks, *reversed(others)))
    return _with_round(meeting, replace(turned, order=in_their_place(meeting, turned)))


@folds(events.SweepBegun)
def sweep_begun(meeting: Meeting, event: events.SweepBegun, at: int) -> Meeting:
    """From here those not heard yet are called."""
    return _with_round(meeting, replace(meeting.round, way="sweep")) if meeting.round else meeting


@folds(events.GroupsFormed)
def groups_formed(meeting: Meeting, event: events.GroupsFormed, at: int) -> Meeting:
    """The round waits, with everything that was said in it."""
    return (
        _with_round(meeting, replace(meeting.round, groups_until=event.until)) if meeting.round else meeting
    )


@folds(events.GroupsReturned)
def groups_returned(meeting: Meeting, event: events.GroupsReturned, at: int) -> Meeting:
    """The round goes on, and its next turn begins now."""
    now = meeting.round
    return _with_round(meeting, replace(now, groups_until=0)) if now else meeting


@folds(events.RoundEnded)
def round_ended(meeting: Meeting, event: events.RoundEnded, at: int) -> Meeting:
    """The round is history."""
    if meeting.round is None:
        return meeting
    return _with_round(meeting, replace(_ended(meeting, meeting.round), until=at))


@folds(events.RoundTakenUp)
def round_taken_up(meeting: Meeting, event: events.RoundTakenUp, at: int) -> Meeting:
    """The round is the latest again, with everything that was said in it."""
    found = next((one for one in meeting.rounds if one.id == event.id), None)
    if found is None or meeting.round is not None:
        return meeting
    others = tuple(one for one in meeting.rounds if one.id != event.id)
    return replace(meeting, rounds=(*others, replace(found, ended=False, missed=(), lost=(), until=0)))


@folds(events.ThemeNoted)
def theme_noted(meeting: Meeting, event: events.ThemeNoted, at: int) -> Meeting:
    """A theme belongs to the round in which it was said, the last one if that has ended."""
    of_round = meeting.rounds[-1].id if meeting.rounds else ""
    item = meeting.current.id if meeting.current else ""
    return replace(meeting, themes=(*meeting.themes, Theme(of_round, event.text, event.side, item)))


@folds(events.WordGiven)
def word_given(meeting: Meeting, event: events.WordGiven, at: int) -> Meeting:
    """One word a person; a second one replaces the first where it stood."""
    word = Word(event.person, event.word, at)
    words = tuple(word if one.person == event.person else one for one in meeting.words)
    if all(one.person != event.person for one in meeting.words):
        words = (*words, word)
    return replace(meeting, words=words)


@folds(events.NotAnswered)
def not_answered(meeting: Meeting, event: events.NotAnswered, at: int) -> Meeting:
    """Called without an answer: the voice goes to the end, and is called once more."""
    now = meeting.round
    if now is None or event.unit not in now.order:
        return meeting
    order = (*(unit for unit in now.order if unit != event.unit), event.unit)
    return _with_round(meeting, replace(now, order=order, unanswered=(*now.unanswered, event.unit)))
