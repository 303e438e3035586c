"""Find somebody in the attendance, or add somebody who is not on the list, in one field."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coalmeet.ids import new_id
from coalmeet.meeting import finding
from coalmeet.meeting.events import Seat
from coalmeet.meeting.moves import people
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui import theme
from ui.desk.hands import Hands, gesture
from ui.widgets.fields import Search
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column


class AddPerson(QWidget):
    """Enter: the likeliest person found arrives; nobody found is added as a guest, or after a comma for a member.

    `filtered` tells the ids of those found, none for all. `hint` says what Enter would do; whoever shows this
    widget gives it a place.
    """

    filtered = Signal(object)

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self.hands = hands
        self.box = Search(_("Find or add a person"))
        self.hint = Wrapped("", theme.META, tone="ink2")
        self.hint.setParent(self)
        self.hint.hide()
        self.setLayout(column(self.box))
        self.box.textChanged.connect(self._follow)
        self.box.returnPressed.connect(self._enter)

    def _follow(self, typed: str) -> None:
        found = _found(self.hands.meeting, typed)
        self.filtered.emit(frozenset(found))
        self.hint.setText(_meaning(self.hands.meeting, typed, found))
        self.hint.setVisible(bool(self.hint.text()))

    @gesture
    def _enter(self) -> None:
        typed = self.box.text().strip()
        if not typed:
            return
        found = _found(self.hands.meeting, typed)
        if found:
            done = self.hands.do(people.arrive, found[0])
        else:
            done = self.hands.do(people.add_person, _seat(self.hands.meeting, typed))
        if done:
            self.box.clear()


def _found(meeting: Meeting, typed: str) -> list[str]:
    """Whom the letters may mean, the likeliest first, whoever is not here yet before those who are."""
    here = {one.seat.person for one in meeting.present_people}
    return sorted(finding.found(meeting, typed, absent=True, everybody=True), key=lambda one: one in here)


def _meaning(meeting: Meeting, typed: str, found: list[str]) -> str:
    """What Enter will do."""
    typed = typed.strip()
    if not typed:
        return ""
    if found:
        first = meeting.presence(found[0])
        name = meeting.name_of(found[0])
        if first is not None and first.here:
            return _("{name} is here already.").format(name=name)
        if len(found) == 1:
            return _("Enter: {name} is here.").format(name=name)
        return _("Enter: {name} is here. One more letter for another of these.").format(name=name)
    seat = _seat(meeting, typed)
    organisation = meeting.name_of(seat.organisation)
    if organisation:
        return _("Enter adds {name} for {organisation}.").format(name=seat.name, organisation=organisation)
    return _("Enter adds {name} as a guest. For a member, write “{name}, organisation”.").format(
        name=seat.name
    )


def _seat(meeting: Meeting, typed: str) -> Seat:
    name, comma, rest = typed.partition(",")
    wanted = rest.strip().casefold()
    found = [
        one.id
        for one in meeting.members
        if comma and wanted and (wanted in one.name.casefold() or wanted == one.short.casefold())
    ]
    if len(found) == 1:
        taken = any(one.has_voice and one.seat.organisation == found[0] for one in meeting.people)
        return Seat(new_id(), name.strip(), found[0], "alternate" if taken else "delegate")
    return Seat(new_id(), typed.strip() if comma else name.strip(), "", "guest")
