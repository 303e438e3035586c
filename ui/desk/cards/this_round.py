"""What is rarely needed while a round goes on: the other way around, a sign, small groups, breaking it off."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from coalmeet.meeting import turns
from coalmeet.meeting.moves import rounds
from coalmeet.meeting.round_cost import GROUP_MINUTES, cost, cost_words
from coalmeet.meeting.state import Meeting, Round
from coalmeet.text import _
from ui import theme
from ui.desk import round_verbs
from ui.desk.hands import Hands
from ui.desk.tool import Tool, Verbs
from ui.desk.verb_button import verb_button
from ui.widgets.buttons import Button
from ui.widgets.fields import Minutes
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, row, widget


class ThisRound(Tool):
    """Each says what it does; what does not fit this round is not shown."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self.minutes = Minutes(GROUP_MINUTES, _("Minutes in small groups"), step=1)
        self.around = self._button(
            _("Go around the other way"), "other_way", lambda: hands.do(rounds.turn_around)
        )
        self.sign = self._button(
            _("All the others gave a sign"), "by_sign", lambda: hands.do(rounds.count_signs)
        )
        self.wish = self._button(_("Call those not heard yet"), "", lambda: hands.do(rounds.sweep))
        self.groups = self._button(
            _("Into small groups"), "groups", lambda: round_verbs.groups(hands, self.minutes.minutes())
        )
        self.end = self._button(_("End it without those not heard"), "", self._break_off)
        self._left = Wrapped("", theme.DETAIL, theme.MEDIUM)
        self._parts = {
            "around": _part(self.around, _("Whoever speaks goes on; the others follow from the other end.")),
            "sign": _part(self.sign, _("One input for all whose sign you saw.")),
            "wish": _part(self.wish, _("One after the other; nobody is missed.")),
            "groups": widget(
                column(
                    row(self.groups, None),
                    4,
                    row(self.minutes, None),
                    3,
                    Wrapped(_("The round waits, with all that was said in it."), theme.META, tone="ink2"),
                )
            ),
            "end": _part(self.end, _("The minutes say that it was broken off, and name nobody.")),
        }
        self.setLayout(column(self._left, 12, *self._parts.values(), None, gap=14))

    def title(self) -> str:
        return _("This round")

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        now_on = meeting.round
        if now_on is None:
            self._left.setText(_("The round has ended."))
            for part in self._parts.values():
                part.hide()
            return
        self._left.setText(_still(meeting, now_on, now))
        left, called = turns.waiting(meeting, now_on), turns.called(meeting, now_on)
        shown = {
            "around": len(called) > 2,
            "sign": bool(called) and now_on.kind in rounds.BY_SIGN,
            "wish": now_on.way in turns.UNCALLED and bool(left) and not now_on.groups_until,
            "groups": bool(left)
            and not now_on.groups_until
            and now_on.kind not in {"temperature", "consent"},
            "end": bool(left) and now_on.kind != "consent",
        }
        for name, part in self._parts.items():
            part.setVisible(shown[name])

    def show_now(self, meeting: Meeting, now: int) -> None:
        self.show_meeting(meeting, now)

    def verbs(self) -> Verbs:
        return {
            verb: button.click
            for verb, button in (("other_way", self.around), ("by_sign", self.sign), ("groups", self.groups))
            if button.isVisible()
        }

    def _button(self, words: str, verb: str, act: Callable[[], object]) -> Button:
        button = verb_button(words, verb)
        button.clicked.connect(lambda: self._done(act))
        return button

    def _done(self, act: Callable[[], object]) -> None:
        if act() is not False:
            self.opens.emit("")

    def _break_off(self) -> bool:
        return self.hands.do(rounds.end_round, leave_out=True)


def _part(button: Button, detail: str) -> QWidget:
    return widget(column(row(button, None), 3, Wrapped(detail, theme.META, tone="ink2")))


def _still(meeting: Meeting, now_on: Round, now: int) -> str:
    """How much longer it takes, at the pace of this meeting."""
    left = len(turns.waiting(meeting, now_on))
    way = "sign" if now_on.way == "sign" else "turn"
    found = cost(meeting, now, now_on.kind, now_on.unit, way, seconds=now_on.turn_seconds, turns_left=left)
    return cost_words(found, way)
