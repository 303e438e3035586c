"""A table to type into whose rows have an order: moved by a grip, or with Alt+Up and Alt+Down; Del removes one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHeaderView

from ui import icons, shortcuts, theme
from ui.widgets import draw
from ui.widgets.entry_table import Column, EntryTable

_STEPS = {"row_up": -1, "row_down": 1}


class _Grips(QHeaderView):
    """A grip before each row but the last, which is the one to type a new row into; as large as the text is."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.setFixedWidth(theme.px(32))
        self.setDefaultSectionSize(theme.px(40))
        self.setSectionsMovable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def paintSection(self, painter: QPainter, area: QRect, section: int) -> None:
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme.colour("line"))
        if section < self.count() - 1:
            icons.draw(painter, "grip-vertical", draw.centred(QRectF(area), theme.px(theme.ICON)), "ink3")


class OrderedTable(EntryTable):
    """`moved` carries the place of a row and the place it goes to; `removed` the place of a row."""

    moved = Signal(int, int)
    removed = Signal(int)

    def __init__(self, columns: Sequence[Column], spoken: str, *, least: int = 3) -> None:
        grips = _Grips()
        super().__init__(columns, spoken, least=least, beside=grips)
        grips.sectionMoved.connect(self._dropped)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self.currentIndex().row()
        verbs = shortcuts.verbs_of(event, writing=False)
        step = next((_STEPS[verb] for verb in verbs if verb in _STEPS), 0)
        if step:
            self._ask(at, at + step)
        elif event.key() == Qt.Key.Key_Delete and 0 <= at < self.rows.rowCount() - 1:
            self.removed.emit(at)
        else:
            super().keyPressEvent(event)

    def _dropped(self, _row: int, old: int, new: int) -> None:
        """The table's own order stays; whoever keeps the rows puts them into theirs."""
        grips = self.verticalHeader()
        grips.blockSignals(True)
        grips.moveSection(new, old)
        grips.blockSignals(False)
        self._ask(old, min(new, self.rows.rowCount() - 2))

    def _ask(self, at: int, to: int) -> None:
        last = self.rows.rowCount() - 2
        if at != to and 0 <= at <= last and 0 <= to <= last:
            self.moved.emit(at, to)
