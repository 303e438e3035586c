"""The frame of a meeting: title, date, time, place, and who does what; saved as soon as a field is left."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coalmeet.coalition.person import Person
from coalmeet.coalition.plan import PlannedMeeting
from coalmeet.text import _
from ui import theme
from ui.prepare.urgent_part import UrgentPart
from ui.prepare.who_does_what import WhoDoesWhat
from ui.widgets.day_edit import DayEdit, TimeEdit
from ui.widgets.fields import Field, Minutes
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, row, upright, widget
from ui.widgets.texts import TextLine


class MeetingEditor(QWidget):
    """`changed` carries a field of PlannedMeeting and its value."""

    changed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.title = TextLine(_("For example: Monthly delegates’ meeting"))
        self.day, self.start = DayEdit(date.min), TimeEdit()
        self.minutes = Minutes(0, _("Planned length in minutes"), 15)
        self.place, self.link = TextLine(_("Room, street, town")), TextLine(_("Address of the video call"))
        self.who = WhoDoesWhat()
        self.needs = Wrapped("", 14)
        self._needs_part = widget(
            column(OneLine(_("To bear in mind"), theme.META, theme.STRONG, "ink2"), 4, self.needs, 14)
        )
        self.urgent = UrgentPart()
        when = column(
            Field(_("Date"), self.day), 14,
            row((Field(_("Start"), self.start), 1), 12, (Field(_("Length"), self.minutes), 1)),
        )  # fmt: skip
        inside = column(
            Field(_("Title"), self.title), 14, when, 14,
            Field(_("Place"), self.place), 14, Field(_("Link"), self.link), 14,
            self._needs_part, self.who, 14, self.urgent, None,
            margins=(20, 16, 20, 16),
        )  # fmt: skip
        self.setLayout(column((upright(inside), 1)))
        self._connect()

    def show_meeting(self, frame: PlannedMeeting, people: Sequence[Person], today: date) -> None:
        """Show this frame."""
        self.title.show_text(frame.title)
        self.day.set_today(today)
        if not self.day.hasFocus() or self.day.is_sound:
            self.day.set_day(frame.date)
        if not self.start.hasFocus():
            self.start.set_time(frame.start)
        self.minutes.set_minutes(frame.minutes or 0)
        self.place.show_text(frame.place)
        self.link.show_text(frame.link)
        self.urgent.show_meeting(frame)
        needs = [
            _("{name}: {needs}").format(name=one.name, needs=one.access_needs)
            for one in people
            if one.access_needs
        ]
        self.needs.setText("\n".join(needs))
        self._needs_part.setVisible(bool(needs))

    def settle(self) -> None:
        """Save what is still being typed."""
        for field in (self.title, self.place, self.link, *self.urgent.fields.values()):
            field.settle()

    def _connect(self) -> None:
        self.title.settled.connect(lambda text: self.changed.emit("title", text))
        self.urgent.changed.connect(self.changed)
        self.who.changed.connect(self.changed)
        self.day.changed.connect(lambda day: self.changed.emit("date", day))
        self.start.changed.connect(lambda time: self.changed.emit("start", time))
        self.minutes.changed.connect(lambda minutes: self.changed.emit("minutes", minutes or None))
        self.place.settled.connect(lambda text: self.changed.emit("place", text))
        self.link.settled.connect(lambda text: self.changed.emit("link", text))
