"""Buttons of equal rank side by side, and two by two where they do not fit in one row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from ui import theme


class EvenGrid(QWidget):
    """All cells are as wide; the number of columns follows the width."""

    def __init__(self, widgets: Sequence[QWidget]) -> None:
        super().__init__()
        self._widgets = tuple(widgets)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(8))
        self._grid.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._columns = 0
        self._place(2)

    def minimumSizeHint(self) -> QSize:
        # Of one column: a row that once fitted must not keep the window from becoming narrow again.
        widest = max(one.minimumSizeHint().width() for one in self._widgets)
        return QSize(widest, self._grid.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = max(one.sizeHint().width() for one in self._widgets) + self._grid.spacing()
        fits = max(1, (self.width() + self._grid.spacing()) // max(1, needed))
        count = len(self._widgets)
        self._place(count if fits >= count else 2 if fits >= 2 else 1)

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at, one in enumerate(self._widgets):
            self._grid.addWidget(one, at // columns, at % columns)
        for column in range(len(self._widgets)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
