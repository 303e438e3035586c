"""Parts beside each other, or below each other where the room is narrow."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui import theme
from ui.widgets.layouts import row


class Turning(QWidget):
    """`least` design pixels are wide enough for all beside each other; each part comes with its share."""

    def __init__(self, least: int, *parts: tuple[QWidget, int], gap: int = 12) -> None:
        super().__init__()
        self._least = least
        self._row = row(*parts, gap=gap)
        self.setLayout(self._row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(across if self.width() >= theme.px(self._least) else down)
