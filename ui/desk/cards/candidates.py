"""A card beside a text: choose a person for a role in this item, or propose another of those who were named."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coalmeet.ids import new_id
from coalmeet.meeting.choosing import selection_in
from coalmeet.meeting.moves import selection
from coalmeet.meeting.moves.consent import review_after
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui.desk.hands import Hands, gesture
from ui.desk.nominees import Nominees
from ui.desk.step import Step
from ui.desk.tool import Tool, Verbs
from ui.desk.tools.selection import RoleFields
from ui.widgets.layouts import column


class Candidates(Tool):
    """Before any nomination it asks which role; afterwards it shows names and reasons."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self.fields, self.nominees = RoleFields(hands), Nominees()
        self.fields.role.textChanged.connect(self.restated)
        self.fields.role.returnPressed.connect(self._go)
        self.nominees.chosen.connect(self.restated)
        self.setLayout(column(self.fields, self.nominees, None))

    def title(self) -> str:
        return _("A person for a role")

    def first_field(self) -> QWidget | None:
        return self.fields.role if self.fields.isVisible() else None

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        found = selection_in(meeting, meeting.current.id) if meeting.current else None
        self.fields.setVisible(found is None)
        self.nominees.setVisible(found is not None)
        if found is None:
            self.fields.until.show_day(self.fields.until.day() or review_after(meeting))
        else:
            self.nominees.show_selection(meeting, found)

    def step(self) -> Step:
        if not self.fields.isHidden():
            empty = not self.fields.role.text().strip()
            reason = _("Say which role it is, in a word or two.") if empty else ""
            return Step(_("Begin the nominations"), "primary", "users", reason)
        return Step(_("Propose this person"), "primary", "gavel")

    def verbs(self) -> Verbs:
        return {
            "primary": self._go,
            "next_row": lambda: self.nominees.step(1),
            "previous_row": lambda: self.nominees.step(-1),
        }

    @gesture
    def _go(self) -> None:
        chosen = self.nominees.nominee()
        if not self.fields.isHidden():
            said = (new_id(), self.fields.role.text(), new_id(), self.fields.until.day())
            done = self.hands.do(selection.begin_selection, *said)
        else:
            done = chosen is not None and self.hands.do(
                selection.propose_candidate, new_id(), chosen.person, "", chosen.name
            )
        if done:
            self.fields.role.clear()
            self.opens.emit("")
