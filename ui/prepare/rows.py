"""The agenda as a list: its model, and how a row looks. One row each item, painted, so that 500 stay quick."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal

from coalmeet.coalition.plan import PlannedItem
from coalmeet.meeting import words
from coalmeet.text import _

Index = QModelIndex | QPersistentModelIndex
_MIME = "application/x-coalmeet-item"


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One item as the list shows it; `number` is 0 for a break, `late` says that it begins after the end."""

    item: PlannedItem
    start: str
    number: int
    late: bool = False

    @property
    def title(self) -> str:
        """Its title, or the usual one of a built-in item, or what to say while it has none."""
        return self.item.title or words.built_in(self.item.built_in) or _("No title yet")

    @property
    def asks(self) -> str:
        """What the row still asks for, "" when nothing: the first of label, outcome, timebox."""
        if self.item.minutes is None:
            return _("No timebox yet")
        if self.item.built_in:
            return ""
        if not self.item.label:
            return _("No label yet")
        return "" if self.item.desired_outcome else _("No outcome yet")


class AgendaModel(QAbstractListModel):
    """`moved` carries an item's id and the place it was dropped at."""

    moved = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[AgendaRow, ...] = ()

    def show_rows(self, rows: Sequence[AgendaRow]) -> None:
        """Replace all rows; when only their contents changed, the view keeps its place."""
        same = [row.item.id for row in rows] == [row.item.id for row in self.rows]
        if not same:
            self.beginResetModel()
        self.rows = tuple(rows)
        if not same:
            self.endResetModel()
        elif self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def place(self, item: str) -> int:
        """The row of an item, -1 when it is not there."""
        return next((at for at, row in enumerate(self.rows) if row.item.id == item), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(_MIME, self.rows[indexes[0].row()].item.id.encode())
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        item = bytes(data.data(_MIME).data()).decode()
        at = self.place(item)
        to = row if row >= 0 else parent.row() if parent.isValid() else len(self.rows)
        if at >= 0:
            self.moved.emit(item, to - 1 if to > at else to)
        return False  # the file moves it; the view shows what the file then says


def spoken(row: AgendaRow) -> str:
    """What a screen reader hears of a row."""
    item = row.item
    parts = [row.start, words.label(item.label), row.title]
    if item.minutes is not None:
        parts.append(_("{minutes} minutes").format(minutes=item.minutes))
    parts += [row.asks or item.desired_outcome, ", ".join(item.presenters)]
    return ", ".join(part for part in parts if part)
