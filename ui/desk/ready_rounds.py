"""The ready-made rounds as rows to press: going well and could be better, what would make us stronger, thanks."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coalmeet.meeting.words import ready_round
from ui.desk.option_row import OptionRow
from ui.widgets.layouts import column

READY = ("well_better", "stronger", "thanks")


class ReadyRounds(QWidget):
    """`chosen` tells the question of the one that was pressed."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._options = {code: OptionRow(ready_round(code), "") for code in READY}
        for code, option in self._options.items():
            option.clicked.connect(partial(self._choose, code))
        self.setLayout(column(*self._options.values(), gap=2))

    def mark(self, question: str) -> None:
        """The one whose question this is, is the chosen one; another text is none of them."""
        for code, option in self._options.items():
            option.setAutoExclusive(False)
            option.setChecked(code == code_of(question))
            option.setAutoExclusive(True)

    def _choose(self, code: str, _checked: bool = False) -> None:
        self.chosen.emit(ready_round(code))


def code_of(question: str) -> str:
    """Which ready-made round asks this; "" for none."""
    return next((code for code in READY if ready_round(code) == question.strip()), "")
