"""A choice that only some need: one line until somebody asks for it, or something is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import Button
from ui.widgets.fields import Choice, Field
from ui.widgets.layouts import column, row


class FoldedChoice(QWidget):
    """`words` open it, `name` stands above it then; `chosen` carries the code of what was chosen."""

    chosen = Signal(str)

    def __init__(self, words: str, name: str) -> None:
        super().__init__()
        self.open_button = Button(words, "ghost", icon="plus")
        self.choice = Choice()
        self._field = Field(name, self.choice)
        self._field.hide()
        self.setLayout(column(row(self.open_button, None), self._field))
        self.open_button.clicked.connect(self.open)
        self.choice.activated.connect(lambda at: self.chosen.emit(self.choice.itemData(at)))

    def open(self) -> None:
        """Show the choice."""
        self._unfold()
        self.choice.setFocus()

    def offer(self, wanted: Sequence[tuple[str, str]], current: str) -> None:
        """Offer codes with their words; `current` is the code of what holds now, "" for nothing."""
        if list(wanted) != [
            (self.choice.itemData(at), self.choice.itemText(at)) for at in range(self.choice.count())
        ]:
            self.choice.clear()
            for code, words in wanted:
                self.choice.addItem(words, code)
        self.choice.setCurrentIndex(max(0, self.choice.findData(current)))
        if current:
            self._unfold()

    def _unfold(self) -> None:
        self._field.show()
        self.open_button.hide()
