"""The clock as a ring with its digits and caption; shape, sign and word say how it stands."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from coalmeet.text import _
from ui import theme
from ui.widgets import draw, lines
from ui.widgets.spoken import Painted


class Ring(Painted):
    """A ring of `diameter` design pixels; states: running, last minute, over, paused, open."""

    def __init__(self, diameter: int = 160) -> None:
        super().__init__()
        self._part, self._digits, self._caption, self._state = 0.0, "", "", "running"
        self.setFixedSize(theme.px(diameter), theme.px(diameter))

    def show_time(self, part: float, digits: str, caption: str, state: str) -> None:
        """Show the part that is left (0 to 1), digits such as 14:32 or +2:10, and what they mean."""
        if (part, digits, caption, state) != (self._part, self._digits, self._caption, self._state):
            self._part, self._digits, self._caption, self._state = part, digits, caption, state
            self.speak(_("{time} {meaning}").format(time=digits, meaning=caption))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, area = QPainter(self), QRectF(self.rect())
        painter.setLayoutDirection(self.layoutDirection())
        draw.ring(painter, area, self._part, self._state)
        paint_time(painter, area, self._digits, self._caption, self._state, least=theme.px(theme.LEAST_TEXT))


def paint_time(
    painter: QPainter, area: QRectF, digits: str, caption: str, state: str, *, least: float
) -> None:
    """Digits in the middle of a ring, with the caption below them where it fits, not smaller than `least`."""
    side, below = area.width(), max(least, area.width() * 0.056)
    size, room = side * 0.25, side * 0.72
    with_caption = (
        bool(caption) and lines.width_of(caption, theme.drawn_font(below, theme.MEDIUM)) < side * 0.62
    )
    while lines.width_of(digits, theme.drawn_font(size, theme.STRONG, tabular=True)) > room:
        size *= 0.94
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.setFont(theme.drawn_font(size, theme.STRONG, tabular=True))
    painter.setPen(theme.colour("ink" if state in {"running", "open"} else draw.CLOCK_TONES[state]))
    painter.drawText(
        area.translated(0, -side * 0.045 if with_caption else 0), Qt.AlignmentFlag.AlignCenter, digits
    )
    if with_caption:
        painter.setFont(theme.drawn_font(below, theme.MEDIUM))
        painter.setPen(theme.colour("ink2"))
        painter.drawText(
            area.adjusted(side * 0.12, side * 0.31, -side * 0.12, 0), Qt.AlignmentFlag.AlignCenter, caption
        )
