"""Moves the focus along rows with the arrow keys, and shows where it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui import theme


def step_focus(rows: Sequence[QWidget], step: int) -> None:
    """Give the focus to the next row (1) or the one before (-1); to the first if none has it."""
    seen = [row for row in rows if row.isVisible()]
    if not seen:
        return
    at = next((number for number, row in enumerate(seen) if row.hasFocus()), -1 if step > 0 else 0)
    seen[(at + step) % len(seen)].setFocus()


def paint_focus(widget: QWidget, radius: float) -> None:
    """The ring around a row that has the focus; the row's own box leaves two pixels for it."""
    if widget.hasFocus():
        painter = QPainter(widget)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("ink"), 2))
        side = theme.px(radius)
        painter.drawRoundedRect(QRectF(widget.rect()).adjusted(1, 1, -1, -1), side, side)
