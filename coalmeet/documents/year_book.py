"""The year book as a PDF: contents, the minutes of each meeting as they stand, decision register, and who did the work.

Each meeting is laid out, drawn and forgotten before the next, so that a long year takes time and room in proportion.
"""

from __future__ import annotations

from dataclasses import dataclass

from coalmeet.coalition.year_book import Chapter, YearBook
from coalmeet.documents import paper
from coalmeet.documents.binding import Binding, lowered
from coalmeet.documents.drawing import Pen
from coalmeet.documents.flow import paginate
from coalmeet.documents.front_page import status_pill
from coalmeet.documents.furniture import beside_the_top, foot, going_on
from coalmeet.documents.going import each
from coalmeet.documents.metadata import About
from coalmeet.documents.minutes import FIRST_TOP, laid_out
from coalmeet.documents.pdf_file import Attachment, PdfFile
from coalmeet.documents.plain import one_line
from coalmeet.documents.strips import Strip
from coalmeet.documents.structure import Node
from coalmeet.documents.year_book_end import register_pages, share_pages
from coalmeet.documents.year_book_front import front, own_place
from coalmeet.exchange.record import dump
from coalmeet.text import _, speaking

_HEIGHT = paper.HEIGHT - paper.TOP - paper.BOTTOM


def pdf(book: YearBook) -> bytes:
    """The PDF; the same book gives the same bytes. Raises Stopped when somebody who watches wants no more of it."""
    with speaking(book.language):
        return _pdf(book)


def _pdf(book: YearBook) -> bytes:
    tree = Node("Document", language=book.language)
    before = paginate(front(book, tree.add("Sect")), _HEIGHT)
    file = PdfFile(_about(book), tree)
    binding = Binding(file, len(before))
    for at, chapter in enumerate(each(book.chapters)):
        _bind(file, binding, book, chapter, at)
    around = _Furniture(book)
    for part in (register_pages, share_pages):
        strips: list[Strip] = part(book, tree.add("Sect"))
        binding.add(paginate(strips, _HEIGHT), around)
    binding.finish(before, around)
    return file.data()


def _bind(file: PdfFile, binding: Binding, book: YearBook, chapter: Chapter, at: int) -> None:
    """One meeting: its pages as its own minutes have them, its headings one level lower, its record attached."""
    minutes, data = chapter.minutes, dump(chapter.record).encode()
    # Names that sort in the order of the book: readers look attachments up in a sorted list.
    name = f"{at + 1:04d} {minutes.date}.json"
    told = _("The record of “{title}”, {day}, as data").format(title=one_line(minutes.title), day=minutes.day)
    file.attachments.append(Attachment(name, "application/json", told, data))
    part, pages = laid_out(minutes, data, role="Part", file_name=name)
    lowered(part)
    file.tree.kids.append(part)
    title = _("{day}: {words}").format(day=minutes.day, words=one_line(minutes.title))
    around = _OfMeeting(book, chapter, binding.next_page)
    binding.add(pages, around, first_top=FIRST_TOP, name=own_place(at), title=title)


def _about(book: YearBook) -> About:
    title = _("{title}, {coalition}").format(title=book.title, coalition=one_line(book.coalition))
    return About(
        title=title if book.coalition else book.title,
        author=one_line(book.coalition) or "Coalmeet",
        subject=_("Minutes and decisions, {period}").format(period=book.period),
        language=book.language,
        made=book.day,
    )


@dataclass(frozen=True, slots=True)
class _Furniture:
    """What pages of the book itself carry."""

    book: YearBook

    def __call__(self, pen: Pen, page: int, pages: int, continues: str) -> None:
        parts = (self.book.title, self.book.coalition)
        foot(pen, " · ".join(one_line(part) for part in parts if part), page, pages)
        going_on(pen, continues)


@dataclass(frozen=True, slots=True)
class _OfMeeting:
    """What the pages of one meeting carry: also which meeting it is, and how its minutes stand."""

    book: YearBook
    chapter: Chapter
    first: int

    def __call__(self, pen: Pen, page: int, pages: int, continues: str) -> None:
        minutes = self.chapter.minutes
        parts = (self.book.title, minutes.day, minutes.title)
        foot(pen, " · ".join(one_line(part) for part in parts if part), page, pages)
        going_on(pen, continues)
        if page - 1 > self.first:
            beside_the_top(pen, status_pill(minutes, None))
