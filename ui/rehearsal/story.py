"""What a story is: meetings told line by line, played by the rehearsal in its windows and by tests without any."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from coalmeet.meeting.events import Event, MeetingOpened
from coalmeet.meeting.journal import Move as Logged
from coalmeet.meeting.state import Meeting
from ui.rehearsal.beat import Beat

Move = Callable[..., tuple[Event, ...]]


class Table(Protocol):
    """Whoever holds the meeting: the live one behind the windows, or one of the tests that has none."""

    @property
    def meeting(self) -> Meeting:
        """The meeting as it stands."""

    @property
    def moves(self) -> tuple[Logged, ...]:
        """The log so far."""

    def do(self, move: Move, *args: Any, **kwargs: Any) -> object:
        """Make a move; what is refused changes nothing."""

    def take_back(self) -> object:
        """Take back the last move."""

    def restore(self) -> object:
        """Let it count again."""

    def correct(self, move_id: str, index: int, field: str, value: str | float) -> object:
        """Put one field of an earlier entry right."""

    def write_note(self, item_id: str, text: str) -> object:
        """Type into the notes of an item."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that somebody does, and how a script would say it.

    `minutes` go by before it; `picture` names the pictures taken afterwards; `inputs` counts keys or clicks.
    `refused` is a part of the sentence with which the program says no, "" where it agrees.
    """

    words: str
    act: Callable[[Table], object]
    minutes: float = 0.5
    picture: str = ""
    inputs: int = 1
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Sitting:
    """One meeting of a story: what it is opened with, and what happens."""

    opening: MeetingOpened
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """A name to call it by, a sentence that says what it shows, and its meetings, one after the other."""

    name: str
    about: str
    sittings: tuple[Sitting, ...]


def line(
    words: str,
    move: Move,
    *args: Any,
    minutes: float = 0.5,
    picture: str = "",
    inputs: int = 1,
    refused: str = "",
    **more: Any,
) -> Line:
    """A line in which the facilitator makes a move."""

    def act(table: Table) -> object:
        return table.do(move, *args, **more)

    return Line(words, act, minutes, picture, inputs, refused)


def beats(table: Table, lines: tuple[Line, ...]) -> Iterator[Beat]:
    """The lines as the player of a rehearsal takes them."""
    for one in lines:
        yield Beat(one.words, partial(one.act, table), one.minutes, one.picture, one.inputs)
