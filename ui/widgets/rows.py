"""A list of rows, a title over a line below it, that stays quick with thousands: only what is seen is painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QScrollArea, QWidget

from ui.widgets.row_painter import RowPainter

_Index = QModelIndex | QPersistentModelIndex
_CERTAIN = 200  # rows that fit on no screen


@dataclass(frozen=True, slots=True)
class Row:
    """One row: icon, title (two lines where it is long), a line below it (`state` stands out in `tone`).

    At its end stand words, or an `action`: what opening the row does, which looks as a button does.
    """

    key: str
    title: str
    below: str = ""
    icon: str = ""
    end: str = ""
    state: str = ""
    tone: str = "accent"
    spoken: str = ""
    action: str = ""


class RowModel(QAbstractListModel):
    """The rows as a Qt model; screen readers hear `spoken`, or the texts of the row."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken or ", ".join(
                part for part in (row.title, row.state, row.below, row.end, row.action) if part
            )
        return None


class RowList(QListView):
    """`chosen` tells the key of the current row, `opened` of the one double-clicked or entered."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, spoken: str = "", *, most: int = 2, names: bool = False) -> None:
        """`most` lines for a title; `names`: the titles are names, and of a long one the end is shown too."""
        super().__init__()
        self._model = RowModel()
        self.setModel(self._model)
        self.setItemDelegate(RowPainter(self, most, names=names))
        self.setResizeMode(QListView.ResizeMode.Adjust)  # a title may need its second line no more
        self.setMouseTracking(True)
        self.setAccessibleName(spoken)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._is_whole = False
        self.selectionModel().currentChanged.connect(self._tell_chosen)
        self.activated.connect(self._tell_opened)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the one that was current stays so if it is still there."""
        key = self.current()
        self._keep_bar(len(rows))
        self._model.show_rows(rows)
        self.choose(key)
        self._fit_rows()

    def show_whole(self) -> None:
        """From now on it is as high as its rows: what it stands in scrolls, and the list itself does not."""
        self._is_whole = True
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fit_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rows()

    def current(self) -> str:
        """The key of the current row; "" for none."""
        at = self.currentIndex().row()
        return self._model.rows[at].key if 0 <= at < len(self._model.rows) else ""

    def choose(self, key: str) -> None:
        """Make the row with this key the current one, if there is one."""
        for at, row in enumerate(self._model.rows):
            if row.key == key:
                self.setCurrentIndex(self._model.index(at))
                return

    def whole_height(self) -> int:
        """Logical pixels that all rows need, for a list that does not scroll."""
        return sum(max(0, self.sizeHintForRow(at)) for at in range(len(self._model.rows)))

    def _keep_bar(self, count: int) -> None:
        """Where a bar is certain it is there from the beginning: all rows would be measured again beside it."""
        policy = Qt.ScrollBarPolicy
        if self.verticalScrollBarPolicy() != policy.ScrollBarAlwaysOff:
            many = count > _CERTAIN
            self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if many else policy.ScrollBarAsNeeded)

    def _fit_rows(self) -> None:
        high = max(1, self.whole_height())
        if self._is_whole and high != self.height():
            self.setFixedHeight(high)

    def _show_row(self, index: QModelIndex) -> None:
        """Where something around the list scrolls, that shows the row."""
        around: QWidget | None = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        inside = around.widget() if isinstance(around, QScrollArea) else None
        if isinstance(around, QScrollArea) and inside is not None:
            row = self.visualRect(index)
            at = self.viewport().mapTo(inside, row.center())
            around.ensureVisible(at.x(), at.y(), 0, row.height() // 2 + 2)

    def _tell_chosen(self, index: QModelIndex) -> None:
        if index.isValid() and self._is_whole and self.hasFocus():
            self._show_row(index)
        if index.isValid():
            self.chosen.emit(self._model.rows[index.row()].key)

    def _tell_opened(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.rows[index.row()].key)
