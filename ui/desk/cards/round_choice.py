"""A round: what it is for, by whom, and what it costs; said before it starts."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coalmeet.ids import new_id
from coalmeet.meeting import timing, turns
from coalmeet.meeting.moves import rounds
from coalmeet.meeting.state import Meeting
from coalmeet.text import _, ngettext
from ui import theme
from ui.desk.hands import Hands
from ui.desk.line_field import LineField
from ui.desk.option_row import OptionRow
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs
from ui.widgets.fields import Tick
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column


class RoundChoice(Tool):
    """Ready-made purposes are one press; Enter begins the round."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self.purpose = LineField()
        self.purpose.setPlaceholderText(_("What is the question?"))
        self.purpose.setAccessibleName(_("What is the question of this round?"))
        self.by_person = Tick(_("Person by person"))
        self.by_person.toggled.connect(lambda _on: self.show_meeting(hands.meeting, hands.live.now()))
        self._cost = Wrapped("", theme.BODY, theme.MEDIUM)
        self.ready = {words: OptionRow(words, "") for words in _ready_made()}
        for words, option in self.ready.items():
            option.clicked.connect(lambda _checked=False, one=words: self.purpose.setText(one))
        self.purpose.textChanged.connect(self._mark)
        title = OneLine(_("Or one of these"), theme.DETAIL, theme.STRONG)
        ready = column(*self.ready.values(), gap=4)
        self.setLayout(column(self.purpose, 12, title, 6, ready, 12, self.by_person, 10, self._cost, None))
        self.purpose.returnPressed.connect(self._begin)

    def _mark(self, purpose: str) -> None:
        """The ready-made purpose that stands in the field is the chosen one; another text is none of them."""
        for words, option in self.ready.items():
            option.setAutoExclusive(False)
            option.setChecked(words == purpose)
            option.setAutoExclusive(True)

    def first_field(self) -> QWidget:
        return self.purpose

    def title(self) -> str:
        return _("A round")

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        self._cost.setText(cost(meeting, now, self._unit()))

    def step(self) -> Step:
        return Step(_("Begin the round"), "primary", "refresh-cw")

    def verbs(self) -> Verbs:
        return {"primary": self._begin}

    def _unit(self) -> str:
        return "person" if self.by_person.isChecked() else "organisation"

    def _begin(self) -> None:
        if self.hands.do(rounds.begin_round, new_id(), "free", self.purpose.text().strip(), self._unit()):
            self.purpose.clear()
            self.opens.emit("")


def _ready_made() -> tuple[str, ...]:
    return (
        _("What is going well, what could be better?"),
        _("One thing that would make this partnership stronger"),
        _("Thanks"),
    )


def cost(meeting: Meeting, now: int, unit: str) -> str:
    """What the round costs: "18 turns, about 18 min; 9 min left"; and another way where it costs too much."""
    count = len(turns.units(meeting, "free", unit))
    said = ngettext("{count} turn, about {count} min.", "{count} turns, about {count} min.", count).format(
        count=count
    )
    current = meeting.current
    if current is None or not current.minutes:
        return said
    left = max(0, timing.left_ms(current, now) // timing.MINUTE)
    words = _("{cost} This item has {left} min left.").format(cost=said, left=left)
    if count > left:
        return _("{words} Signs, or small groups, would be quicker.").format(words=words)
    return words
