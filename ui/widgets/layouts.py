"""Rows and columns in one line: `row(label, 8, button, None)` is label, 8 pixels, button, then room."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.widgets.scroll_area import ScrollArea

Thing: TypeAlias = QWidget | QLayout | int | None
# Leading, top, trailing, bottom, in design pixels: Qt mirrors what stands in a layout, but never its margins.
Margins: TypeAlias = tuple[int, int, int, int]
_NESTED = 12  # layouts within layouts, at most


def row(*things: Thing | tuple[Thing, int], gap: int = 0, margins: Margins = (0, 0, 0, 0)) -> QHBoxLayout:
    """Side by side: widgets, layouts, an int as room in pixels, None as all room left, (thing, stretch)."""
    layout = QHBoxLayout()
    _fill(layout, things, gap, margins)
    return layout


def column(*things: Thing | tuple[Thing, int], gap: int = 0, margins: Margins = (0, 0, 0, 0)) -> QVBoxLayout:
    """One below the other, with the same kinds of things as `row`."""
    layout = QVBoxLayout()
    _fill(layout, things, gap, margins)
    return layout


def add(layout: QBoxLayout, thing: Thing, stretch: int = 0) -> None:
    """Append one thing to a row or column."""
    if thing is None:
        layout.addStretch(stretch or 1)
    elif isinstance(thing, int):
        layout.addSpacing(theme.px(thing))
    elif isinstance(thing, QLayout):
        layout.addLayout(thing, stretch)
    else:
        layout.addWidget(thing, stretch)


def settle_layouts() -> None:
    """Let all that has another size find its place now, before anything is painted: one paint for a change.

    Each step asks the layout around it in turn; without this, Qt paints between two such steps.
    """
    for _step in range(_NESTED):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def widget(layout: QLayout) -> QWidget:
    """A plain widget that holds a layout."""
    holder = QWidget()
    holder.setLayout(layout)
    return holder


def upright(layout: QLayout) -> ScrollArea:
    """Fields that scroll up and down, never sideways: they take the width there is, also beside a scroll bar."""
    inside = widget(layout)
    inside.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return _Upright(inside)


class _Upright(ScrollArea):
    """Tab shows the field that it comes to as a whole: Qt is content with the place of the cursor."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        moved = super().focusNextPrevChild(forward)
        field, inside = self.focusWidget(), self.widget()
        if moved and field is not None and inside is not None and inside.isAncestorOf(field):
            middle = field.mapTo(inside, field.rect().center())
            self.ensureVisible(middle.x(), middle.y(), 0, field.height() // 2 + theme.px(12))
        return moved


def empty(layout: QLayout) -> None:
    """Take everything out of a layout; its widgets are deleted when Qt comes to it."""
    while (taken := layout.takeAt(0)) is not None:
        if (inner := taken.layout()) is not None:
            empty(inner)
        if (gone := taken.widget()) is not None:
            gone.hide()
            gone.deleteLater()


def hairline(*, upright: bool = False) -> QFrame:
    """A line of one pixel between rows, or upright between columns."""
    line = QFrame()
    line.setProperty("ground", "hair")
    if upright:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line


def _fill(
    layout: QBoxLayout, things: tuple[Thing | tuple[Thing, int], ...], gap: int, margins: Margins
) -> None:
    layout.setSpacing(theme.px(gap))
    leading, top, trailing, bottom = (theme.px(side) for side in margins)
    if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        leading, trailing = trailing, leading
    layout.setContentsMargins(leading, top, trailing, bottom)
    for thing in things:
        if isinstance(thing, tuple):
            add(layout, *thing)
        else:
            add(layout, thing)
