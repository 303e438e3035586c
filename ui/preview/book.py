"""The facilitator's book page by page, to look at and to print: for whoever facilitates, and for nobody else."""

from __future__ import annotations

from functools import partial

from coalmeet.coalition.meeting_row import MeetingRow
from coalmeet.commands.private_book import book_bytes, read
from coalmeet.exchange.outgoing import file_stem
from coalmeet.exchange.safe_name import safe_name
from coalmeet.text import _
from ui.preview.page import PreviewPage


class BookPage(PreviewPage):
    """As the preview, with the private book in place of the agenda; what is printed into a file is named so."""

    TABLES = PreviewPage.TABLES | {
        "private_note",
        "turn",
        "turn_note",
        "decision",
        "decision_entry",
        "parked",
    }

    def show_paper(self, row: MeetingRow) -> None:
        self.head.title.setText(_("Facilitator’s book, for you only"))
        named = _("{meeting}, for the facilitator only").format(meeting=file_stem(row))
        self.file_name = safe_name(named)
        with self.saying():
            self.read(partial(book_bytes, self.book.read(read, self.meeting)))
