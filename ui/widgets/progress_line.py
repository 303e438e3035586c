"""Long work as a line: what is being done, how far it is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar

from coalmeet.text import _
from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import OneLine
from ui.widgets.layouts import column, row


class ProgressLine(Card):
    """Hidden while nothing is being done; `stopped` asks to stop after the piece that is being worked on."""

    stopped = Signal()

    def __init__(self) -> None:
        self._words = OneLine("", theme.BODY, theme.MEDIUM)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._stop = Button(_("Stop"))
        inside = column(self._words, 8, self._bar)
        super().__init__(row((inside, 1), 16, column(None, self._stop, None), margins=(20, 10, 10, 10)))
        self._stop.clicked.connect(self.stopped)
        self.hide()

    def show_progress(self, words: str, done: int = 0, whole: int = 0) -> None:
        """Say what is being done; without a whole the bar only says that something is."""
        self._words.setText(words)
        self._bar.setRange(0, whole)
        self._bar.setValue(done)
        self._bar.setAccessibleName(words)
        self.show()

    def finish(self) -> None:
        """Nothing is being done any more."""
        self.hide()
