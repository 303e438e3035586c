"""The body of the agenda page: the bar of time, what is asked, the list, the fields beside it, what waits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from coalmeet.coalition.fitting import ends
from coalmeet.coalition.plan import PlannedItem
from coalmeet.meeting import words
from coalmeet.text import _
from ui import icons, shortcuts, theme
from ui.prepare.agenda_list import AgendaList
from ui.prepare.fit_card import FitCard
from ui.prepare.item_editor import ItemEditor
from ui.prepare.look import PrepareLook
from ui.prepare.meeting_editor import MeetingEditor
from ui.prepare.name_panel import NamePanel
from ui.prepare.paste_panel import PastePanel
from ui.prepare.rows import AgendaRow
from ui.prepare.waiting_row import WaitingRow
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty import EmptyState
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, row, upright
from ui.widgets.plan_bar import PlanBar
from ui.widgets.side_by_side import SideBySide

_BESIDE = 360


class PrepareBody(QWidget):
    """The parts and how they stand; what they tell is tied to what is done by the page."""

    built_in_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.bar, self.fit, self.list, self.waiting = PlanBar(), FitCard(), AgendaList(), WaitingRow()
        self.item, self.meeting = ItemEditor(), MeetingEditor()
        self.pasting, self.naming = PastePanel(), NamePanel()
        self.new = Button(_("New item"), icon="plus", key=shortcuts.shown("new_row"))
        self.ready_made = Button(_("Ready-made"), icon="layout-list")
        self.wished = Wrapped("", 14, tone="ink2", most=2)
        self._beside = QStackedWidget()
        for panel in (self.meeting, self.item, self.pasting, self.naming):
            self._beside.addWidget(panel)
        self._seen: PrepareLook | None = None
        self.none_yet = EmptyState(
            "list-ordered",
            _("The agenda is empty"),
            _(
                "Add the first item, paste an agenda that exists, or start with the ready-made opening and closing."
            ),
        )
        self._lay_out()
        self.list.chosen.connect(self._show_item)
        self.list.opened.connect(self.edit)
        for panel in (self.pasting, self.naming):
            panel.left.connect(self.show_current)
        self.ready_made.clicked.connect(self._offer_built_ins)

    def show_look(self, seen: PrepareLook, rows: Sequence[AgendaRow], today: date) -> None:
        """Show one meeting."""
        other = self._seen is None or self._seen.frame.id != seen.frame.id
        self._seen = seen
        self.bar.show_plan(seen.items, seen.frame.minutes or 0, ends(seen.frame, seen.frame.minutes or 0))
        self.fit.show_plan(seen.frame, seen.items)
        self.wished.setText(seen.wished)
        self.wished.setVisible(bool(seen.wished))
        self.list.show_rows(rows)
        self.none_yet.setVisible(not rows)
        self.list.setVisible(bool(rows))
        self.waiting.show_waiting(seen.waiting)
        self.item.offer([one.name for one in seen.people], seen.members)
        self.item.offer_kinds(seen.kinds)
        self.item.offer_votes(seen.fallback, seen.tries)
        self.meeting.show_meeting(seen.frame, seen.people, today)
        self.meeting.who.show_look(seen)
        if other:
            self.list.clearSelection()
            self.list.setCurrentIndex(self.list.rows.index(-1))
            self._beside.setCurrentWidget(self.meeting)
        elif self._beside.currentWidget() is self.item:
            self.show_current()

    def show_current(self) -> None:
        """Show the fields of the current item; those of the meeting while there is none."""
        item = self._item(self.list.current())
        if item is None or self._seen is None:
            self._beside.setCurrentWidget(self.meeting)
            return
        self.item.show_item(item, self._seen.private.get(item.id, ""))
        self._beside.setCurrentWidget(self.item)

    def show_meeting_fields(self) -> None:
        """Show date, place and people."""
        self._beside.setCurrentWidget(self.meeting)
        self.meeting.title.setFocus()

    def edit(self, item: str) -> None:
        """Choose an item and put the cursor into its title."""
        self.list.choose(item)
        self.show_current()
        self.item.title.setFocus()
        self.item.title.selectAll()

    def paste(self, text: str = "") -> None:
        """Open the panel that reads an agenda, with this text in it."""
        names = [one.name for one in self._seen.people] if self._seen else []
        self._beside.setCurrentWidget(self.pasting)
        self.pasting.begin(names, text)

    def paste_copied(self) -> None:
        """Open the panel with what the clipboard holds."""
        self.paste(QGuiApplication.clipboard().text())

    def name_template(self) -> None:
        """Open the panel that names a template."""
        self._beside.setCurrentWidget(self.naming)
        self.naming.begin(self._seen.frame.title if self._seen else "")

    def settle(self) -> None:
        """Save what is still being typed."""
        self.item.settle()
        self.meeting.settle()

    def _show_item(self, item: str) -> None:
        if self._item(item) is not None:
            self.show_current()

    def _item(self, item: str) -> PlannedItem | None:
        items = self._seen.items if self._seen else ()
        return next((one for one in items if one.id == item), None)

    def _offer_built_ins(self) -> None:
        menu = QMenu(self)
        for code, icon in _BUILT_INS:
            entry = menu.addAction(icons.icon(icon, "ink2"), words.built_in(code))
            entry.triggered.connect(lambda _on=False, code=code: self.built_in_wanted.emit(code))
        above = self.ready_made.mapToGlobal(self.ready_made.rect().topLeft())
        above.setY(above.y() - menu.sizeHint().height())
        menu.popup(above)

    def _lay_out(self) -> None:
        listed = Card(column((self.list, 1), (self.none_yet, 1), margins=(6, 6, 6, 6)))
        beside = Card(column((self._beside, 1)))
        self._beside.setMinimumHeight(theme.px(160))  # its panels scroll: none may push the foot off the page
        foot = row((self.waiting, 1), 12, self.ready_made, 8, self.new)
        pair = SideBySide(listed, beside, _BESIDE, gap=16, scrolls=False, below=(320, 420))
        above = column(self.bar, 6, self.fit, 6, self.wished, 8, (pair, 1))
        self.setLayout(column((upright(above), 1), 12, foot))


_BUILT_INS = (
    ("opening", "door-open"),
    ("temperature", "message-circle"),
    ("work_plan", "list-checks"),
    ("break", "coffee"),
    ("closing", "flag"),
)
