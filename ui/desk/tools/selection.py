"""Choosing a person for a role: which role, nominations with reasons, a round for changes, and whom to ask about."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from coalmeet.ids import new_id
from coalmeet.meeting import turns
from coalmeet.meeting.choosing import CHANGES, Selection, nominee_name, selection_in
from coalmeet.meeting.moves import rounds, selection
from coalmeet.meeting.moves.consent import review_after
from coalmeet.meeting.publish_selection import role_words
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui import theme
from ui.desk import phrases
from ui.desk.day_field import DayField
from ui.desk.hands import Hands, gesture
from ui.desk.line_field import LineField
from ui.desk.nominating import Nominating
from ui.desk.nominees import Nominees
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs
from ui.widgets.card import Card
from ui.widgets.fields import Field
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, row


class RoleFields(Card):
    """Which role, and until when: the usual term is there already."""

    def __init__(self, hands: Hands) -> None:
        self.role = LineField()
        self.role.setPlaceholderText(_("For example: treasurer"))
        self.until = DayField(lambda: hands.meeting, _("Until when"))
        told = Wrapped(
            _("Each names one person and says why. You then propose whoever has the strongest reasons."),
            theme.DETAIL,
            tone="ink2",
        )
        fields = row((Field(_("For which role"), self.role), 2), 12, (Field(_("Until"), self.until), 1))
        super().__init__(column(told, 12, fields, margins=(18, 14, 18, 16)))


class SelectionTool(Tool):
    """Names are never counted: each stands with its reasons, and the facilitator proposes one of them."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._item = ""
        self.fields = RoleFields(hands)
        self.fields.role.textChanged.connect(self.restated)
        self.fields.role.returnPressed.connect(self._begin)
        self.role = OneLine("", theme.SECTION, theme.STRONG)
        self.now = Nominating(hands, self._next)
        self.nominees = Nominees()
        self.nominees.chosen.connect(self.restated)
        self.reason = LineField()
        self.reason.setPlaceholderText(_("What weighs most, for the minutes (may stay empty)"))
        self.reason.setAccessibleName(_("What weighs most"))
        self.reason.returnPressed.connect(self._propose)
        self.setLayout(column(self.fields, self.role, 10, self.now, 10, self.nominees, 10, self.reason, None))

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        found = self._found()
        self.fields.setVisible(found is None)
        for part in (self.role, self.nominees):
            part.setVisible(found is not None)
        self.reason.setVisible(found is not None and meeting.round is None)
        if meeting.current is not None and meeting.current.id != self._item:
            self._item = meeting.current.id
            self.fields.role.clear()
            self.reason.clear()
            self.fields.until.show_day(review_after(meeting))
            QTimer.singleShot(0, self, self._write)
        if found is None:
            self.now.hide()
            return
        self.role.setText(role_words(meeting))
        self.now.show_round(meeting, found)
        self.nominees.show_selection(meeting, found)

    def step(self) -> Step | None:
        meeting, found = self.hands.meeting, self._found()
        if found is None:
            empty = not self.fields.role.text().strip()
            reason = _("Say which role it is, in a word or two.") if empty else ""
            return Step(_("Begin the nominations"), "primary", "users", reason)
        if meeting.round is not None:
            changing = meeting.round.kind == CHANGES
            return Step(_("Keeps it, next"), "primary", "chevron-right") if changing else None
        if not found.nominations:
            return Step(_("Ask once more"), "primary", "refresh-cw")
        return self._proposing(found) if _changed(meeting) else Step(
            _("Round for changes"), "primary", "refresh-cw"
        )  # fmt: skip

    def others(self) -> tuple[Step, ...]:
        meeting, found = self.hands.meeting, self._found()
        if found is None:
            return ()
        if meeting.round is None:
            if not found.nominations or _changed(meeting):
                return ()
            return (Step(self._proposing(found).words, "fix_text"),)
        later = Step(_("Come back to them"), "later")
        if meeting.round.kind == CHANGES:
            return (Step(_("Nobody else changes"), "by_sign", "check-check"), later)
        return (Step(_("Passes"), "pass"), later)

    def verbs(self) -> Verbs:
        return {
            "primary": self._primary,
            "fix_text": self._propose,
            "pass": lambda: self.hands.do(rounds.let_pass),
            "later": lambda: self.hands.do(rounds.ask_later),
            "next_speaker": self._next,
            "by_sign": lambda: self.hands.do(selection.nobody_changes),
            "next_row": lambda: self.nominees.step(1),
            "previous_row": lambda: self.nominees.step(-1),
        }

    def _write(self) -> None:
        """The role is the first thing to be said; whoever writes elsewhere goes on writing."""
        elsewhere = isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit)
        if self.fields.isVisible() and not elsewhere:
            self.fields.role.setFocus()

    def _found(self) -> Selection | None:
        current = self.hands.meeting.current
        return selection_in(self.hands.meeting, current.id) if current else None

    def _proposing(self, found: Selection) -> Step:
        chosen = self.nominees.nominee()
        name = nominee_name(self.hands.meeting, chosen) if chosen else ""
        words = _("Propose {name}").format(name=phrases.short(name, 28))
        return Step(words, "primary", "gavel", "" if chosen else _("Nobody is nominated yet."))

    def _primary(self) -> None:
        meeting, found = self.hands.meeting, self._found()
        if found is None:
            self._begin()
        elif meeting.round is not None:
            self._next()
        elif not found.nominations or not _changed(meeting):
            self._again(found)
        else:
            self._propose()

    def _begin(self) -> None:
        said = (new_id(), self.fields.role.text(), new_id(), self.fields.until.day())
        self.hands.do(selection.begin_selection, *said)

    def _again(self, found: Selection) -> None:
        self.hands.do(selection.begin_changes, new_id())

    @gesture
    def _next(self) -> None:
        """They keep whom they named; after the last one the round has ended."""
        now = self.hands.meeting.round
        if now is None or now.kind != CHANGES:
            return
        left = turns.waiting(self.hands.meeting, now)
        if len(left) > 1:
            self.hands.do(rounds.let_pass)
        else:
            self.hands.do(selection.nobody_changes)

    @gesture
    def _propose(self) -> None:
        chosen = self.nominees.nominee()
        if chosen is None:
            return
        said = (new_id(), chosen.person, self.reason.text(), chosen.name)
        if self.hands.do(selection.propose_candidate, *said):
            self.reason.clear()


def _changed(meeting: Meeting) -> bool:
    """Whether the round for changes was held in this item."""
    item = meeting.current.id if meeting.current else ""
    return any(one.kind == CHANGES and one.item == item for one in meeting.rounds)
