"""One item of the agenda card: a line, and below it, once pressed, what can be done with the item."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from coalmeet.meeting.moves import agenda, flow
from coalmeet.meeting.state import Item
from coalmeet.meeting.words import label, outcome
from coalmeet.text import _, minutes
from ui import theme
from ui.desk.flow import FlowLayout
from ui.desk.hands import Hands
from ui.desk.verb_button import verb_button
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, row, widget

LATER = ("postponed", "parked", "dropped")


@dataclass(frozen=True, slots=True)
class ItemLine:
    """What the row shows."""

    item: Item
    number: str
    is_open: bool
    can_rise: bool
    can_sink: bool


class AgendaRow(Card):
    """`clicked` opens it; `done` tells that the meeting went on with it."""

    clicked = Signal()
    done = Signal()

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self._shown: ItemLine | None = None
        self._number = OneLine("", theme.DETAIL, tone="ink2", tabular=True)
        self._number.setFixedWidth(theme.px(24))
        self._title = Wrapped("", theme.BODY, theme.MEDIUM, most=2)
        self._detail = OneLine("", theme.META, tone="ink2")
        self.start = verb_button(_("Take it up"), kind="tint", icon="play")
        self.up = verb_button("", icon="arrow-up", spoken=_("Earlier"))
        self.down = verb_button("", icon="arrow-down", spoken=_("Later"))
        self._buttons = FlowLayout(gap=6)
        for button in (self.start, self.up, self.down, *(self._settle_button(code) for code in LATER)):
            self._buttons.addWidget(button)
        self._ways = widget(self._buttons)
        self._ways.hide()
        words = column(self._title, 1, self._detail)
        super().__init__(
            column(row(self._number, 6, (words, 1)), 6, self._ways, margins=(10, 7, 10, 7)), "row"
        )
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.start.clicked.connect(self._start)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))

    def show_line(self, line: ItemLine) -> None:
        """Show the item as it stands."""
        if line == self._shown:
            return
        self._shown = line
        item = line.item
        self._number.setText(line.number)
        self._title.setText(item.entry.title)
        self._title.set_tone("ink2" if item.outcome else "ink")
        self._title.set_weight(theme.STRONG if item.running else theme.MEDIUM)
        self._detail.setText(_detail(item))
        self.set_ground("tint_row" if item.running else "row")
        self._ways.setVisible(line.is_open and not item.running)
        self.up.setEnabled(line.can_rise and not item.outcome)
        self.down.setEnabled(line.can_sink and not item.outcome)
        self.setAccessibleName(_("{title}, {detail}").format(title=item.entry.title, detail=_detail(item)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() in moves:
            self._move(moves[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return}:
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def _settle_button(self, code: str) -> Button:
        button = verb_button(outcome(code))
        button.clicked.connect(lambda: self._settle(code))
        return button

    def _start(self) -> None:
        if self._shown and self.hands.do(flow.start_item, self._shown.item.id):
            self.done.emit()

    def _settle(self, code: str) -> None:
        if self._shown:
            self.hands.do(flow.settle_item, self._shown.item.id, code)

    def _move(self, step: int) -> None:
        """One place up or down: before the item above, or before the one after the next."""
        if self._shown is None:
            return
        ids = [item.id for item in self.hands.meeting.items]
        at = ids.index(self._shown.item.id) + (step if step < 0 else 2)
        before = ids[at] if 0 <= at < len(ids) else ""
        if at >= 0:
            self.hands.do(agenda.move_item, self._shown.item.id, before)


def _detail(item: Item) -> str:
    parts = [label(item.entry.label)] if item.entry.label else []
    parts.append(minutes(item.minutes) if item.minutes else _("no timebox"))
    if item.running:
        parts.append(_("now"))
    elif item.outcome:
        parts.append(outcome(item.outcome))
    return ", ".join(parts)
