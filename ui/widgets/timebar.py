"""Time used as a bar, for a desk that is too narrow for a ring."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent

from ui import theme
from ui.widgets import draw
from ui.widgets.spoken import Painted


class TimeBar(Painted):
    """A bar of `height` design pixels that fills as time is used; states as those of the clock."""

    def __init__(self, height: int = 8) -> None:
        super().__init__()
        self._part, self._state = 0.0, "running"
        self.setFixedHeight(theme.px(height))

    def show_time(self, part: float, state: str, spoken: str) -> None:
        """Show the part that is used (0 to 1), and say in words what it means."""
        if (part, state) != (self._part, self._state):
            self._part, self._state = part, state
            self.update()
        self.speak(spoken)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw.time_bar(
            QPainter(self),
            QRectF(self.rect()),
            1.0 if self._state == "over" else self._part,
            draw.CLOCK_TONES[self._state],
            from_right=self.isRightToLeft(),
        )
