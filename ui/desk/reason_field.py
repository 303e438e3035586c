"""The reason of an objection that was just raised: Enter keeps it, Esc goes on without it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent

from coalmeet.text import _
from ui import theme
from ui.desk.line_field import LineField
from ui.widgets import lines


class ReasonField(LineField):
    """`left` says Esc; `undone` says that undo was pressed while nothing is written: it means the answer."""

    left = Signal()
    undone = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Their reason, in their words"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What the field is for is said as fully as it has room."""
        super().resizeEvent(event)
        ways = (
            _("Their reason, in their words (may follow later)"),
            _("Their reason, in their words"),
            _("Their reason"),
        )
        room = self.width() - theme.px(32)
        fits = (one for one in ways if lines.width_of(one, self.font()) <= room)
        self.setPlaceholderText(next(fits, ways[-1]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.matches(QKeySequence.StandardKey.Undo) and not self.text():
            self.undone.emit()
        else:
            super().keyPressEvent(event)
