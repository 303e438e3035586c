"""A line broke: the clock stops, the round and its answers stay, and whoever was cut off is asked again."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coalmeet.meeting.moves import people
from coalmeet.meeting.state import Meeting, Presence
from coalmeet.meeting.turns import REMOTE
from coalmeet.text import _, ngettext
from ui import theme
from ui.desk.hands import Hands, gesture
from ui.desk.person_field import PersonField
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs
from ui.desk.verb_button import verb_button
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, empty


class LineLost(Tool):
    """Enter says that all who are far away are gone, or that all are back."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._shown: object = None
        words = _(
            "The clock stops. The round and its answers stay, and whoever was cut off is asked again "
            "when they are back."
        )
        self.who = PersonField(lambda: hands.meeting, _("Whose line broke?"), everybody=True)
        self.who.chosen.connect(lambda person, _kind: hands.do(people.lose_line, (person,)))
        self.who.entered.connect(self._primary)
        self._title = OneLine(_("Cut off"), theme.DETAIL, theme.STRONG)
        self._away = FlowLayout(gap=6)
        self.setLayout(
            column(
                Wrapped(words, theme.DETAIL, tone="ink2"), 12, self.who, 14, self._title, 6, self._away, None
            )
        )

    def first_field(self) -> QWidget:
        return self.who.box

    def title(self) -> str:
        return _("Line lost")

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        away = cut_off(meeting)
        shown = tuple(one.seat for one in away)
        if shown == self._shown:
            return
        self._shown = shown
        self._title.setVisible(bool(away))
        empty(self._away)
        for one in away:
            button = verb_button(_("{name} is back").format(name=one.seat.name), icon="undo-2", size=34)
            person = one.seat.person
            button.clicked.connect(lambda _checked=False, who=person: self.hands.do(people.come_back, (who,)))
            self._away.addWidget(button)

    def step(self) -> Step | None:
        meeting = self.hands.meeting
        if cut_off(meeting):
            return Step(_("All are back"), "primary", "check-check")
        count = len(far_away(meeting))
        if not count:
            return None
        words = ngettext("The {count} far away is gone", "All {count} far away are gone", count)
        return Step(words.format(count=count), "primary", "phone")

    def others(self) -> tuple[Step, ...]:
        if not cut_off(self.hands.meeting):
            return ()
        return (Step(_("Go on without them"), "go_without", "log-out"),)

    def verbs(self) -> Verbs:
        return {"primary": self._primary, "go_without": self._go_on}

    @gesture
    def _go_on(self) -> None:
        if self.hands.do(people.go_on_without):
            self.opens.emit("")

    @gesture
    def _primary(self) -> None:
        meeting = self.hands.meeting
        if cut_off(meeting):
            if self.hands.do(people.come_back):
                self.opens.emit("")
        else:
            self.hands.do(people.lose_line, [one.seat.person for one in far_away(meeting)])


def cut_off(meeting: Meeting) -> tuple[Presence, ...]:
    """Those whose line broke, as long as they are not back."""
    return tuple(one for one in meeting.people if one.cut_off)


def far_away(meeting: Meeting) -> tuple[Presence, ...]:
    """Those here by video or phone."""
    return tuple(one for one in meeting.present_people if one.channel in REMOTE)
