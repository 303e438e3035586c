"""A list of organisations and people (CSV): what it would bring is shown before it counts."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coalmeet.exchange.people_values import PeopleList
from coalmeet.meeting import words
from coalmeet.text import _, ngettext
from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, row, upright
from ui.widgets.rows import Row, RowList


class ListPanel(QWidget):
    """`taken` carries the PeopleList, `left` closes the panel."""

    taken = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = Wrapped("", theme.SECTION, theme.STRONG, most=2)
        self._count = Wrapped("", tone="ink2")
        self.rows = RowList(_("What the list brings"))
        self._remarks = Wrapped("", theme.META, tone="ink2", most=6)
        self.take = Button(_("Take them in"), "tint", icon="import")
        cancel = Button(_("Close"), "ghost")
        self._found: PeopleList | None = None
        cancel.clicked.connect(self.left)
        self.take.clicked.connect(lambda: self.taken.emit(self._found))
        inside = upright(
            column(
                self._name, 4, self._count, 10, (self.rows, 1), 8, self._remarks, 12,
                row(cancel, None, self.take), margins=(20, 16, 20, 16),
            )
        )  # fmt: skip
        self.setLayout(column((inside, 1)))

    def show_list(self, name: str, found: PeopleList) -> None:
        """Show what a file brings."""
        self._found = found
        self._name.setText(name)
        organisations = ngettext("{count} organisation", "{count} organisations", len(found.organisations))
        people = ngettext("{count} person", "{count} people", len(found.people))
        self._count.setText(
            _("{organisations}, {people}. Known ones are completed, nothing is written over.").format(
                organisations=organisations.format(count=len(found.organisations)),
                people=people.format(count=len(found.people)),
            )
        )
        rows = [
            Row(f"o{at}", one.name, one.short, "building-2", tone="ink2")
            for at, one in enumerate(found.organisations)
        ]
        rows += [
            Row(
                f"p{at}",
                one.name,
                ", ".join(part for part in (one.organisation, words.capacity(one.capacity)) if part),
                "user",
                tone="ink2",
            )
            for at, one in enumerate(found.people)
        ]
        self.rows.show_rows(rows)
        self._remarks.setText("\n".join(found.remarks))
        self._remarks.setVisible(bool(found.remarks))
        self.take.setEnabled(bool(rows))
