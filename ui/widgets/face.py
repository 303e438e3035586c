"""A voice as a disc with initials or a sign: a state of a turn (heard, now, …) or an answer."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent

from ui import theme
from ui.widgets import draw
from ui.widgets.spoken import Painted


def initials(name: str) -> str:
    """At most two letters that stand for a name of any script."""
    words = [word for word in name.replace("-", " ").split() if word[0].isalnum()]
    if len(words) > 1:
        return (words[0][0] + words[-1][0]).upper()
    return words[0][:2].upper() if words else ""


class Face(Painted):
    """`spoken` says whose face it is and how they stand, because the disc alone says it to eyes only."""

    def __init__(self, letters: str, state: str = "waiting", diameter: int = 40, spoken: str = "") -> None:
        super().__init__()
        self._letters, self._state, self._diameter = letters, state, diameter
        self.setFixedSize(theme.px(diameter), theme.px(diameter))
        self.speak(spoken)

    def show_state(self, state: str, spoken: str = "") -> None:
        """Show how the voice stands now."""
        self.speak(spoken)
        if state != self._state:
            self._state = state
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        draw.face(QPainter(self), QRectF(self.rect()), self._letters, self._state)
