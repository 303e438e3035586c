"""What does not fit scrolls: by the wheel and by page keys; the arrows are left to the rows inside."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.scroll_area import ScrollArea

_ARROWS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right})


class Scroll(ScrollArea):
    """A part of the desk that scrolls."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)


def bring_into_view(part: QWidget) -> None:
    """Scroll whatever holds a widget until it is seen, and with it the control inside that has the keys."""
    holder = _holder_of(part)
    if holder is not None:
        holder.ensureWidgetVisible(part)
        focus = QApplication.focusWidget()
        holder.ensureWidgetVisible(focus if focus is not None and part.isAncestorOf(focus) else part)


def show_from(first: QWidget, last: QWidget) -> None:
    """Scroll until all from one widget to another below it is seen; from the first on, where that is too much."""
    holder = _holder_of(first)
    inside = holder.widget() if holder is not None else None
    if holder is None or inside is None or not (first.isVisible() and last.isVisible()):
        return
    bar, height = holder.verticalScrollBar(), holder.viewport().height()
    top = first.mapTo(inside, QPoint(0, 0)).y()
    end = last.mapTo(inside, QPoint(0, last.height())).y()
    if top < bar.value() or end - top > height:
        bar.setValue(top)
    elif end > bar.value() + height:
        bar.setValue(end - height)


def bring_turn(tool: QWidget, now: QWidget, last: Callable[[], QWidget]) -> None:
    """Whoever is asked is in sight, and what was answered last, also where all of the tool has no room."""
    QTimer.singleShot(0, tool, lambda: show_from(now, last()))


def _holder_of(part: QWidget) -> Scroll | None:
    holder = part.parentWidget()
    while holder is not None and not isinstance(holder, Scroll):
        holder = holder.parentWidget()
    return holder
