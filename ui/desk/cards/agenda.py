"""The agenda on the way: take up, move, split, join, label, put off, add an item, each by consent and in one input.

Looking at it never stops the running item.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coalmeet.ids import new_id
from coalmeet.meeting.events import AgendaEntry
from coalmeet.meeting.moves import agenda
from coalmeet.meeting.order import numbers
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui import theme
from ui.desk.cards.agenda_row import AgendaRow, ItemLine
from ui.desk.file_facts import Topics
from ui.desk.hands import Hands, gesture
from ui.desk.line_field import LineField
from ui.desk.row_focus import step_focus
from ui.desk.scroll import bring_into_view
from ui.desk.tool import Tool, Verbs
from ui.widgets.fields import Choice, Minutes
from ui.widgets.layouts import column, row

USUAL = 10  # minutes that a walk-in item gets unless somebody says otherwise


class AgendaCard(Tool):
    """The pressed row opens; the others stay one line."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._open = ""
        self._rows: dict[str, AgendaRow] = {}
        self._topics = Topics(hands.live)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(2))
        self.title_box = LineField()
        self.title_box.setPlaceholderText(_("Add an item before the closing"))
        self.title_box.setAccessibleName(_("Title of an item to add"))
        self.title_box.returnPressed.connect(self._add)
        self.title_box.textChanged.connect(lambda _text: self.show_meeting(hands.meeting, 0))
        self.minutes = Minutes(USUAL, _("Minutes of the new item"))
        self.label = Choice()
        self.label.setAccessibleName(_("Label of the new item"))
        for code, words in (
            ("discussion", _("Discussion")),
            ("update", _("Update")),
            ("decision", _("Decision")),
        ):
            self.label.addItem(words, code)
        self.reason = LineField()
        self.reason.setPlaceholderText(_("Why the agenda changes, if somebody says"))
        self.reason.setAccessibleName(_("Reason for the next change of the agenda"))
        self.setLayout(
            column(
                self.title_box, 6, row(self.minutes, 8, (self.label, 1)), 8, self.reason, 8, self._list, None,
            )
        )  # fmt: skip

    def verbs(self) -> Verbs:
        rows = list(self._rows.values())
        return {"next_row": lambda: step_focus(rows, 1), "previous_row": lambda: step_focus(rows, -1)}

    def says(self) -> tuple[str, ...]:
        return (
            _("Shall we change our agenda like this? Does anything speak against it?"),
            _("Is it all right for everybody if we do it in this order?"),
        )

    def first_field(self) -> QWidget:
        return self.title_box

    def title(self) -> str:
        return _("Agenda")

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        self.reason.setVisible(bool(self._open or self.title_box.text().strip() or self.reason.text()))
        ids = [item.id for item in meeting.items]
        number = numbers(meeting)
        for at, item in enumerate(meeting.items):
            row_of = self._rows.get(item.id) or self._make(item.id)
            if self._list.indexOf(row_of) != at:
                self._list.insertWidget(at, row_of)
            within = meeting.item(item.merged_into)
            row_of.show_line(
                ItemLine(
                    item,
                    number[item.id],
                    item.id == self._open,
                    at > 0,
                    at < len(ids) - 1,
                    within.entry.title if within else "",
                ),
                meeting,
            )
        for id, row_of in self._rows.items():
            row_of.setVisible(id in ids)  # an item whose adding was taken back is gone

    def open_item(self, item: str) -> None:
        """Open the row of an item, for those who pressed it in the afternoon or found it by its words."""
        self._open = item
        self.show_meeting(self.hands.meeting, self.hands.live.now())
        opened = self._rows.get(self._open)
        if opened is not None:
            QTimer.singleShot(0, opened, partial(bring_into_view, opened))  # once it has its height

    def _make(self, item: str) -> AgendaRow:
        made = AgendaRow(self.hands, self.change, self._topics)
        made.clicked.connect(lambda: self.open_item("" if item == self._open else item))
        made.done.connect(lambda: self.opens.emit(""))
        self._rows[item] = made
        return made

    def _add(self) -> None:
        meeting = self.hands.meeting
        closing = next(
            (one.id for one in meeting.items if one.entry.built_in == "closing" and not one.started), ""
        )
        label = str(self.label.currentData())
        entry = AgendaEntry(new_id(), self.title_box.text().strip(), label, self.minutes.minutes())
        if self.change(agenda.add_item, entry, closing):
            self.title_box.clear()

    @gesture
    def change(self, move: Callable[..., Any], *what: Any) -> bool:
        """Change the agenda, for the reason that was written; one that refused keeps it."""
        done = self.hands.do(move, *what, reason=self.reason.text())
        if done:
            self.reason.clear()
        return done
