"""Turns to facilitate, as they were: what the rotation reckons its credit from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

Wish = Literal[
    "skip", "skip_next", "swap", "coming", "coming_next", "away_next", "not_facilitating", "stand_in"
]
WISHES: tuple[Wish, ...] = get_args(Wish)


@dataclass(frozen=True, slots=True)
class TurnNote:
    """Something said about a turn: skipped, swapped with `other`, "we will come", "we do not facilitate", or why
    somebody else stands in.

    `meeting` is the one that it was said for, "" when it holds until taken back. Only "skip_next", "coming_next" and
    "away_next" name the meeting at whose close it was said: the one that it is for, whichever comes next, may not be
    planned yet.
    """

    id: str
    meeting: str
    organisation: str
    wish: Wish
    other: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """Who could and who did facilitate one meeting, by organisation ids.

    `present` are the member organisations that came, `planned` and `actual` whose turn it was and who did it
    ("" when not known); they differ for a stand-in, whose `reason` is kept. `prepared` is the organisation
    that prepared.
    """

    meeting: str
    date: date
    present: tuple[str, ...]
    planned: str = ""
    actual: str = ""
    reason: str = ""
    prepared: str = ""
    notes: tuple[TurnNote, ...] = ()
