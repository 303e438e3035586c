"""One earlier entry: pressed, it opens a field for each thing that can be put right in it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from coalmeet.meeting import events
from coalmeet.meeting.moves import work
from coalmeet.meeting.moves.correct import Entry, choices, field_kind, stands
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.words import answer, capacity, channel, ending, ground, label, outcome
from coalmeet.text import _, clock_time, wall
from ui import theme
from ui.desk.browsed_choice import BrowsedChoice
from ui.desk.day_field import DayField
from ui.desk.entry_words import describe
from ui.desk.hands import Hands
from ui.desk.line_field import LineField
from ui.desk.tab_order import stops
from ui.desk.verb_button import verb_button
from ui.widgets.card import Card
from ui.widgets.fields import Field, Tick
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, empty, row

KNOWN = (
    "owner",
    "proposer",
    "organisation",
    "kind",
)  # fields that name somebody or something the meeting knows


class EntryRow(Card):
    """Each field is kept as soon as it is left; a refusal stands where it happened."""

    opened = Signal()

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self._entry: Entry | None = None
        self._open = False
        self._keeping: QWidget | None = None  # the field that is just being kept
        self._kind = OneLine("", theme.META, theme.STRONG, "accent")
        self._time = OneLine("", theme.META, tone="ink2", tabular=True)
        self._text = Wrapped("", theme.BODY, most=3)
        self._detail = Wrapped("", theme.META, tone="ink2", most=2)
        self._fields = QVBoxLayout()
        self._fields.setSpacing(theme.px(8))
        head = row(self._kind, None, self._time)
        super().__init__(
            column(head, 2, self._text, self._detail, self._fields, margins=(10, 8, 10, 8)), "row"
        )
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_entry(self, meeting: Meeting, entry: Entry) -> None:
        """Show an entry as it stands."""
        if entry == self._entry:
            return
        self._entry = entry
        line = describe(meeting, entry.event)
        self._kind.setText(line.kind)
        self._time.setText(clock_time(entry.at, meeting.time_zone))
        self._text.setText(line.text)
        self._text.setVisible(bool(line.text))
        self._detail.setText(line.detail)
        self._detail.setVisible(bool(line.detail))
        self.setAccessibleName(_("{kind}: {text}").format(kind=line.kind, text=line.text or line.detail))
        self._refill()

    def open(self, on: bool = True) -> None:
        """Show its fields, and begin in the first; or be one line again."""
        if self._open != on:
            self._toggle()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._toggle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.hasFocus() and event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._toggle()
        else:
            super().keyPressEvent(event)

    def _toggle(self) -> None:
        self._open = not self._open
        self.set_ground("tint_row" if self._open else "row")
        self._refill()
        if self._open:
            QTimer.singleShot(0, self, self._begin)  # once the fields have their places

    def _begin(self) -> None:
        """Bring the fields into view, and begin in the first."""
        fields = stops(self)[1:]
        if not fields:
            return
        fields[0].setFocus()
        self.opened.emit()

    def _refill(self) -> None:
        self._hold_focus()
        empty(self._fields)
        if self._entry is None or not self._open:
            return
        for field in self._entry.fields:
            made = self._editor(self._entry, field)
            if not isinstance(made, Tick):  # a tick has its words beside it
                made = Field(_name(self._entry.event, field), made)
            self._fields.addWidget(made)
            made.show()  # at once: the keys may be on their way to it
        agreed = self._entry.event
        if isinstance(agreed, events.ActionAgreed):
            strike = verb_button(_("Strike it out"), kind="ghost", icon="trash-2")
            strike.clicked.connect(lambda: self.hands.do(work.drop_action, agreed.id))
            self._fields.addLayout(row(strike, None))

    def _hold_focus(self) -> None:
        """The fields are made anew: the keys stay in the row, and go on in the field that somebody came to by Tab."""
        focus = QApplication.focusWidget()
        if focus is None or focus is self or not self.isAncestorOf(focus):
            return
        fields = stops(self)
        at, came = fields.index(focus) if focus in fields else 0, focus is not self._keeping
        self.setFocus()
        if came and self._open:
            QTimer.singleShot(0, self, lambda: self._go_back(at))

    def _go_back(self, at: int) -> None:
        fields = stops(self)
        # A decision that reopens gives the keys to the desk; whoever writes elsewhere by now is left alone.
        if QApplication.focusWidget() in {None, self, self.window()} and at < len(fields):
            fields[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _editor(self, entry: Entry, field: str) -> QWidget:
        kind = field_kind(entry.event, field)
        value = stands(self.hands.meeting, entry.at, entry.event, field)
        if kind == "choice":
            codes = choices(entry.event, field)
            return self._choice(field, str(value), [(code, choice_word(field, code)) for code in codes])
        if field in KNOWN:
            return self._choice(field, str(value), known(self.hands.meeting, field, str(value)))
        if kind == "date":
            box = DayField(lambda: self.hands.meeting, field_name(field))
            box.show_day(str(value))
            box.chosen.connect(lambda iso: self._keep(field, iso, box))
            return box
        if kind == "yes_no":
            tick = Tick(_name(entry.event, field))
            tick.setChecked(bool(value))
            tick.clicked.connect(lambda on: self._keep(field, int(on), tick))
            return tick
        return self._line(entry, field, kind, value)

    def _choice(self, field: str, value: str, offered: list[tuple[str, str]]) -> BrowsedChoice:
        box = BrowsedChoice(offered, value)
        box.settled.connect(lambda code: self._keep(field, code, box))
        return box

    def _line(self, entry: Entry, field: str, kind: str, value: object) -> LineField:
        zone = self.hands.meeting.time_zone
        shown = clock_time(int(str(value)) or entry.at, zone) if kind == "time" else str(value)
        if field == "ago":
            shown = str(int(str(value)) // 60_000)
        box = LineField(shown)
        box.editingFinished.connect(lambda: self._typed(field, kind, box, shown))
        return box

    def _typed(self, field: str, kind: str, box: LineField, before: str) -> None:
        typed = box.text().strip()
        if typed == before:
            return
        try:
            self._keep(field, read(self.hands.meeting, field, kind, typed), box)
        except ValueError:
            box.setText(before)

    def _keep(self, field: str, value: str | float, box: QWidget | None = None) -> None:
        entry, self._keeping = self._entry, box
        if entry is not None:
            self.hands.act(lambda: self.hands.live.correct(entry.move, entry.index, field, value))
        self._keeping = None


def read(meeting: Meeting, field: str, kind: str, typed: str) -> str | float:
    """The value that was typed: a time of day as wall time, minutes as milliseconds. Raises ValueError."""
    if kind == "time":
        return wall(date.fromisoformat(meeting.date), typed, meeting.time_zone)
    if field == "ago":
        return int(typed) * 60_000
    return float(typed) if kind == "number" else typed


def known(meeting: Meeting, field: str, held: str = "") -> list[tuple[str, str]]:
    """The people who can own an action, the organisations that can have brought a proposal or sent somebody, or the
    kinds of the decision matrix; `held` is what stands there.
    """
    if field == "owner":
        return [("", _("nobody yet")), *((one.seat.person, one.seat.name) for one in meeting.people)]
    if field == "kind":
        return [("", _("not said")), *((one.name, one.name) for one in meeting.kinds)]
    members = [(one.id, one.name) for one in meeting.members]
    if field == "organisation" and held:
        return members
    return [("", _("nobody") if field == "organisation" else _("nobody yet")), *members]


def _name(event: events.Event, field: str) -> str:
    """What a field is called in this entry."""
    if field == "mistaken":
        return _("Had not left") if isinstance(event, events.Departed) else _("Was not there")
    return field_name(field)


def field_name(field: str) -> str:
    """What a field is called."""
    return {
        "answer": _("Answer"),
        "text": _("Words"),
        "word": _("Word"),
        "at": _("At"),
        "ago": _("Minutes earlier"),
        "channel": _("Takes part"),
        "outcome": _("Outcome"),
        "reason": _("Reason"),
        "label": _("Label"),
        "owner": _("Owner (known)"),
        "owner_name": _("Owner"),
        "due": _("Until"),
        "hours": _("Hours"),
        "state": _("What was said"),
        "title": _("Title"),
        "proposer": _("Brought by"),
        "kind": _("Kind of decision"),
        "organisation": _("Speaks for"),
        "capacity": _("As"),
        "version": _("To version"),
        "need": _("Need"),
        "ground": _("Ground"),
        "named": _("May be named on the call"),
        "ending": _("How it ended"),
        "note": _("Note"),
        "review_date": _("Comes back on"),
        "decided_by": _("Who decided"),
        "authority": _("What gives them the right"),
        "until": _("Until"),
        "to": _("To whom"),
        "date": _("Date"),
        "start": _("Starts at"),
        "place": _("Place"),
        "keep": _("Keep"),
        "change": _("Change"),
        "by": _("Who called it"),
        "why": _("Why it cannot wait"),
        "rule": _("Rule of the charter"),
    }.get(field, field)


def choice_word(field: str, code: str) -> str:
    """A choice in words."""
    states = {"done": _("Done"), "moved": _("Moved"), "handed_on": _("Handed on"), "dropped": _("Dropped")}
    words = {
        "answer": answer,
        "ground": ground,
        "ending": ending,
        "outcome": outcome,
        "label": label,
        "channel": channel,
        "capacity": capacity,
    }
    if field == "state":
        return states.get(code, code)
    return (words[field](code) if code and field in words else code) or _("not said")
