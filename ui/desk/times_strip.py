"""When somebody came, until when they stay, and how they take part: put right in place, below their pill."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from coalmeet.meeting import events
from coalmeet.meeting.moves import people
from coalmeet.meeting.moves.correct import CHOICES, Entry, entries
from coalmeet.meeting.state import Meeting, Presence
from coalmeet.meeting.words import channel
from coalmeet.text import _, clock_time, wall
from ui import theme
from ui.desk.hands import Hands, gesture
from ui.desk.line_field import LineField
from ui.desk.verb_button import verb_button
from ui.widgets.card import Card
from ui.widgets.fields import Choice, Field
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, widget


class TimesStrip(Card):
    """Fields for one person; each is kept as soon as it is left."""

    def __init__(self, hands: Hands, person: str) -> None:
        self.hands, self.person = hands, person
        self._came, self._leaves = _time_field(_("Came at")), _time_field(_("Leaves at"))
        self._channel = Choice()
        for code in ("", *(one for one in CHOICES["channel"] if one)):
            self._channel.addItem(channel(code) or _("not said"), code)
        self._left = verb_button(_("Has left"), icon="log-out")
        self._never = verb_button(_("Is not here after all"), kind="ghost", icon="undo-2")
        self._hint = Wrapped("", theme.META, tone="over")
        self._hint.hide()
        flow = FlowLayout(gap=8)
        for part in (
            Field(_("Came"), self._came),
            Field(_("Leaves"), self._leaves),
            Field(_("Takes part"), self._channel),
            widget(column(22, self._left)),
            widget(column(22, self._never)),
        ):
            flow.addWidget(part)
        super().__init__(column(flow, self._hint, gap=6, margins=(14, 10, 14, 12)), "row")
        self._came.editingFinished.connect(self._keep_came)
        self._leaves.editingFinished.connect(self._keep_leaves)
        self._channel.activated.connect(lambda _row: self._keep_channel())
        self._left.clicked.connect(lambda: hands.do(people.depart, person))
        self._never.clicked.connect(self._undo_arrival)

    def first_field(self) -> QWidget:
        """Where one begins to write."""
        return self._came

    def show_presence(self, meeting: Meeting) -> None:
        """Show what is known."""
        presence = meeting.presence(self.person)
        if presence is None or not presence.spans:
            return
        _show(self._came, presence.spans[-1].since, meeting)
        _show(self._leaves, presence.leaves_at, meeting)
        self._channel.setCurrentIndex(max(0, self._channel.findData(presence.channel)))
        self._left.setEnabled(presence.here)

    def _keep_came(self) -> None:
        meeting, entry = self.hands.meeting, self._arrival()
        moment = _moment(meeting, self._came.text())
        presence = meeting.presence(self.person)
        if entry is None or presence is None or (moment and _same(moment, presence.spans[-1].since)):
            return
        live = self.hands.live
        self._answer(
            moment, lambda: self.hands.act(lambda: live.correct(entry.move, entry.index, "at", moment))
        )

    def _keep_leaves(self) -> None:
        meeting = self.hands.meeting
        presence, typed = meeting.presence(self.person), self._leaves.text().strip()
        moment = _moment(meeting, typed)
        if presence is None or not typed or (moment and _same(moment, presence.leaves_at)):
            return
        self._answer(moment, lambda: self.hands.do(people.announce_departure, self.person, moment))

    def _keep_channel(self) -> None:
        presence = self.hands.meeting.presence(self.person)
        chosen = str(self._channel.currentData())
        if presence and chosen and chosen != presence.channel:
            self.hands.do(people.arrive, self.person, chosen)

    def _answer(self, moment: int, keep: object) -> None:
        self._hint.setText("" if moment else _("Write the time as hours and minutes, such as 14:05."))
        self._hint.setVisible(not moment)
        if moment and callable(keep):
            keep()

    @gesture
    def _undo_arrival(self) -> None:
        """The arrival was a slip: it is taken back if nothing followed, else the stretch shrinks to nothing."""
        entry, live = self._arrival(), self.hands.live
        if entry and live.moves and live.moves[-1].id == entry.move:
            self.hands.act(live.take_back)
            return
        presence = self.hands.meeting.presence(self.person)
        if presence and presence.here:
            self.hands.do(people.depart, self.person, self.hands.live.now() - presence.spans[-1].since)

    def _arrival(self) -> Entry | None:
        found = (one for one in entries(self.hands.live.moves) if isinstance(one.event, events.Arrived))
        return next((one for one in found if _person_of(one) == self.person), None)


def _person_of(entry: Entry) -> str:
    return entry.event.person if isinstance(entry.event, events.Arrived) else ""


def _time_field(spoken: str) -> LineField:
    box = LineField()
    box.setPlaceholderText(_("14:05"))
    box.setAccessibleName(spoken)
    box.setFixedWidth(theme.px(84))
    return box


def _show(box: LineField, moment: int, meeting: Meeting) -> None:
    if not box.hasFocus():
        box.setText(clock_time(moment, meeting.time_zone) if moment else "")


def _moment(meeting: Meeting, typed: str) -> int:
    """Wall time of a typed time of day on the meeting's day; 0 when it is none."""
    digits = typed.strip().replace(".", ":")
    if digits.isdecimal() and len(digits) in {3, 4}:
        digits = f"{digits[:-2]}:{digits[-2:]}"
    try:
        return wall(date.fromisoformat(meeting.date), digits, meeting.time_zone)
    except ValueError:
        return 0


def _same(one: int, other: int) -> bool:
    return one // 60_000 == other // 60_000


def is_known(presence: Presence | None) -> bool:
    """Whether there are times to show for somebody."""
    return presence is not None and bool(presence.spans)
