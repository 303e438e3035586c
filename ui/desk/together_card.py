"""While nobody is called: who has spoken, whose sign was not seen, or until when people are in small groups."""

from __future__ import annotations

from PySide6.QtCore import Signal

from coalmeet.meeting import turns
from coalmeet.meeting.state import Meeting, Round
from coalmeet.meeting.words import ready_round, round_kind
from coalmeet.text import _, clock_time, left_over, ngettext
from ui import shortcuts, theme
from ui.desk.hands import Hands
from ui.desk.person_field import PersonField
from ui.desk.verb_button import verb_button
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, empty, row

MANY = 12  # voices; from there on two letters are quicker than looking for a name


class TogetherCard(Card):
    """`chosen` tells whoever was pressed; `marked` are those who are asked by name because no sign was seen."""

    chosen = Signal(str)

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self._shown: object = None
        self._by_letters = ""  # the round in which names are typed, although they are few
        self.marked: set[str] = set()
        self._title = OneLine("", theme.SECTION, theme.STRONG)
        self._count = OneLine("", theme.DETAIL, tone="ink2")
        self._purpose = Wrapped("", theme.BODY, tone="ink2", most=3)
        self._what = Wrapped("", theme.BODY, theme.MEDIUM)
        self.who = PersonField(lambda: hands.meeting, _("Who in this round?"))
        self.who.chosen.connect(self._choose)
        self._flow = FlowLayout(gap=6)
        super().__init__(
            column(
                row((self._title, 0), 10, (self._count, 1)),
                2,
                self._purpose,
                8,
                self._what,
                8,
                self.who,
                4,
                self._flow,
                margins=(14, 12, 14, 14),
            )
        )

    def show_round(self, meeting: Meeting, the_round: Round, now: int) -> None:
        """Show a round in which nobody is called now."""
        left = turns.waiting(meeting, the_round)
        self.marked &= set(left)
        self._what.setText(_what(meeting, the_round, now))
        shown = (the_round, left, frozenset(self.marked))
        if shown == self._shown:
            return
        self._shown = shown
        self._title.setText(round_kind(the_round.kind))
        done = len({*the_round.heard, *the_round.passed})
        words = ngettext("{done} of {all} heard", "{done} of {all} heard", done + len(left))
        self._count.setText(words.format(done=done, all=done + len(left)))
        self._purpose.setText(question_of(the_round))
        self._purpose.setVisible(bool(self._purpose.text()))
        letters = len(left) > MANY or (bool(left) and self._by_letters == the_round.id)
        self.who.setVisible(letters and not the_round.groups_until)
        empty(self._flow)
        if not the_round.groups_until:
            for unit in left:
                self._add(meeting, unit)

    def type_names(self) -> None:
        """Let names be typed: who works with the keys alone looks for no button."""
        now_on = self.hands.meeting.round
        if now_on is not None and not now_on.groups_until and turns.waiting(self.hands.meeting, now_on):
            self._by_letters = now_on.id
            self.who.show()
            self.who.box.setFocus()

    def _choose(self, person: str, _kind: str) -> None:
        """Whoever was named by two letters, or the organisation for which they speak."""
        meeting = self.hands.meeting
        unit = turns.unit_of(meeting, person, meeting.round) if meeting.round else ""
        if unit:
            self.chosen.emit(unit)

    def _add(self, meeting: Meeting, unit: str) -> None:
        name = meeting.name_of(unit)
        marked = unit in self.marked
        button = verb_button(name, kind="tint" if marked else "plain", icon="hand" if marked else "", size=34)
        if marked:
            button.setAccessibleName(_("{name}, to be asked by name").format(name=name))
        button.clicked.connect(lambda: self.chosen.emit(unit))
        self._flow.addWidget(button)


def question_of(the_round: Round) -> str:
    """What the round is about, "" where its kind says all."""
    return the_round.purpose or (ready_round(the_round.ready) if the_round.ready else "")


def _what(meeting: Meeting, the_round: Round, now: int) -> str:
    """What is to be done at the desk meanwhile."""
    if the_round.groups_until:
        until = clock_time(the_round.groups_until, meeting.time_zone)
        left = the_round.groups_until - now
        if left > 0:
            return _("Small groups until {time}, {left} left.").format(time=until, left=left_over(left))
        return _("The small groups were to be back at {time}.").format(time=until)
    if not turns.waiting(meeting, the_round):
        return _("Everybody has been heard.")
    if the_round.way == "sign":
        return _("Press the names whose sign you did not see: they are asked one after the other.")
    return _(
        "Press whoever begins to speak, or {key} and two letters of a name. Then those who have not spoken are called."
    ).format(key=shortcuts.shown("stack"))
