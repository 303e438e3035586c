"""The card of the next meeting: when it is, who facilitates, whether its agenda fits, and the way into it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from coalmeet import text
from coalmeet.coalition.fitting import ends, over_minutes
from coalmeet.coalition.plan import overbooked
from coalmeet.text import _, ngettext
from ui import theme
from ui.start.look import NextMeeting
from ui.widgets import lines
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Icon, OneLine, Wrapped
from ui.widgets.layouts import column, empty, hairline, row, widget
from ui.widgets.plan_bar import PlanBar

_SIDE = 28  # design pixels around what stands on the card


class ComingCard(Card):
    """`go` carries what is wanted (run, practise, prepare) and the meeting's id."""

    go = Signal(str, str)

    def __init__(self) -> None:
        self._when = OneLine("", theme.BODY, theme.STRONG, "accent")
        self._day = Wrapped("", theme.TITLE, theme.BOLD, most=2)
        self._who = Wrapped("", theme.BODY, tone="ink2", most=2)
        self.start = Button(_("Start the meeting"), "primary", icon="play")
        self.large = self.start
        self.practise = Button(_("Practise"), icon="repeat")
        self.prepare = Button(_("Prepare the agenda"), icon="list-ordered")
        self._bar = PlanBar()
        self._facts = FlowLayout(gap=24)
        self._meeting = ""
        for button, errand in ((self.start, "run"), (self.practise, "practise"), (self.prepare, "prepare")):
            button.clicked.connect(lambda _on=False, errand=errand: self.go.emit(errand, self._meeting))
        words = column(self._when, 6, self._day, 4, self._who, None)
        self._first, self._second, self._stack = row(None), row(None, gap=8), column(gap=8)
        self._flow = FlowLayout()
        self._place: tuple[str, tuple[Button, ...]] = "", ()
        self._below = widget(self._flow)
        beside = column(self._first, self._second, self._stack, None, gap=8)
        self._top = column(row((words, 1), 24, beside), self._below, gap=14)
        layout = column(
            self._top,
            20,
            self._bar,
            6,
            hairline(),
            14,
            self._facts,
            margins=(_SIDE, 24, _SIDE, 20),
        )
        super().__init__(layout)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The day stays on one line: the buttons stand in two rows beside it, in a column, or below it."""
        buttons = self._in_order()
        sizes = [button.sizeHint().width() for button in buttons if not button.isHidden()]
        day = lines.width_of(self._day.text(), self._day.font()) + theme.px(2 * _SIDE + 24)
        left = self.width() - day
        place = "rows" if sum(sizes[1:]) + theme.px(8) <= left else "stack" if max(sizes) <= left else "below"
        if (place, buttons) == self._place:
            return
        self._place = place, buttons
        for layout in (self._first, self._second, self._stack, self._flow):
            for button in buttons:
                layout.removeWidget(button)
        first, *others = {"rows": (self._first, self._second), "stack": (self._stack,)}.get(
            place, (self._flow,)
        )
        first.addWidget(buttons[0])
        for button in buttons[1:]:
            (*others, first)[0].addWidget(button)
        self._below.setVisible(place == "below")

    def _in_order(self) -> tuple[Button, Button, Button]:
        """The large one, which is what this day is for, and the others."""
        return self.large, self.practise, self.prepare if self.large is self.start else self.start

    def show_meeting(self, coming: NextMeeting, today: date, *, ready: bool = True) -> None:
        """Show this meeting; `ready` says that nothing has to be done first."""
        self._meeting = coming.row.id
        running = coming.row.state == "running"
        self._when.setText(_("Going on now") if running else _in_days(coming.row.date, today))
        self._day.setText(text.near_day(today, today) if running else _moment(coming, today))
        self._put_first(self.start if running or coming.row.date <= today else self.prepare)
        self._who.setText(
            " · ".join(part for part in (coming.row.title, _roles(coming), _where(coming)) if part)
        )
        self.start.setText(_("Go on with the meeting") if running else _("Start the meeting"))
        self.practise.setVisible(not running)
        self.prepare.setVisible(not running)
        frame = coming.frame
        planned_end = "" if running else ends(frame, frame.minutes or 0)  # it may have begun on another day
        self._bar.show_plan(coming.items, frame.minutes or 0, planned_end)
        self._show_facts(coming, ready=ready)
        self._arrange()

    def _put_first(self, button: Button) -> None:
        """The large button is what this day is for: starting a meeting moves it to today."""
        self.large = button
        other = self._in_order()[-1]
        button.set_kind("primary", theme.PRIMARY)
        other.set_kind("plain", theme.CONTROL)
        self.setTabOrder(button, self.practise)
        self.setTabOrder(self.practise, other)

    def _show_facts(self, coming: NextMeeting, *, ready: bool) -> None:
        empty(self._facts)
        for words, good in _facts(coming, ready=ready):
            mark = Icon("check" if good else "circle", "accent" if good else "ink3", 16)
            weight, tone = (theme.REGULAR, "ink2") if good else (theme.STRONG, "ink")
            self._facts.addWidget(widget(row(mark, 8, OneLine(words, theme.BODY, weight, tone))))


def _in_days(day: date, today: date) -> str:
    days = (day - today).days
    if days < 0:
        return _("Planned, and not held yet")
    if days == 0:
        return _("Next meeting, today")
    if days == 1:
        return _("Next meeting, tomorrow")
    return ngettext("Next meeting, in {days} day", "Next meeting, in {days} days", days).format(days=days)


def _moment(coming: NextMeeting, today: date) -> str:
    day = text.near_day(coming.row.date, today)
    if not coming.row.start:
        return day
    return _("{day}, {time}").format(day=day, time=coming.row.start)


def _roles(coming: NextMeeting) -> str:
    facilitator = coming.facilitator or ", ".join(coming.row.facilitators)
    if facilitator and coming.note_taker:
        return _("{facilitator} facilitates, {note_taker} takes notes").format(
            facilitator=facilitator, note_taker=coming.note_taker
        )
    if facilitator:
        return _("{facilitator} facilitates").format(facilitator=facilitator)
    if coming.row.state == "running":
        return ""  # whoever took it over is known to the meeting, not to its plan
    return _("nobody is named to facilitate yet")


def _where(coming: NextMeeting) -> str:
    return coming.row.place or coming.row.link


def _facts(coming: NextMeeting, *, ready: bool) -> list[tuple[str, bool]]:
    items = [item for item in coming.items if item.built_in != "break"]
    count = len(items)
    found = [(ngettext("{count} item", "{count} items", count).format(count=count), count > 0)]
    vague = sum(not item.desired_outcome for item in items if not item.built_in)
    if vague:
        words = ngettext("{count} item without an outcome", "{count} items without an outcome", vague)
        found.append((words.format(count=vague), False))
    over = over_minutes(coming.frame, coming.items)
    if over:
        words = ngettext("{count} minute too many", "{count} minutes too many", over)
        found.append((words.format(count=over), False))
    if ready and count and not overbooked(coming.frame, coming.items):
        found.append((_("The agenda is ready"), True))
    return found
