"""Papers of the coalition, page by page: the charter, the decision matrix, and the year book of a period."""

from __future__ import annotations

from collections.abc import Callable

from coalmeet.commands.of_coalition import (
    CHARTER,
    MATRIX,
    YEAR_BOOK,
    book_of,
    sheet_pdf,
    wished_name,
    year_book_pdf,
)
from coalmeet.text import _
from ui.open_file import OpenFile
from ui.preview.page import PreviewPage

_BACK = {CHARTER: "agreement", MATRIX: "agreement", YEAR_BOOK: "year_book"}


class SheetPage(PreviewPage):
    """`choose` takes which paper: "charter", "matrix", or a year book with its days (`of_coalition.book_code`)."""

    TABLES = frozenset(
        {"coalition", "decision_kind", "organisation", "meeting", "record", "decision", "decision_entry"}
    )

    def refresh(self) -> None:
        self.let_go()
        kind = self.meeting.partition(" ")[0]
        if kind not in _BACK:
            return
        self.errand = _BACK[kind]
        here = self.book.coalition()
        days = book_of(self.meeting)[:2] if kind == YEAR_BOOK else ()
        self.file_name = wished_name(kind, here, *days)
        names = {CHARTER: _("Charter"), MATRIX: _("Decision matrix"), YEAR_BOOK: _("Year book")}
        self.head.title.setText(names[kind])
        self.head.line.setText(here.name)
        self.read(_making(self.book, kind, self.meeting))


def _making(book: OpenFile, kind: str, code: str) -> Callable[[], bytes]:
    """Everything it needs is read now, so that the thread touches no open file. Raises FileProblem."""
    today = book.today()
    if kind == YEAR_BOOK:
        from coalmeet.store.year_book import gather

        first, last, circulated = book_of(code)
        told = book.read(gather, first, last, today)
        return lambda: year_book_pdf(told, circulated=circulated)
    from coalmeet.store.charter import known

    agreement = book.read(known, today)
    return lambda: sheet_pdf(kind, agreement)
