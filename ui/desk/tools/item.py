"""An update or a discussion: who presents, what came out of it, and how the meeting leaves it."""

from __future__ import annotations

from functools import partial

from coalmeet.meeting.moves import agenda, flow
from coalmeet.meeting.order import coming_item
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.words import outcome
from coalmeet.text import _
from ui import theme
from ui.desk import stack_part
from ui.desk.even_grid import EvenGrid
from ui.desk.hands import Hands
from ui.desk.made_row import MadeRows, actions_in, topics_in
from ui.desk.stack_part import StackPart
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs
from ui.desk.verb_button import verb_button
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column

OUTCOMES = ("noted", "postponed", "parked", "referred")


class ItemTool(Tool):
    """The outcome is chosen with one key, and the next item begins with it."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._item, self._wanted = "", False
        self.stack = StackPart(hands)
        self.stack.entered.connect(self._call)
        words = OneLine(_("Who would like to speak?"), theme.SECTION, theme.STRONG)
        self._speaking = Card(column(words, 8, self.stack, margins=(18, 14, 18, 14)))
        self._made = MadeRows(hands)
        self._nothing = Wrapped(
            _(
                "Actions and parked topics of this item will stand here. Write them in the notes, one line each."
            ),
            theme.DETAIL,
            tone="ink2",
        )
        self._came = Card(
            column(
                OneLine(_("What came out of it"), theme.SECTION, theme.STRONG),
                8,
                self._nothing,
                self._made,
                margins=(18, 14, 18, 16),
            )
        )
        self._buttons = [self._way(number, code) for number, code in enumerate(OUTCOMES, start=1)]
        leaves = OneLine(_("It leaves as"), theme.DETAIL, theme.STRONG)
        said = column(self._speaking, self._came, gap=12)  # while nobody is asked it leaves no gap
        self.setLayout(column(said, 16, leaves, 8, EvenGrid(self._buttons), None))

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        current = meeting.current
        if current is None:
            return
        made = (*actions_in(meeting, current.id), *topics_in(meeting, current.id))
        self._nothing.setVisible(not made)
        self._made.setVisible(bool(made))
        self._made.show_made(made)
        if current.id != self._item:
            self._item, self._wanted = current.id, False
        self.stack.show_meeting(meeting)
        self._show_speaking()

    def _show_speaking(self) -> None:
        """While people speak in turn, what has not come out yet needs no room."""
        speak = self._wanted or bool(self.stack.rows())
        self._speaking.setVisible(speak)
        self._came.setVisible(self._nothing.isHidden() or not speak)

    def step(self) -> Step:
        calls = stack_part.step_of(self.hands.meeting)
        if calls is not None:
            return calls
        following = coming_item(self.hands.meeting)
        if following is None:
            return Step(_("End this item"), "primary", "check")
        return Step(_("Next item"), "primary", "skip-forward")

    def others(self) -> tuple[Step, ...]:
        usual = (Step(_("A round"), "free_round", "refresh-cw"), Step(_("Decide on it"), "decide", "gavel"))
        if self.stack.rows():
            return (*stack_part.others_of(self.hands.meeting), usual[0])
        return (Step(_("Stack"), "stack", "list-ordered"), *usual)

    def verbs(self) -> Verbs:
        ways = {
            f"outcome_{at}": partial(leave, self.hands, code) for at, code in enumerate(OUTCOMES, start=1)
        }
        stack = {"stack": self._ask, "next_speaker": self.stack.call, **self.stack.verbs()}
        return {"primary": self._primary, "decide": self._decide, **ways, **stack}

    def _primary(self) -> None:
        """While people wait to speak the large button calls them, else it leaves the item."""
        if stack_part.step_of(self.hands.meeting) is not None:
            self.stack.call()
        else:
            leave(self.hands)

    def _ask(self) -> None:
        """Open the stack, with its field ready; put it away again while nobody waits."""
        self._wanted = not (self._wanted and not self.stack.rows())
        self._show_speaking()
        if self._wanted:
            self.stack.add.box.setFocus()

    def _call(self) -> None:
        if stack_part.step_of(self.hands.meeting) is not None:
            self.stack.call()

    def _way(self, number: int, code: str) -> Button:
        button = verb_button(outcome(code), f"outcome_{number}", size=theme.PRIMARY)
        button.clicked.connect(lambda: leave(self.hands, code))
        return button

    def _decide(self) -> None:
        current = self.hands.meeting.current
        if current is not None:
            self.hands.do(agenda.label_item, current.id, "decision")


def leave(hands: Hands, outcome_code: str = "") -> None:
    """Leave the running item with an outcome, and go on to the next one where there is one."""
    if coming_item(hands.meeting) is None:
        hands.do(flow.end_item, outcome_code)
    else:
        hands.do(flow.next_item, outcome_code)
