"""Who is here, beside any other tool: for those who come late, and those who leave."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui.desk.attendance import Attendance
from ui.desk.hands import Hands
from ui.desk.row_focus import step_focus
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs
from ui.widgets.layouts import column


class AttendanceCard(Tool):
    """The same rows as at the opening."""

    def __init__(self, hands: Hands, needs: dict[str, str]) -> None:
        super().__init__(hands)
        self.attendance = Attendance(hands, needs)
        self.setLayout(column(self.attendance))
        self.attendance.add.box.textChanged.connect(lambda _text: self.restated.emit())

    def first_field(self) -> QWidget:
        return self.attendance.add.box

    def put_away(self) -> None:
        self.attendance.begin_anew()

    def title(self) -> str:
        return _("Who is here?")

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        self.attendance.show_meeting(meeting)

    def others(self) -> tuple[Step, ...]:
        """What is wanted when somebody comes late or is cut off; before the first item there is nothing of it."""
        if all(not item.started for item in self.hands.meeting.items):
            return ()
        if self.attendance.add.box.text():
            return ()  # those who were found need the room
        return (
            Step(_("What happened so far"), "so_far", "message-square-quote"),
            Step(_("A line broke"), "line_lost", "phone"),
        )

    def verbs(self) -> Verbs:
        rows = self.attendance.pills()
        return {"next_row": lambda: step_focus(rows, 1), "previous_row": lambda: step_focus(rows, -1)}
