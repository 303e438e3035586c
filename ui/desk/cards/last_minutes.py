"""The minutes of the last meeting: what is to be corrected, a line each, and then they are approved."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from coalmeet.meeting.events import NotedCorrection
from coalmeet.meeting.handed_on import corrections, waiting
from coalmeet.meeting.minutes_versions import correction
from coalmeet.meeting.moves import last_time
from coalmeet.meeting.state import Meeting
from coalmeet.text import _, plain_day
from ui import theme
from ui.desk.hands import Hands, gesture
from ui.desk.line_field import LineField
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs
from ui.desk.verb_button import verb_button
from ui.widgets.fields import Field
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, empty, row, widget
from ui.widgets.lines import line_height

_BUTTON = 28  # of a line, in design pixels


class LastMinutes(Tool):
    """Enter in the field lists a correction; in an empty field it approves."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._shown: object = None
        self._stands = Wrapped("", theme.BODY)
        self.correction = LineField()
        self.correction.setPlaceholderText(_("For example: Rosa came at 14:20"))
        self.correction.returnPressed.connect(self._enter)
        self._field = Field(_("A correction"), self.correction)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(4))
        # The field comes first: below a long list it would be out of sight, with the keys in it.
        self.setLayout(column(self._stands, 12, self._field, 8, self._list, None))

    def title(self) -> str:
        return _("Last minutes")

    def first_field(self) -> QWidget | None:
        return self.correction if self._field.isVisible() else None

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        last, waits_since, corrected = meeting.last, waiting(meeting), meeting.minutes_corrections
        waits = last is not None and bool(last.state) and not meeting.minutes_approved
        self._field.setVisible(waits)
        self._stands.setText(stands(meeting))
        if (waits, waits_since, corrected) == self._shown:
            return
        self._shown = (waits, waits_since, corrected)
        empty(self._list)
        for text in reversed(corrected):  # what was entered last stands below the field
            self._list.addWidget(_line(text))
        for one in waits_since:
            self._list.addWidget(self._row(one, may=waits))

    def _row(self, one: NotedCorrection, *, may: bool) -> QWidget:
        """A correction noted since the last meeting: it goes into the minutes unless the group says otherwise."""
        told = correction({"text": one.text, "by": one.by, "noted_on": one.on})
        if not may:
            return _line(told)
        spoken = _("Leave out: {text}").format(text=one.text)
        out = verb_button("", kind="ghost", icon="x", spoken=spoken, size=_BUTTON)
        out.clicked.connect(lambda: self._leave_out(one.text))
        return _line(told, column(out, None))

    @gesture
    def _leave_out(self, text: str) -> None:
        if self.hands.do(last_time.leave_out_correction, text):
            self.correction.setFocus()  # its own button is gone

    def step(self) -> Step | None:
        meeting = self.hands.meeting
        if meeting.last is None or not meeting.last.state or meeting.minutes_approved:
            return None
        words = _("Approved with corrections") if corrections(meeting) else _("Approved")
        return Step(words, "primary", "check")

    def says(self) -> tuple[str, ...]:
        if self.step() is None:
            return ()
        if waiting(self.hands.meeting):
            return (
                _(
                    "These corrections were noted since. Does anything speak against them? Is anything else wrong?"
                ),
            )
        return (
            _("You have had the minutes of last time. Is anything in them wrong? Then they are approved."),
            _("Does anybody want to correct the last minutes?"),
        )

    def verbs(self) -> Verbs:
        return {"primary": self._approve}

    @gesture
    def _enter(self) -> None:
        text = self.correction.text().strip()
        if not text:
            self._approve()
        elif self.hands.do(last_time.note_correction, text):
            self.correction.clear()

    @gesture
    def _approve(self) -> None:
        text = self.correction.text().strip()
        if text and not self.hands.do(last_time.note_correction, text):
            return
        if self.hands.do(last_time.approve_minutes):
            self.correction.clear()
            self.opens.emit("")


def _line(text: str, *beside: QLayout) -> QWidget:
    """A correction, its first line at the height of the button beside it."""
    words = Wrapped(_("· {text}").format(text=text), theme.BODY)
    above = max(theme.px(_BUTTON) - round(line_height(words.font())), 0) // 2
    lines = column(words, None)
    lines.setContentsMargins(0, above, 0, 0)
    return widget(row((lines, 1), 4, *beside))


def stands(meeting: Meeting) -> str:
    """How the last minutes stand, in a sentence."""
    last = meeting.last
    if last is None or not (last.state or meeting.minutes_approved):
        return _("No minutes wait to be approved.")
    day = plain_day(date.fromisoformat(last.date))
    if meeting.minutes_approved:
        return _("The minutes of {day} are approved. This meeting’s minutes say so.").format(day=day)
    if last.state == "circulated":
        return _("The minutes of {day} went round and wait to be approved.").format(day=day)
    return _("The minutes of {day} are a draft and wait to be approved.").format(day=day)


def waiting_words(meeting: Meeting) -> str:
    """What the opening offers: "Minutes of 14 May"; "" where none wait."""
    last = meeting.last
    if last is None or not last.state or meeting.minutes_approved:
        return ""
    return _("Minutes of {day}").format(day=plain_day(date.fromisoformat(last.date)))
