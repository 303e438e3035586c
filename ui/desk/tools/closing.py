"""The closing: keep and change, the next date, who facilitates and takes notes then, and the end of the meeting."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from coalmeet.meeting.moves import flow, rounds
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui.desk import round_verbs
from ui.desk.coming_next import ComingNext
from ui.desk.file_facts import orders_next, turn_of_today
from ui.desk.hands import Hands
from ui.desk.keep_change import KeepChange
from ui.desk.leaving_checks import LeavingChecks
from ui.desk.next_facilitator import NextFacilitator
from ui.desk.next_meeting import NextMeeting
from ui.desk.next_note_taker import NextNoteTaker
from ui.desk.scroll import bring_into_view
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
        self.next_note_taker = NextNoteTaker(hands)
        self.coming = ComingNext(hands)
        self.checks = LeavingChecks()
        self._due: QWidget | None = None  # what is to be agreed now
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
                12,
                self.next_note_taker,
                16,
                self.checks,
                None,
            )
        )

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        self.round.show_meeting(meeting, now)
        self.next_meeting.show_meeting(meeting)
        self.coming.show_meeting(meeting)
        if self.isVisible():
            self._ask_file(meeting)
        self.next_facilitator.show_meeting(meeting)
        self.next_note_taker.show_meeting(meeting)
        for turn in (self.next_facilitator, self.next_note_taker):
            turn.show_keys(on=turn is self._turn() and meeting.round is None)
        self.checks.show_meeting(meeting)
        self._follow(meeting)

    def show_now(self, meeting: Meeting, now: int) -> None:
        self.round.show_now(meeting, now)

    def _turn(self) -> NextFacilitator | NextNoteTaker:
        """Whose turn is agreed by the keys: who facilitates first, then who takes notes."""
        agreed = self.hands.meeting.next_time.organisation
        return self.next_note_taker if agreed else self.next_facilitator

    def _follow(self, meeting: Meeting) -> None:
        """Bring into view what comes next, where the window is too low for all; nothing has to be done in order."""
        due: QWidget = self.round
        if self.round.begun() and meeting.round is None:
            due = self.next_meeting
            if meeting.next_time.date:
                due = self.coming if self.coming.asked() else self._turn()
        if due is not self._due:
            self._due = due
            QTimer.singleShot(0, due, lambda: bring_into_view(due))  # once all have their places

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._reckoned = None
        self._ask_file(self.hands.meeting)

    def _ask(self, deed: Callable[[], object]) -> None:
        """A key that answers for somebody never acts on a name that is not seen."""
        bring_into_view(self.coming)
        deed()

    def _ask_file(self, meeting: Meeting) -> None:
        """Read the file again only when somebody came, led, skipped or agreed, or another day was agreed."""
        then = meeting.next_time
        basis = (turn_of_today(self.hands.live), then.date, then.organisation)
        if basis != self._reckoned:
            self._reckoned = basis
            orders = orders_next(self.hands.live)
            self.next_facilitator.show_order(orders.get("facilitator", ()), meeting)
            self.next_note_taker.show_order(orders.get("note_taker", ()), meeting)

    def step(self) -> Step:
        return Step(_("Close the meeting"), "close_meeting", "door-open")

    def others(self) -> tuple[Step, ...]:
        if self.round.unit():
            return (Step(_("Next speaker"), "next_speaker", "chevron-right"), Step(_("Passes"), "pass"))
        if self.hands.meeting.round is not None:
            return (Step(_("End the round"), "next_speaker", "check"),)
        return ()

    def verbs(self) -> Verbs:
        begins = {} if self.round.begun() else {"free_round": self.round.begin_round}
        return {
            **begins,
            **self._turn().verbs(),
            "next_day": self.next_meeting.write_day,
            **{verb: partial(self._ask, deed) for verb, deed in self.coming.verbs().items()},
            "close_meeting": lambda: self.hands.do(flow.close_meeting),
            "next_speaker": lambda: round_verbs.go_on(self.hands),
            **({"later": lambda: self.hands.do(rounds.ask_later)} if self.hands.meeting.round else {}),
            "pass": lambda: self.hands.do(rounds.let_pass),
        }
