"""The minutes on the clipboard, on request only: as HTML for a letter and as Markdown for a chat at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from coalmeet.commands.papers import pasted, read
from coalmeet.text import _

if TYPE_CHECKING:
    from ui.meetings.page import MeetingsPage


def copy(page: MeetingsPage, meeting: str) -> None:
    """Put the minutes of a meeting on the clipboard. Says why not, where they cannot be read."""
    with page.saying():
        work = partial(pasted, page.book.read(read, meeting))
        page.maker.make(_("Copying the minutes"), work, lambda made: _put(page, *made))


def _put(page: MeetingsPage, html: str, markdown: str) -> None:
    data = QMimeData()
    data.setHtml(html)
    data.setText(markdown)
    QGuiApplication.clipboard().setMimeData(data)
    page.done.say(_("The minutes are on the clipboard. Paste them where you write."))
