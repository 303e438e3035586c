"""Papers of the coalition, page by page: charter, decision matrix, year book, and the recovery sheet of its file."""

from __future__ import annotations

from collections.abc import Callable

from coalmeet.coalition.coalition import Coalition
from coalmeet.commands.of_coalition import (
    CHARTER,
    MATRIX,
    YEAR_BOOK,
    book_of,
    sheet_pdf,
    wished_name,
    year_book_pdf,
)
from coalmeet.exchange.safe_name import safe_name
from coalmeet.text import _, plain_day
from ui.open_file import OpenFile
from ui.preview.page import PreviewPage

RECOVERY = "recovery"
_BACK = {CHARTER: "agreement", MATRIX: "agreement", YEAR_BOOK: "year_book", RECOVERY: "file"}


class SheetPage(PreviewPage):
    """`choose` takes which paper: "charter", "matrix", "recovery", or a year book with its days (see book_code).

    A recovery sheet can be made only while the words of the file are fresh: nothing keeps them.
    """

    TABLES = frozenset(
        {"coalition", "decision_kind", "organisation", "meeting", "record", "decision", "decision_entry"}
    )

    def refresh(self) -> None:
        self.let_go()
        kind = self.meeting.partition(" ")[0]
        if kind not in _BACK or (kind == RECOVERY and not self.book.fresh_words):
            return
        self.errand = _BACK[kind]
        here = self.book.coalition()
        days = book_of(self.meeting)[:2] if kind == YEAR_BOOK else ()
        self.file_name = _recovery_name(here) if kind == RECOVERY else wished_name(kind, here, *days)
        names = {
            CHARTER: _("Charter"), MATRIX: _("Decision matrix"), YEAR_BOOK: _("Year book"),
            RECOVERY: _("Recovery sheet"),
        }  # fmt: skip
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
    if kind == RECOVERY:
        return _recovery(book)
    from coalmeet.store.charter import known

    agreement = book.read(known, today)
    return lambda: sheet_pdf(kind, agreement)


def _recovery(book: OpenFile) -> Callable[[], bytes]:
    from coalmeet.documents.recovery_sheet import Recovery, pdf

    here, today = book.coalition(), book.today()
    sheet = Recovery(
        coalition=here.name,
        file_name=book.path.name,
        passphrase=book.fresh_words,
        day=today.isoformat(),
        told_on=plain_day(today),
        language=here.language,
    )
    return lambda: pdf(sheet)


def _recovery_name(here: Coalition) -> str:
    return safe_name(_("{title}, {coalition}").format(title=_("Recovery sheet"), coalition=here.name))
