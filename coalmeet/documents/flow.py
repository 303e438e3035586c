"""Pours strips into pages: headings stay with what follows, short blocks stay whole, one pass over the strips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from coalmeet.documents.strips import Strip


@dataclass(slots=True)
class Placed:
    """A strip with its top's distance from the top of the text area; `again` for a table head shown once more."""

    strip: Strip
    down: float
    again: bool = False


@dataclass(slots=True)
class Page:
    """The strips of one page, and what it continues at its top."""

    placed: list[Placed] = field(default_factory=list)
    used: float = 0.0

    @property
    def continues(self) -> str:
        """The topic that began on an earlier page, "" if something new begins here."""
        first = next((one.strip for one in self.placed if not one.again), None)
        return first.topic if first and not first.place else ""


def paginate(strips: Sequence[Strip], height: float, first_height: float | None = None) -> list[Page]:
    """The pages, each at most `height` points of strips; at least one. The first may be higher or lower."""
    pages = [Page()]
    for chunk in _chunks(strips):
        limit = (first_height or height) if len(pages) == 1 else height
        if pages[-1].placed and (chunk[0].new_page or _goes_on(chunk, pages[-1], limit, height)):
            pages.append(Page())
        for strip in chunk:
            limit = (first_height or height) if len(pages) == 1 else height
            if pages[-1].placed and pages[-1].used + strip.gap + strip.height > limit:
                pages.append(Page())
            _place(strip, pages[-1])
    return pages


def _goes_on(chunk: list[Strip], page: Page, limit: float, height: float) -> bool:
    """Whether a chunk is better begun on a new page: it fits there and not here, or only a stub is left here."""
    size = sum(strip.gap + strip.height for strip in chunk)
    return size > limit - page.used and (size <= height or page.used > limit * 0.8)


def _chunks(strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    chunk: list[Strip] = []
    for strip in strips:
        if strip.new_page and chunk:
            yield chunk
            chunk = []
        chunk.append(strip)
        if not strip.keep:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _place(strip: Strip, page: Page) -> None:
    if not page.placed:
        for repeated in strip.repeats:
            page.placed.append(Placed(repeated, page.used, again=True))
            page.used += repeated.height
    else:
        page.used += strip.gap
    page.placed.append(Placed(strip, page.used))
    page.used += strip.height
