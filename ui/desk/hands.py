"""Carries the moves of one part of the desk to the meeting, and brings a refusal back to where it happened."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, update_wrapper
from inspect import CO_VARARGS
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui.widgets.refusal import RefusalLine, Way

if TYPE_CHECKING:
    from ui.live import LiveMeeting

P = ParamSpec("P")
T = TypeVar("T")


class Hands(QObject):
    """`said` is the sentence of a refusal, or "" as soon as something works."""

    said = Signal(str)

    def __init__(self, live: LiveMeeting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.live = live
        self._acting = False
        self._sentence = ""
        self._deed: Callable[[], Any] = _nothing
        self._gesture: Callable[[], Any] | None = None
        live.refused.connect(self._hear)

    @property
    def meeting(self) -> Meeting:
        """The meeting as it stands."""
        return self.live.meeting

    @property
    def on_the_table(self) -> Proposal | None:
        """The proposal that the running item is working on."""
        current = self.meeting.current
        return self.meeting.live_proposal(current.id) if current else None

    def do(self, move: Callable[..., Any], *what: Any, **how: Any) -> bool:
        """Make a move; False when it was refused, and then `said` has told why."""
        return self.act(lambda: self.live.do(move, *what, **how))

    def act(self, deed: Callable[[], Any]) -> bool:
        """Do anything that the meeting may refuse: take back, restore, correct."""
        self._acting, self._sentence = True, ""
        self._deed = self._gesture or partial(self.act, deed)
        try:
            deed()
        finally:
            self._acting = False
        self.said.emit(self._sentence)
        return not self._sentence

    def in_one(self, does: Callable[[], T]) -> T:
        """Do all of it as one gesture; see `gesture`."""
        outer, self._gesture = self._gesture, self._gesture or partial(self.in_one, does)
        try:
            return does()
        finally:
            self._gesture = outer

    def speak_through(self, line: RefusalLine) -> None:
        """Let the line say what is refused here; where only saving failed, with the ways out."""
        self.said.connect(lambda sentence: line.say(sentence, *(self.ways_out() if sentence else ())))

    def ways_out(self) -> tuple[Way, ...]:
        """What can be done when something could not be saved; nothing else has a way out here."""
        if not self.live.is_unsaved:
            return ()
        again, rescue = _("Try again"), _("Save a rescue copy")
        return ((again, self._deed), (rescue, self.live.rescue_wanted.emit))

    def repeat(self) -> None:
        """Do once more what could not be saved last."""
        self._deed()

    def _hear(self, sentence: str) -> None:
        if self._acting:
            self._sentence = sentence


def _nothing() -> None:
    pass


class HasHands(Protocol):
    """A tool, a card, or a part of one."""

    hands: Hands


S = TypeVar("S", bound=HasHands)


def gesture(does: Callable[Concatenate[S, P], T]) -> Callable[Concatenate[S, P], T]:
    """What a person does in one stroke: could it not be saved, "Try again" does all of it, with what follows from it.

    Moves without anything that follows need no mark.
    """
    code = does.__code__
    # A button tells its slot more than it asked for.
    most = None if code.co_flags & CO_VARARGS else code.co_argcount - 1

    def in_one(self: S, /, *args: P.args, **kwargs: P.kwargs) -> T:
        asked: Any = args[:most]
        return self.hands.in_one(lambda: does(self, *asked, **kwargs))

    return update_wrapper(in_one, does)
