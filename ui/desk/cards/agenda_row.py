"""One item of the agenda card: a line, and below it, once pressed, what can be done with the item."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from coalmeet.meeting.moves import agenda
from coalmeet.meeting.state import Item, Meeting
from coalmeet.meeting.words import label, outcome
from coalmeet.text import _, minutes
from ui import theme
from ui.desk.cards.item_ways import Change, ItemWays
from ui.desk.file_facts import Topics
from ui.desk.hands import Hands
from ui.widgets.card import Card
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, row


@dataclass(frozen=True, slots=True)
class ItemLine:
    """What the row shows; `within` is the title of the item that it is taken up within."""

    item: Item
    number: str
    is_open: bool
    can_rise: bool
    can_sink: bool
    within: str = ""


class AgendaRow(Card):
    """`clicked` opens it; `done` tells that the meeting went on with it. `topics` tells the history of an item.

    What can be done with the item is made when the row is first opened: an agenda may have 58 of them.
    """

    clicked = Signal()
    done = Signal()

    def __init__(self, hands: Hands, change: Change, topics: Topics) -> None:
        self.hands, self._change, self._topics = hands, change, topics
        self._shown: ItemLine | None = None
        self.ways: ItemWays | None = None
        self._number = OneLine("", theme.DETAIL, tone="ink2", tabular=True)
        self._number.setFixedWidth(theme.px(28))
        self._title = Wrapped("", theme.BODY, theme.MEDIUM, most=2)
        self._detail = Wrapped("", theme.META, tone="ink2", most=2)
        self._column = column(
            row(self._number, 6, (column(self._title, 1, self._detail), 1)), 6, margins=(10, 7, 10, 7)
        )
        super().__init__(self._column, "row")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_line(self, line: ItemLine, meeting: Meeting) -> None:
        """Show the item as it stands."""
        if line == self._shown and not line.is_open:
            return
        self._shown = line
        item = line.item
        self._number.setText(line.number)
        self._title.setText(item.entry.title)
        self._title.set_tone("ink2" if item.outcome else "ink")
        self._title.set_weight(theme.STRONG if item.running else theme.MEDIUM)
        self._detail.setText(_detail(line))
        self.set_ground("tint_row" if item.running else "row")
        self.setAccessibleName(_("{title}, {detail}").format(title=item.entry.title, detail=_detail(line)))
        if line.is_open:
            self._show_ways(line, meeting)
        elif self.ways is not None:
            self.ways.hide()

    def _show_ways(self, line: ItemLine, meeting: Meeting) -> None:
        if self.ways is None:
            self.ways = ItemWays(self.hands, self._change, self._topics.offered)
            self.ways.done.connect(self.done)
            self.ways.moved.connect(self._move)
            self._column.addWidget(self.ways)
        self.ways.show_item(
            meeting, line.item, self._topics.words(line.item), can_rise=line.can_rise, can_sink=line.can_sink
        )
        self.ways.show()

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

    def _move(self, step: int) -> None:
        """One place up or down: before the item above, or before the one after the next."""
        if self._shown is None:
            return
        ids = [item.id for item in self.hands.meeting.items]
        at = ids.index(self._shown.item.id) + (step if step < 0 else 2)
        before = ids[at] if 0 <= at < len(ids) else ""
        if at >= 0:
            self._change(agenda.move_item, self._shown.item.id, before)


def _detail(line: ItemLine) -> str:
    item = line.item
    if line.within:
        return _("taken up within “{title}”").format(title=line.within)
    parts = [label(item.entry.label)] if item.entry.label else []
    parts.append(minutes(item.minutes) if item.minutes else _("no timebox"))
    if item.running:
        parts.append(_("now"))
    elif item.outcome:
        parts.append(outcome(item.outcome))
    return ", ".join(parts)
