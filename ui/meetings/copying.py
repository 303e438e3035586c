"""The minutes on the clipboard, on request only: as HTML for a letter and as Markdown for a chat at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QThread, Signal
from PySide6.QtGui import QGuiApplication

from coalmeet.coalition.coalition import Coalition
from coalmeet.exchange.outgoing import record_of
from coalmeet.exchange.record import Record
from coalmeet.text import _

if TYPE_CHECKING:
    from ui.meetings.page import MeetingsPage


class Copying(QThread):
    """Made in a thread of its own, as long minutes take a while; `made` carries HTML and Markdown."""

    made = Signal(str, str)

    def __init__(self, record: Record, coalition: Coalition) -> None:
        super().__init__()
        self._record, self._coalition = record, coalition

    def run(self) -> None:
        from coalmeet.commands.hand_out import pasted

        self.made.emit(*pasted(self._record, self._coalition))


def copy(page: MeetingsPage, meeting: str) -> None:
    """Put the minutes of a meeting on the clipboard. Says why not, where they cannot be read."""
    with page.saying():
        work = Copying(page.book.read(record_of, meeting), page.book.coalition())
        page.copying = work
        work.made.connect(lambda html, markdown: _put(page, html, markdown))
        work.start()


def _put(page: MeetingsPage, html: str, markdown: str) -> None:
    data = QMimeData()
    data.setHtml(html)
    data.setText(markdown)
    QGuiApplication.clipboard().setMimeData(data)
    page.done.say(_("The minutes are on the clipboard. Paste them where you write."))
