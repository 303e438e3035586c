"""Who was named for a role, each with all the reasons that were heard; a row is chosen, and none says how often."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coalmeet.meeting.choosing import Nomination, Selection, nominee_name, nominees
from coalmeet.meeting.state import Meeting
from coalmeet.text import _
from ui import theme
from ui.desk.option_row import OptionRow
from ui.widgets.layouts import column, empty


class Nominees(QWidget):
    """`chosen` tells that another row was chosen."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: object = None
        self._at = 0
        self._rows: list[tuple[Nomination, OptionRow]] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(8))
        self.setLayout(column(self._list))

    def show_selection(self, meeting: Meeting, selection: Selection) -> None:
        """Show who is named now, in the order in which they were."""
        if selection.nominations == self._shown:
            return
        self._shown = selection.nominations
        empty(self._list)
        self._rows = []
        for at, one in enumerate(nominees(selection)):
            line = OptionRow(nominee_name(meeting, one), reasons(meeting, selection, one))
            line.toggled.connect(lambda on, at=at: self._choose(at) if on else None)
            self._rows.append((one, line))
            self._list.addWidget(line)
        self._at = min(self._at, max(0, len(self._rows) - 1))
        if self._rows:
            self._rows[self._at][1].setChecked(True)

    def nominee(self) -> Nomination | None:
        """The one that is chosen."""
        return self._rows[self._at][0] if self._rows else None

    def step(self, by: int) -> None:
        """Choose the next row (1) or the one before (-1)."""
        if self._rows:
            self._rows[(self._at + by) % len(self._rows)][1].setChecked(True)

    def _choose(self, at: int) -> None:
        self._at = at
        self.chosen.emit()


def reasons(meeting: Meeting, selection: Selection, nominee: Nomination) -> str:
    """What was said for somebody, and by whom; who named them without a word is no further reason."""
    said = [
        _("“{reason}” ({who})").format(reason=one.reason, who=meeting.name_of(one.voice))
        for one in selection.nominations
        if (one.person, one.name) == (nominee.person, nominee.name) and one.reason
    ]
    return " · ".join(said) or _("No reason was written down.")
