"""What is seen while an item is dragged: its title in a chip beside the pointer, and a line where it would land."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView

from ui import theme
from ui.widgets import draw, painted_text

BESIDE = QPoint(-14, -10)  # the chip stands beside the pointer, where it hides no line
_WIDEST, _THICK = 280, 4


def chip(title: str, ratio: float, *, backwards: bool) -> QPixmap:
    """The title as a picture; `ratio` is the screen's pixels for each of ours."""
    font = theme.font(15, theme.STRONG)
    wide = min(QFontMetrics(font).horizontalAdvance(title) + theme.px(28), theme.px(_WIDEST))
    size = QSize(wide, theme.px(36))
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = QRectF(0, 0, size.width(), size.height())
    draw.capsule(painter, area.adjusted(1, 1, -1, -1), "surface", "accent", theme.px(theme.RADIUS_BUTTON))
    inner = area.adjusted(theme.px(12), 0, -theme.px(12), 0)
    painted_text.write(painter, inner, title, font, "ink", backwards=backwards)
    painter.end()
    return picture


def landing(view: QAbstractItemView, at: QPoint) -> int:
    """The place before which something dropped at this point of the view lands; the number of rows for the end."""
    index = view.indexAt(at)
    if not index.isValid():
        return view.model().rowCount()
    return index.row() + (at.y() >= view.visualRect(index).center().y())


def paint_landing(view: QAbstractItemView, place: int) -> None:
    """Paint the line before this place; from a paintEvent of the view."""
    last = place == view.model().rowCount()
    row = view.visualRect(view.model().index(place - last, 0))
    thick = theme.px(_THICK)
    middle = row.bottom() + 1 if last else row.top()
    top = min(max(middle - thick // 2, 0), view.viewport().height() - thick)
    painter = QPainter(view.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = QRect(row.left() + theme.px(6), top, row.width() - theme.px(12), thick)
    draw.capsule(painter, QRectF(line), "accent", "", thick / 2)
    painter.end()
