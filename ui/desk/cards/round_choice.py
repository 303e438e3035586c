"""A round: what it is for, in which way, by whom, and what each way costs; said before it starts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from coalmeet.ids import new_id
from coalmeet.meeting.moves import rounds
from coalmeet.meeting.round_cost import GROUP_MINUTES, GROUP_SIZE, Cost, cost, cost_words
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.turns import usual_kind, usual_unit
from coalmeet.text import _, ngettext
from ui import theme
from ui.desk.even_grid import EvenGrid
from ui.desk.hands import Hands, gesture
from ui.desk.line_field import LineField
from ui.desk.ready_rounds import ReadyRounds, code_of
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs
from ui.desk.verb_button import verb_button
from ui.widgets.fields import Choice, Field, Tick
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column

TURN_SECONDS = (0, 30, 60, 120, 180)


class RoundChoice(Tool):
    """Ready-made purposes are one press, the ways have digits; Enter begins the round."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self.way, self.kind, self._item = "turn", "free", ""
        self.purpose = LineField()
        self.purpose.setAccessibleName(_("What is the question of this round?"))
        self.ready = ReadyRounds()
        self.ready.chosen.connect(self.purpose.setText)
        self.purpose.textChanged.connect(self.ready.mark)
        self.ways = {
            way: verb_button(_way_words(way), f"outcome_{number}")
            for number, way in enumerate(rounds.WAYS, start=1)
        }
        for way, button in self.ways.items():
            button.clicked.connect(partial(self._choose_way, way))
        self._cost_words = Wrapped("", theme.DETAIL, theme.MEDIUM)
        self.by_person = Tick(_("Person by person"))
        self.by_person.toggled.connect(lambda _on: self.show_meeting(hands.meeting, hands.live.now()))
        self.time = Choice()
        for seconds in TURN_SECONDS:
            self.time.addItem(_turn_words(seconds), seconds)
        self.time.currentIndexChanged.connect(lambda _at: self.show_meeting(hands.meeting, hands.live.now()))
        self.setLayout(
            column(
                self.purpose, 8, self._cost_words, 10, EvenGrid(tuple(self.ways.values())), 12,
                _heading(_("Or one of these")), 4, self.ready, 10, self.by_person, 8,
                Field(_("Time for each"), self.time), None,
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
        self.kind = usual_kind(meeting)
        if self.kind not in rounds.BY_SIGN and self.way == "sign":
            self.way = "turn"
        self.ways["sign"].setEnabled(self.kind in rounds.BY_SIGN)  # a reaction is words
        people = sum(one.seat.capacity != "interpreter" for one in meeting.present_people)
        self.ways["groups"].setEnabled(people >= GROUP_SIZE)  # fewer are one small group already
        self.purpose.setPlaceholderText(_questions()[self.kind])
        costs = {way: self._cost(meeting, now, way) for way in rounds.WAYS}
        for way, button in self.ways.items():
            words = _("{way}, {count} min").format(way=_way_words(way), count=costs[way].minutes)
            if button.text() != words:
                button.setText(words)
            button.set_kind("tint" if way == self.way else "plain")
        chosen = costs[self.way]
        self._cost_words.setText(_words(chosen, self.way))
        self._cost_words.set_tone("last" if chosen.too_much else "ink2")

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
        return cost(meeting, now, self.kind, self._unit(), way, seconds=int(self.time.currentData() or 0))

    def _choose_way(self, way: str, _checked: bool = False) -> None:
        if self.ways[way].isEnabled():
            self.way = way
        self.show_meeting(self.hands.meeting, self.hands.live.now())

    def _unit(self) -> str:
        return "person" if self.by_person.isChecked() else "organisation"

    @gesture
    def _begin(self) -> None:
        ready = code_of(self.purpose.text())
        done = self.hands.do(
            rounds.begin_round,
            new_id(),
            self.kind if not ready else "free",
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


def _questions() -> dict[str, str]:
    """What stands in the empty field: what the round is about where nothing is written."""
    return {
        "free": _("What is the question?"),
        "questions": _("Questions to understand the proposal"),
        "reactions": _("Reactions to the proposal"),
    }


def _turn_words(seconds: int) -> str:
    if not seconds:
        return _("as long as it takes")
    if seconds < 60:
        return _("{count} seconds").format(count=seconds)
    return ngettext("{count} minute", "{count} minutes", seconds // 60).format(count=seconds // 60)


def _way_words(way: str) -> str:
    table = {
        "turn": _("In turn"),
        "popcorn": _("As they wish"),
        "sign": _("By sign"),
        "groups": _("Small groups"),
    }
    return table[way]


def _words(found: Cost, way: str) -> str:
    """What the chosen way costs, and that another one is quicker where the item has not enough."""
    words = cost_words(found, way)
    if way == "popcorn":
        words = _("Whoever wishes speaks; then those not heard are called. {cost}").format(cost=words)
    return _("{words} Another way is quicker.").format(words=words) if found.too_much else words
