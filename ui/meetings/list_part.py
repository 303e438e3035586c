"""The body of the meetings page: list and chosen meeting side by side, and what an empty one says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QMenu, QWidget

from coalmeet.text import _
from ui import icons
from ui.meetings.detail import MeetingDetail
from ui.widgets.buttons import Button
from ui.widgets.empty import EmptyState
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, widget
from ui.widgets.menus import open_below
from ui.widgets.progress_line import ProgressLine
from ui.widgets.rows import Row, RowList
from ui.widgets.side_by_side import SideBySide

_DETAIL = 420  # design pixels in which what can be done with a meeting stands in one row


class MeetingsBody(QWidget):
    """Their places; what they tell is tied to what is done by the page."""

    def __init__(self) -> None:
        super().__init__()
        self.progress = ProgressLine()
        self.list, self.detail = RowList(_("Meetings")), MeetingDetail()
        self.plan = Button(_("Plan a meeting"), "primary", icon="plus")
        self.bring = Button(_("Bring in records"), icon="import")
        self._nothing = Wrapped(_("No meeting has these words. Try fewer, or another spelling."), tone="ink2")
        self._empty = EmptyState(
            "calendar-plus",
            _("No meetings yet"),
            _("Plan the first one, or bring in the records of earlier meetings; they can be dropped here."),
            self.plan,
            self.bring,
        )
        listed = widget(column(self._nothing, (self.list, 1)))
        self._both = SideBySide(listed, self.detail, _DETAIL, shares=(2, 3))
        self.setLayout(column(self.progress, 8, (self._both, 1), (self._empty, 1)))

    def show_empty(self, empty: bool) -> None:
        """Say what to do first, or show the list."""
        self._empty.setVisible(empty)
        self._both.setVisible(not empty)

    def bring_into_sight(self, part: QWidget) -> None:
        """Scroll to a part of the chosen meeting, once it has its height."""
        QTimer.singleShot(0, part, lambda: self._both.ensureWidgetVisible(part))

    def show_rows(self, rows: Sequence[Row], *, nothing: bool) -> None:
        """Show these rows; the first becomes current when none was."""
        self._nothing.setVisible(nothing)
        self.list.show_rows(rows)
        if rows and not self.list.current():
            self.list.choose(rows[0].key)


class MoreMenu(Button):
    """What is done now and then: a meeting on paper, records from elsewhere, the book of a year, the
    calendar.
    """

    paper = Signal()
    bring_in = Signal()
    year_book = Signal()
    calendar = Signal()

    def __init__(self) -> None:
        super().__init__(icon="ellipsis", spoken=_("More for meetings"))
        self.choices = QMenu(self)
        entered = self.choices.addAction(
            icons.icon("notebook-pen", "ink2"), _("Enter a meeting held on paper")
        )
        entered.triggered.connect(self.paper)
        brought = self.choices.addAction(icons.icon("import", "ink2"), _("Bring in records"))
        brought.triggered.connect(self.bring_in)
        book = self.choices.addAction(icons.icon("file-text", "ink2"), _("Make the year book"))
        book.triggered.connect(self.year_book)
        dates = self.choices.addAction(icons.icon("calendar-days", "ink2"), _("Calendar of the coalition"))
        dates.triggered.connect(self.calendar)
        self.clicked.connect(lambda: open_below(self.choices, self))
