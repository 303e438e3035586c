"""Earlier entries, the latest first: each is put right in its place, and what followed stays as it is."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coalmeet.meeting.moves.correct import Entry, entries
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui import theme
from ui.desk.cards.entry_row import EntryRow
from ui.desk.entry_words import describe
from ui.desk.hands import Hands
from ui.desk.row_focus import step_focus
from ui.desk.scroll import bring_into_view
from ui.desk.tool import Tool, Verbs
from ui.widgets.fields import Search
from ui.widgets.finding import finds
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column

SHOWN = 80  # rows; what is further back is found by typing


class EntriesCard(Tool):
    """A correction that changes a decision's result reopens it, and says so on both windows."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._shown: tuple[Entry, ...] = ()
        self._rows: dict[tuple[str, int], EntryRow] = {}
        self.search = Search(_("Find an entry"))
        self.search.textChanged.connect(lambda _text: self.show_meeting(hands.meeting, 0))
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(2))
        words = _("Press an entry to put it right. The minutes list what was corrected.")
        self._none = Wrapped(_("No entry has these words. Try fewer, or a name."), tone="ink2")
        head = Wrapped(words, theme.DETAIL, tone="ink2")
        self.setLayout(column(head, 8, self.search, 8, self._none, self._list, None))
        self._none.hide()

    def verbs(self) -> Verbs:
        rows = list(self._rows.values())
        return {"next_row": lambda: step_focus(rows, 1), "previous_row": lambda: step_focus(rows, -1)}

    def first_field(self) -> QWidget:
        return self.search

    def title(self) -> str:
        return _("Earlier entries")

    def put_away(self) -> None:
        self.search.clear()
        for row in self._rows.values():
            row.open(False)

    def open_entry(self, move: str, index: int) -> None:
        """Open the fields of one entry, which was pressed elsewhere."""
        self.search.clear()
        row = self._rows.get((move, index))
        if row is not None:
            row.open()

    def show_meeting(self, meeting: Meeting, now: int) -> None:
        found = self._found(meeting)
        self._none.setVisible(not found)
        if found == self._shown:
            return
        self._shown = found
        keys = [(one.move, one.index) for one in found]
        if keys != list(self._rows):
            self._place_rows(keys)
        for entry in found:
            self._rows[entry.move, entry.index].show_entry(meeting, entry)

    def _place_rows(self, keys: list[tuple[str, int]]) -> None:
        """Rows that stay are the same widgets: somebody may be writing in one of them."""
        for key in set(self._rows) - set(keys):
            gone = self._rows[key]
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._rows = {key: self._rows.get(key) or self._make() for key in keys}
        for at, row in enumerate(self._rows.values()):
            if self._list.indexOf(row) != at:
                self._list.insertWidget(at, row)

    def _make(self) -> EntryRow:
        made = EntryRow(self.hands)
        made.opened.connect(partial(bring_into_view, made))
        return made

    def _found(self, meeting: Meeting) -> tuple[Entry, ...]:
        typed = self.search.text()
        listed = entries(self.hands.live.moves)
        return tuple(one for one in listed if not typed.strip() or finds(typed, _words(meeting, one)))[:SHOWN]


def _words(meeting: Meeting, entry: Entry) -> str:
    line = describe(meeting, entry.event)
    return f"{line.kind} {line.text} {line.detail}"
