"""A field of choice that can be looked through: the arrows change nothing until it is left, or Enter is pressed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from ui.widgets.fields import Choice


class BrowsedChoice(Choice):
    """`settled` carries the code that was chosen: on the way to it nothing reopens, and no field is made anew."""

    settled = Signal(str)

    def __init__(self, offered: list[tuple[str, str]], code: str) -> None:
        """Offer codes with their words; `code` is the one that holds now."""
        super().__init__()
        for one, words in offered:
            self.addItem(words, one)
        self.setCurrentIndex(max(0, self.findData(code)))
        self._kept, self._looking = self.currentIndex(), False
        self.activated.connect(lambda _at: None if self._looking else self.settle())

    def settle(self) -> None:
        """Tell what is chosen, if it is something else than before."""
        if self.currentIndex() != self._kept:
            self._kept = self.currentIndex()
            self.settled.emit(str(self.currentData()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.settle()
            return
        self._looking = True
        super().keyPressEvent(event)
        self._looking = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.settle()
