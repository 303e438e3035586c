"""Find somebody in the attendance, or add somebody who is not on the list, in one field."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coalmeet.ids import new_id
from coalmeet.meeting.events import Seat
from coalmeet.meeting.moves import people
from coalmeet.meeting.state import Meeting
from coalmeet.plain import plain
from coalmeet.text import _
from ui import theme
from ui.desk.hands import Hands
from ui.widgets.fields import Search
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column


class AddPerson(QWidget):
    """Enter: the one person found arrives; nobody found is added as a guest, or after a comma for a member.

    `hint` says what Enter would do; whoever shows this widget gives it a place.
    """

    filtered = Signal(str)

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
        self.filtered.emit(typed if _found(self.hands.meeting, typed) else "")
        self.hint.setText(_meaning(self.hands.meeting, typed))
        self.hint.setVisible(bool(self.hint.text()))

    def _enter(self) -> None:
        typed = self.box.text().strip()
        if not typed:
            return
        found = _found(self.hands.meeting, typed)
        if len(found) == 1:
            done = self.hands.do(people.arrive, found[0])
        elif found:
            return
        else:
            done = self.hands.do(people.add_person, _seat(self.hands.meeting, typed))
        if done:
            self.box.clear()


def _found(meeting: Meeting, typed: str) -> list[str]:
    wanted = plain(typed).strip()
    return [one.seat.person for one in meeting.people if wanted and wanted in plain(one.seat.name)]


def _meaning(meeting: Meeting, typed: str) -> str:
    """What Enter will do."""
    typed = typed.strip()
    if not typed:
        return ""
    found = _found(meeting, typed)
    if len(found) == 1:
        return _("Enter: {name} is here.").format(name=meeting.name_of(found[0]))
    if found:
        return ""
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
