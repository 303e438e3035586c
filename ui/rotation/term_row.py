"""How long a turn to facilitate lasts: one meeting, or a term of several."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coalmeet.text import _, ngettext
from ui import theme
from ui.widgets.fields import Choice
from ui.widgets.labels import OneLine
from ui.widgets.layouts import row

LONGEST = 12  # meetings


class TermRow(QWidget):
    """`chosen` tells how many meetings."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.meetings = Choice()
        self.meetings.setAccessibleName(_("How many meetings a turn lasts"))
        for count in range(1, LONGEST + 1):
            words = ngettext("{count} meeting", "{count} meetings", count).format(count=count)
            self.meetings.addItem(words, count)
        self.meetings.activated.connect(lambda _at: self.chosen.emit(self.meetings.currentData()))
        self.setLayout(row(OneLine(_("A turn lasts"), theme.BODY), 10, self.meetings, None))

    def show_term(self, meetings: int) -> None:
        """Show what holds now."""
        self.meetings.setCurrentIndex(max(0, self.meetings.findData(meetings)))
