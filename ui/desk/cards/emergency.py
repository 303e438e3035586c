"""An emergency: something that cannot wait is put first in one input; who called it, and why, may be said later."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coalmeet.ids import new_id
from coalmeet.meeting.emergency import displaced
from coalmeet.meeting.events import AgendaEntry, EmergencyCalled
from coalmeet.meeting.moves import emergency
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui import theme
from ui.desk.coming_list import ComingList
from ui.desk.hands import Hands, gesture
from ui.desk.line_field import LineField
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs
from ui.widgets.fields import Field, Minutes
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, row

USUAL = 10  # minutes


class EmergencyCard(Tool):
    """A title and Enter are enough; with an emergency running, its words are kept here."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._shown: object = None
        self.title_box, self.by, self.why, self.rule = LineField(), LineField(), LineField(), LineField()
        self.title_box.setPlaceholderText(_("What cannot wait"))
        self.title_box.setAccessibleName(_("Title of the emergency"))
        self.minutes = Minutes(USUAL, _("Minutes of the emergency"))
        self.by.setPlaceholderText(_("may be said later"))
        self.why.setPlaceholderText(_("may be said later"))
        self.rule.setPlaceholderText(_("may be said later"))
        self._cost = Wrapped("", theme.BODY, theme.MEDIUM)
        self._there = ComingList()
        self._there.chosen.connect(self._put_first)
        self.setLayout(
            column(
                self.title_box,
                8,
                row(self.minutes, None), 8, self._cost, 12, Field(_("Who called it"), self.by), 8,
                Field(_("Why it cannot wait"), self.why), 8,
                Field(_("Under which rule of the charter"), self.rule), 14, self._there, None,
            )
        )  # fmt: skip
        self.title_box.textChanged.connect(lambda _text: self.restated.emit())
        self.minutes.changed.connect(lambda _count: self._say(hands.meeting, hands.live.now()))
        for field in (self.title_box, self.by, self.why, self.rule):
            field.returnPressed.connect(self._go)

    def first_field(self) -> QWidget:
        return self.title_box

    def title(self) -> str:
        return _("Emergency")

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        self._say(meeting, now)
        shown = (meeting.items, meeting.emergencies)
        if shown == self._shown:
            return
        self._shown = shown
        self._there.show_meeting(meeting)
        known = self._running(meeting)
        if known is not None:
            for field, text in ((self.by, known.by), (self.why, known.why), (self.rule, known.rule)):
                if text and not field.text():
                    field.setText(text)

    def show_now(self, meeting: Meeting, now: int) -> None:
        self._say(meeting, now)

    def step(self) -> Step:
        if not self.title_box.text().strip() and self._running(self.hands.meeting) is not None:
            return Step(_("Keep what was said"), "primary", "check")
        reason = "" if self.title_box.text().strip() else _("Say in a few words what cannot wait.")
        return Step(_("Put it first"), "primary", "triangle-alert", reason)

    def verbs(self) -> Verbs:
        return {"primary": self._go}

    def says(self) -> tuple[str, ...]:
        return (
            _("Something cannot wait: we take it first. Does anything speak against that?"),
            _("May we take this first? What we decide is provisional for those who are not here."),
        )

    def _say(self, meeting: Meeting, now: int) -> None:
        self._cost.setText(displaced(meeting, now, self.minutes.minutes()))

    def _running(self, meeting: Meeting) -> EmergencyCalled | None:
        running = meeting.current.id if meeting.current else ""
        return next((one for one in meeting.emergencies if one.item == running), None)

    @gesture
    def _go(self) -> None:
        title, known = self.title_box.text().strip(), self._running(self.hands.meeting)
        if title:
            entry = AgendaEntry(new_id(), title, "decision", self.minutes.minutes())
            self._did(self.hands.do(emergency.call, entry, *_told(self)))
        elif known is not None:
            self._did(self.hands.do(emergency.explain, known.item, *_told(self)))

    @gesture
    def _put_first(self, item: str) -> None:
        self._did(self.hands.do(emergency.put_first, item, *_told(self)))

    def _did(self, worked: bool) -> None:
        if worked:
            for field in (self.title_box, self.by, self.why, self.rule):
                field.clear()
            self.opens.emit("")


def _told(card: EmergencyCard) -> tuple[str, str, str]:
    return card.by.text(), card.why.text(), card.rule.text()
