"""Strips: the smallest pieces of a page. A document is a row of strips from top to bottom; none is ever divided.

A strip is at most one line of text high in each of its columns, so that nothing can be too tall for a page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import count, zip_longest

from coalmeet.documents.lines import Line, Span, Style, balanced, break_lines, runs_from_the_right
from coalmeet.documents.plain import set_as
from coalmeet.documents.structure import Node

# Given the page number of a place ("D1" → 3), the words that name it.
PageWords = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text: `x` from the text column's left edge, `down` from the strip's top to the baseline."""

    line: Line
    x: float
    down: float
    node: Node | None
    link: str = ""
    column: int = 0


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The page on which a place is, set flush right at `x`; known only when all pages are made."""

    place: str
    words: PageWords
    style: Style
    x: float
    down: float
    node: Node | None
    column: int = 0


@dataclass(frozen=True, slots=True)
class Shape:
    """Drawing commands without meaning of their own; `draw` is given the strip's left and top on the page."""

    draw: Callable[[float, float], str]
    column: int = 0


Mark = Words | PageNumber | Shape


@dataclass(slots=True)
class Strip:
    """One band of a page. `gap` is space above it, dropped at the top of a page; `keep` ties it to the next.

    `near` ties it more loosely: unless much of a page would stay empty for it.
    """

    height: float
    marks: list[Mark] = field(default_factory=list)
    gap: float = 0.0
    keep: bool = False
    near: bool = False
    baseline: float = 0.0
    row: int = 0  # strips of one row are read column by column
    place: str = ""  # the name under which links and page numbers find it
    bookmark: tuple[str, int] | None = None
    topic: str = ""  # what a page that begins here continues
    new_page: bool = False
    repeats: tuple[Strip, ...] = ()  # a table's head, shown again when a page begins here


_rows = count(1)


def text(
    spans: str | Sequence[Span],
    style: Style,
    node: Node | None,
    width: float,
    x: float = 0.0,
    *,
    hang: float = 0.0,
    gap: float = 0.0,
    link: str = "",
    even: bool = False,
) -> list[Strip]:
    """A paragraph: a strip a line; `hang` moves all lines but the first to the right, `even` makes all as long."""
    given = [Span(spans, style)] if isinstance(spans, str) else spans
    parts = [_set(one) for one in given]
    lines = balanced(parts, width) if even else break_lines(parts, width - hang, width)
    from_right = runs_from_the_right(parts)
    down = baseline(style)
    strips: list[Strip] = []
    for line in lines:
        left = x + width - line.width if from_right else x + (hang if strips else 0.0)
        words = Words(line, left, down, node, link)
        strips.append(Strip(style.leading, [words], 0.0 if strips else gap, baseline=down))
    # No page ends with the first line of a paragraph or begins with its last.
    for at in (0, len(strips) - 2):
        if 0 <= at < len(strips) - 1:
            strips[at].keep = True
    return strips


def _set(span: Span) -> Span:
    shown = set_as(span.text)
    return span if shown is span.text else Span(shown, span.style)


def baseline(style: Style) -> float:
    """How far below the top of its line the letters of a style stand."""
    return style.leading / 2 + style.size * 0.31


def right(strips: list[Strip], edge: float) -> list[Strip]:
    """The strips with their text flush right at `edge`."""
    for strip in strips:
        strip.marks = [
            replace(mark, x=edge - mark.line.width) if isinstance(mark, Words) else mark
            for mark in strip.marks
        ]
    return strips


def columns(*cells: list[Strip]) -> list[Strip]:
    """Cells beside each other, their first lines on one baseline; each cell is read to its end before the next."""
    row = next(_rows)
    return [_beside(strips, row) for strips in zip_longest(*cells)]


def _beside(strips: Sequence[Strip | None], row: int) -> Strip:
    """One strip out of those of some columns."""
    present = [(column, strip) for column, strip in enumerate(strips) if strip is not None]
    base = max([strip.baseline for _column, strip in present])
    whole = Strip(0.0, baseline=base, row=row)
    for column, strip in present:
        whole.height = max(whole.height, strip.height - strip.baseline)
        whole.gap = max(whole.gap, strip.gap)
        whole.keep = whole.keep or strip.keep
        whole.place = whole.place or strip.place
        whole.bookmark = whole.bookmark or strip.bookmark
        whole.marks += [_moved(mark, base - strip.baseline, column) for mark in strip.marks]
    whole.height += base
    return whole


def _moved(mark: Mark, down: float, column: int) -> Mark:
    if isinstance(mark, Words):
        return Words(mark.line, mark.x, mark.down + down, mark.node, mark.link, column)
    if isinstance(mark, Shape):
        return Shape(lambda x, y: mark.draw(x, y - down), column)
    return replace(mark, down=mark.down + down, column=column)


def height_of(strips: Iterable[Strip]) -> float:
    """How much room strips take below each other, in points."""
    return sum([strip.gap + strip.height for strip in strips])


def blank(height: float) -> Strip:
    """Empty space that stays even at the top of a page."""
    return Strip(height)


def kept_together(strips: list[Strip], *, with_next: bool = False) -> list[Strip]:
    """The strips, tied to each other; a page takes them apart only if they are taller than a page."""
    for strip in strips[: None if with_next else -1]:
        strip.keep = True
    return strips


def kept_near(strips: list[Strip]) -> list[Strip]:
    """The strips, tied to each other as long as no page stays half empty for it."""
    for strip in strips[:-1]:
        strip.near = True
    return strips
