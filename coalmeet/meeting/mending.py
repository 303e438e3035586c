"""What was not as planned, and what was put right afterwards, as a meeting keeps them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AgendaChange:
    """Something about the agenda that was not as planned; kind names it, the words are made when shown."""

    at: int
    kind: str
    item: str
    other: str = ""
    minutes: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Mending:
    """An entry that was corrected afterwards; `at` is the wall time at which it had been made, `noted` that of the
    correction.
    """

    move: str
    kind: str
    field: str
    before: str
    after: str
    about: str = ""
    at: int = 0
    noted: int = 0
