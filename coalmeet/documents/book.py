"""The facilitator's book as a PDF to print: private, and marked so on each page, with room to write by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from coalmeet.documents import paper
from coalmeet.documents.agenda import FIRST_HEIGHT, HEIGHT, open_work
from coalmeet.documents.book_items import glance, led_items, lines_to_write_on
from coalmeet.documents.coming_parts import Section, head, in_a_pill, part, told
from coalmeet.documents.composer import facts
from coalmeet.documents.drawing import Pen, draw
from coalmeet.documents.flow import poured
from coalmeet.documents.furniture import beside_the_top, foot, going_on
from coalmeet.documents.metadata import About
from coalmeet.documents.minutes import FIRST_TOP
from coalmeet.documents.pdf_file import PdfFile
from coalmeet.documents.plain import one_line
from coalmeet.documents.strips import Strip
from coalmeet.documents.structure import Node
from coalmeet.meeting.book_values import Book
from coalmeet.meeting.minutes_values import Fact
from coalmeet.text import _, speaking

_BETWEEN = 15.0
_LAST_LINES = 14


def pdf(book: Book) -> bytes:
    """The PDF; the same book gives the same bytes. Nothing is attached to it: it goes nowhere."""
    with speaking(book.agenda.language):
        tree = Node("Document", language=book.agenda.language)
        pages = poured(_strips(book, tree), HEIGHT, FIRST_HEIGHT)
        file = PdfFile(_about(book), tree)
        draw(file, pages, _Furniture(book), first_top=FIRST_TOP, top=paper.TOP)
        return file.data()


def _about(book: Book) -> About:
    agenda = book.agenda
    return About(
        title=_("Facilitator’s book: {title}, {day}").format(title=one_line(agenda.title), day=agenda.day),
        author=one_line(agenda.coalition) or "Coalmeet",
        subject=_("For the facilitator only"),
        language=agenda.language,
        made=agenda.date,
    )


class _Furniture:
    """What every page carries: whose it is, in words and first of all."""

    def __init__(self, book: Book) -> None:
        parts = (_("For the facilitator only"), book.agenda.day, book.agenda.coalition, book.agenda.title)
        self._foot = " · ".join(one_line(one) for one in dict.fromkeys(parts) if one)

    def __call__(self, pen: Pen, page: int, pages: int, continues: str) -> None:
        foot(pen, self._foot, page, pages)
        going_on(pen, continues)
        if page > 1:
            beside_the_top(pen, in_a_pill(_("For the facilitator only"), paper.INK, None))


def _strips(book: Book, top: Node) -> list[Strip]:
    agenda = book.agenda
    where = "  ·  ".join(one_line(one) for one in agenda.where)
    status = in_a_pill(_("For the facilitator only"), paper.INK, top.add("P"))
    kicker = [agenda.coalition if agenda.coalition != agenda.title else "", _("Facilitator’s book")]
    lines = [agenda.when, *([where] if where else [])]
    strips = head(kicker, agenda.title, lines, status, top, room=190)
    for at, section in enumerate(one for one in _beginning(book, top) if one):
        section[0].gap = _BETWEEN if at else 11
        strips += section
    if book.items:
        strips += [*part(_("Item by item"), top, "items", new_page=True), *led_items(book.items, top)]
    for section in _end(book, top):
        if section:
            section[0].gap = 24
            strips += section
    return strips


def _beginning(book: Book, top: Node) -> Iterable[list[Strip]]:
    if book.items:
        times = Section(_("At a glance"), top, "glance")
        yield times.holding(glance(book.agenda.entries, times.node))
    if book.wishes:
        wishes = Section(_("To change, said last time"), top, "wishes")
        yield wishes.holding(told(book.wishes, wishes.node, paper.BODY))
    yield _known(_("Who does what"), book.roles, top, "roles")
    yield _known(_("Who comes"), book.coming, top, "coming")
    yield _known(_("What people need"), book.needs, top, "needs")


def _known(name: str, known: Sequence[Fact], top: Node, place: str) -> list[Strip]:
    if not known:
        return []
    section = Section(name, top, place)
    strips = facts(((fact.label, fact.texts) for fact in known), section.node, 0)
    return section.holding(strips)


def _end(book: Book, top: Node) -> Iterable[list[Strip]]:
    if book.agenda.actions:
        work = Section(_("Open work"), top, "work")
        yield work.holding(open_work(book.agenda.actions, work.node))
    for at, one in enumerate(book.after):
        section = Section(one.heading, top, f"section {at}")
        yield section.holding(told(one.texts, section.node))
    room = Section(_("Notes"), top, "notes")
    yield room.holding(lines_to_write_on(_LAST_LINES))
