"""What can be done with an item of the agenda: take it up, move, label, split, join, put it off. The group agrees."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from coalmeet.coalition.topic import Earlier
from coalmeet.ids import new_id
from coalmeet.meeting.moves import agenda, flow
from coalmeet.meeting.state import Item, Meeting
from coalmeet.meeting.words import label, outcome
from coalmeet.text import _
from ui import theme
from ui.desk.cards.item_lines import JoinLine, SplitLine, able_to_join
from ui.desk.cards.item_names import ItemNames
from ui.desk.hands import Hands, gesture
from ui.desk.scroll import bring_into_view
from ui.desk.verb_button import verb_button
from ui.widgets.buttons import Button
from ui.widgets.fields import Choice
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, row, widget

LATER = ("postponed", "parked", "referred", "dropped")
Change = Callable[
    ..., bool
]  # makes a move on the agenda, with the reason that was written; tells whether it counts


class ItemWays(QWidget):
    """`done` tells that the meeting went on with the item; `moved` asks to move it by so many places."""

    done = Signal()
    moved = Signal(int)

    def __init__(self, hands: Hands, change: Change, offered: Callable[[Item], tuple[Earlier, ...]]) -> None:
        super().__init__()
        self.hands, self._change, self._item = hands, change, ""
        self.start = self._button(_("Take it up"), self._start, kind="tint", icon="play")
        self.up = self._button("", lambda: self.moved.emit(-1), icon="arrow-up", spoken=_("Earlier"))
        self.down = self._button("", lambda: self.moved.emit(1), icon="arrow-down", spoken=_("Later"))
        self.split = self._button(_("Split it"), self._open_split)
        self.join = self._button(_("Take it up within …"), self._open_join)
        self.later = [self._later(code) for code in LATER]
        buttons = FlowLayout(gap=6)
        for button in (self.start, self.up, self.down, self.split, self.join, *self.later):
            buttons.addWidget(button)
        self.label = Choice()
        self.label.setAccessibleName(_("Label"))
        for code in ("", "decision", "discussion", "update"):
            self.label.addItem(label(code) if code else _("no label"), code)
        self.label.activated.connect(lambda _at: self._relabel())
        self.history = Wrapped("", theme.META, tone="ink2")
        self.names = ItemNames(change, offered)
        self.splitting, self.joining = SplitLine(), JoinLine()
        self.splitting.wanted.connect(self._split)
        self.joining.wanted.connect(self._join)
        self.setLayout(
            column(
                self.history, 4, widget(buttons), 6, self.splitting, self.joining, row(self.label, None), 8,
                self.names,
            )
        )  # fmt: skip

    def show_item(
        self, meeting: Meeting, item: Item, earlier: str, *, can_rise: bool, can_sink: bool
    ) -> None:
        """Show what can be done with the item as it stands."""
        self._item = item.id
        open_ = not item.outcome
        own = open_ and not item.entry.built_in
        others = able_to_join(meeting, item)
        self.start.setVisible(not item.running and not item.merged_into)
        for button, allowed in ((self.up, can_rise), (self.down, can_sink)):
            button.setVisible(open_ and not item.running)
            button.setEnabled(allowed)
        self.split.setVisible(own)
        self.join.setVisible(own and not item.running and bool(others))
        for button in self.later:
            button.setVisible(open_ and not item.running)
        self.label.setVisible(own)
        self.label.setCurrentIndex(max(0, self.label.findData(item.entry.label)))
        self.names.setVisible(not item.entry.built_in)
        self.names.show_item(item)
        self.history.setText(earlier)
        self.history.setVisible(bool(earlier))
        if not own:
            self.splitting.hide()
            self.joining.hide()
        self.joining.offer(others)

    def _button(
        self, words: str, act: Callable[[], object], kind: str = "plain", *, icon: str = "", spoken: str = ""
    ) -> Button:
        button = verb_button(words, kind=kind, icon=icon, spoken=spoken)
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _later(self, code: str) -> Button:
        return self._button(outcome(code), lambda: self._change(flow.settle_item, self._item, code))

    @gesture
    def _start(self) -> None:
        if self.hands.do(flow.start_item, self._item):
            self.done.emit()

    def _relabel(self) -> None:
        self._change(agenda.label_item, self._item, str(self.label.currentData() or ""))

    def _open_split(self) -> None:
        """With half of the minutes that are left for the second part."""
        self.joining.hide()
        item = self.hands.meeting.item(self._item)
        if item is not None:
            left = agenda.whole_minutes_left(item, self.hands.live.now())
            self.splitting.minutes.set_minutes(left // 2)
        self.splitting.turn(self.splitting.title)

    def _open_join(self) -> None:
        self.splitting.hide()
        self.joining.turn(self.joining.into)

    def _split(self) -> None:
        asked = self.splitting.minutes.minutes() or None
        title = self.splitting.title.text()
        if self._change(agenda.split_item, self._item, new_id(), title, asked):
            self.splitting.title.clear()
            self._put_away(self.splitting)

    def _join(self) -> None:
        if self._change(agenda.merge_items, self._item, str(self.joining.into.currentData() or "")):
            self._put_away(self.joining)

    def _put_away(self, line: QWidget) -> None:
        """The keys go back to the row, which stays in view."""
        holder = self.parentWidget() or self
        holder.setFocus()
        line.hide()
        QTimer.singleShot(0, holder, partial(bring_into_view, holder))
