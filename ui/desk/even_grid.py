"""Buttons of equal rank side by side, and two by two where they do not fit in one row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QSizePolicy, QWidget

from ui import theme
from ui.desk.key_labels import PLAIN
from ui.widgets.buttons import Button, show_key, width_with


class EvenGrid(QWidget):
    """The number of columns follows the width; cells are as wide, or as wide as their words where room is scarce."""

    def __init__(self, widgets: Sequence[QWidget]) -> None:
        super().__init__()
        self._widgets = tuple(widgets)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(8))
        self._grid.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        for one in self._widgets:  # what a button would like never changes how wide its neighbours are
            one.setSizePolicy(QSizePolicy.Policy.Ignored, one.sizePolicy().verticalPolicy())
        self._columns = 0
        self._placed: tuple[QWidget, ...] = ()
        self._place(2)

    def minimumSizeHint(self) -> QSize:
        # Of one column: a row that once fitted must not keep the window from becoming narrow again.
        widest = max((one.minimumSizeHint().width() for one in self._shown()), default=0)
        return QSize(widest, self._grid.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _shown(self) -> tuple[QWidget, ...]:
        """The buttons that the charter knows here; the others leave no gap."""
        said = Qt.WidgetAttribute.WA_WState_ExplicitShowHide  # before the window is shown all count as hidden
        return tuple(one for one in self._widgets if not (one.isHidden() and one.testAttribute(said)))

    def _arrange(self) -> None:
        wanted = [_plain_width(one) for one in self._shown()]
        gap, count = self._grid.spacing(), len(wanted)
        if not count:
            return
        if sum(wanted) + gap * (count - 1) <= self.width():
            self._place(count, wanted if max(wanted) > (self.width() + gap) // count - gap else [])
        else:
            self._place(2 if 2 * max(wanted) + gap <= self.width() else 1)
        self._show_keys()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            if self._shown() != self._placed:
                self._arrange()
            self._show_keys()  # longer keys, while somebody writes, move nothing: all show theirs or none does
        return super().event(event)

    def _show_keys(self) -> None:
        wanted, gap = [one.sizeHint().width() for one in self._shown()], self._grid.spacing()
        if not wanted:
            return
        columns = self._columns
        whole = sum(wanted) if columns == len(wanted) else columns * max(wanted)
        fits = whole + gap * (columns - 1) <= self.width()
        for one in self._widgets:
            if isinstance(one, Button):
                show_key(one, on=fits)

    def _place(self, columns: int, least: Sequence[int] = ()) -> None:
        """Put the cells in so many columns, `least` logical pixels wide each."""
        for column in range(len(self._widgets)):
            self._grid.setColumnMinimumWidth(column, least[column] if least else 0)
        shown = self._shown()
        if columns == self._columns and shown == self._placed:
            return
        self._columns, self._placed = columns, shown
        for at, one in enumerate(shown):
            self._grid.addWidget(one, at // columns, at % columns)
        for column in range(len(self._widgets)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


def _plain_width(one: QWidget) -> int:
    """What a cell would like while nobody writes: its longer keys of now must not put it into another row."""
    plain = one.property(PLAIN)
    return width_with(one, plain) if isinstance(one, Button) and plain is not None else one.sizeHint().width()
