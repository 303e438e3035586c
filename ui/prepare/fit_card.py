"""What the agenda still asks for, as one sentence, and where it is too long the ways to fit; none happens by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from coalmeet.coalition.fitting import WayOut, break_place, ends, over_minutes, ways_out
from coalmeet.coalition.plan import PlannedItem, PlannedMeeting, overbooked, total
from coalmeet.meeting import words
from coalmeet.text import _, ngettext
from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import Icon, Wrapped
from ui.widgets.layouts import column, empty, row
from ui.widgets.tips import tip


class FitCard(Card):
    """`taken` carries the WayOut that was chosen; `break_wanted` asks for a break."""

    taken = Signal(object)
    break_wanted = Signal()

    def __init__(self) -> None:
        self._icon = Icon("hourglass", "over", 20)
        self.sentence = Wrapped("", 16, theme.STRONG, most=2)
        self._below = Wrapped("", 14, tone="ink2", most=1)
        self._ways = QHBoxLayout()
        self._ways.setSpacing(theme.px(8))
        self.ways: tuple[WayOut, ...] = ()
        said = column(None, self.sentence, 2, self._below, None)
        mark = column(None, self._icon, None)
        super().__init__(
            row(mark, 12, (said, 1), 16, column(None, self._ways, None), margins=(20, 12, 16, 12))
        )

    def show_plan(self, frame: PlannedMeeting, items: Sequence[PlannedItem]) -> None:
        """Say whether this agenda fits; hidden when nothing is missing."""
        items = [_named(item) for item in items]
        asked = overbooked(frame, items)
        self.ways = ways_out(frame, items)
        self.setVisible(bool(asked))
        empty(self._ways)
        if not asked:
            self.sentence.setText("")
            return
        if over_minutes(frame, items):
            planned = _("{planned} minutes planned, {agreed} agreed")
            self.sentence.setText(planned.format(planned=total(items), agreed=frame.minutes))
            self._below.setText(_("There are ways to fit. None happens by itself."))
            self._icon.set_icon("hourglass", "over")
            for way in self.ways:
                self._ways.addWidget(self._way_button(frame, way))
        else:
            self._show_first(asked, items)

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
            self._ways.addWidget(button)

    def _way_button(self, frame: PlannedMeeting, way: WayOut) -> Button:
        button = Button(_way_words(frame, way))
        button.clicked.connect(lambda: self.taken.emit(way))
        button.setMaximumWidth(theme.px(216))
        button.setToolTip(tip(button.text()))
        return button


def _named(item: PlannedItem) -> PlannedItem:
    """An item that can be spoken of, also while it has no title."""
    return replace(item, title=item.title or words.built_in(item.built_in) or _("The new item"))


def _way_words(frame: PlannedMeeting, way: WayOut) -> str:
    if way.way == "later":
        return _("{title}: another day").format(title=way.title)
    if way.way == "in_writing":
        return _("{title}: in writing").format(title=way.title)
    if way.way == "shorten":
        return _("{title}: {minutes} min less").format(title=way.title, minutes=way.minutes)
    end = ends(frame, (frame.minutes or 0) + way.minutes)
    if end:
        return _("End at {time}").format(time=end)
    return _("{minutes} min longer").format(minutes=way.minutes)
