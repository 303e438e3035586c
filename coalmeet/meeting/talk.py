"""Who speaks: rounds, the stack of those who wish to, the floor they are given, and themes noted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Round:
    """A round: `order` are ids of organisations or people (see `unit`), in the order in which they speak.

    `way`, `ready` and `turn_seconds` are those of events.RoundBegun. `first` began it, "" where nobody was called
    first; `signs` are those heard by a sign alone; `marks` are the wall times at which turns ended;
    `groups_until` is when small groups come back, 0 while there are none; `missed` were here and not heard when
    it was broken off, `lost` those whose line had broken before they were heard; `until` is when it ended (wall
    time); `seen` said that they were still here when it began, `unanswered` were called without an answer, once
    for each time.
    """

    id: str
    kind: str
    unit: str
    order: tuple[str, ...]
    purpose: str = ""
    heard: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()
    item: str = ""
    begun: int = 0
    ended: bool = False
    seen: tuple[str, ...] = ()
    unanswered: tuple[str, ...] = ()
    way: str = "turn"
    ready: str = ""
    turn_seconds: int = 0
    first: str = ""
    signs: tuple[str, ...] = ()
    marks: tuple[int, ...] = ()
    groups_until: int = 0
    missed: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    until: int = 0


@dataclass(frozen=True, slots=True)
class Asking:
    """A person who waits to speak in an item; `at` is wall time.

    `place` counts the facilitator's own moves of names, 0 for never moved; `before` is the person before whom
    this one was moved, "" for the end.
    """

    person: str
    kind: str
    item: str
    at: int
    place: int = 0
    before: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Floor:
    """One time that somebody had the floor in an item; `until` is 0 while they have it. Wall times."""

    person: str
    kind: str
    item: str
    at: int
    until: int = 0


@dataclass(frozen=True, slots=True)
class Theme:
    """What was said in a ready-made round, in a few words; side is well, better or ""."""

    round: str
    text: str
    side: str
    item: str
