"""Who facilitates and who takes notes from now on: each is handed over in one step, and leaves a trail."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from coalmeet.meeting.leading import deputy, planned_note_organisation, planned_organisation, regular
from coalmeet.meeting.missing import StandIn
from coalmeet.meeting.moves import people
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.turns import facilitating_organisation
from coalmeet.text import _
from ui import theme
from ui.desk.hands import Hands, gesture
from ui.desk.line_field import LineField
from ui.desk.more_roles import MoreRoles
from ui.desk.phrases import with_organisation
from ui.desk.stand_in import StandIns
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs
from ui.desk.verb_button import verb_button
from ui.widgets.fields import Choice, Field
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, hairline, row


class RolesCard(Tool):
    """Enter hands the facilitation over to whoever is chosen; whoever led before is offered first."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._leads, self._notes = Wrapped("", theme.BODY), Wrapped("", theme.BODY)
        self.who, self.taker = Choice(), Choice()
        self.taker.setAccessibleName(_("Who takes notes from now on"))
        self.reason = LineField()
        self.reason.setPlaceholderText(_("For example: has a stake in this"))
        self.takes = verb_button(_("Takes notes"), icon="notebook-pen")
        self.takes.clicked.connect(self._change_note_taker)
        self.more, self._stand_ins = MoreRoles(hands), StandIns(hands)
        self.who.activated.connect(lambda _at: self.restated.emit())
        self.taker.activated.connect(lambda _at: self._follow())
        self.reason.returnPressed.connect(self._hand_over)
        self.setLayout(
            column(
                self._leads, 10, Field(_("Who facilitates from now on"), self.who), 10,
                Field(_("Why, for the minutes"), self.reason), 16, hairline(), 12,
                self._notes, 10, row((self.taker, 1), 8, self.takes), 12, hairline(), 8,
                self.more, None,
            )
        )  # fmt: skip

    def first_field(self) -> QWidget:
        return self.who

    def title(self) -> str:
        return _("Who facilitates")

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        instead, notes = self._stand_ins.found("facilitator"), self._stand_ins.found("note_taker")
        self._leads.setText(_and_why(leads(meeting), instead))
        self._notes.setText(_and_why(takes_notes(meeting), notes))
        self.more.show_meeting(meeting)
        before = [one.person for one in meeting.facilitators[:-1]]
        first = [instead.person] if instead else before[-1:]
        _offer(self.who, meeting, meeting.facilitator, first)
        _offer(self.taker, meeting, meeting.note_taker, [notes.person] if notes else meeting.note_takers[-1:])
        self._follow()

    def step(self) -> Step:
        locked = "" if self.who.currentData() else _("Choose who facilitates from now on.")
        return Step(_("Hand over"), "primary", "arrow-right", locked)

    def verbs(self) -> Verbs:
        return {"primary": self._hand_over}

    def _follow(self) -> None:
        self.takes.setEnabled(bool(self.taker.currentData()))

    @gesture
    def _hand_over(self) -> None:
        person, reason = str(self.who.currentData() or ""), self.reason.text().strip()
        instead = self._stand_ins.found("facilitator")
        if person and self.hands.do(people.hand_over, person, reason or (instead.reason if instead else "")):
            self.reason.clear()
            self.opens.emit("")

    def _change_note_taker(self) -> None:
        self.hands.do(people.change_note_taker, str(self.taker.currentData()))


def _and_why(words: str, instead: StandIn | None) -> str:
    """With whom the program would ask, where whoever should do it is not here."""
    if instead is None or not instead.why:
        return words
    return _("{words} {why}").format(words=words, why=instead.why)


def leads(meeting: Meeting) -> str:
    """Who facilitates now, and whose turn it would be."""
    name, own = meeting.name_of(meeting.facilitator), facilitating_organisation(meeting)
    turn = planned_organisation(meeting)
    if not name:
        return _("Nobody is named to facilitate yet.")
    before = regular(meeting)
    if deputy(meeting) is not None and before is not None:
        return _("{name} leads this decision in place of {other}.").format(
            name=name, other=meeting.name_of(before.person)
        )
    if turn and turn != own:
        return _("{name} facilitates. It is the turn of {organisation}.").format(
            name=name, organisation=meeting.name_of(turn)
        )
    return _("{name} facilitates.").format(name=name)


def takes_notes(meeting: Meeting) -> str:
    """Who takes notes now, and whose turn it would be."""
    name, turn = meeting.name_of(meeting.note_taker), planned_note_organisation(meeting)
    presence = meeting.presence(meeting.note_taker)
    if not name:
        return _("Nobody is named to take notes yet.")
    if turn and presence is not None and turn != presence.seat.organisation:
        return _("{name} takes notes. It is the turn of {organisation}.").format(
            name=name, organisation=meeting.name_of(turn)
        )
    return _("{name} takes notes.").format(name=name)


def _offer(choice: Choice, meeting: Meeting, now: str, first: Iterable[str]) -> None:
    """Everybody here but whoever does it now; nobody is chosen, unless somebody did it before."""
    able = [
        (with_organisation(meeting, one.seat.person), one.seat.person)
        for one in meeting.present_people
        if one.seat.person != now and one.seat.capacity != "interpreter"
    ]
    offered = [(_("Choose …"), ""), *able]
    if offered == [(choice.itemText(at), choice.itemData(at)) for at in range(choice.count())]:
        return
    chosen = choice.currentData()
    choice.clear()
    for words, person in offered:
        choice.addItem(words, person)
    kept = [one for one in (chosen, *first) if one and choice.findData(one) > 0]
    choice.setCurrentIndex(choice.findData(kept[0]) if kept else 0)
