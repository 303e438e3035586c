"""A table to type into, as on paper: a last empty row is always there, Tab goes on to the next cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui import theme
from ui.widgets import lines
from ui.widgets.fields import Choice, paint_tick
from ui.widgets.headings import Headings, fair_widths, inset
from ui.widgets.texts import NamesLine

Index = QModelIndex | QPersistentModelIndex
TICKED = "yes"
_AROUND = 4  # design pixels above and below the words of a cell


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, how much of the width it takes, and what may stand in it.

    `choices` are codes and their words; `tick` makes it a box with a tick, `fixed` a text nobody changes; `empty` is
    what an empty cell means, in a row in which something stands. `names` says that names of people stand in it: they
    are completed from those that the table knows.
    """

    heading: str
    share: int = 1
    choices: tuple[tuple[str, str], ...] = field(default=())
    tick: bool = False
    fixed: bool = False
    empty: str = ""
    names: bool = False


class EntryModel(QAbstractTableModel):
    """Rows of texts (codes for choices, TICKED for ticks)."""

    edited = Signal()

    def __init__(self, columns: Sequence[Column], *, grows: bool) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._grows = grows
        self._rows: list[list[str]] = []
        self.known: tuple[str, ...] = ()  # names to complete from
        self.show_rows(())

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._rows = [list(row) for row in rows]
        if self._grows:
            self._rows.append(self._blank())
        self.endResetModel()

    def rows(self, *, whole: bool = False) -> list[tuple[str, ...]]:
        """The rows in which something was typed, or the `whole` table with the rows that are empty."""
        rows = [tuple(cell.strip() for cell in row) for row in self._rows]
        return rows if whole else [row for row in rows if any(row)]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].heading
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column, cell = self.columns[index.column()], self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.EditRole and not column.tick:
            return cell
        if role == Qt.ItemDataRole.DisplayRole and not column.tick:
            typed = any(self._rows[index.row()])
            return dict(column.choices).get(cell, cell) or (column.empty if typed else "")
        if role == Qt.ItemDataRole.ForegroundRole and column.empty and not cell:
            return theme.colour("ink2")
        if role == Qt.ItemDataRole.CheckStateRole and column.tick:
            return Qt.CheckState.Checked if cell == TICKED else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole and column.tick:
            return column.heading
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role == Qt.ItemDataRole.CheckStateRole:
            value = TICKED if Qt.CheckState(value) == Qt.CheckState.Checked else ""
        if self._rows[index.row()][index.column()] == value:
            return False
        self._rows[index.row()][index.column()] = str(value)
        self.dataChanged.emit(index, index)
        if self._grows and any(cell.strip() for cell in self._rows[-1]):
            end = len(self._rows)
            self.beginInsertRows(QModelIndex(), end, end)
            self._rows.append(self._blank())
            self.endInsertRows()
        self.edited.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        column = self.columns[index.column()]
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if column.tick:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags if column.fixed else flags | Qt.ItemFlag.ItemIsEditable

    def _blank(self) -> list[str]:
        return ["" for _column in self.columns]


class _Editors(QStyledItemDelegate):
    """A list of choices where there are some, a line of text elsewhere."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not (isinstance(model, EntryModel) and model.columns[index.column()].tick):
            super().paint(painter, option, index)
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour("accent_soft"))
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        side = theme.px(20)
        backwards = option.direction == Qt.LayoutDirection.RightToLeft
        left = option.rect.right() + 1 - side - inset() if backwards else option.rect.left() + inset()
        paint_tick(
            painter, QRectF(left, option.rect.center().y() - side / 2, side, side), on=on, focused=False
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its words are in the column as it is now: Qt reckons with more room than it paints in."""
        hint = super().sizeHint(option, index)
        room = self._table.columnWidth(index.column()) - 2 * inset() - 2
        found = lines.wrap(str(index.data() or ""), option.font, room)
        needed = int(len(found) * lines.line_height(option.font)) + 2 * theme.px(_AROUND)
        return QSize(hint.width(), max(hint.height(), needed))

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        clicked = event.type() == QEvent.Type.MouseButtonRelease
        pressed = (
            isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Space
            and event.type() == QEvent.Type.KeyPress
        )
        if not (
            isinstance(model, EntryModel) and model.columns[index.column()].tick and (clicked or pressed)
        ):
            return super().editorEvent(event, model, option, index)
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        return model.setData(
            index, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole
        )

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        column = model.columns[index.column()] if isinstance(model, EntryModel) else Column("")
        if column.names and isinstance(model, EntryModel):
            line = NamesLine()
            line.setParent(parent)
            line.know(model.known)
            return line
        choices = column.choices
        if not choices:
            return super().createEditor(parent, option, index)
        box = Choice(parent)
        for code, word in choices:
            box.addItem(word, code)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, Choice):
            editor.setCurrentIndex(max(0, editor.findData(index.data(Qt.ItemDataRole.EditRole))))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, Choice):
            model.setData(index, editor.currentData())
        else:
            super().setModelData(editor, model, index)


def _words_of(column: Column) -> str:
    """All that a column is sure to show: none of these words is cut."""
    return " ".join((column.heading, column.empty, *(word for _code, word in column.choices)))


class EntryTable(QTableView):
    """The table as a widget; it is as high as its rows, so that a page scrolls as a whole."""

    def __init__(
        self,
        columns: Sequence[Column],
        spoken: str,
        *,
        grows: bool = True,
        least: int = 3,
        beside: QHeaderView | None = None,
    ) -> None:
        """`beside` stands before the rows; a table as such has nothing there."""
        super().__init__()
        self.rows = EntryModel(columns, grows=grows)
        self._least = least
        if beside is not None:
            self.setVerticalHeader(beside)
        else:
            self.verticalHeader().hide()
        self.setModel(self.rows)
        self.setItemDelegate(_Editors(self))
        self.setAccessibleName(spoken)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setShowGrid(True)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self._headings = Headings()
        self.setHorizontalHeader(self._headings)
        self.verticalHeader().setDefaultSectionSize(theme.px(40))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self._had_keys = False
        self.rows.modelAboutToBeReset.connect(self._remember_keys)
        self.rows.modelReset.connect(self._keep_keys)
        for signal in (self.rows.modelReset, self.rows.rowsInserted, self.rows.dataChanged):
            signal.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._share_width()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes with the keyboard sees in which cell they are."""
        super().focusInEvent(event)
        if not self.selectedIndexes():
            self.setCurrentIndex(self.rows.index(max(0, self.currentIndex().row()), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if (
            event.key() == Qt.Key.Key_Delete
            and index.isValid()
            and self.rows.flags(index) & Qt.ItemFlag.ItemIsEditable
        ):
            self.rows.setData(index, "")
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            self.edit(index)
        else:
            super().keyPressEvent(event)

    def _remember_keys(self) -> None:
        focus = QApplication.focusWidget()
        self._had_keys = focus is not None and (focus is self or self.isAncestorOf(focus))

    def _keep_keys(self) -> None:
        """A cell that was just typed goes away with the old rows: the keys stay in the table, and go nowhere else."""
        if self._had_keys:
            self.setFocus()

    def _share_width(self) -> None:
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns = self.rows.columns
        least = [self._headings.least_width(_words_of(column)) for column in columns]
        widths = fair_widths(self.viewport().width(), [column.share for column in columns], least)
        for at, width in enumerate(widths):
            header.resizeSection(at, width)
        header.updateGeometry()
        self._fit()

    def _fit(self) -> None:
        self.resizeRowsToContents()
        least = theme.px(40)
        for at in range(self.rows.rowCount()):
            self.setRowHeight(at, max(least, self.rowHeight(at)))
        rows = sum(self.rowHeight(at) for at in range(self.rows.rowCount()))
        rows = max(rows, least * self._least)
        self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + 2)
