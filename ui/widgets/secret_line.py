"""A line for words that nobody else should read: hidden until they are asked for, and learnt by no keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from ui.widgets.inputs import Line


class SecretLine(Line):
    """`seen` shows the words from the beginning: where somebody makes them up they have to see them."""

    def __init__(self, *, seen: bool = False) -> None:
        super().__init__()
        self.set_seen(seen)

    def clear(self) -> None:
        """Nothing typed stays: Qt's own way would keep it for Ctrl+Z."""
        self.setText("")

    def set_seen(self, seen: bool) -> None:
        """Show the words, or hide them: the call may see this window."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if seen else QLineEdit.EchoMode.Password)
        hints = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        self.setInputMethodHints(self.inputMethodHints() | hints | Qt.InputMethodHint.ImhNoAutoUppercase)
