"""The bookmarks of a PDF, which readers show beside the pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from coalmeet.documents.objects import Array, Dictionary, Reference, String, name, number
from coalmeet.documents.structure import page_name

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument


@dataclass(frozen=True)
class Place:
    """A spot that links and bookmarks lead to; pages count from 0, `top` is points from the foot of the page."""

    page: int
    top: float

    def destination(self) -> Any:
        """The spot as PDF writes it."""
        return Array([Reference(page_name(self.page)), name("XYZ"), "null", number(self.top), "null"])


@dataclass(frozen=True)
class Bookmark:
    """A line of the outline; level 0 is the outermost."""

    title: str
    level: int
    place: Place


@dataclass
class _Entry:
    level: int
    object: Dictionary
    kids: list[_Entry] = field(default_factory=list)


def outline(document: PDFDocument, bookmarks: Sequence[Bookmark]) -> Reference | None:
    """The outline object, open at its outermost level; None without bookmarks."""
    if not bookmarks:
        return None
    top = _Entry(-1, Dictionary({"Type": name("Outlines")}))
    above = [top]
    for bookmark in bookmarks:
        entry = _Entry(bookmark.level, Dictionary({"Title": String(bookmark.title)}))
        entry.object["Dest"] = bookmark.place.destination()
        while above[-1].level >= bookmark.level:
            above.pop()
        above[-1].kids.append(entry)
        above.append(entry)
    return _join(document, top)


def _join(document: PDFDocument, entry: _Entry) -> Reference:
    own: Reference = document.Reference(entry.object)
    kids = [_join(document, kid) for kid in entry.kids]
    for at, kid in enumerate(entry.kids):
        kid.object["Parent"] = own
        if at:
            kid.object["Prev"] = kids[at - 1]
        if at + 1 < len(kids):
            kid.object["Next"] = kids[at + 1]
    if kids:
        entry.object["First"], entry.object["Last"] = kids[0], kids[-1]
        # A negative count shows the entry closed.
        entry.object["Count"] = len(kids) if entry.level < 0 else -len(kids)
    return own
