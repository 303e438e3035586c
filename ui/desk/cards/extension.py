"""More time: how many minutes, and who gives them. The group is asked, and one key records its yes."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from coalmeet.meeting.moves import clock
from coalmeet.meeting.state import Meeting
from coalmeet.text import _, ngettext
from ui import shortcuts, theme
from ui.desk.extending import WayToPay, ways_to_pay
from ui.desk.hands import Hands, gesture
from ui.desk.option_row import OptionRow
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs
from ui.desk.two_bars import TwoBars, bars
from ui.desk.verb_button import verb_button
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import OneLine
from ui.widgets.layouts import column, empty, row, widget

USUAL = 5  # minutes that are asked for at first


class Extension(Tool):
    """Stays open beside the round, which goes on."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._minutes, self.at = USUAL, 0
        self.ways: tuple[WayToPay, ...] = ()
        self._asked: object = None  # what the call is asked now, and of which meeting
        self._amount = OneLine("", theme.BODY, theme.STRONG, tabular=True)
        less, more = (
            verb_button("", icon="minus", spoken=_("Fewer minutes")),
            verb_button("", icon="plus", spoken=_("More minutes")),
        )
        less.clicked.connect(lambda: self.ask_for(self._minutes - 1))
        more.clicked.connect(lambda: self.ask_for(self._minutes + 1))
        self._options = QVBoxLayout()
        self._options.setSpacing(theme.px(8))
        self._bars = TwoBars()
        asked = FlowLayout(gap=8)
        for part in (
            OneLine(_("Who gives them?"), theme.BODY, theme.MEDIUM),
            widget(row(less, 8, self._amount, 8, more)),
        ):
            asked.addWidget(part)
        self.setLayout(column(asked, 10, self._bars, 10, self._options, None))

    def title(self) -> str:
        return _("More time")

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        if meeting.current is None:
            return
        self._amount.setText(
            ngettext("{count} min", "{count} min", self._minutes).format(count=self._minutes)
        )
        ways = ways_to_pay(meeting, now - now % 60_000, self._minutes)
        if ways != self.ways:
            self.ways = ways
            self._fill(ways)
        self._show_chosen(meeting, now)
        self._ask_the_call()

    show_now = show_meeting  # its bars move with the clock

    def ask_for(self, minutes: int) -> None:
        """Ask for another number of minutes."""
        self._minutes = max(1, min(120, minutes))
        self.show_meeting(self.hands.meeting, self.hands.live.now())
        self.restated.emit()

    def says(self) -> tuple[str, ...]:
        return (question(self.hands.meeting, self.ways[self.at], self._minutes),) if self.ways else ()

    def step(self) -> Step | None:
        if not self.ways or self.hands.meeting.current is None:
            return None
        words = ngettext("Agreed, {count} minute", "Agreed, {count} minutes", self._minutes)
        return Step(words.format(count=self._minutes), "primary", "check")

    def verbs(self) -> Verbs:
        return {
            "primary": self._agree,
            "grace": lambda: self.ask_for(self._minutes + 1),
            "less": lambda: self.ask_for(self._minutes - 1),
            "extend": partial(_choose_next, self, 1),
            "next_row": partial(_choose_next, self, 1),
            "previous_row": partial(_choose_next, self, -1),
            **{f"pay_{at + 1}": partial(self.choose, at) for at in range(len(self.ways))},
        }

    def put_away(self) -> None:
        self._asked = None
        self.hands.live.withdraw_question()

    def _fill(self, ways: tuple[WayToPay, ...]) -> None:
        self.at = min(self.at, max(0, len(ways) - 1))
        empty(self._options)
        for number, way in enumerate(ways):
            key = shortcuts.shown(f"pay_{number + 1}")
            option = OptionRow(way.title, way.detail, way.warning, key)
            option.setChecked(number == self.at)
            option.clicked.connect(lambda _checked=False, one=number: self.choose(one))
            self._options.addWidget(option)

    def choose(self, at: int) -> None:
        """Choose who gives the minutes, by their place in the list."""
        self.at = at
        item = self._options.itemAt(at)
        option = item.widget() if item else None
        if isinstance(option, OptionRow):
            option.setChecked(True)
        self._show_chosen(self.hands.meeting, self.hands.live.now())
        self._ask_the_call()

    def _ask_the_call(self) -> None:
        """The question stands on the shared window while the card is open; after a move it is asked again."""
        way, live = self.ways[self.at], self.hands.live
        asked = (self._minutes, way.payer, way.item, len(live.moves))
        if asked != self._asked:
            self._asked = asked
            self.hands.act(lambda: live.ask_for_time(self._minutes, way.payer, way.item))

    def _show_chosen(self, meeting: Meeting, now: int) -> None:
        way = self.ways[self.at]
        before, after = bars(meeting, now - now % 60_000, self._minutes, way)
        self._bars.show_bars(before, after, way.detail)
        self.restated.emit()

    @gesture
    def _agree(self) -> None:
        way = self.ways[self.at]
        # The move itself answers the question: the card, which sees it happen, must not ask once more.
        self._asked = (self._minutes, way.payer, way.item, len(self.hands.live.moves) + 1)
        if self.hands.do(clock.change_timebox, self._minutes, way.payer, way.item):
            self.opens.emit("")


def question(meeting: Meeting, way: WayToPay, minutes: int) -> str:
    """What the facilitator asks the group, in one sentence."""
    payer = meeting.item(way.item)
    title = payer.entry.title if payer else ""
    table = {
        "item": _("We can have {count} more minutes if “{title}” gives them. Any objection to that?"),
        "end": _("We can have {count} more minutes if we end later. Any objection to that?"),
        "postponed": _(
            "We can have {count} more minutes if “{title}” waits for the next meeting. Any objection?"
        ),
    }
    return table[way.payer].format(count=minutes, title=title)


def _choose_next(card: Extension, step: int) -> None:
    if card.ways:
        card.choose((card.at + step) % len(card.ways))
