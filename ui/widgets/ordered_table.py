"""A table to type into whose rows have an order: moved by a grip, or with Alt+Up and Alt+Down; Del removes one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView

from ui import icons, shortcuts, theme
from ui.widgets.entry_table import Column, EntryModel, EntryTable

_STEPS = {"row_up": -1, "row_down": 1}


class _OrderedRows(EntryModel):
    """Rows with a grip before each but the last, which is the one to type a new row into."""

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            grip = role == Qt.ItemDataRole.DecorationRole and section < self.rowCount() - 1
            return icons.icon("grip-vertical", "ink3") if grip else None
        return super().headerData(section, orientation, role)


class OrderedTable(EntryTable):
    """`moved` carries the place of a row and the place it goes to; `removed` the place of a row."""

    moved = Signal(int, int)
    removed = Signal(int)

    def __init__(self, columns: Sequence[Column], spoken: str, *, least: int = 3) -> None:
        super().__init__(columns, spoken, least=least)
        grips = self.verticalHeader()
        grips.show()
        grips.setFixedWidth(theme.px(32))
        grips.setSectionsMovable(True)
        grips.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        grips.setCursor(Qt.CursorShape.OpenHandCursor)
        grips.sectionMoved.connect(self._dropped)

    def make_rows(self, columns: Sequence[Column], *, grows: bool) -> EntryModel:
        return _OrderedRows(columns, grows=grows)

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
