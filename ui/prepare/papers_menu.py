"""The papers of a meeting to come: the agenda that goes round, and below a line the facilitator's own book."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from coalmeet.text import _
from ui import icons
from ui.widgets.buttons import Button
from ui.widgets.menus import open_below

READ, READ_BOOK, KEEP_BOOK = "read", "read_book", "book.pdf"


class PapersMenu(Button):
    """`wanted` carries what somebody chose: READ, READ_BOOK, or the end of the name of a file to write."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Papers"), icon="file-text")
        self.choices = QMenu(self)
        self.clicked.connect(lambda: open_below(self.choices, self))
        for code, icon, words in _entries():
            if code == READ_BOOK:
                self.choices.addSeparator()
            entry = self.choices.addAction(icons.icon(icon, "ink2"), words)
            entry.setData(code)
            entry.triggered.connect(lambda _on=False, code=code: self.wanted.emit(code))


def _entries() -> tuple[tuple[str, str, str], ...]:
    return (
        (READ, "printer", _("See and print the agenda")),
        ("pdf", "file-text", _("Agenda to send, as PDF")),
        ("html", "phone", _("Agenda to send, as a page for phones (HTML)")),
        ("eml", "message-square-quote", _("Agenda to send, as a draft for your mail program")),
        ("md", "pen-line", _("Agenda as text (Markdown)")),
        ("ics", "calendar-days", _("The date, for calendars")),
        (READ_BOOK, "notebook-pen", _("Facilitator’s book, for you only: see and print")),
        (KEEP_BOOK, "lock", _("Facilitator’s book, for you only: keep as PDF")),
    )
