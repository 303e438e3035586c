"""Binds parts into one file: each is drawn as soon as it is laid out, and then forgotten; what is in front comes last.

Only then is known on which page everything stands, and how many pages there are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from coalmeet.documents import paper
from coalmeet.documents.drawing import Furniture, Pen, bookmarks_of, places_of, put
from coalmeet.documents.flow import Page
from coalmeet.documents.going import DRAWING, each
from coalmeet.documents.outline import Bookmark, Place
from coalmeet.documents.pdf_file import PageContent, PdfFile
from coalmeet.documents.structure import Node

_DEEPEST = 6  # of the headings that PDF knows


class Binding:
    """`places` are the spots that any part may lead to, by their names."""

    def __init__(self, pdf: PdfFile, in_front: int) -> None:
        self._pdf = pdf
        self._in_front = in_front
        self._pages: list[PageContent] = []
        self._furniture: list[tuple[Furniture, str]] = []
        self._bookmarks: list[Bookmark] = []
        self.places: dict[str, Place] = {}

    @property
    def next_page(self) -> int:
        """The page on which the next part begins, counted from 0."""
        return self._in_front + len(self._pages)

    def add(
        self,
        pages: Sequence[Page],
        furniture: Furniture,
        *,
        first_top: float = paper.TOP,
        name: str = "",
        title: str = "",
    ) -> None:
        """Draw a part at the end; others find its places under `name` and theirs, the text begins below `first_top`.

        `title` is what the bookmark at its beginning says; the others go one level deeper.
        """
        tops = [first_top, *[paper.TOP] * (len(pages) - 1)]
        own = places_of(pages, tops, self.next_page)
        self.places |= {f"{name}{place}": where for place, where in own.items()}
        marks = bookmarks_of(pages, own)
        if title and marks:
            marks = [
                replace(marks[0], title=title),
                *(replace(one, level=one.level + 1) for one in marks[1:]),
            ]
        self._bookmarks += marks
        leads = {**self.places, **own}
        for page, top in zip(pages, tops, strict=True):
            self._pages.append(self._drawn(page, top, self.next_page, leads))
            self._furniture.append((furniture, page.continues))

    def finish(self, front: Sequence[Page], furniture: Furniture) -> None:
        """Draw what is in front, and put everything into the file."""
        own = places_of(front, [paper.TOP] * len(front))
        leads = {**self.places, **own}
        pages = [self._drawn(page, paper.TOP, at, leads) for at, page in enumerate(front)]
        carried = [*((furniture, page.continues) for page in front), *self._furniture]
        self._pdf.bookmarks += [*bookmarks_of(front, own), *self._bookmarks]
        for at, page in enumerate(each([*pages, *self._pages], DRAWING)):
            around = Pen(self._pdf, at)
            draw, continues = carried[at]
            draw(around, at + 1, len(carried), continues)
            commands = f"{around.page().commands}\n{page.commands}"
            self._pdf.pages.append(replace(page, commands=commands))
        self._pages.clear()

    def _drawn(self, page: Page, top: float, at: int, leads: Mapping[str, Place]) -> PageContent:
        pen = Pen(self._pdf, at)
        put(pen, page, top, leads)
        return pen.page()


def lowered(node: Node) -> None:
    """Make every heading below an element one level lower: what was a document is a part now."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if one.role[:1] == "H" and one.role[1:].isdigit():
            one.role = f"H{min(int(one.role[1:]) + 1, _DEEPEST)}"
        waiting += [kid for kid in one.kids if isinstance(kid, Node)]
