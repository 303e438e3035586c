"""The body of the members page: organisations or people in a list, and the fields of the chosen one beside it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from coalmeet.text import _
from ui import theme
from ui.members.erase_panel import ErasePanel
from ui.members.join_panel import JoinPanel
from ui.members.list_panel import ListPanel
from ui.members.look import MembersLook
from ui.members.organisation_editor import OrganisationEditor
from ui.members.person_editor import PersonEditor
from ui.members.shown import organisation_rows, person_rows
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty import EmptyState
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, row, widget
from ui.widgets.rows import RowList
from ui.widgets.segments import Segments
from ui.widgets.side_by_side import SideBySide

_BESIDE = 420


class MembersBody(QWidget):
    """`kind` is organisation or person: what the list shows."""

    shown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kinds = Segments(
            [("organisation", _("Organisations"), ""), ("person", _("People"), "")], _("What to show")
        )
        self.kinds.show_choice("organisation")
        self.list = RowList(_("Members"), names=True)
        self.organisation, self.person = OrganisationEditor(), PersonEditor()
        self.incoming, self.joining, self.erasing = ListPanel(), JoinPanel(), ErasePanel()
        self.add, self.bring = (
            Button(_("Add a member"), "primary", icon="plus"),
            Button(_("Bring in a list"), icon="import"),
        )
        self._nothing = Wrapped(_("Nobody has these words. Try fewer, or another spelling."), tone="ink2")
        self._beside = QStackedWidget()
        self._blank = QWidget()
        for panel in (self._blank, self.organisation, self.person, self.incoming, self.joining):
            self._beside.addWidget(panel)
        self._seen: MembersLook | None = None
        self._lay_out()
        self.list.chosen.connect(lambda _key: self.show_current())
        for leaving in (self.incoming, self.joining):
            leaving.left.connect(self.show_current)

    @property
    def kind(self) -> str:
        """What the list shows: organisation or person."""
        return self.kinds.choice() or "organisation"

    def show_look(self, seen: MembersLook, query: str) -> None:
        """Show organisations or people in which the words of the query stand."""
        self._seen = seen
        empty = not seen.organisations and not seen.people
        self._empty.setVisible(empty)
        self._whole.setVisible(not empty and self.erasing.isHidden())
        panel = self._beside.currentWidget()
        rows = organisation_rows(seen, query) if self.kind == "organisation" else person_rows(seen, query)
        self.list.show_rows(rows)
        self._nothing.setVisible(not rows and not empty)
        if rows and not self.list.current():
            self.list.choose(rows[0].key)
        if panel in {self.incoming, self.joining} and not empty:
            self._beside.setCurrentWidget(panel)
        else:
            self.show_current()

    def show_current(self) -> None:
        """Show the fields of the current row."""
        seen, id = self._seen, self.list.current()
        organisation = seen.organisation(id) if seen else None
        person = seen.person(id) if seen else None
        if seen is not None and organisation is not None:
            self.organisation.show_organisation(organisation, seen)
            self._beside.setCurrentWidget(self.organisation)
        elif seen is not None and person is not None:
            self.person.show_person(person, seen)
            self._beside.setCurrentWidget(self.person)
        else:
            self._beside.setCurrentWidget(self._blank)

    def show_entry(self, kind: str, id: str) -> None:
        """Show one entry: turn to its kind and choose it once the list is there."""
        self.erasing.hide()
        self.kinds.show_choice(kind)
        self.shown.emit()
        self.list.choose(id)
        self.show_current()
        field = self.organisation.name if kind == "organisation" else self.person.name
        field.setFocus()
        field.selectAll()

    def open_panel(self, panel: QWidget) -> None:
        """Show a panel in place of the fields."""
        self.erasing.hide()
        self._whole.show()
        self._empty.hide()
        self._beside.setCurrentWidget(panel)

    def open_whole(self, panel: QWidget) -> None:
        """Show a panel in the place of everything else."""
        self._whole.hide()
        panel.show()

    def close_whole(self) -> None:
        """Show the list again, and the fields beside it."""
        self.erasing.hide()
        self.shown.emit()
        self.list.setFocus()

    def settle(self) -> None:
        """Save what is still being typed."""
        self.organisation.settle()
        self.person.settle()

    def _lay_out(self) -> None:
        beside = Card(column((self._beside, 1)))
        self._beside.setMinimumHeight(
            theme.px(160)
        )  # its panels scroll: one thing does, not two around each other
        listed = widget(column(row(self.kinds, None), 10, self._nothing, (self.list, 1)))
        self._whole = SideBySide(listed, beside, _BESIDE, gap=20)
        self._empty = EmptyState(
            "users",
            _("No members yet"),
            _(
                "Add the member organisations and who speaks for them, or bring in a list (CSV) that you have."
            ),
            self.add,
            self.bring,
        )
        self.erasing.hide()
        self.setLayout(column((self._whole, 1), (self._empty, 1), (self.erasing, 1)))
