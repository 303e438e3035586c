"""What was opened beside the tool: one card at a time, with its title, its refusals and its own large button."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui import theme
from ui.desk.action_row import ActionRow
from ui.desk.as_seen import put_all_in_order
from ui.desk.hands import Hands
from ui.desk.keyboard import written_in
from ui.desk.scroll import Scroll
from ui.desk.step import Step
from ui.desk.tab_order import step_tab
from ui.desk.tool import Tool
from ui.desk.verb_button import verb_button
from ui.widgets.labels import OneLine
from ui.widgets.layouts import column, row
from ui.widgets.refusal import RefusalLine

Cards = Mapping[str, Callable[[Hands], Tool]]


class Beside(QWidget):
    """`turned` tells that a card was opened or put away; `pressed` tells a verb."""

    turned = Signal()
    restated = Signal()
    pressed = Signal(str)

    def __init__(self, hands: Hands, cards: Cards) -> None:
        super().__init__()
        self.hands, self._makers = hands, cards
        self._cards: dict[str, Tool] = {}
        self._left: QWidget | None = None  # the field that somebody was writing in before
        self.name = ""
        self._title = OneLine("", theme.SECTION, theme.STRONG)
        away = verb_button("", "dismiss", "ghost", icon="x", spoken=_("Put this away"))
        away.clicked.connect(self.close_card)
        self.refusal = RefusalLine()
        hands.speak_through(self.refusal)
        self.steps = ActionRow()
        self.steps.set_narrow(True)
        self.steps.pressed.connect(self.pressed)
        self._column = QVBoxLayout()
        holder = QWidget()
        holder.setLayout(self._column)
        self._column.setContentsMargins(0, 0, theme.px(6), 0)
        self._scroll = Scroll(holder)
        head = row((self._title, 1), 8, away)
        self.setLayout(column(head, 6, self.refusal, (self._scroll, 1), 8, self.steps))
        self.hide()

    @property
    def card(self) -> Tool | None:
        """The card that is open."""
        return self._cards.get(self.name)

    def open_card(self, name: str, meeting: Meeting, now: int) -> None:
        """Open a card, or put it away when it is open already; "" puts away whatever is."""
        if not name or name == self.name:
            self.close_card()
            return
        if self.card is not None:
            self.card.put_away()
            self.card.hide()
        else:
            self._left = written_in(self.window())
        if name not in self._cards:
            self._make(name)
        self.name = name
        self.refusal.clear()
        self._title.setText(self._cards[name].title())
        self._cards[name].show()
        self.show_meeting(meeting, now)
        self.show()
        self._scroll.verticalScrollBar().setValue(0)
        self.turned.emit()
        (self._cards[name].first_field() or self._cards[name]).setFocus()

    def close_card(self) -> None:
        """Put the card away; nothing is lost, everything was kept as it was done.

        The keys are the desk's again, or go on to the field that somebody was writing in before.
        """
        focus, left, card = QApplication.focusWidget(), self._left, self.card
        inside = focus is not None and self.isAncestorOf(focus)
        self._left = None
        self.name = ""
        self.refusal.clear()
        if inside:
            self.window().setFocus()  # before it is hidden: otherwise Qt looks for the next control
        if card is not None:
            card.put_away()
            card.hide()
        self.hide()
        self.turned.emit()
        if inside and left is not None and isValid(left) and left.isVisible():
            left.setFocus()

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Tab stays in the card; Esc leaves it.
        return step_tab((self._scroll, self.steps, self), forward=forward)

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        """Show the meeting in the open card."""
        if self.card is not None:
            self.card.show_meeting(meeting, now)
            put_all_in_order(self.card)
            self.show_steps()

    def show_steps(self) -> None:
        """Show what the open card offers."""
        if self.card is not None:
            self.steps.show_steps(self.card.step(), self.card.others())

    def step(self) -> Step | None:
        """The large button of the open card."""
        return self.card.step() if self.card else None

    def _make(self, name: str) -> None:
        made = self._makers[name](self.hands)
        made.restated.connect(self.show_steps)
        made.restated.connect(self.restated)
        made.opens.connect(lambda other: self.open_card(other, self.hands.meeting, self.hands.live.now()))
        self._cards[name] = made
        self._column.addWidget(made)
