"""The closing: keep and change, the next date, who facilitates then, and the end of the meeting."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent

from coalmeet.meeting.moves import flow, rounds
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui.desk.coming_next import ComingNext
from ui.desk.file_facts import standings, turn_of_today
from ui.desk.hands import Hands
from ui.desk.keep_change import KeepChange
from ui.desk.leaving_checks import LeavingChecks
from ui.desk.next_facilitator import NextFacilitator
from ui.desk.next_meeting import NextMeeting
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs
from ui.widgets.layouts import column


class Closing(Tool):
    """Closing is not taken back, so its key is not the plain Enter of every other step."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self.round = KeepChange(hands)
        self.next_meeting = NextMeeting(hands)
        self.next_facilitator = NextFacilitator(hands)
        self.coming = ComingNext(hands)
        self.checks = LeavingChecks()
        self._reckoned: object = None  # what the order of those to be asked was reckoned from
        self.setLayout(
            column(
                self.round,
                12,
                self.next_meeting,
                12,
                self.coming,
                12,
                self.next_facilitator,
                16,
                self.checks,
                None,
            )
        )

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        self.round.show_meeting(meeting)
        self.next_meeting.show_meeting(meeting)
        self.coming.show_meeting(meeting)
        if self.isVisible():
            self._ask_file(meeting)
        self.next_facilitator.show_meeting(meeting)
        self.checks.show_meeting(meeting)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._reckoned = None
        self._ask_file(self.hands.meeting)

    def _ask_file(self, meeting: Meeting) -> None:
        """Read the file again only when somebody came, led, skipped, or another day was agreed."""
        basis = (turn_of_today(self.hands.live), meeting.next_time.date)
        if basis != self._reckoned:
            self._reckoned = basis
            self.next_facilitator.show_order(standings(self.hands.live), meeting)

    def step(self) -> Step:
        return Step(_("Close the meeting"), "close_meeting", "door-open")

    def others(self) -> tuple[Step, ...]:
        if self.round.unit():
            return (Step(_("Next speaker"), "next_speaker", "chevron-right"), Step(_("Passes"), "pass"))
        return ()

    def verbs(self) -> Verbs:
        return {
            **self.coming.verbs(),
            "close_meeting": lambda: self.hands.do(flow.close_meeting),
            "next_speaker": lambda: self.hands.do(rounds.hear),
            "later": lambda: self.hands.do(rounds.ask_later),
            "pass": lambda: self.hands.do(rounds.let_pass),
        }
