"""The stack beside another tool: while a proposal is spoken about, or a round goes on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui.desk import stack_part
from ui.desk.hands import Hands
from ui.desk.stack_part import StackPart
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs
from ui.widgets.layouts import column


class StackCard(Tool):
    """Enter with letters typed adds a name, Enter alone is the next speaker."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self.stack = StackPart(hands)
        self.stack.entered.connect(self._enter)
        self.setLayout(column(self.stack, None))

    def first_field(self) -> QWidget:
        return self.stack.add.box

    def title(self) -> str:
        return _("Who would like to speak?")

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        self.stack.show_meeting(meeting)

    def step(self) -> Step | None:
        return stack_part.step_of(self.hands.meeting)

    def others(self) -> tuple[Step, ...]:
        return stack_part.others_of(self.hands.meeting)

    def verbs(self) -> Verbs:
        found = self.stack.verbs()
        if self.hands.meeting.round is None:  # else the round goes on
            found |= {"primary": self.stack.call, "next_speaker": self.stack.call}
        return found

    def _enter(self) -> None:
        if self.step() is not None:
            self.stack.call()
