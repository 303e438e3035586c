"""An objection that arrived after the meeting: from whom, how, when, and in which words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coalmeet.text import _
from ui.decisions.gestures import Letter
from ui.widgets.buttons import Button
from ui.widgets.day_edit import DayEdit
from ui.widgets.fields import Choice, Field
from ui.widgets.layouts import column, row
from ui.widgets.segments import Segments
from ui.widgets.texts import TextArea


class LetterForm(QWidget):
    """`arrived` carries the Letter; its words may be empty, the organisation is enough."""

    arrived = Signal(object)
    put_away = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.who = Choice()
        self.day = DayEdit(date.min)
        self.channel = Segments(
            [("mail", _("Mail"), ""), ("phone", _("Phone"), ""), ("other", _("Other"), "")],
            _("How it arrived"),
        )
        self.channel.show_choice("mail")
        self.words = TextArea(_("Their words, as they came"), 2)
        self.words.setAccessibleName(_("Their words"))
        self.keep = Button(_("It is open again"), "tint", icon="rotate-ccw")
        away = Button(_("Not now"), "ghost")
        self.keep.clicked.connect(self._tell)
        away.clicked.connect(self.put_away)
        self.setLayout(
            column(
                Field(_("Who objects"), self.who), 10,
                Field(_("How it arrived"), self.channel), 10,
                Field(_("On which day"), self.day), 10,
                self.words, 10, row(self.keep, 8, away, None),
            )
        )  # fmt: skip

    def show_form(self, organisations: Sequence[tuple[str, str]], today: date) -> None:
        """Begin anew, with these organisations by id and name."""
        self.who.clear()
        for one, name in organisations:
            self.who.addItem(name, one)
        self.day.set_today(today)
        self.day.set_day(today)
        self.words.setPlainText("")

    def _tell(self) -> None:
        self.arrived.emit(
            Letter(
                str(self.who.currentData() or ""),
                self.day.day,
                self.channel.choice(),
                self.words.toPlainText().strip(),
            )
        )
