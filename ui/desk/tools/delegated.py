"""A decision that others take: a group or person to whom the coalition gave this kind; the coalition hears of it."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from coalmeet.meeting.moves import proposals, votes
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui import theme
from ui.desk.hands import Hands, gesture
from ui.desk.line_field import LineField
from ui.desk.proposal_card import ProposalCard
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs
from ui.widgets.fields import Field
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, row

SIDE_BY_SIDE = 500  # design pixels from which both fields stand beside each other


class DelegatedTool(Tool):
    """Nobody is asked: what was decided is noted, with who decided and what gives them the right."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._shown = ""
        self.card = ProposalCard()
        self.card.edited.connect(self._amend)
        self.card.left.connect(lambda: self.opens.emit("ways_out"))
        self.who, self.authority = LineField(), LineField()
        self.who.setPlaceholderText(_("a group, or a person"))
        self.authority.setPlaceholderText(_("a mandate, the charter (may stay empty)"))
        self.who.textChanged.connect(self.restated)
        told = Wrapped(
            _("The coalition lets others decide this. It hears what they decided; the minutes say who did."),
            theme.DETAIL,
            tone="ink2",
        )
        who, authority = (
            Field(_("Who decided"), self.who),
            Field(_("What gives them the right"), self.authority),
        )
        self._asked = row((who, 2), 12, (authority, 3))
        self.setLayout(
            column(
                self.card,
                12,
                told,
                12,
                self._asked,
                None,
            )
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        sides, wide = QBoxLayout.Direction, self.width() >= theme.px(SIDE_BY_SIDE)
        self._asked.setDirection(sides.LeftToRight if wide else sides.TopToBottom)

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        current, live = meeting.current, self.hands.on_the_table
        if current is None or live is None:
            return
        self.card.show_proposal(meeting, current, live)
        if live.id != self._shown:
            self._shown = live.id
            self.who.setText(live.ruled_by.decider)
            self.authority.clear()

    def step(self) -> Step:
        reason = "" if self.who.text().strip() else _("Say who decides this: a group, or a person.")
        return Step(_("Note what they decided"), "adopt", "gavel", reason)

    def others(self) -> tuple[Step, ...]:
        return (Step(_("Not decided yet"), "ways_out"),)

    def verbs(self) -> Verbs:
        return {
            "primary": self._note,
            "adopt": self._note,
            "edit_text": self.card.open,
            "ways_out": lambda: self.opens.emit("ways_out"),
        }

    @gesture
    def _amend(self, text: str) -> None:
        if self.hands.do(proposals.amend, text):
            self.card.close_box()

    @gesture
    def _note(self) -> None:
        text = self.card.pending()
        if text and not self.hands.do(proposals.amend, text):
            return
        self.hands.do(votes.note_decision_of, self.who.text(), self.authority.text())
