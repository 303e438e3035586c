"""The closing round: one thing to keep, one thing to change, from each organisation in turn; and thanks."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from coalmeet.ids import new_id
from coalmeet.meeting import turns
from coalmeet.meeting.moves import rounds, work
from coalmeet.meeting.round_cost import cost, cost_words
from coalmeet.meeting.state import Evaluation, Meeting
from coalmeet.text import _, ngettext
from ui import theme
from ui.desk.hands import Hands, gesture
from ui.desk.line_field import LineField
from ui.desk.verb_button import verb_button
from ui.desk.whose_turn import WhoseTurn
from ui.widgets.card import Card
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, empty, row, widget

LAST_SAID = 2  # what was said before stands in the minutes beside


class KeepChange(Card):
    """Enter in either field keeps both, and the next organisation has the fields."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self._unit = ""
        self._shown: object = None
        self.turn = WhoseTurn()
        self.keep, self.change, self.thanks = LineField(), LineField(), LineField()
        for box, words in (
            (self.keep, _("Keep")),
            (self.change, _("Change")),
            (self.thanks, _("Thanks to …")),
        ):
            box.setPlaceholderText(words)
            box.setAccessibleName(words)
        self.begin = verb_button(_("Begin the round"), "free_round", icon="refresh-cw")
        self.begin.clicked.connect(self.begin_round)
        self._cost = Wrapped("", theme.DETAIL, tone="ink2")
        self._fields = widget(column(self.turn, 10, row((self.keep, 1), 8, (self.change, 1))))
        self._said = QVBoxLayout()
        self._said.setSpacing(theme.px(4))
        title = OneLine(_("One thing to keep, one thing to change"), theme.SECTION, theme.STRONG)
        start = row((self._cost, 1), 8, self.begin)
        super().__init__(
            column(
                title, 4, start, 6, self._fields, 6, self._said, 6, self.thanks,
                margins=(18, 12, 18, 14),
            )
        )  # fmt: skip
        self.keep.returnPressed.connect(self._keep)
        self.change.returnPressed.connect(self._keep)
        self.thanks.returnPressed.connect(self._thank)

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        """Show whose turn it is, and what was said."""
        going = meeting.round is not None and meeting.round.kind == "closing"
        left = turns.waiting(meeting, meeting.round) if going and meeting.round else ()
        self._unit = left[0] if left else ""
        begun = any(one.kind == "closing" for one in meeting.rounds) or bool(meeting.evaluations)
        self.begin.setVisible(not begun)
        self.thanks.setVisible(not self._unit)  # they come when all have been heard
        self._fields.setVisible(bool(self._unit))
        count = ngettext("{count} to come", "{count} to come", len(left)).format(count=len(left))
        self.turn.show_turn(
            meeting.name_of(self._unit),
            turns.speaker(meeting, self._unit),
            called=turns.speaker(meeting, self._unit),
            count=count,
        )
        self._show_said(meeting)
        self.show_now(meeting, now)

    def show_now(self, meeting: Meeting, now: int) -> None:
        """What the round costs, as long as it has not begun."""
        shown = self.begin.isVisibleTo(self)
        self._cost.setVisible(shown)
        if shown:
            self._cost.setText(cost_words(cost(meeting, now, "closing")))

    @gesture
    def begin_round(self) -> None:
        """Begin the round; each organisation in turn has the fields."""
        if self.hands.do(rounds.begin_round, new_id(), "closing"):
            QTimer.singleShot(0, self.keep, self.keep.setFocus)  # the next letters are what somebody says

    def begun(self) -> bool:
        """Whether the round began, or something was said already."""
        return not self.begin.isVisibleTo(self)

    def unit(self) -> str:
        """Whose turn it is, "" for nobody's."""
        return self._unit

    def _show_said(self, meeting: Meeting) -> None:
        shown = (meeting.evaluations, meeting.thanks)
        if shown == self._shown:
            return
        self._shown = shown
        empty(self._said)
        before = len(meeting.evaluations) - LAST_SAID
        if before > 0:
            words = ngettext("{count} more in the minutes", "{count} more in the minutes", before)
            self._said.addWidget(Wrapped(words.format(count=before), theme.META, tone="ink2"))
        for one in meeting.evaluations[-LAST_SAID:]:
            self._said.addWidget(Wrapped(_said_by(meeting, one), theme.DETAIL))
        for text in meeting.thanks[-LAST_SAID:]:
            self._said.addWidget(Wrapped(_("Thanks: {text}").format(text=text), theme.DETAIL))

    @gesture
    def _keep(self) -> None:
        keep, change = self.keep.text().strip(), self.change.text().strip()
        if self.hands.do(work.evaluate, self._unit, keep, change):
            self.keep.clear()
            self.change.clear()
            self.keep.setFocus()

    @gesture
    def _thank(self) -> None:
        if self.hands.do(work.thank, self.thanks.text()):
            self.thanks.clear()


def _said_by(meeting: Meeting, one: Evaluation) -> str:
    parts = [_("keep: {text}").format(text=one.keep)] if one.keep else []
    parts += [_("change: {text}").format(text=one.change)] if one.change else []
    return _("{organisation}, {said}").format(
        organisation=meeting.name_of(one.organisation), said="; ".join(parts)
    )
