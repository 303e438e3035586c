"""Why something was refused, as a sentence at the place where it happened."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy

from ui import theme
from ui.widgets.card import Card
from ui.widgets.labels import Icon, Wrapped
from ui.widgets.layouts import column, row
from ui.widgets.spoken import announce


class RefusalLine(Card):
    """Hidden until it has something to say; goes away with the next thing that works (`clear`)."""

    def __init__(self) -> None:
        self._sentence = Wrapped("", theme.BODY, theme.MEDIUM)
        layout = row(
            column(2, Icon("info", "ink"), None), (self._sentence, 1), gap=10, margins=(14, 10, 14, 10)
        )
        super().__init__(layout, "ink_card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show the sentence and let screen readers say it at once."""
        self._sentence.setText(sentence)
        self.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence, at_once=True)

    def clear(self) -> None:
        """Go away."""
        self._sentence.setText("")
        self.hide()

    def text(self) -> str:
        """The sentence that is shown; "" when there is none."""
        return self._sentence.text()
