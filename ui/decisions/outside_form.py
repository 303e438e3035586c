"""A decision that was taken outside a meeting: its words, who took it, when, and what gave them the right."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal

from coalmeet.text import _
from ui import theme
from ui.decisions.gestures import Outside
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.day_edit import DayEdit
from ui.widgets.fields import Field
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, row
from ui.widgets.texts import TextArea, TextLine


class OutsideForm(Card):
    """`entered` carries what was decided."""

    entered = Signal(object)
    put_away = Signal()

    def __init__(self) -> None:
        self.words = TextArea(_("The decision, in its exact words"), 4)
        self.by = TextLine(_("a group, or a person"))
        self.day = DayEdit(date.min)
        self.authority = TextLine(_("For example: the charter, up to 100"))
        self.keep = Button(_("Enter it"), "tint", icon="check")
        away = Button(_("Not now"), "ghost")
        super().__init__(
            column(
                Wrapped(_("Decided outside a meeting"), theme.HEADING, theme.STRONG), 4,
                Wrapped(_("It stands in the log, and the next meeting is told of it."), tone="ink2"), 14,
                Field(_("What was decided"), self.words), 12, Field(_("Who decided it"), self.by), 12,
                Field(_("On which day"), self.day), 12,
                Field(_("Under which authority"), self.authority), 16,
                row(self.keep, 8, away, None), None, margins=(24, 22, 24, 20),
            )
        )  # fmt: skip
        self.keep.clicked.connect(self._tell)
        away.clicked.connect(self.put_away)

    def show_form(self, today: date) -> None:
        """Begin anew."""
        self.words.setPlainText("")
        self.by.setText("")
        self.authority.setText("")
        self.day.set_today(today)
        self.day.set_day(today)
        self.words.setFocus()

    def _tell(self) -> None:
        self.entered.emit(
            Outside(self.words.toPlainText(), self.by.text(), self.day.day, self.authority.text())
        )
