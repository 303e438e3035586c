"""Where a menu opens: below its button, along its near edge, and within the window where that is wide enough."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget


def open_below(menu: QMenu, button: QWidget) -> None:
    """Open the menu of a button: from its leading edge on, and no further than the window goes."""
    menu.popup(QPoint(_leading(menu, button), button.mapToGlobal(button.rect().bottomLeft()).y() + 1))


def _leading(menu: QMenu, button: QWidget) -> int:
    """The left edge in pixels of the screen; what reads from the right begins at the button's right edge."""
    wide, window = menu.sizeHint().width(), button.window().geometry()
    at = button.mapToGlobal(button.rect().topLeft()).x()
    if button.isRightToLeft():
        at += button.width() - wide
    return max(min(at, window.right() - wide), window.left())
