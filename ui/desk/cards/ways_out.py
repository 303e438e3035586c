"""Ways out of a proposal that is not adopted today: parked, referred to a group, dropped, withdrawn, or voted later."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coalmeet.meeting.deciding import vote_words
from coalmeet.meeting.moves import proposals, votes
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui import theme
from ui.desk.day_field import DayField
from ui.desk.hands import Hands, gesture
from ui.desk.line_field import LineField
from ui.desk.tool import Tool
from ui.desk.verb_button import verb_button
from ui.widgets.fields import Field
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, row


class WaysOut(Tool):
    """Each says what happens to the text; nothing is lost."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self.until = DayField(lambda: hands.meeting, _("Comes back on"))
        self.group = LineField()
        self.group.setPlaceholderText(_("a working group, or people"))
        parts = column(
            Field(_("Comes back on"), self.until),
            8,
            self._way(_("Park it"), "parked", _("It comes back at a later meeting, as it stands.")),
            16,
            Field(_("To whom"), self.group),
            8,
            self._way(
                _("Refer it to a group"), "referred", _("The group works on the text and brings it back.")
            ),
            16,
            self._way(
                _("The proposer withdraws it"), "withdrawn", _("It is not put to the coalition any more.")
            ),
            10,
            self._way(_("Drop it, nobody minds"), "dropped", _("The group agrees that it is not needed.")),
            10,
            self._way(_("Not agreed"), "not_agreed", _("The coalition did not find a text today.")),
            16,
            self._vote(),
            None,
        )
        self.setLayout(parts)

    def first_field(self) -> QWidget:
        return self.until

    def title(self) -> str:
        return _("Ways out")

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        self.until.show_day(self.until.day() or meeting.next_time.date)
        live = self.hands.on_the_table
        falls_back = live is not None and live.method == "consent" and bool(live.profile.fallback)
        self._fallback.setVisible(falls_back)
        if live is not None and falls_back:
            self._how.setText(vote_words(live.profile.fallback))

    def _way(self, words: str, outcome: str, detail: str) -> QWidget:
        button = verb_button(words)
        button.clicked.connect(lambda: self._settle(outcome))
        holder = QWidget()
        holder.setLayout(column(row(button, None), 3, Wrapped(detail, theme.META, tone="ink2")))
        return holder

    def _vote(self) -> QWidget:
        """The vote that the charter falls back on, where it names one: announced, or with a date from outside."""
        self._how = Wrapped("", theme.META, tone="ink2")
        self.reason = LineField()
        self.reason.setPlaceholderText(_("a date set from outside; nothing where it was announced"))
        button = verb_button(_("Vote instead of consent"))
        button.clicked.connect(self._fall_back)
        self._fallback = QWidget()
        self._fallback.setLayout(
            column(Field(_("Why not later"), self.reason), 8, row(button, None), 3, self._how)
        )
        return self._fallback

    @gesture
    def _fall_back(self) -> None:
        if self.hands.do(votes.fall_back, self.reason.text()):
            self.opens.emit("")

    @gesture
    def _settle(self, outcome: str) -> None:
        until = self.until.day() if outcome == "parked" else ""
        to = self.group.text() if outcome == "referred" else ""
        if self.hands.do(proposals.settle, outcome, until, to):
            self.opens.emit("")
