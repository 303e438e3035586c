"""The bookmarks of a PDF, which readers show beside the pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from coalmeet.documents.objects import Objects, Value, array, dictionary, name, number, page_reference, string


@dataclass(frozen=True)
class Place:
    """A spot that links and bookmarks lead to; pages count from 0, `top` is points from the foot of the page."""

    page: int
    top: float

    def destination(self) -> str:
        """The spot as PDF writes it."""
        return array([page_reference(self.page), name("XYZ"), "null", number(self.top), "null"])


@dataclass(frozen=True)
class Bookmark:
    """A line of the outline; level 0 is the outermost."""

    title: str
    level: int
    place: Place


@dataclass
class _Entry:
    level: int
    told: dict[str, Value]
    reference: str
    kids: list[_Entry] = field(default_factory=list)


def outline(objects: Objects, bookmarks: Sequence[Bookmark]) -> str | None:
    """The reference to the outline, open at its outermost level; None without bookmarks."""
    if not bookmarks:
        return None
    top = _Entry(-1, {"Type": name("Outlines")}, objects.reserve())
    above = [top]
    for bookmark in bookmarks:
        told: dict[str, Value] = {
            "Title": string(bookmark.title),
            "Dest": bookmark.place.destination(),
        }
        entry = _Entry(bookmark.level, told, objects.reserve())
        while above[-1].level >= bookmark.level:
            above.pop()
        above[-1].kids.append(entry)
        above.append(entry)
    _join(objects, top)
    return top.reference


def _join(objects: Objects, entry: _Entry) -> None:
    kids = [kid.reference for kid in entry.kids]
    for at, kid in enumerate(entry.kids):
        kid.told["Parent"] = entry.reference
        if at:
            kid.told["Prev"] = kids[at - 1]
        if at + 1 < len(kids):
            kid.told["Next"] = kids[at + 1]
        _join(objects, kid)
    if kids:
        # A negative count shows the entry closed.
        count = len(kids) if entry.level < 0 else -len(kids)
        entry.told |= {"First": kids[0], "Last": kids[-1], "Count": count}
    objects.put(entry.reference, dictionary(entry.told))
