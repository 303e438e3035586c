"""The roles that only some meetings know: who learns to facilitate, keeps the time, keeps the stack."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coalmeet.meeting import words
from coalmeet.meeting.leading import MORE_ROLES, holder
from coalmeet.meeting.moves import roles
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui import theme
from ui.desk.hands import Hands, gesture
from ui.desk.phrases import with_organisation
from ui.desk.verb_button import verb_button
from ui.widgets.fields import Choice, Field
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, row, widget


class MoreRoles(QWidget):
    """Out of sight until somebody asks for them, or has one; to choose somebody is enough."""

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self.hands = hands
        self.choices = {role: Choice() for role in MORE_ROLES}
        for role, choice in self.choices.items():
            choice.activated.connect(lambda _at, one=role: self._take(one))
        self.more = verb_button(_("More roles"), kind="ghost", icon="chevron-down")
        self.more.clicked.connect(self.open)
        told = Wrapped(_("Small groups need none of them."), theme.DETAIL, tone="ink2")
        fields = [Field(words.role(role), choice) for role, choice in self.choices.items()]
        self._inside = widget(column(told, 8, fields[0], 8, fields[1], 8, fields[2]))
        self._inside.hide()
        self.setLayout(column(row(self.more, None), 4, self._inside))

    def open(self) -> None:
        """Show them."""
        self._inside.show()
        self.more.hide()

    def show_meeting(self, meeting: Meeting) -> None:
        """Show who has them now."""
        if any(holder(meeting, role) for role in MORE_ROLES):
            self.open()
        able = [one.seat.person for one in meeting.present_people if one.seat.capacity != "interpreter"]
        for role, choice in self.choices.items():
            now = holder(meeting, role)
            people = able if now in able or not now else [now, *able]
            if role == "co_facilitator":
                people = [one for one in people if one != meeting.facilitator]
            offered = [(_("nobody"), ""), *((with_organisation(meeting, one), one) for one in people)]
            if offered != [(choice.itemText(at), choice.itemData(at)) for at in range(choice.count())]:
                choice.clear()
                for name, person in offered:
                    choice.addItem(name, person)
            choice.setCurrentIndex(max(0, choice.findData(now)))

    @gesture
    def _take(self, role: str) -> None:
        person = str(self.choices[role].currentData() or "")
        if person != holder(self.hands.meeting, role) and not self.hands.do(roles.take_role, role, person):
            self.show_meeting(self.hands.meeting)
