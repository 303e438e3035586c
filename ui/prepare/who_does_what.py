"""Who does what at a meeting: the rotation proposes who facilitates and who takes notes, one click takes it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coalmeet.coalition.turn import ROLES, Role
from coalmeet.text import _
from ui.prepare.look import PrepareLook
from ui.prepare.shown import acceptable, turn_line
from ui.widgets.buttons import Button
from ui.widgets.fields import Choice, Field
from ui.widgets.folded_choice import FoldedChoice
from ui.widgets.layouts import column, row, widget


class WhoDoesWhat(QWidget):
    """`changed` carries a field of PlannedMeeting and a person; `agreed` all fields that a proposal sets."""

    changed = Signal(str, object)
    agreed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.facilitator, self.note_taker, self.prepared_by = Choice(), Choice(), Choice()
        self.learner = FoldedChoice(_("Somebody learns to facilitate"), _("Co-facilitator, who learns"))
        self.fields = {
            "facilitator": Field(_("Facilitates"), self.facilitator),
            "note_taker": Field(_("Takes notes"), self.note_taker),
        }
        self.accepts = {role: Button(_("Take this proposal"), "tint", icon="check") for role in ROLES}
        self._ways = {role: widget(column(8, row(button, None))) for role, button in self.accepts.items()}
        self._seen: PrepareLook | None = None
        self.setLayout(
            column(
                self.fields["facilitator"], self._ways["facilitator"], 6, self.learner, 14,
                self.fields["note_taker"], self._ways["note_taker"], 14,
                Field(_("Prepares"), self.prepared_by),
            )
        )  # fmt: skip
        self._connect()

    def show_look(self, seen: PrepareLook) -> None:
        """Show who is named, and whom the rotation proposes where nobody is."""
        self._seen, frame = seen, seen.frame
        everybody = [(one.id, one.name) for one in seen.people]
        for choice, person in (
            (self.facilitator, frame.facilitator),
            (self.note_taker, frame.note_taker),
            (self.prepared_by, frame.prepared_by),
        ):
            _offer(choice, [("", _("nobody yet")), *everybody], person)
        for role in ROLES:
            self.fields[role].show_hint(turn_line(seen, role))
            self._ways[role].setVisible(bool(acceptable(seen, role)))
        learners = [(id, name) for id, name in everybody if id != frame.facilitator]
        self.learner.offer([("", _("nobody")), *learners], frame.co_facilitator)

    def _connect(self) -> None:
        self.learner.chosen.connect(lambda person: self.changed.emit("co_facilitator", person))
        for choice, field in (
            (self.facilitator, "facilitator"),
            (self.note_taker, "note_taker"),
            (self.prepared_by, "prepared_by"),
        ):
            choice.activated.connect(
                lambda at, choice=choice, field=field: self.changed.emit(field, choice.itemData(at))
            )
        for role, button in self.accepts.items():
            button.clicked.connect(lambda _on=False, role=role: self._accept(role))

    def _accept(self, role: Role) -> None:
        if self._seen is not None:
            choice = self.facilitator if role == "facilitator" else self.note_taker
            choice.setFocus()  # before the button goes: who was proposed stands there now, to be corrected
            self.agreed.emit(acceptable(self._seen, role))


def _offer(choice: Choice, wanted: list[tuple[str, str]], current: str) -> None:
    if wanted != [(choice.itemData(at), choice.itemText(at)) for at in range(choice.count())]:
        choice.clear()
        for id, name in wanted:
            choice.addItem(name, id)
    choice.setCurrentIndex(max(0, choice.findData(current)))
