"""One of a few, all of them seen: buttons side by side, of which one is pressed, or none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import Button
from ui.widgets.layouts import row


class Segments(QWidget):
    """`chosen` carries the code of the pressed one; pressing it again releases it where `optional` ("")."""

    chosen = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, str, str]], spoken: str = "", *, optional: bool = False
    ) -> None:
        """`choices` are code, word and icon ("" for none)."""
        super().__init__()
        self._optional, self._chosen = optional, ""
        self._buttons: dict[str, Button] = {}
        self.setAccessibleName(spoken)
        for code, word, icon in choices:
            button = Button(word, icon=icon)
            button.setCheckable(True)
            button.setAutoExclusive(True)  # readers hear one of several, and no box to tick
            button.clicked.connect(lambda _on=False, code=code: self._press(code))
            self._buttons[code] = button
        self.setLayout(row(*self._buttons.values(), None, gap=4))
        self.setFocusProxy(next(iter(self._buttons.values())))

    def show_choice(self, code: str) -> None:
        """Press this one without telling; a code that is none of them presses none."""
        self._chosen = code if code in self._buttons else ""
        for one, button in self._buttons.items():
            button.setAutoExclusive(False)  # else Qt keeps one of them pressed
            button.setChecked(one == code)
            button.setAutoExclusive(True)

    def choice(self) -> str:
        """The code of the pressed one, "" for none."""
        return self._chosen

    def button(self, code: str) -> Button:
        """One of the buttons."""
        return self._buttons[code]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() not in steps:
            super().keyPressEvent(event)
            return
        step = -steps[Qt.Key(event.key())] if self.isRightToLeft() else steps[Qt.Key(event.key())]
        buttons = list(self._buttons.values())
        at = next((number for number, button in enumerate(buttons) if button.hasFocus()), 0)
        buttons[(at + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def _press(self, code: str) -> None:
        code = "" if self._optional and code == self._chosen else code
        self.show_choice(code)
        self.chosen.emit(code)
