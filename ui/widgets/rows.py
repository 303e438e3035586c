"""A list of two-line rows that stays quick with thousands: equal heights, only what is seen is painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import icons, theme
from ui.widgets import draw, lines

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """One row: icon, title, a line below it (`state` stands out in `tone`), words at the end."""

    key: str
    title: str
    below: str = ""
    icon: str = ""
    end: str = ""
    state: str = ""
    tone: str = "accent"
    spoken: str = ""


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
                part for part in (row.title, row.state, row.below, row.end) if part
            )
        return None


class RowList(QListView):
    """`chosen` tells the key of the current row, `opened` of the one double-clicked or entered."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, spoken: str = "") -> None:
        super().__init__()
        self._model = RowModel()
        self.setModel(self._model)
        self.setItemDelegate(_RowPainter(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setAccessibleName(spoken)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._tell_chosen)
        self.activated.connect(self._tell_opened)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the one that was current stays so if it is still there."""
        key = self.current()
        self._model.show_rows(rows)
        self.choose(key)

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

    def _tell_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._model.rows[index.row()].key)

    def _tell_opened(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.rows[index.row()].key)


class _RowPainter(QStyledItemDelegate):
    """Paints a row: icon, title and line below, words at the end, tint for the chosen one."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(theme.px(200), theme.px(60))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        if not isinstance(model, RowModel):
            return
        row = model.rows[index.row()]
        area = QRectF(option.rect).adjusted(1, 1, -1, -1)
        state = option.state
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._paint_ground(painter, area, state)
        backwards = option.direction == Qt.LayoutDirection.RightToLeft
        self._paint_row(painter, area.toRect(), row, backwards)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRectF, state: QStyle.StateFlag) -> None:
        radius = theme.px(theme.RADIUS_ROW)
        if state & QStyle.StateFlag.State_Selected:
            draw.capsule(painter, area, "accent_soft", "", radius)
        elif state & QStyle.StateFlag.State_MouseOver:
            draw.capsule(painter, area, "sunk", "", radius)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("ink"), 2))
            painter.drawRoundedRect(area, radius, radius)

    def _paint_row(self, painter: QPainter, area: QRect, row: Row, backwards: bool) -> None:
        room, side = theme.px(16), theme.px(20)
        left, right = area.left() + room, area.right() - room
        if row.icon:
            at = right - side if backwards else left
            icons.draw(painter, row.icon, QRectF(at, area.top() + theme.px(12), side, side), row.tone)
            left, right = (left, right - side - room) if backwards else (left + side + room, right)
        if row.end:
            wide = int(lines.width_of(row.end, theme.font(theme.META))) + 2
            box = QRect(left if backwards else right - wide, area.top(), wide, area.height())
            _text(painter, box, row.end, theme.font(theme.META), "ink2", not backwards)
            left, right = (left + wide + room, right) if backwards else (left, right - wide - room)
        half = area.height() // 2
        _text(
            painter,
            QRect(left, area.top() + 5, right - left, half - 3),
            row.title,
            theme.font(theme.BODY, theme.MEDIUM),
            "ink",
            backwards,
        )
        below = QRect(left, area.top() + half, right - left, half - 6)
        if row.state:
            font = theme.font(theme.META, theme.STRONG)
            _text(painter, below, row.state, font, row.tone, backwards)
            wide = int(lines.width_of(row.state, font)) + theme.px(12)
            below = below.adjusted(0, 0, -wide, 0) if backwards else below.adjusted(wide, 0, 0, 0)
        _text(painter, below, row.below, theme.font(theme.META), "ink2", backwards)


def _text(painter: QPainter, area: QRect, text: str, font: QFont, tone: str, to_right: bool) -> None:
    painter.setFont(font)
    painter.setPen(theme.colour(tone))
    side = Qt.AlignmentFlag.AlignRight if to_right else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    painter.drawText(area, int(flags), lines.elided(text, font, area.width()))
