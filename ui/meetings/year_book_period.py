"""The period of a year book: a year back or on, any two days, and whether what only went round is in it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coalmeet.text import _
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.day_edit import DayEdit
from ui.widgets.fields import Field, Tick
from ui.widgets.flow import FlowLayout
from ui.widgets.layouts import column


class PeriodPart(QWidget):
    """`changed` tells that another period, or other minutes, are wanted."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.first, self.last = DayEdit(date.min), DayEdit(date.min)
        self.before = Button(_("A year earlier"), icon="arrow-left")
        self.after = Button(_("A year later"), icon="arrow-right")
        self.tick = Tick(_("Also minutes that only went round; their pages say so"))
        fields = FlowLayout(gap=16)
        for one in (Field(_("From"), self.first), Field(_("To, with this day"), self.last)):
            fields.addWidget(one)
        steps = FlowLayout(gap=8)
        for button in (self.before, self.after):
            steps.addWidget(button)
        self.setLayout(column(Card(column(fields, 12, steps, 12, self.tick, margins=(24, 16, 24, 16)))))
        self.before.clicked.connect(lambda: self._step(-1))
        self.after.clicked.connect(lambda: self._step(1))
        self.tick.toggled.connect(lambda _on: self.changed.emit())
        for edit in (self.first, self.last):
            edit.changed.connect(lambda _day: self.changed.emit())

    @property
    def is_set(self) -> bool:
        """Whether a period was chosen."""
        return self.first.day is not None

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day, the earlier first."""
        first, last = self.first.day or date.min, self.last.day or date.max
        return (first, last) if first <= last else (last, first)

    @property
    def circulated(self) -> bool:
        """Whether minutes that only went round are wanted too."""
        return self.tick.isChecked()

    def show_days(self, first: date, last: date, today: date) -> None:
        """Show a period without telling."""
        for edit, day in ((self.first, first), (self.last, last)):
            edit.set_today(today)
            edit.set_day(day)

    def forget(self) -> None:
        """Another file: its own year is shown next."""
        self.first.set_day(None)
        self.last.set_day(None)
        self.tick.setChecked(False)

    def _step(self, years: int) -> None:
        """The whole calendar year beside the one that is shown."""
        year = min(max(self.days[0].year + years, date.min.year), date.max.year)
        self.first.set_day(date(year, 1, 1))
        self.last.set_day(date(year, 12, 31))
        self.changed.emit()
