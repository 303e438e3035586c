"""A round: what it is for, in which way, by whom, and what each way costs; said before it starts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coalmeet.ids import new_id
from coalmeet.meeting.moves import rounds
from coalmeet.meeting.round_cost import GROUP_MINUTES, Cost, cost
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.turns import usual_unit
from coalmeet.meeting.words import ready_round
from coalmeet.text import _, ngettext
from ui import theme
from ui.desk.hands import Hands
from ui.desk.line_field import LineField
from ui.desk.option_row import OptionRow
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs
from ui.widgets.fields import Choice, Field, Tick
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, empty

READY = ("well_better", "stronger", "thanks")
TURN_SECONDS = (0, 30, 60, 120, 180)


class RoundChoice(Tool):
    """Ready-made purposes are one press, the ways have digits; Enter begins the round."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self.way, self._item = "turn", ""
        self._shown: object = None
        self.purpose = LineField()
        self.purpose.setPlaceholderText(_("What is the question?"))
        self.purpose.setAccessibleName(_("What is the question of this round?"))
        self.ready = {code: OptionRow(ready_round(code), "") for code in READY}
        for code, option in self.ready.items():
            option.clicked.connect(partial(self._take_ready, code))
        self.purpose.textChanged.connect(self._mark)
        self._ways = QVBoxLayout()
        self._ways.setSpacing(theme.px(2))
        self.ways: dict[str, OptionRow] = {}
        self._left = Wrapped("", theme.DETAIL, theme.MEDIUM)
        self.by_person = Tick(_("Person by person"))
        self.by_person.toggled.connect(lambda _on: self.show_meeting(hands.meeting, hands.live.now()))
        self.time = Choice()
        for seconds in TURN_SECONDS:
            self.time.addItem(_turn_words(seconds), seconds)
        self.time.currentIndexChanged.connect(lambda _at: self.show_meeting(hands.meeting, hands.live.now()))
        ready = column(*self.ready.values(), gap=2)
        self.setLayout(
            column(
                self.purpose, 10, _heading(_("Or one of these")), 4, ready, 12, _heading(_("How")), 4,
                self._ways, 6, self._left, 10, self.by_person, 8, Field(_("Time for each"), self.time), None,
            )
        )  # fmt: skip
        self.purpose.returnPressed.connect(self._begin)

    def first_field(self) -> QWidget:
        return self.purpose

    def title(self) -> str:
        return _("A round")

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        item = meeting.current.id if meeting.current else ""
        if item != self._item:  # each item begins as usual
            self._item, self.way = item, "turn"
            self.by_person.setChecked(usual_unit(meeting) == "person")
        costs = {way: self._cost(meeting, now, way) for way in rounds.WAYS}
        self._left.setText(_left_words(costs[self.way]))
        self._left.set_tone("over" if costs[self.way].too_much else "ink2")
        self._left.setVisible(bool(self._left.text()))
        shown = {way: _way_words(way, found) for way, found in costs.items()}
        if shown == self._shown:
            return
        self._shown = shown
        empty(self._ways)
        for number, (way, words) in enumerate(shown.items(), start=1):
            option = OptionRow(words, "", key=str(number))
            option.setChecked(way == self.way)
            option.clicked.connect(partial(self._choose_way, way))
            self.ways[way] = option
            self._ways.addWidget(option)

    def show_now(self, meeting: Meeting, now: int) -> None:
        self.show_meeting(meeting, now)

    def step(self) -> Step:
        return Step(_("Begin the round"), "primary", "refresh-cw")

    def verbs(self) -> Verbs:
        chosen: dict[str, Callable[[], object]] = {
            f"outcome_{number}": partial(self._choose_way, way) for number, way in enumerate(rounds.WAYS, 1)
        }
        return {**chosen, "primary": self._begin}

    def _cost(self, meeting: Meeting, now: int, way: str) -> Cost:
        return cost(meeting, now, "free", self._unit(), way, seconds=int(self.time.currentData() or 0))

    def _choose_way(self, way: str, _checked: bool = False) -> None:
        self.way = way
        for one, option in self.ways.items():
            option.setChecked(one == way)
        self.show_meeting(self.hands.meeting, self.hands.live.now())

    def _take_ready(self, code: str, _checked: bool = False) -> None:
        self.purpose.setText(ready_round(code))

    def _chosen_ready(self) -> str:
        typed = self.purpose.text().strip()
        return next((code for code in READY if ready_round(code) == typed), "")

    def _mark(self, _purpose: str) -> None:
        """The ready-made purpose that stands in the field is the chosen one; another text is none of them."""
        chosen = self._chosen_ready()
        for code, option in self.ready.items():
            option.setAutoExclusive(False)
            option.setChecked(code == chosen)
            option.setAutoExclusive(True)

    def _unit(self) -> str:
        return "person" if self.by_person.isChecked() else "organisation"

    def _begin(self) -> None:
        ready = self._chosen_ready()
        done = self.hands.do(
            rounds.begin_round,
            new_id(),
            "free",
            "" if ready else self.purpose.text().strip(),
            self._unit(),
            self.way,
            ready,
            GROUP_MINUTES if self.way == "groups" else 0,
            int(self.time.currentData() or 0),
        )
        if done:
            self.purpose.clear()
            self._choose_way("turn")
            self.opens.emit("")


def _heading(words: str) -> OneLine:
    return OneLine(words, theme.DETAIL, theme.STRONG)


def _turn_words(seconds: int) -> str:
    if not seconds:
        return _("as long as it takes")
    if seconds < 60:
        return _("{count} seconds").format(count=seconds)
    return ngettext("{count} minute", "{count} minutes", seconds // 60).format(count=seconds // 60)


def _way_words(way: str, found: Cost) -> str:
    table = {
        "turn": ngettext(
            "In turn: {turns} turn, about {count} min",
            "In turn: {turns} turns, about {count} min",
            found.turns,
        ),
        "popcorn": _("As they wish, then those not heard: about {count} min"),
        "sign": _("By sign, all at once: about {count} min"),
        "groups": _("In small groups, then one of each: about {count} min"),
    }
    return table[way].format(turns=found.turns, count=found.minutes)


def _left_words(found: Cost) -> str:
    """What the item has left, and that another way would do where it is not enough."""
    if found.left is None:
        return ""
    words = _("This item has {left} min left.").format(left=found.left)
    if found.too_much:
        return _("{words} Another way is quicker.").format(words=words)
    return words
