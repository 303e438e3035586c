"""Turns to facilitate and to take notes, as they were: what the rotation reckons its credit from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

Wish = Literal[
    "skip", "skip_next", "swap", "coming", "coming_next", "away_next", "not_facilitating", "stand_in"
]
WISHES: tuple[Wish, ...] = get_args(Wish)
Role = Literal["facilitator", "note_taker"]  # what turns go around for; each has an account of its own
ROLES: tuple[Role, ...] = get_args(Role)
OF_ANY_ROLE: tuple[Wish, ...] = (
    "coming",
    "coming_next",
    "away_next",
)  # said of the organisation, not of a role


@dataclass(frozen=True, slots=True)
class TurnNote:
    """Something said about a turn: skipped, swapped with `other`, "we will come", "we do not facilitate", or why
    somebody else stands in.

    `meeting` is the one that it was said for, "" when it holds until taken back. Only "skip_next", "coming_next" and
    "away_next" name the meeting at whose close it was said: the one that it is for, whichever comes next, may not be
    planned yet. `role` is what it was said of; "not_facilitating" said of taking notes is "we do not take notes".
    """

    id: str
    meeting: str
    organisation: str
    wish: Wish
    other: str = ""
    reason: str = ""
    role: Role = "facilitator"


@dataclass(frozen=True, slots=True)
class Turn:
    """Who could and who did facilitate and take notes at one meeting, by organisation ids.

    `present` are the member organisations that came, `planned` and `actual` whose turn it was and who did it
    ("" when not known); they differ for a stand-in, whose `reason` is kept. `prepared` is the organisation
    that prepared. `to_note` and `noted` are whose turn to take notes it was and who did. `busy` had something else to
    do there, and earns nothing for what it could not do.
    """

    meeting: str
    date: date
    present: tuple[str, ...]
    planned: str = ""
    actual: str = ""
    reason: str = ""
    prepared: str = ""
    notes: tuple[TurnNote, ...] = ()
    to_note: str = ""
    noted: str = ""
    busy: tuple[str, ...] = ()
