"""Folding events into a meeting: pure and total, so that the log alone is the truth.

Undo is part of it: a move taken back does not count, a restored one counts again, and a corrected one
counts as corrected, in its own place. Removing a move from the middle is never done, because what
followed may rest on it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from coalmeet.meeting import events
from coalmeet.meeting.folds import (
    again,
    agenda,
    decisions,
    last_time,
    people,
    roles,
    rounds,
    selection,
    stack,
    votes,
    whole,
    work,
)
from coalmeet.meeting.folds.folding import FOLDS
from coalmeet.meeting.folds.roles import handed_back
from coalmeet.meeting.journal import Move
from coalmeet.meeting.mending import Mending
from coalmeet.meeting.standing import restated
from coalmeet.meeting.state import Meeting

SUBJECTS = (
    again,
    agenda,
    decisions,
    last_time,
    people,
    roles,
    rounds,
    selection,
    stack,
    votes,
    whole,
    work,
)  # importing them fills the table

META = (events.TakenBack, events.Restored, events.Corrected)
# After these a decision may stand otherwise: who was there is known better, or it has just been made.
BEARING = (
    events.Arrived,
    events.Departed,
    events.LineLost,
    events.SeatAdded,
    events.EmergencyCalled,
    events.ProposalAdopted,
    events.ProposalSettled,
)


def apply(meeting: Meeting, event: events.Event, at: int) -> Meeting:
    """The meeting after this event, which was entered at wall time `at` (milliseconds UTC).

    It checks no rule and refuses nothing: an event it does not know, or about something that is not there,
    changes nothing. Events about other moves need the whole log: see replay.
    """
    fold = FOLDS.get(type(event))
    if fold is None:
        return meeting
    after_it = handed_back(fold(meeting, event, at), at)
    return restated(after_it) if isinstance(event, BEARING) else after_it


def replay(moves: Iterable[Move]) -> Meeting:
    """The meeting that a whole log makes."""
    log = tuple(moves)
    meeting = Meeting()
    for move in effective(log):
        for event in move.events:
            meeting = apply(meeting, event, move.at)
    return replace(meeting, mendings=mendings(log))


def after(meeting: Meeting, log: tuple[Move, ...], move: Move) -> Meeting:
    """The meeting after one more move; only undo and corrections need the log again."""
    if any(isinstance(event, META) for event in move.events):
        return replay((*log, move))
    for event in move.events:
        meeting = apply(meeting, event, move.at)
    return meeting


def effective(log: Iterable[Move]) -> tuple[Move, ...]:
    """The moves that count, in order, as corrected."""
    counting: list[Move] = []
    undone: dict[str, Move] = {}
    for move in log:
        mark = next((event for event in move.events if isinstance(event, META)), None)
        if isinstance(mark, events.TakenBack):
            if counting and counting[-1].id == mark.move:
                undone[mark.move] = counting.pop()
        elif isinstance(mark, events.Restored):
            if mark.move in undone:
                counting.append(undone.pop(mark.move))
        else:
            counting.append(move)
    return _corrected(counting)


def _corrected(moves: list[Move]) -> tuple[Move, ...]:
    """Each correction put into the move it speaks of, in place."""
    places = {move.id: number for number, move in enumerate(moves)}
    for move in tuple(moves):
        for event in move.events:
            if isinstance(event, events.Corrected) and event.move in places:
                place = places[event.move]
                moves[place] = _with_field(moves[place], event)
    return tuple(moves)


def _with_field(move: Move, correction: events.Corrected) -> Move:
    if not 0 <= correction.index < len(move.events):
        return move
    changed = list(move.events)
    target: Any = changed[correction.index]
    if correction.field not in {one.name for one in fields(target)}:
        return move
    changed[correction.index] = replace(target, **{correction.field: _value(target, correction)})
    return replace(move, events=tuple(changed))


def _value(target: Any, correction: events.Corrected) -> object:
    """A number where the field holds one, else text: corrections keep the type of what they correct."""
    before = getattr(target, correction.field)
    if isinstance(before, bool):
        return bool(correction.number)
    if isinstance(before, int):
        return int(correction.number)
    return correction.number if isinstance(before, float) else correction.text


def taken_back(log: Iterable[Move]) -> tuple[str, ...]:
    """Ids of the moves that could be restored now, the next one last. A new move makes them history."""
    waiting: list[str] = []
    for move in log:
        mark = next((event for event in move.events if isinstance(event, META)), None)
        if isinstance(mark, events.TakenBack):
            waiting.append(mark.move)
        elif isinstance(mark, events.Restored):
            waiting = [one for one in waiting if one != mark.move]
        else:
            waiting = []
    return tuple(waiting)


def mendings(log: Iterable[Move]) -> tuple[Mending, ...]:
    """What was corrected afterwards, in the order in which it was, with the words before and after."""
    moves = tuple(log)
    counting = {move.id for move in effective(moves)}
    known = {move.id: move for move in moves}
    found: list[Mending] = []
    for move in moves:
        for event in move.events:
            target = known.get(event.move) if isinstance(event, events.Corrected) else None
            if (
                isinstance(event, events.Corrected)
                and target
                and move.id in counting
                and target.id in counting
                and _with_field(target, event) is not target
            ):
                found.append(_mending(target, event, move.at))
                known[target.id] = _with_field(target, event)
    return tuple(found)


def _mending(target: Move, correction: events.Corrected, noted: int) -> Mending:
    event: Any = target.events[correction.index]
    before = str(getattr(event, correction.field, ""))
    after_text = str(_value(event, correction))
    about = str(
        getattr(event, "person", "") or getattr(event, "organisation", "") or getattr(event, "item", "")
    )
    kind, field = type(event).__name__, correction.field
    return Mending(target.id, kind, field, before, after_text, about, target.at, noted)
