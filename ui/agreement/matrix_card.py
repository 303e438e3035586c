"""The decision matrix: which kinds of decision there are, who decides them, by which method."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coalmeet.coalition.agreement import ready_made
from coalmeet.errors import NotAllowed
from coalmeet.meeting.events import DecisionKind
from coalmeet.text import _
from ui import shortcuts, theme
from ui.agreement.matrix_rows import as_kind, as_row, columns
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, row, widget
from ui.widgets.ordered_table import OrderedTable


class MatrixCard(QWidget):
    """`added` and `changed` carry a DecisionKind, `offered` several of them; `moved` and `removed` carry places,
    `refused` a sentence.
    """

    added = Signal(object)
    changed = Signal(object)
    offered = Signal(object)
    moved = Signal(int, int)
    removed = Signal(int)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._kinds: tuple[DecisionKind, ...] = ()
        self.table = OrderedTable(columns(), _("Decision matrix"), least=1)
        self.table.setAccessibleDescription(
            _("Enter edits a cell, Space ticks, Alt+Up and Alt+Down move a row, Delete removes it.")
        )
        self.remove = Button(_("Remove the row"), "ghost", icon="trash-2", key=shortcuts.shown("delete_row"))
        self.up = Button(icon="arrow-up", spoken=_("Move the row up"))
        self.down = Button(icon="arrow-down", spoken=_("Move the row down"))
        self.take = Button(_("Begin with these"), "primary", icon="plus")
        self._offer = self._make_offer()
        self._foot = widget(row(self.up, 4, self.down, 8, self.remove, None))
        told = Wrapped(
            _(
                "An agenda item of a kind is decided in its way. What stands in no row is decided by consent. "
                "Critical: each is called by name, and a protected voice holds."
            ),
            theme.META + 1,
            tone="ink2",
        )
        title = OneLine(_("Decision matrix"), theme.SECTION, theme.STRONG)
        body = column(title, 2, told, 14, self._offer, self.table, 8, self._foot, margins=(24, 20, 24, 16))
        self.setLayout(column(Card(body)))
        self._connect()

    def show_kinds(self, kinds: Sequence[DecisionKind]) -> None:
        """Show the rows as the file has them; what is being typed elsewhere in the table stays where it is."""
        self._kinds = tuple(kinds)
        rows = [as_row(one) for one in self._kinds]
        if self.table.rows.rows() != rows:
            at = self.table.currentIndex()
            self.table.rows.show_rows(rows)
            self.table.setCurrentIndex(self.table.rows.index(min(at.row(), len(rows)), max(0, at.column())))
        self._offer.setVisible(not rows)
        self._show_foot()

    def first(self) -> QWidget:
        """Where the keys go when the page is shown: to the offer while there is nothing yet, else to the table."""
        return self.table if self._kinds else self.take

    def go_to(self, at: int) -> None:
        """Make a row the current one: it was moved, and the next key moves it again."""
        self.table.setCurrentIndex(self.table.rows.index(at, max(0, self.table.currentIndex().column())))
        self._show_foot()

    def kinds(self) -> tuple[DecisionKind, ...]:
        """The rows as the file has them."""
        return self._kinds

    def _edited(self) -> None:
        rows = self.table.rows.rows(whole=True)
        for at, typed in enumerate(rows):
            before = as_row(self._kinds[at]) if at < len(self._kinds) else ("",) * len(typed)
            if typed != before:
                self._tell(at, typed)
                return

    def _tell(self, at: int, typed: tuple[str, ...]) -> None:
        try:
            kind = as_kind(typed, self._kinds[at].id if at < len(self._kinds) else "")
        except NotAllowed as refusal:
            self.refused.emit(str(refusal))
            self.table.rows.show_rows([as_row(one) for one in self._kinds])
            return
        (self.changed if kind.id else self.added).emit(kind)

    def _show_foot(self) -> None:
        at, last = self.table.currentIndex().row(), len(self._kinds) - 1
        self._foot.setVisible(bool(self._kinds))
        self.remove.setEnabled(0 <= at <= last)
        self.up.setEnabled(0 < at <= last)
        self.down.setEnabled(0 <= at < last)

    def _make_offer(self) -> QWidget:
        """The rows that most coalitions know, by name, to be taken with one press."""
        names = _(", ").join(one.name for one in ready_made())
        words = Wrapped(
            _(
                "Nothing yet: everything is decided by consent. Most coalitions know these kinds: {names}."
            ).format(names=names),
            theme.BODY,
        )
        own = Wrapped(_("Or type your own first row."), theme.META + 1, tone="ink2")
        return widget(column(words, 12, row(self.take, 12, (column(None, own, None), 1)), 12))

    def _connect(self) -> None:
        self.table.rows.edited.connect(self._edited)
        self.table.moved.connect(self.moved)
        self.table.removed.connect(self.removed)
        self.table.selectionModel().currentChanged.connect(lambda *_places: self._show_foot())
        self.take.clicked.connect(lambda: self.offered.emit(ready_made()))
        self.remove.clicked.connect(lambda: self.removed.emit(self.table.currentIndex().row()))
        for button, step in ((self.up, -1), (self.down, 1)):
            button.clicked.connect(lambda _on=False, step=step: self._move(step))

    def _move(self, step: int) -> None:
        at = self.table.currentIndex().row()
        self.moved.emit(at, at + step)
