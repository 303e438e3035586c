"""Stop for today: the meeting goes on another day, on one that is agreed now or is still to be found."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coalmeet.meeting.moves import flow
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui import theme
from ui.desk.day_field import DayField
from ui.desk.hands import Hands, gesture
from ui.desk.line_field import LineField
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column


class AnotherDay(Tool):
    """One date and a time, which may stay open, and the large button."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self.day = DayField(lambda: hands.meeting, _("Day on which the meeting goes on"))
        self.start = LineField()
        self.start.setPlaceholderText(_("as today, or 18:30"))
        self.start.setAccessibleName(_("Time at which the meeting goes on"))
        told = _("The running item keeps its place, its notes and what was answered until then.")
        self.setLayout(
            column(
                OneLine(_("On which day, if it is known"), theme.BODY, theme.STRONG), 8, self.day, 12,
                OneLine(_("At what time"), theme.BODY, theme.STRONG), 8, self.start, 10,
                Wrapped(told, theme.DETAIL, tone="ink2"), None,
            )
        )  # fmt: skip

    def title(self) -> str:
        return _("Go on another day")

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        """Nothing of it changes with the meeting."""

    def first_field(self) -> QWidget | None:
        return self.day

    def step(self) -> Step | None:
        return Step(_("Stop for today"), "primary", "calendar")

    def verbs(self) -> Verbs:
        return {"primary": self._stop}

    @gesture
    def _stop(self) -> None:
        self.window().setFocus()  # so that what is typed is read first
        if self.hands.do(flow.adjourn, self.day.day(), self.start.text().strip()):
            self.opens.emit("")
