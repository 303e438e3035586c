"""A beat of a rehearsal: what happens next, how long it takes in the meeting, and how many inputs it costs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ui.live import LiveMeeting


@dataclass(frozen=True, slots=True)
class Beat:
    """`minutes` go by before `act` is done; `picture` names the pictures that are taken afterwards, "" for none.

    `inputs` counts the keys or clicks that the facilitator makes for it, typing of notes aside.
    """

    words: str
    act: Callable[[], object]
    minutes: float = 0.0
    picture: str = ""
    inputs: int = 1


Part = Callable[[LiveMeeting], Iterator[Beat]]


def nothing() -> None:
    """A beat in which only time goes by."""
