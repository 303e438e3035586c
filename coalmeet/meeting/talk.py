"""Who speaks outside of rounds: the stack of those who wish to, the floor they are given, and themes noted."""

from __future__ import annotations

from dataclasses import dataclass


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
