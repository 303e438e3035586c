"""A meeting as a line of the list: enough to recognise it and to know what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

State = Literal["planned", "running", "closed"]
Source = Literal["live", "imported", "paper"]
SOURCES: tuple[Source, ...] = get_args(Source)


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One line. `state` follows from what the file holds: a log without a record runs, a record closes.

    `start` is "HH:MM" or ""; `minutes` the planned length or None; `facilitators` are names.
    """

    id: str
    date: date
    title: str
    start: str
    minutes: int | None
    place: str
    link: str
    coalition: str
    state: State
    source: Source
    facilitators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sat:
    """One stretch in which a meeting sat: `start` and `end` as "HH:MM" or "". `day` is its ISO date where the meeting
    went on another day, else "": then it is the meeting's own.
    """

    day: str
    start: str
    end: str
