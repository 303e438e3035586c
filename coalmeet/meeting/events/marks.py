"""What is said about earlier moves: taken back, restored, corrected; and what this program does not know."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The last effective move was taken back."""

    move: str


@dataclass(frozen=True, slots=True)
class Restored:
    """A move that had been taken back counts again."""

    move: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """One field of an event in an earlier move was put right in place; `index` counts that move's events
    from 0.
    """

    move: str
    index: int
    field: str
    text: str = ""
    number: float = 0


@dataclass(frozen=True, slots=True)
class Unknown:
    """An event that a newer program wrote: kept as it came, it changes nothing here."""

    kind: str
    data: str
