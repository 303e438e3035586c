"""A round inside an item: now, next, and one key to go on."""

from __future__ import annotations

from coalmeet.meeting.state import Meeting
from ui.desk import round_verbs
from ui.desk.hands import Hands
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs
from ui.desk.turns_card import TurnsCard
from ui.widgets.layouts import column


class RoundTool(Tool):
    """Each in turn speaks once; it ends when nobody present is left out."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self.turns = TurnsCard()
        self.setLayout(column(self.turns, None))

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        if meeting.round is not None:
            self.turns.show_round(meeting, meeting.round)

    def step(self) -> Step | None:
        meeting = self.hands.meeting
        return round_verbs.step_of(meeting, meeting.round) if meeting.round else None

    def others(self) -> tuple[Step, ...]:
        meeting = self.hands.meeting
        return round_verbs.others_of(meeting, meeting.round) if meeting.round else ()

    def verbs(self) -> Verbs:
        return round_verbs.verbs_of(self.hands)
