"""The table from kinds of event to the functions that fold them, and the small tools that those share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.state import Item, Meeting, Presence, Span

Fold = Callable[[Meeting, Any, int], Meeting]
_Function = TypeVar("_Function", bound=Fold)
FOLDS: dict[type, Fold] = {}


def folds(kind: type) -> Callable[[_Function], _Function]:
    """Register a function as the fold of one kind of event."""

    def register(function: _Function) -> _Function:
        FOLDS[kind] = function
        return function

    return register


def with_item(meeting: Meeting, item_id: str, change: Callable[[Item], Item]) -> Meeting:
    """The meeting with one item changed; unchanged if there is no such item (the fold refuses nothing)."""
    return replace(
        meeting, items=tuple(change(item) if item.id == item_id else item for item in meeting.items)
    )


def with_presence(meeting: Meeting, person: str, change: Callable[[Presence], Presence]) -> Meeting:
    """The meeting with one person's presence changed."""
    people = tuple(change(one) if one.seat.person == person else one for one in meeting.people)
    return replace(meeting, people=people)


def with_proposal(meeting: Meeting, proposal_id: str, change: Callable[[Proposal], Proposal]) -> Meeting:
    """The meeting with one proposal changed."""
    return replace(
        meeting, proposals=tuple(change(p) if p.id == proposal_id else p for p in meeting.proposals)
    )


def closed_span(spans: tuple[Span, ...], at: int) -> tuple[Span, ...]:
    """The spans with the last one ended, not before it began."""
    if not spans or spans[-1].until is not None:
        return spans
    return (*spans[:-1], replace(spans[-1], until=max(at, spans[-1].since)))


def opened_span(spans: tuple[Span, ...], at: int) -> tuple[Span, ...]:
    """The spans with a new one begun, unless one is open."""
    if spans and spans[-1].until is None:
        return spans
    return (*spans, Span(at))
