"""Putting the clock right: it began earlier, it ended earlier, minutes more or fewer, a break."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from coalmeet.meeting import timing
from coalmeet.meeting.moves import clock, flow, put_right
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui import theme
from ui.desk.hands import Hands, gesture
from ui.desk.tool import Tool
from ui.desk.verb_button import verb_button
from ui.widgets.buttons import Button
from ui.widgets.fields import Minutes
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, widget

AGO = (30, 90, 120, 300)  # seconds
BREAKS = (5, 10, 15)
GIVEN_BACK = (1, 5)
CORRECTIONS = (-5, -1, 1, 5)


class ClockCard(Tool):
    """The facilitator may put the clock itself right at any time; it is noted."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._began_title = _heading(_("This item began earlier, by"))
        self._ended_title = Wrapped("", theme.BODY, theme.STRONG, most=2)
        self._minutes = Minutes(2, _("Minutes ago"), step=1)
        self._began = self._dates_back(put_right.began_earlier, free=True)
        self._ended = self._dates_back(put_right.ended_earlier)
        self._end_now = self._button(
            _("It ended 2 minutes ago"), lambda: hands.do(flow.end_item, "", "", 2 * timing.MINUTE)
        )
        self._left = self._button(
            _("Leave it open, take it up again later"), lambda: hands.do(flow.leave_item)
        )
        back = [
            self._button(_("−{count} min").format(count=one), partial(self._change, -one, "given_back"))
            for one in GIVEN_BACK
        ]
        wrong = [self._button(_signed(one), partial(self._change, one, "correction")) for one in CORRECTIONS]
        rest = [self._button(_("{count} min").format(count=one), partial(self._rest, one)) for one in BREAKS]
        self._box = widget(
            column(
                _heading(_("The item needs less: it gives back")), 8, _flowing(back), 14,
                _heading(_("The clock itself is wrong, by")), 8, _flowing(wrong), 14,
            )
        )  # fmt: skip
        self._item = widget(column(_heading(_("This item")), 8, _flowing([self._end_now, self._left]), 14))
        stop = verb_button(_("Go on another day"), "another_day", icon="calendar")
        stop.clicked.connect(lambda: self.opens.emit("another_day"))
        note = Wrapped(
            _("What is put right here stands in the minutes as corrected."), theme.META, tone="ink2"
        )
        self.setLayout(
            column(
                self._began_title, 8, self._began, 14, self._ended_title, 8, self._ended, 14,
                self._box, _heading(_("A break")), 8, _flowing([*rest, stop]), 14, self._item, note, None,
            )
        )  # fmt: skip

    def title(self) -> str:
        return _("The clock")

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        running = meeting.current is not None
        for part in (self._began, self._began_title, self._box, self._item):
            part.setVisible(running)
        place = put_right.last_ended(meeting, self.hands.live.moves)
        item = meeting.item(getattr(place[0].events[place[1]], "item", "")) if place else None
        for part in (self._ended, self._ended_title):
            part.setVisible(item is not None)
        if item is not None:
            words = _("“{title}” had ended earlier, by").format(title=item.entry.title)
            self._ended_title.setText(words)

    def _button(self, words: str, act: Callable[[], object]) -> Button:
        button = verb_button(words)
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _dates_back(self, move: Callable[..., object], *, free: bool = False) -> QWidget:
        buttons: list[QWidget] = [
            self._button(_ago(seconds), partial(self._put_right, move, seconds * 1_000)) for seconds in AGO
        ]
        if free:
            that_long = self._button(
                _("That long"), lambda: self._put_right(move, self._minutes.minutes() * timing.MINUTE)
            )
            buttons += [self._minutes, that_long]
        return _flowing(buttons)

    def _put_right(self, move: Callable[..., object], by: int) -> None:
        """The moment is put right in its own entry, so that nothing that followed is undone."""
        self.hands.do(move, self.hands.live.moves, by)

    def _change(self, minutes: int, payer: str) -> None:
        self.hands.do(clock.change_timebox, minutes, payer)

    @gesture
    def _rest(self, minutes: int) -> None:
        if self.hands.do(clock.begin_break, minutes):
            self.opens.emit("")


def _heading(words: str) -> OneLine:
    return OneLine(words, theme.BODY, theme.STRONG)


def _flowing(widgets: list[QWidget] | list[Button]) -> QWidget:
    holder = QWidget()
    line = FlowLayout(holder, gap=8)
    for one in widgets:
        line.addWidget(one)
    return holder


def _ago(seconds: int) -> str:
    if seconds < 120:
        return _("{count} s").format(count=seconds)
    return _("{count} min").format(count=seconds // 60)


def _signed(minutes: int) -> str:
    words = _("{count} min too much") if minutes < 0 else _("{count} min too little")
    return words.format(count=abs(minutes))
