"""The reason of an objection that was just raised: Enter keeps it, Esc goes on without it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from ui.desk.line_field import LineField


class ReasonField(LineField):
    """`left` says Esc; `undone` says that undo was pressed while nothing is written: it means the answer."""

    left = Signal()
    undone = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.matches(QKeySequence.StandardKey.Undo) and not self.text():
            self.undone.emit()
        else:
            super().keyPressEvent(event)
