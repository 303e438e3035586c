"""Carries the moves of one part of the desk to the meeting, and brings a refusal back to where it happened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui.widgets.refusal import RefusalLine, Way

if TYPE_CHECKING:
    from ui.live import LiveMeeting


class Hands(QObject):
    """`said` is the sentence of a refusal, or "" as soon as something works."""

    said = Signal(str)

    def __init__(self, live: LiveMeeting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.live = live
        self._acting = False
        self._sentence = ""
        self._deed: Callable[[], Any] = _nothing
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
        self._acting, self._sentence, self._deed = True, "", deed
        try:
            deed()
        finally:
            self._acting = False
        self.said.emit(self._sentence)
        return not self._sentence

    def speak_through(self, line: RefusalLine) -> None:
        """Let the line say what is refused here; where only saving failed, with the ways out."""
        self.said.connect(lambda sentence: line.say(sentence, *(self.ways_out() if sentence else ())))

    def ways_out(self) -> tuple[Way, ...]:
        """What can be done when something could not be saved; nothing else has a way out here."""
        if not self.live.is_unsaved:
            return ()
        again, rescue = _("Try again"), _("Save a rescue copy")
        return ((again, lambda: self.act(self._deed)), (rescue, self.live.rescue_wanted.emit))

    def _hear(self, sentence: str) -> None:
        if self._acting:
            self._sentence = sentence


def _nothing() -> None:
    pass
