"""The retrospective: every how many months it comes round, from which day on, at what time."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget

from coalmeet.coalition.retrospective import Rhythm, rhythm_words
from coalmeet.text import _
from ui import theme
from ui.widgets.card import Card
from ui.widgets.day_edit import DayEdit, TimeEdit
from ui.widgets.fields import Field, Minutes
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, row, widget
from ui.widgets.turning import Turning

_BESIDE = 560  # design pixels from which the three fields stand beside each other
_DAY, _TIME = 232, 120


class RhythmCard(QWidget):
    """`changed` carries a field of the coalition and its value."""

    changed = Signal(str, object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self.months = Minutes(0, _("Every how many months a retrospective comes round"), 1)
        self.first = DayEdit(today, optional=True, none=_("not yet"))
        self.start = TimeEdit()
        self.first.setMaximumWidth(theme.px(_DAY))
        self.start.setMaximumWidth(theme.px(_TIME))
        self.said = Wrapped("", theme.BODY)
        self.setLayout(column(Card(self._lay_out())))
        self.months.changed.connect(lambda count: self.changed.emit("retro_months", count))
        self.first.changed.connect(lambda day: self.changed.emit("retro_first", day))
        self.start.changed.connect(lambda time: self.changed.emit("retro_start", time))

    def show_rhythm(self, rhythm: Rhythm, today: date) -> None:
        """Show the rhythm, and when it comes next."""
        self.months.set_minutes(rhythm.months)
        self.first.set_today(today)
        self.first.set_day(rhythm.first)
        self.start.set_time(rhythm.start)
        self.said.setText(rhythm_words(rhythm, today))

    def _lay_out(self) -> QLayout:
        told = Wrapped(
            _(
                "What worked, what did not, what to try next. It waits for an agenda two weeks before, and stands "
                "in the calendar of the coalition."
            ),
            theme.META + 1,
            tone="ink2",
        )
        return column(
            OneLine(_("Retrospective"), theme.SECTION, theme.STRONG), 2, told, 14,
            Turning(
                _BESIDE,
                (Field(_("Every so many months"), widget(row(self.months, None)), _("– means none")), 0),
                (Field(_("First on"), self.first, _("sets the weekday, too")), 0),
                (Field(_("At"), self.start, _("empty for the whole day")), 1), gap=24,
            ), 14,
            self.said,
            margins=(24, 20, 24, 22),
        )  # fmt: skip
