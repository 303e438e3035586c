"""What the agenda still asks for, as one sentence, and where it is too long the ways to fit; none happens by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy

from coalmeet.coalition.fitting import WayOut, break_place, ends, over_minutes, ways_out
from coalmeet.coalition.plan import PlannedItem, PlannedMeeting, overbooked, total
from coalmeet.meeting import words
from coalmeet.text import _, ngettext
from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Icon, Wrapped
from ui.widgets.layouts import column, empty, row, widget
from ui.widgets.tips import tip

# Design pixels: between ways, for the sentence beside them, for the first words of a way.
_GAP, _SENTENCE, _LEAST_WAY = 8, 340, 260


class FitCard(Card):
    """`taken` carries the WayOut that was chosen; `break_wanted` asks for a break."""

    taken = Signal(object)
    break_wanted = Signal()

    def __init__(self) -> None:
        self._icon = Icon("hourglass", "over", 20)
        self.sentence = Wrapped("", 16, theme.STRONG, most=2)
        self._below = Wrapped("", 14, tone="ink2", most=1)
        self._ways, self._buttons = FlowLayout(gap=_GAP), list[Button]()
        self.ways: tuple[WayOut, ...] = ()
        said = column(None, self.sentence, 2, self._below, None)
        words = widget(row(column(None, self._icon, None), 12, (said, 1)))
        self._holder = widget(self._ways)
        self._both = row((words, 1), (self._holder, 0), gap=12, margins=(20, 12, 16, 12))
        super().__init__(self._both)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()

    def _stand(self) -> None:
        """The ways stand below the sentence where they would leave it no room, whole as far as that goes."""
        whole = self.contentsRect().width() - theme.px(36) - 2
        buttons, gap = self._buttons, theme.px(_GAP)
        below = sum(button.sizeHint().width() + gap for button in buttons) + theme.px(_SENTENCE) > whole
        last = buttons[-1].sizeHint().width() if buttons else 0
        # All in one row where each still has room for its first words; else each is as wide as it likes.
        share = (whole - last) // max(1, len(buttons) - 1) - gap
        for button in buttons:
            button.setMaximumWidth(share if below and share >= theme.px(_LEAST_WAY) else whole)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._both.setDirection(down if below else across)
        policy = QSizePolicy.Policy.Preferred if below else QSizePolicy.Policy.Fixed
        self._holder.setSizePolicy(policy, QSizePolicy.Policy.Preferred)

    def show_plan(self, frame: PlannedMeeting, items: Sequence[PlannedItem]) -> None:
        """Say whether this agenda fits; hidden when nothing is missing."""
        items = [_named(item) for item in items]
        asked = overbooked(frame, items)
        self.ways = ways_out(frame, items)
        self.setVisible(bool(asked))
        empty(self._ways)
        self._buttons = []
        if not asked:
            self.sentence.setText("")
            return
        if over_minutes(frame, items):
            planned = _("{planned} minutes planned, {agreed} agreed")
            self.sentence.setText(planned.format(planned=total(items), agreed=frame.minutes))
            self._below.setText(_("There are ways to fit. None happens by itself."))
            self._icon.set_icon("hourglass", "over")
            numbers = _numbers(items)
            for way in self.ways:
                self._offer(self._way_button(frame, way, numbers.get(way.item, 0)))
        else:
            self._show_first(asked, items)
        self._stand()

    def _show_first(self, asked: Sequence[str], items: Sequence[PlannedItem]) -> None:
        self._icon.set_icon("circle-question-mark", "last")
        self.sentence.setText(asked[0])
        more = len(asked) - 1
        below = ngettext("{count} more open question below.", "{count} more open questions below.", more)
        self._below.setText(below.format(count=more) if more else "")
        self._below.setVisible(bool(more))
        if break_place(items) is not None:  # then the first sentence asks for it
            button = Button(_("Put a break there"), icon="coffee")
            button.clicked.connect(self.break_wanted)
            self._offer(button)

    def _offer(self, button: Button) -> None:
        self._buttons.append(button)
        self._ways.addWidget(button)

    def _way_button(self, frame: PlannedMeeting, way: WayOut, number: int) -> Button:
        button = Button(_way_words(frame, way, number))
        button.clicked.connect(lambda: self.taken.emit(way))
        button.setToolTip(tip(button.text()))
        return button


def _named(item: PlannedItem) -> PlannedItem:
    """An item that can be spoken of, also while it has no title."""
    return replace(item, title=item.title or words.built_in(item.built_in) or _("The new item"))


def _numbers(items: Sequence[PlannedItem]) -> dict[str, int]:
    """The numbers of the items as the list shows them: several may have the same title."""
    counted = [item.id for item in items if item.built_in != "break"]
    return {id: number for number, id in enumerate(counted, 1)}


def _way_words(frame: PlannedMeeting, way: WayOut, number: int) -> str:
    """What this way does first: the title may be long, and is cut at its end."""
    if way.way == "later":
        return _("Another day: {number}. {title}").format(number=number, title=way.title)
    if way.way == "in_writing":
        return _("In writing: {number}. {title}").format(number=number, title=way.title)
    if way.way == "shorten":
        words = _("{minutes} min less: {number}. {title}")
        return words.format(minutes=way.minutes, number=number, title=way.title)
    end = ends(frame, (frame.minutes or 0) + way.minutes)
    if end:
        return _("End at {time}").format(time=end)
    return _("{minutes} min longer").format(minutes=way.minutes)
