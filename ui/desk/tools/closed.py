"""After the close: what the meeting made, and its minutes; it can be taken up again while they are a draft."""

from __future__ import annotations

from PySide6.QtCore import Signal

from coalmeet.meeting.moves import flow
from coalmeet.meeting.state import Meeting
from coalmeet.text import _, clock_time
from ui import theme
from ui.desk.hands import Hands, gesture
from ui.desk.leaving_checks import LeavingChecks
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
        self._made = LeavingChecks(_("What this meeting made"))
        body = column(self._words, 16, self._made, margins=(20, 18, 20, 20))
        undo = column(Wrapped(_("Was it closed too early?"), theme.DETAIL, tone="ink2"), 6)
        undo.addLayout(row((self.reason, 1), 8, again))
        self.setLayout(column(Card(body), 16, undo, None))

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        time = clock_time(meeting.closed_at, meeting.time_zone)
        self._words.setText(_("Closed at {time}. The minutes are ready, as a draft.").format(time=time))
        self._made.show_meeting(meeting)

    def step(self) -> Step:
        return Step(_("To the minutes"), "primary", "file-text")

    def verbs(self) -> Verbs:
        return {"primary": self.left.emit}

    @gesture
    def _reopen(self) -> None:
        if self.hands.do(flow.reopen_meeting, self.reason.text()):
            self.reason.clear()
