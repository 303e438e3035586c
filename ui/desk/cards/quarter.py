"""A quarter of an hour before the end: each open item is asked about, so that the closing keeps its minutes."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coalmeet.meeting import timing
from coalmeet.meeting.moves import flow
from coalmeet.meeting.state import Item, Meeting
from coalmeet.text import _, minutes, ngettext
from ui import theme
from ui.desk.desk_verbs import to_closing
from ui.desk.hands import Hands, gesture
from ui.desk.leaving import leaves_first
from ui.desk.line_field import LineField
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs
from ui.desk.verb_button import verb_button
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, empty, widget

FIXED = ("closing", "break", "temperature", "opening")  # what nobody puts off


def still_open(meeting: Meeting) -> tuple[Item, ...]:
    """The items that have no outcome and do not run, without those that belong to every meeting."""
    return tuple(
        item
        for item in meeting.items
        if not item.outcome and not item.running and item.entry.built_in not in FIXED
    )


class Quarter(Tool):
    """Now, next meeting, or a group: one press an item. The large button goes to the closing."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._shown: object = None
        self._time = Wrapped("", theme.BODY, theme.MEDIUM)
        self._leaving = Wrapped("", theme.DETAIL, tone="last")
        self.group = LineField()
        self.group.setPlaceholderText(_("Which group, if one is named"))
        self.group.setAccessibleName(_("The group that takes an item on"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(8))
        self.setLayout(column(self._time, 4, self._leaving, 10, self._rows, 10, self.group, None))

    def title(self) -> str:
        return _("Before we close")

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        items = still_open(meeting)
        if items != self._shown:
            self._shown = items
            empty(self._rows)
            for item in items:
                self._rows.addWidget(self._row(item))
        self.show_now(meeting, now)

    def show_now(self, meeting: Meeting, now: int) -> None:
        end = timing.planned_end(meeting)
        left = max(0, round((end - now) / timing.MINUTE)) if end else 0
        count = len(still_open(meeting))
        if not count:
            words = _("Nothing is open any more.")
        elif not end:
            words = ngettext(
                "{count} item is open: now, next meeting, or a group?",
                "{count} items are open: now, next meeting, or a group?",
                count,
            ).format(count=count)
        else:
            words = ngettext(
                "{left} left, and {count} item is open: now, next meeting, or a group?",
                "{left} left, and {count} items are open: now, next meeting, or a group?",
                count,
            ).format(left=minutes(left), count=count)
        self._time.setText(words)
        leaving = leaves_first(meeting, end) if end else ""
        self._leaving.setText(leaving)
        self._leaving.setVisible(bool(leaving))
        self.group.setVisible(bool(count))

    def says(self) -> tuple[str, ...]:
        items = still_open(self.hands.meeting)
        if not items:
            return ()
        title = items[0].entry.title
        return (
            _("{title}: now, at the next meeting, or in a group?").format(title=title),
            _("We come to the end. When do we do this: {title}?").format(title=title),
        )

    def step(self) -> Step:
        return Step(_("To the closing"), "primary", "flag")

    def verbs(self) -> Verbs:
        return {"primary": self._close}

    def _close(self) -> None:
        to_closing(self.hands)
        self.opens.emit("")

    def _row(self, item: Item) -> QWidget:
        box = minutes(item.minutes) if item.minutes else _("no timebox")
        words = _("{title}, {minutes}").format(title=item.entry.title, minutes=box)
        ways = FlowLayout(gap=6)
        for text, act in (
            (_("Now"), partial(self._now, item.id)),
            (_("Next time"), partial(self._settle, item.id, "postponed")),
            (_("A group"), partial(self._settle, item.id, "referred")),
        ):
            button = verb_button(text, spoken=_("{title}: {way}").format(title=item.entry.title, way=text))
            button.clicked.connect(lambda _checked=False, act=act: act())
            ways.addWidget(button)
        return Card(column(Wrapped(words, theme.BODY, theme.MEDIUM, most=2), 6, widget(ways)), "row", 10)

    @gesture
    def _now(self, item: str) -> None:
        if self.hands.do(flow.start_item, item):
            self.opens.emit("")

    @gesture
    def _settle(self, item: str, outcome: str) -> None:
        group = self.group.text().strip() if outcome == "referred" else ""
        if self.hands.do(flow.settle_item, item, outcome, group):
            self.group.clear()
