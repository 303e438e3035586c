"""Putting the clock right: it began earlier, it ended earlier, minutes more or fewer, a break, off the record."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from coalmeet.meeting import events, timing
from coalmeet.meeting.moves import clock, flow
from coalmeet.meeting.moves.correct import entries
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui import theme
from ui.desk.flow import FlowLayout
from ui.desk.hands import Hands
from ui.desk.tool import Tool
from ui.desk.verb_button import verb_button
from ui.widgets.fields import Minutes
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, row

AGO = (1, 2, 5)
BREAKS = (5, 10, 15)


class ClockCard(Tool):
    """The facilitator may put the clock itself right at any time; it is noted."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._began, self._began_title = QWidget(), OneLine("", theme.BODY, theme.STRONG)
        self._minutes = Minutes(2, _("Minutes ago"), step=1)
        began = FlowLayout(self._began, gap=8)
        for minutes in AGO:
            began.addWidget(self._button(_ago(minutes), partial(self._date_back, minutes)))
        began.addWidget(self._minutes)
        began.addWidget(self._button(_("That long"), lambda: self._date_back(self._minutes.minutes())))
        box = FlowLayout(gap=8)
        for change in (-5, -1, 1):
            words = _("{sign}{count} min").format(sign="+" if change > 0 else "−", count=abs(change))
            box.addWidget(self._button(words, partial(self._change, change)))
        rest = FlowLayout(gap=8)
        for minutes in BREAKS:
            rest.addWidget(self._button(_("{count} min").format(count=minutes), partial(self._rest, minutes)))
        self._ended = self._button(
            _("It ended 2 minutes ago"), lambda: hands.do(flow.end_item, "", "", 2 * timing.MINUTE)
        )
        self._left = self._button(
            _("Leave it open, take it up again later"), lambda: hands.do(flow.leave_item)
        )
        note = Wrapped(
            _("What is put right here stands in the minutes as corrected."), theme.META, tone="ink2"
        )
        self.setLayout(
            column(
                self._began_title, 8, self._began, 16,
                OneLine(_("The timebox"), theme.BODY, theme.STRONG), 8, box, 16,
                OneLine(_("A break"), theme.BODY, theme.STRONG), 8, rest, 16,
                OneLine(_("This item"), theme.BODY, theme.STRONG), 8, row(self._ended, None), 8,
                row(self._left, None), 14,
                note, None,
            )
        )  # fmt: skip

    def title(self) -> str:
        return _("The clock")

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        self._began_title.setText(_("This item began earlier, by"))
        running = meeting.current is not None
        for part in (self._began, self._began_title, self._ended, self._left):
            part.setVisible(running)

    def _button(self, words: str, act: Callable[[], object]) -> QWidget:
        button = verb_button(words)
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _date_back(self, minutes: int) -> None:
        """The start is put right in its own entry, so that nothing that followed is undone."""
        live, current = self.hands.live, self.hands.meeting.current
        starts = [one for one in entries(live.moves) if isinstance(one.event, events.ItemStarted)]
        mine = next((one for one in starts if current and getattr(one.event, "item", "") == current.id), None)
        if mine is None or current is None:
            return
        already = getattr(mine.event, "ago", 0)
        self.hands.act(lambda: live.correct(mine.move, mine.index, "ago", already + minutes * timing.MINUTE))

    def _change(self, minutes: int) -> None:
        payer = "grace" if minutes > 0 else "given_back"
        self.hands.do(clock.change_timebox, minutes, payer)

    def _rest(self, minutes: int) -> None:
        if self.hands.do(clock.begin_break, minutes):
            self.opens.emit("")


def _ago(minutes: int) -> str:
    return _("{count} min").format(count=minutes)
