"""Somebody objects: the organisation's name is enough; everything else may follow."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coalmeet.ids import new_id
from coalmeet.meeting.moves import consent
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui import theme
from ui.desk.hands import Hands, gesture
from ui.desk.line_field import LineField
from ui.desk.tool import Tool
from ui.desk.verb_button import verb_button
from ui.widgets.fields import Tick
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, empty


class ObjectionChoice(Tool):
    """Type some letters of the name and press Enter, or press the name."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._shown: tuple[str, ...] = ()
        words = _(
            "Aloud, by chat, or privately to you: the name is enough. The reason follows with the group’s help."
        )
        self.box = LineField()
        self.box.setPlaceholderText(_("Name of the organisation"))
        self.box.setAccessibleName(_("Name of the organisation that objects"))
        self.named = Tick(_("They may be named on the call"))
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(6))
        self.setLayout(
            column(
                Wrapped(words, theme.DETAIL, tone="ink2"), 10, self.box, 6, self.named, 10, self._list, None
            )
        )
        self.box.textChanged.connect(lambda _text: self.show_meeting(hands.meeting, 0))
        self.box.returnPressed.connect(self._first)

    def first_field(self) -> QWidget:
        return self.box

    def title(self) -> str:
        return _("Who objects?")

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        found = self._found(meeting)
        if found == self._shown:
            return
        self._shown = found
        empty(self._list)
        for organisation in found:
            button = verb_button(meeting.name_of(organisation), icon="hand")
            button.clicked.connect(lambda _checked=False, one=organisation: self._raise(one))
            self._list.addWidget(button)

    def _found(self, meeting: Meeting) -> tuple[str, ...]:
        typed, present = self.box.text().casefold().strip(), meeting.present_members
        if meeting.profile.unit == "person":
            return tuple(one for one in meeting.voices if typed in meeting.name_of(one).casefold())
        members = sorted(meeting.members, key=lambda one: one.id not in present)
        return tuple(
            one.id for one in members if typed in one.name.casefold() or typed == one.short.casefold()
        )

    def _first(self) -> None:
        found = self._found(self.hands.meeting)
        if found and self.box.text().strip():
            self._raise(found[0])

    @gesture
    def _raise(self, organisation: str) -> None:
        if self.hands.do(consent.raise_objection, organisation, new_id(), self.named.isChecked()):
            self.box.clear()
            self.opens.emit("")
