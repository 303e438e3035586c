"""A date as people say it: "in 3 months", "14 May", "next Friday"; shown in full once it is understood."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal

from coalmeet.meeting.due import read_day
from coalmeet.meeting.state import Meeting
from coalmeet.text import _, plain_day
from ui.desk.line_field import LineField


class DayField(LineField):
    """`chosen` tells an ISO date as soon as one is typed and the field is left; what is no date stays as typed."""

    chosen = Signal(str)

    def __init__(self, meeting: Callable[[], Meeting], spoken: str) -> None:
        super().__init__()
        self._meeting = meeting
        self._iso = ""
        self.setAccessibleName(spoken)
        self.setPlaceholderText(_("in 3 months, 14 May …"))
        self.editingFinished.connect(self._read)

    def show_day(self, iso: str) -> None:
        """Show a date, unless somebody is typing one."""
        if iso == self._iso and self.text():
            return
        self._iso = iso
        if not self.hasFocus():
            self.setText(plain_day(date.fromisoformat(iso)) if iso else "")

    def day(self) -> str:
        """The date that is shown, "" for none."""
        return self._iso

    def _read(self) -> None:
        typed = self.text().strip()
        found = read_day(typed, date.fromisoformat(self._meeting().date)) if typed else None
        known = plain_day(date.fromisoformat(self._iso)) if self._iso else ""
        if found is None or typed == known:
            self.setText(known)
            return
        self._iso = found.isoformat()
        self.setText(plain_day(found))
        self.chosen.emit(self._iso)
