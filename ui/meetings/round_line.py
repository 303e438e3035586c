"""Whether the minutes of a meeting went round, and when: from that day absent members may object."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coalmeet.coalition.meeting_row import MeetingRow
from coalmeet.text import _, plain_day
from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.day_edit import DayEdit
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, row, widget

OURS = ("live", "paper")  # a record from elsewhere leaves as it came
DRAFTS = ("draft", "")  # a meeting entered from paper says nothing of its minutes


class RoundLine(QWidget):
    """`went` carries the day on which they went round, `back` that they had not after all."""

    went = Signal(object)
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = Wrapped("", theme.BODY, theme.MEDIUM)
        self.day = DayEdit(date.min)
        self.day.setFixedWidth(theme.px(190))
        self.day.setAccessibleName(_("Day on which the minutes went round"))
        self.mark = Button(_("Minutes went round"), icon="check")
        self.undo = Button(_("Not yet"), "ghost")
        self._draft = widget(row(self.mark, 8, self.day, None))
        self._done = widget(row((column(None, self.words, None), 1), 8, self.undo))
        self.setLayout(column(self._draft, self._done, 12))
        self.mark.clicked.connect(lambda: self.went.emit(self.day.day))
        self.undo.clicked.connect(self.back)

    def show_minutes(self, meeting: MeetingRow, state: str, circulated: str, today: date) -> None:
        """Show how the minutes of this meeting stand; `circulated` is the ISO day on which they went round."""
        closed = meeting.state == "closed" and meeting.source in OURS
        self._draft.setVisible(closed and state in DRAFTS)
        self._done.setVisible(closed and state == "circulated")
        self.setVisible(closed and state in (*DRAFTS, "circulated"))
        self.day.set_today(today)
        if not self.day.hasFocus():
            self.day.set_day(today)
        if circulated:
            day = plain_day(date.fromisoformat(circulated))
            self.words.setText(_("The minutes went round on {day}.").format(day=day))
