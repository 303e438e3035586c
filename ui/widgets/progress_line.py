"""Long work as a line: what is being done, how far it is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QProgressBar

from coalmeet.documents.going import DRAWING, LAYING
from coalmeet.text import _
from ui import shortcuts, theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import OneLine
from ui.widgets.layouts import column, row

_WHOLE = 1000  # what the bar counts to while a paper is made
_SHARES = {LAYING: (0, 600), DRAWING: (600, 300)}  # where a stage begins on it, and how much of it it takes


class ProgressLine(Card):
    """Hidden while nothing is being done; `stopped` asks to stop after the piece that is being worked on.

    While it shows, Esc asks for the same, unless the page has a use of its own for it.
    """

    stopped = Signal()

    def __init__(self, *, escapes: bool = True) -> None:
        self._words = OneLine("", theme.BODY, theme.MEDIUM)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._stop = Button(_("Stop"), key=shortcuts.shown("dismiss") if escapes else "")
        inside = column(self._words, 8, self._bar)
        super().__init__(row((inside, 1), 16, column(None, self._stop, None), margins=(20, 10, 10, 10)))
        self._stop.clicked.connect(self.stopped)
        for keys in shortcuts.sequences("dismiss") if escapes else ():
            QShortcut(keys, self).activated.connect(self.stopped)  # Qt heeds no key of what is hidden
        self.hide()

    def show_progress(self, words: str, done: int = 0, whole: int = 0) -> None:
        """Say what is being done; without a whole the bar only says that something is."""
        self._words.setText(words)
        self._bar.setRange(0, whole)
        self._bar.setValue(done)
        self._bar.setAccessibleName(words)
        self.show()

    def show_far(self, words: str, stage: str, done: int, whole: int) -> None:
        """Say how far a paper is: the part that is laid out, or the page that is drawn."""
        page, part = _("{what}: page {number} of {whole}"), _("{what}: part {number} of {whole}")
        told = page if stage == DRAWING else part
        begins, share = _SHARES.get(stage, (0, _WHOLE))
        far = begins + share * done // whole
        self.show_progress(told.format(what=words, number=done + 1, whole=whole), far, _WHOLE)

    def finish(self) -> None:
        """Nothing is being done any more."""
        self.hide()
