"""Draws laid-out pages into a PDF: words as tagged content, everything else as artifacts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from coalmeet.documents import paper
from coalmeet.documents.flow import Page, Placed
from coalmeet.documents.going import DRAWING, each, go_on
from coalmeet.documents.lines import Line, Span, break_lines
from coalmeet.documents.objects import Value, array, name, number, string
from coalmeet.documents.outline import Bookmark, Place
from coalmeet.documents.pdf_file import PageContent, PdfFile
from coalmeet.documents.plain import set_as
from coalmeet.documents.strips import Mark, PageNumber, Shape, Strip, Words
from coalmeet.documents.structure import Link, Marked, Node

# Page furniture is shown but not read: a reader that extracts text finds a space there, so that a paragraph that
# goes over a page is not torn apart by the foot of the page.
_FURNITURE = "/Artifact <</Type /Pagination>> BDC /Span <</ActualText ( )>> BDC"
Furniture = Callable[["Pen", int, int, str], None]


class Pen:
    """Writes the drawing commands of one page."""

    def __init__(self, pdf: PdfFile, page: int) -> None:
        self._pdf = pdf
        self._page = page
        self._marked = 0
        self._open: Node | None = None
        self.commands: list[str] = []

    def line(self, line: Line, x: float, y: float) -> None:
        """A line of text with its left end at x and its letters standing on y."""
        for piece in line.pieces:
            if not piece.run.text:
                continue
            font, embedded = self._pdf.embedded(piece.run.face)
            style = piece.style
            self.commands.append(
                f"BT {style.ink} rg /{font} {number(style.size)} Tf "
                f"1 0 0 1 {number(x + piece.x)} {number(y)} Tm {embedded.show(piece.run)} TJ ET"
            )

    def words(self, line: Line, x: float, y: float, node: Node | None) -> None:
        """A line that belongs to an element; without one it is furniture."""
        if not line.pieces:
            return
        if node is None:
            self.furniture(lambda: self.line(line, x, y))
            return
        if node is not self._open:
            self.close()
            node.kids.append(Marked(self._page, self._marked))
            self.commands.append(f"/{node.role} <</MCID {self._marked}>> BDC")
            self._marked += 1
            self._open = node
        self.line(line, x, y)

    def strip(self, strip: Strip, x: float, top: float) -> None:
        """A strip outside the flow of the text; its numbers of pages are not known here."""
        for mark in strip.marks:
            if isinstance(mark, Shape):
                self.shape(mark.draw(x, top))
            elif isinstance(mark, Words):
                self.words(mark.line, x + mark.x, top - mark.down, mark.node)

    def furniture(self, draw: Callable[[], None]) -> None:
        """What is repeated on every page."""
        self.close()
        self.commands.append(_FURNITURE)
        draw()
        self.commands.append("EMC EMC")

    def shape(self, commands: str) -> None:
        """Rules, bars and marks."""
        self.close()
        self.commands.append(f"/Artifact BMC\n{commands}\nEMC")

    def close(self) -> None:
        """Ends the element that is open."""
        if self._open is not None:
            self.commands.append("EMC")
            self._open = None

    def link(self, node: Node, box: Sequence[float], place: Place, says: str) -> None:
        """A link over a box (left, foot, right, top)."""
        annotation: dict[str, Value] = {
            "Type": name("Annot"),
            "Subtype": name("Link"),
            "Rect": array(number(edge) for edge in box),
            "Border": array([0, 0, 0]),
            "F": 4,
            "Contents": string(set_as(says)),
            "Dest": place.destination(),
        }
        node.kids.append(Link(self._page, annotation))

    def page(self) -> PageContent:
        """What was drawn, as a page of the file."""
        self.close()
        return PageContent(paper.WIDTH, paper.HEIGHT, "\n".join(self.commands))


def draw(pdf: PdfFile, pages: Sequence[Page], furniture: Furniture, *, first_top: float, top: float) -> None:
    """Draws the pages; `first_top` and `top` are how far the text area begins below the paper's edge."""
    tops = [first_top if at == 0 else top for at in range(len(pages))]
    places = places_of(pages, tops)
    pdf.bookmarks += bookmarks_of(pages, places)
    for at, page in enumerate(each(pages, DRAWING)):
        pen = Pen(pdf, at)
        furniture(pen, at + 1, len(pages), page.continues)
        put(pen, page, tops[at], places)
        pdf.pages.append(pen.page())


def places_of(pages: Sequence[Page], tops: Sequence[float], first: int = 0) -> dict[str, Place]:
    """The named spots of pages that begin at page `first` of the file, counted from 0."""
    return {
        placed.strip.place: Place(first + at, paper.HEIGHT - tops[at] - placed.down)
        for at, page in enumerate(pages)
        for placed in page.placed
        if placed.strip.place
    }


def bookmarks_of(pages: Sequence[Page], places: Mapping[str, Place]) -> list[Bookmark]:
    """The bookmarks of these pages, in their order."""
    return [
        Bookmark(*placed.strip.bookmark, places[placed.strip.place])
        for page in pages
        for placed in page.placed
        if placed.strip.bookmark
    ]


def put(pen: Pen, page: Page, top: float, places: Mapping[str, Place]) -> None:
    """Draws what stands on a page; `places` is where its links and page numbers lead."""
    for placed, mark in _in_reading_order(page):
        go_on()
        _mark(pen, mark, placed, paper.HEIGHT - top - placed.down, places)
    pen.close()


def _in_reading_order(page: Page) -> Iterator[tuple[Placed, Mark]]:
    for row, together in groupby(page.placed, key=lambda one: one.strip.row):
        marks = [(placed, mark) for placed in together for mark in placed.strip.marks]
        yield from sorted(marks, key=lambda one: one[1].column) if row else marks


def _mark(pen: Pen, mark: Mark, placed: Placed, top: float, places: Mapping[str, Place]) -> None:
    left = paper.LEFT + paper.MARGIN
    if isinstance(mark, Shape):
        pen.shape(mark.draw(left, top))
        return
    node = None if placed.again else mark.node
    if isinstance(mark, PageNumber):
        line = break_lines([Span(mark.words(places[mark.place].page + 1), mark.style)], paper.WHOLE)[0]
        pen.words(line, left + mark.x - line.width, top - mark.down, node)
        return
    x, y = left + mark.x, top - mark.down
    pen.words(mark.line, x, y, node)
    if mark.link and node is not None and mark.link in places:
        size = max((piece.style.size for piece in mark.line.pieces), default=0)
        box = (x, y - size * 0.25, x + mark.line.width, y + size * 0.8)
        pen.link(node, box, places[mark.link], node.alt)
