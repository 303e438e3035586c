"""What scrolls up and down, never sideways, and what readers hear of it: what stands inside, and no bars."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QWidget

_HOLDERS = ("qt_scrollarea_hcontainer", "qt_scrollarea_vcontainer")  # Qt's names for what holds the two bars


class ScrollArea(QScrollArea):
    """Its inside takes the width there is; no frame, and no stop of Tab."""

    def __init__(self, inside: QWidget | None = None) -> None:
        super().__init__()
        keep_bars_unspoken(self)
        if inside is not None:
            self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def keep_bars_unspoken(area: QAbstractScrollArea) -> None:
    """Leave its scroll bars out of what a screen reader counts: the contents are one part, always.

    A reader asks how many parts there are, and then for each. Qt 6.11 does not look whether a part that is asked for
    is still there: a bar that went away in between ended the program, in a meeting. It knows the bars by the name of
    what holds them.
    """
    for name in _HOLDERS:
        holder = area.findChild(QWidget, name, Qt.FindChildOption.FindDirectChildrenOnly)
        if holder is not None:
            holder.setObjectName("")
