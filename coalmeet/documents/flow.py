"""Pours strips into pages: headings stay with what follows, short blocks stay whole, one pass over the strips."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from coalmeet.documents.strips import Strip

_EMPTY = 0.24  # of a page that may stay empty so that a block stands whole on the next
_STUB = 0.2  # of the last page's height: less on it looks left over
# Tried in turn: what is left of the space between blocks, and points by which pages may be longer.
_CLOSER = ((0.8, 0.0), (0.6, 0.0), (0.45, 0.0), (0.35, 12.0))
_BETWEEN_BLOCKS = 8.0  # points of space from which on it stands between blocks and not inside one


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


def paginate(
    strips: Sequence[Strip], height: float, first_height: float | None = None, *, ease: float = 1.0
) -> list[Page]:
    """The pages, each at most `height` points of strips; at least one. The first may be higher or lower.

    `ease` below 1 closes up the space between blocks.
    """
    pages = _Pages(height, first_height or height, ease)
    for block in _tied(strips, lambda one: one.keep or one.near):
        if pages.begins_with(block):
            pages.turn()
        if pages.takes(block):
            pages.add(block)
        else:
            for chunk in _tied(block, lambda one: one.keep):
                if pages.better_without(chunk):
                    pages.turn()
                pages.add(chunk)
    return pages.made


def poured(strips: Sequence[Strip], height: float, first_height: float | None = None) -> list[Page]:
    """The same pages, closed up a little where that saves a last page with a few lines on it."""
    pages = paginate(strips, height, first_height)
    if len(pages) > 1 and pages[-1].used < height * _STUB:
        for ease, more in _CLOSER:
            closer = paginate(strips, height + more, first_height, ease=ease)
            if len(closer) < len(pages):
                return closer
    return pages


class _Pages:
    """Pages being filled."""

    def __init__(self, height: float, first: float, ease: float) -> None:
        self.made = [Page()]
        self._height, self._limit, self._ease = height, first, ease

    def turn(self) -> None:
        if self.made[-1].placed:
            self.made.append(Page())
            self._limit = self._height

    def begins_with(self, block: list[Strip]) -> bool:
        """Whether a block that is wished whole stands better on a new page: not for the price of an emptier one."""
        if block[0].new_page:
            return True
        size = self._size(block)
        return self._room < size <= self._height and self._room < self._limit * _EMPTY

    def takes(self, block: list[Strip]) -> bool:
        return self._size(block) <= self._room

    def better_without(self, chunk: list[Strip]) -> bool:
        """Whether what is never taken apart fits on a new page and not here, or would leave only a stub here."""
        size = self._size(chunk)
        return size > self._room and (size <= self._height or self._room < self._limit * 0.2)

    def add(self, strips: list[Strip]) -> None:
        for strip in strips:
            if self.made[-1].placed and self._gap(strip) + strip.height > self._room:
                self.turn()
            _place(strip, self.made[-1], self._gap(strip))

    @property
    def _room(self) -> float:
        return self._limit - self.made[-1].used

    def _size(self, strips: list[Strip]) -> float:
        return sum(self._gap(strip) + strip.height for strip in strips)

    def _gap(self, strip: Strip) -> float:
        return strip.gap * self._ease if strip.gap >= _BETWEEN_BLOCKS else strip.gap


def _tied(strips: Sequence[Strip], tied: Callable[[Strip], bool]) -> Iterator[list[Strip]]:
    chunk: list[Strip] = []
    for strip in strips:
        if strip.new_page and chunk:
            yield chunk
            chunk = []
        chunk.append(strip)
        if not tied(strip):
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _place(strip: Strip, page: Page, gap: float) -> None:
    if not page.placed:
        for repeated in strip.repeats:
            page.placed.append(Placed(repeated, page.used, again=True))
            page.used += repeated.height
    if page.placed:
        page.used += gap
    page.placed.append(Placed(strip, page.used))
    page.used += strip.height
