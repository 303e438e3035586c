"""After the close: the minutes are there; the meeting can be taken up again while they are a draft."""

from __future__ import annotations

from PySide6.QtCore import Signal

from coalmeet.meeting.moves import flow
from coalmeet.meeting.state import Meeting
from coalmeet.text import _, clock_time
from ui import theme
from ui.desk.hands import Hands
from ui.desk.line_field import LineField
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs
from ui.desk.verb_button import verb_button
from ui.widgets.card import Card
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, row


class Closed(Tool):
    """`left` asks the program to go on to the minutes."""

    left = Signal()

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._words = Wrapped("", theme.SECTION, theme.MEDIUM)
        self.reason = LineField()
        self.reason.setPlaceholderText(_("Why it is taken up again"))
        self.reason.setAccessibleName(_("Why the meeting is taken up again"))
        again = verb_button(_("Take it up again"))
        again.clicked.connect(self._reopen)
        body = column(self._words, 16, row((self.reason, 1), 8, again), margins=(20, 18, 20, 20))
        self.setLayout(column(Card(body), None))

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        time = clock_time(meeting.closed_at, meeting.time_zone)
        self._words.setText(_("Closed at {time}. The minutes are ready, as a draft.").format(time=time))

    def step(self) -> Step:
        return Step(_("To the minutes"), "primary", "file-text")

    def verbs(self) -> Verbs:
        return {"primary": self.left.emit}

    def _reopen(self) -> None:
        if self.hands.do(flow.reopen_meeting, self.reason.text()):
            self.reason.clear()
