"""The headings of a table: whole words, on two lines where a column is narrow."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QHeaderView

from ui import theme
from ui.widgets import lines, painted_text

_ROOM, _MOST = 8, 2
_FRAME = 3  # logical pixels that Qt leaves around the text of a cell, whatever the text size


def inset() -> int:
    """Logical pixels from the side of a column to where its words begin, in its heading and in its cells."""
    return theme.px(_ROOM) + _FRAME


class Headings(QHeaderView):
    """The horizontal header of a table."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)

    def least_width(self, words_in: str) -> int:
        """Logical pixels that a column needs for the longest of these words."""
        words = lines.one_line(words_in).split()
        return int(max((lines.width_of(word, _font()) for word in words), default=0)) + 2 * inset() + 2

    def sizeHint(self) -> QSize:
        count = max((len(self._lines(at)) for at in range(self.count())), default=1)
        return QSize(0, int(count * lines.line_height(_font())) + 2 * theme.px(_ROOM))

    def paintSection(self, painter: QPainter, area: QRect, section: int) -> None:
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme.colour("line"))
        found, high = self._lines(section), lines.line_height(_font())
        top = area.top() + (area.height() - high * len(found)) / 2
        for at, words in enumerate(found):
            line = QRectF(area.left() + inset(), top + at * high, area.width() - 2 * inset(), high)
            painted_text.write(painter, line, words, _font(), "ink2", backwards=self.isRightToLeft())

    def _lines(self, section: int) -> tuple[str, ...]:
        words = str(self.model().headerData(section, self.orientation()) or "") if self.model() else ""
        return lines.wrap(words, _font(), self.sectionSize(section) - 2 * inset(), _MOST)


def fair_widths(room: int, shares: list[int], least: list[int]) -> list[int]:
    """The widths of columns that share `room`: by their shares, but each as wide as it needs at least.

    Where there is not even room for what all need, each gives a part of it.
    """
    if sum(least) >= room:
        return [room * one // max(1, sum(least)) for one in least]
    widths = [0] * len(shares)
    open_ones = set(range(len(shares)))
    while open_ones:
        left = room - sum(widths[at] for at in range(len(shares)) if at not in open_ones)
        whole = sum(shares[at] for at in open_ones)
        small = {at for at in open_ones if left * shares[at] // whole < least[at]}
        for at in small or open_ones:
            widths[at] = least[at] if small else left * shares[at] // whole
        open_ones = open_ones - small if small else set()
    return widths


def _font() -> QFont:
    return theme.font(theme.BODY, theme.STRONG)
