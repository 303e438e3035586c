"""The closing round: one thing to keep, one thing to change, from each organisation in turn; and thanks."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from coalmeet.ids import new_id
from coalmeet.meeting import turns
from coalmeet.meeting.moves import rounds, work
from coalmeet.meeting.state import Meeting
from coalmeet.text import _, ngettext
from ui import theme
from ui.desk.hands import Hands
from ui.desk.line_field import LineField
from ui.desk.verb_button import verb_button
from ui.desk.whose_turn import WhoseTurn
from ui.widgets.card import Card
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, empty, row, widget


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
        self.begin = verb_button(_("Begin the round"), icon="refresh-cw")
        self.begin.clicked.connect(lambda: hands.do(rounds.begin_round, new_id(), "closing"))
        self._fields = widget(column(self.turn, 10, row((self.keep, 1), 8, (self.change, 1))))
        self._said = QVBoxLayout()
        self._said.setSpacing(theme.px(4))
        title = OneLine(_("One thing to keep, one thing to change"), theme.SECTION, theme.STRONG)
        head = row((title, 1), 8, self.begin)
        super().__init__(
            column(head, 10, self._fields, 8, self._said, 8, self.thanks, margins=(18, 12, 18, 16))
        )
        self.keep.returnPressed.connect(self._keep)
        self.change.returnPressed.connect(self._keep)
        self.thanks.returnPressed.connect(self._thank)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show whose turn it is, and what was said."""
        going = meeting.round is not None and meeting.round.kind == "closing"
        left = turns.waiting(meeting, meeting.round) if going and meeting.round else ()
        self._unit = left[0] if left else ""
        self.begin.setVisible(not going and not meeting.evaluations)
        self._fields.setVisible(bool(self._unit))
        count = ngettext("{count} to come", "{count} to come", len(left)).format(count=len(left))
        self.turn.show_turn(
            meeting.name_of(self._unit),
            turns.speaker(meeting, self._unit),
            called=turns.speaker(meeting, self._unit),
            count=count,
        )
        self._show_said(meeting)

    def unit(self) -> str:
        """Whose turn it is, "" for nobody's."""
        return self._unit

    def _show_said(self, meeting: Meeting) -> None:
        shown = (meeting.evaluations, meeting.thanks)
        if shown == self._shown:
            return
        self._shown = shown
        empty(self._said)
        for one in meeting.evaluations:
            parts = [_("keep: {text}").format(text=one.keep)] if one.keep else []
            parts += [_("change: {text}").format(text=one.change)] if one.change else []
            words = _("{organisation}, {said}").format(
                organisation=meeting.name_of(one.organisation), said="; ".join(parts)
            )
            self._said.addWidget(Wrapped(words, theme.DETAIL))
        for text in meeting.thanks:
            self._said.addWidget(Wrapped(_("Thanks: {text}").format(text=text), theme.DETAIL))

    def _keep(self) -> None:
        keep, change = self.keep.text().strip(), self.change.text().strip()
        if self.hands.do(work.evaluate, self._unit, keep, change):
            self.keep.clear()
            self.change.clear()
            self.keep.setFocus()

    def _thank(self) -> None:
        if self.hands.do(work.thank, self.thanks.text()):
            self.thanks.clear()
