"""coalmeet export --as: the papers of a coalition instead of those of one meeting."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from coalmeet.commands.hand_out import say_unshown, unshown
from coalmeet.commands.opened import to_read
from coalmeet.commands.terminal import Terminal, visible
from coalmeet.exchange.record import dump
from coalmeet.exchange.safe_name import safe_name
from coalmeet.exchange.whole_file import write_whole
from coalmeet.text import _, local, ngettext

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from coalmeet.coalition.charter import Known
    from coalmeet.coalition.coalition import Coalition
    from coalmeet.coalition.year_book import Gathered, YearBook

YEAR_BOOK, CHARTER, MATRIX, CALENDAR = "year-book", "charter", "matrix", "calendar"
ROUND = "circulated"
FORMS = {  # what PATH may end in
    YEAR_BOOK: (".pdf",),
    CHARTER: (".pdf", ".md"),
    MATRIX: (".pdf", ".md"),
    CALENDAR: (".ics",),
}


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a year book is asked for, both included; what is None is filled in with a calendar year."""

    first: date | None = None
    last: date | None = None

    def whole(self, usual: int) -> tuple[date, date]:
        """Both days: those of the year of the one that is given, else of the usual year."""
        year = (self.first or self.last or date(usual, 1, 1)).year
        return self.first or date(year, 1, 1), self.last or date(year, 12, 31)


def hand_out_year_book(
    path: Path, target: Path, terminal: Terminal, period: Period, *, circulated: bool, now: int
) -> int:
    """Write the minutes of a period into one PDF; `now` is wall time. Returns the exit status.

    Raises NotAllowed where nothing of the period can be in it, FileProblem where it cannot be written.
    """
    from coalmeet.coalition.year_book import year_book

    opened = to_read(path, terminal)
    try:
        with opened.reading() as con:
            told = _gathered(con, period, now)
    finally:
        opened.close()
    book = year_book(told, circulated=circulated)
    say_unshown(words_of(book), target, terminal)
    write_whole(target, _watched(book, target, terminal))
    terminal.say(in_it(book))
    for meeting, why in book.left_out:
        terminal.say(visible(_("Left out: {meeting} ({why})").format(meeting=meeting, why=why)))
    terminal.say(_("Written: {path}").format(path=visible(str(target))))
    return 0


def _gathered(con: Connection, period: Period, now: int) -> Gathered:
    from coalmeet.store import coalition
    from coalmeet.store.year_book import gather, years

    today = local(now, coalition.read(con).time_zone).date()
    return gather(con, *period.whole((*years(con), today.year)[0]), today)


def year_book_pdf(told: Gathered, *, circulated: bool) -> bytes:
    """The book of what was read. Raises NotAllowed where it would be empty, or Stopped."""
    from coalmeet.coalition.year_book import year_book
    from coalmeet.documents.year_book import pdf

    return pdf(year_book(told, circulated=circulated))


def _watched(book: YearBook, target: Path, terminal: Terminal) -> bytes:
    from coalmeet.documents.going import watched
    from coalmeet.documents.year_book import pdf

    def tell(_stage: str, done: int, whole: int) -> None:
        terminal.progress(done + 1, whole, target.name)

    with watched(lambda: True, tell):
        return pdf(book)


def words_of(book: YearBook) -> str:
    """All that a year book says, to look at its characters."""
    return "".join(dump(chapter.record) for chapter in book.chapters)


def in_it(book: YearBook) -> str:
    """How many meetings a book holds, and of which days."""
    count = len(book.chapters)
    words = ngettext(
        "{count} meeting is in it, from {period}.", "{count} meetings are in it, from {period}.", count
    )
    return words.format(count=count, period=book.period)


def hand_out_sheet(path: Path, kind: str, target: Path, terminal: Terminal, *, now: int) -> int:
    """Write the charter or the decision matrix; target ends in .pdf or .md. Returns the exit status."""
    from coalmeet.store import charter, coalition

    opened = to_read(path, terminal)
    try:
        with opened.reading() as con:
            today = local(now, coalition.read(con).time_zone).date()
            known = charter.known(con, today)
    finally:
        opened.close()
    if target.suffix.lower() == ".pdf":
        say_unshown(sheet_markdown(kind, known), target, terminal)
    write_sheet(kind, known, target)
    terminal.say(_("Written: {path}").format(path=visible(str(target))))
    return 0


def write_sheet(kind: str, known: Known, target: Path) -> None:
    """Write it in the form that target ends in. Raises FileProblem."""
    if target.suffix.lower() == ".md":
        write_whole(target, sheet_markdown(kind, known).encode())
    else:
        write_whole(target, sheet_pdf(kind, known))


def written_sheet(kind: str, known: Known, target: Path) -> Counter[str]:
    """Write it, unless it is a PDF and lacks the characters that come back. Raises FileProblem."""
    as_pdf = target.suffix.lower() == ".pdf"
    lacking = unshown(sheet_markdown(kind, known)) if as_pdf else Counter[str]()
    if not lacking:
        write_sheet(kind, known, target)
    return lacking


def sheet_pdf(kind: str, known: Known) -> bytes:
    """The charter or the matrix as a PDF."""
    if kind == CHARTER:
        from coalmeet.coalition.charter import charter
        from coalmeet.documents import charter as page

        return page.pdf(charter(known))
    from coalmeet.documents import matrix as table

    return table.pdf(known.matrix)


def sheet_markdown(kind: str, known: Known) -> str:
    """The charter or the matrix as Markdown."""
    from coalmeet.documents.coalition_markdown import charter_markdown, matrix_markdown

    if kind == CHARTER:
        from coalmeet.coalition.charter import charter

        return charter_markdown(charter(known))
    return matrix_markdown(known.matrix)


def wished_name(kind: str, here: Coalition, first: date | None = None, last: date | None = None) -> str:
    """What the file would be called without its suffix, as a name that every system takes."""
    names = {CHARTER: _("Charter"), MATRIX: _("Decision matrix")}
    if first and last:
        from coalmeet.coalition.year_book import title_of

        names[YEAR_BOOK] = title_of(first, last)
    return safe_name(_("{title}, {coalition}").format(title=names[kind], coalition=here.name))


def book_code(first: date, last: date, *, circulated: bool) -> str:
    """A year book as one word, for windows that hand it on: its days, and whether it has more than approved minutes."""
    return " ".join((YEAR_BOOK, first.isoformat(), last.isoformat(), ROUND if circulated else ""))


def book_of(code: str) -> tuple[date, date, bool]:
    """The days of a year book from its word, and whether it has what only went round."""
    _kind, first, last, more = code.split(" ")
    return date.fromisoformat(first), date.fromisoformat(last), more == ROUND


def written_book(told: Gathered, target: Path, *, circulated: bool, anyway: bool) -> Counter[str]:
    """Write the book, unless its PDF lacks the characters that come back; `anyway` writes it with their names.

    Raises FileProblem, or Stopped.
    """
    from coalmeet.coalition.year_book import year_book
    from coalmeet.documents.going import go_on
    from coalmeet.documents.year_book import pdf

    book = year_book(told, circulated=circulated)
    lacking = Counter[str]() if anyway else unshown(words_of(book))
    if not lacking:
        made = pdf(book)
        go_on()
        write_whole(target, made)
    return lacking
