"""When the coalition meets again: one date, a time, a place; the usual rhythm is proposed."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from coalmeet.meeting.moves import closing
from coalmeet.meeting.state import Meeting
from coalmeet.text import _, clock_time, short_day
from ui import theme
from ui.desk.day_field import DayField
from ui.desk.hands import Hands
from ui.desk.line_field import LineField
from ui.desk.verb_button import verb_button
from ui.widgets.card import Card
from ui.widgets.fields import Field
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import OneLine
from ui.widgets.layouts import column, row, widget

WEEKS = (1, 2, 4)
SIDE_BY_SIDE = 540  # design pixels from which day, time and place stand in one row


class NextMeeting(Card):
    """Proposals on the same weekday; any of them, or a typed date, is agreed at once."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self.day = DayField(lambda: hands.meeting, _("Next meeting"))
        self.start, self.place = LineField(), LineField()
        self.start.setPlaceholderText(_("14:00"))
        self.start.setFixedWidth(theme.px(84))
        self.place.setPlaceholderText(_("same as today"))
        self._weeks = FlowLayout(gap=8)
        self._proposals = widget(column(self._weeks, 10))
        self._made_for = ""
        title = OneLine(_("Next meeting"), theme.SECTION, theme.STRONG)
        when = row((Field(_("On"), self.day), 1), Field(_("At"), self.start), gap=12)
        self._fields = row((when, 1), (Field(_("Where"), self.place), 1), gap=12)
        super().__init__(column(title, 8, self._proposals, self._fields, margins=(18, 14, 18, 16)))
        self.day.chosen.connect(self._agree)
        self.start.editingFinished.connect(lambda: self._agree(self.day.day()))
        self.place.editingFinished.connect(lambda: self._agree(self.day.day()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside a call the place stands below: a day is read whole."""
        super().resizeEvent(event)
        sides, wide = QBoxLayout.Direction, self.width() >= theme.px(SIDE_BY_SIDE)
        self._fields.setDirection(sides.LeftToRight if wide else sides.TopToBottom)

    def write_day(self) -> None:
        """Go to the date, to type it."""
        self.day.setFocus()
        self.day.selectAll()

    def show_meeting(self, meeting: Meeting) -> None:
        """Show what is agreed."""
        if self._made_for != meeting.date:
            self._made_for = meeting.date
            self._propose(meeting)
        then = meeting.next_time
        self._proposals.setVisible(not then.date)  # another day is typed
        self.day.show_day(then.date)
        start = then.start or (
            clock_time(meeting.planned_start, meeting.time_zone) if meeting.planned_start else ""
        )
        for box, text in ((self.start, start), (self.place, then.place)):
            if not box.hasFocus():
                box.setText(text)

    def _propose(self, meeting: Meeting) -> None:
        for weeks in WEEKS:
            day = date.fromisoformat(meeting.date) + timedelta(weeks=weeks)
            button = verb_button(short_day(day))
            button.clicked.connect(lambda _checked=False, one=day: self._agree(one.isoformat()))
            self._weeks.addWidget(button)

    def _agree(self, iso: str) -> None:
        then, wanted = (
            self.hands.meeting.next_time,
            (iso, self.start.text().strip(), self.place.text().strip()),
        )
        if iso and wanted != (then.date, then.start, then.place):
            self.hands.do(closing.agree_next_meeting, *wanted)
