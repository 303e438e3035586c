"""One line to type in: Enter stays in it, Ctrl+Enter is left to the large button of the desk."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.widgets.inputs import Line


class LineField(Line):
    """Qt's own lets Enter through to the window, where it would be the next step of the meeting."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)
        if enter:
            event.accept()
