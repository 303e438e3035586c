"""Composes the parts that documents share: labels in the margin, notes as typed, lists of facts, tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from coalmeet.documents import paper
from coalmeet.documents.lines import Span, Style
from coalmeet.documents.plain import even, indent, one_line, paragraphs
from coalmeet.documents.shapes import rule
from coalmeet.documents.strips import (
    Shape,
    Strip,
    Words,
    baseline,
    blank,
    columns,
    kept_together,
    right,
    text,
)
from coalmeet.documents.structure import Node

_STEP = 3.4  # points for each column that a typed line is moved in
_DEEPEST = 32  # columns; what is typed further in is moved no further
_BULLETS = {"*": "\ufdd0", "-": "\ufdd1"}
_MARKER = re.compile(r"([-*+•◦▪·–—]|\(?\d{1,3}[.)]|[a-zA-Z][.)]|>) +(?=\S)")
_FACT_LABEL = 80.0
_SHORT_FACT = 7  # lines of a fact that is not divided between pages


def in_margin(strips: list[Strip], label: Sequence[Strip]) -> list[Strip]:
    """The strips with a label hung into the margin beside them; its first line stands on the first baseline."""
    if not label:
        return strips
    first = strips[0]
    down = first.baseline - label[0].baseline
    hung: list[Words | Shape] = []
    for strip in label:
        hung += [_lowered(mark, down) for mark in strip.marks if isinstance(mark, Words | Shape)]
        down += strip.height
    first.marks[:0] = hung
    first.keep = first.keep or len(strips) > 1
    short = down - sum(strip.height + strip.gap for strip in strips) + first.gap
    return [*strips, blank(short)] if short > 0 else strips


def _lowered(mark: Words | Shape, down: float) -> Words | Shape:
    if isinstance(mark, Shape):
        return Shape(lambda x, y: mark.draw(x, y - down))
    return Words(mark.line, mark.x - paper.MARGIN, mark.down + down, mark.node, mark.link)


def label(words: str, node: Node | None, style: Style = paper.LABEL) -> list[Strip]:
    """A label for the margin."""
    return text(words, style, node, paper.LABEL_WIDTH)


def notes(typed: str, parent: Node, *, style: Style = paper.BODY) -> list[Strip]:
    """Notes as typed: a paragraph a line, moved in as typed, bullets and numbers standing out on their left."""
    lines = paragraphs(typed)
    least = min((indent(line)[0] for line in lines if line), default=0)
    strips: list[Strip] = []
    gap = 0.0
    for line in lines:
        if not line:
            gap = 6.0
            continue
        column, bare = indent(line)
        strips += _typed(even(bare), min(column - least, _DEEPEST) * _STEP, parent.add("P"), style, gap)
        gap = 2.0
    return strips


def _typed(bare: str, x: float, node: Node, style: Style, gap: float) -> list[Strip]:
    marker = _MARKER.match(bare)
    if marker and marker[1] in _BULLETS:
        bare = _BULLETS[marker[1]] + bare[1:]
    # What follows the marker begins a line of its own edge.
    start = bare[: marker.end()] if marker else ""
    hang = style.typeface.width(start) * style.size / 1000
    strips = text(bare, style, node, paper.TEXT - x, x, hang=hang, gap=gap)
    # A typed heading, and a line that announces others, stay with what follows.
    strips[-1].keep = bare.startswith("#") or bare.endswith((":", "："))
    return strips


def prose(
    words: str,
    style: Style,
    parent: Node,
    *,
    width: float = paper.TEXT,
    x: float = 0.0,
    gap: float = 0.0,
    even_lines: bool = False,
) -> list[Strip]:
    """Words of any length: a paragraph for each line that is not empty."""
    strips: list[Strip] = []
    for line in paragraphs(words):
        if line:
            above = 3.0 if strips else gap
            strips += text(even(line.strip()), style, parent.add("P"), width, x, gap=above, even=even_lines)
    return strips


def run_in(parts: Sequence[tuple[str, str]], parent: Node, *, gap: float = 3.0) -> list[Strip]:
    """A small paragraph of bold labels, each followed by its words: "Absent: … Facilitated by: …"."""
    spans: list[Span] = []
    for label_, words in parts:
        # A label is never left alone at the end of a line.
        spans += [Span(label_ + "\u00a0", paper.SMALL_BOLD), Span(one_line(words) + "   ", paper.SMALL)]
    return text(spans, paper.SMALL, parent.add("P"), paper.TEXT, gap=gap) if spans else []


def facts(pairs: Iterable[tuple[str, Sequence[str]]], parent: Node, x: float) -> list[Strip]:
    """Labels on the left, what there is to say on the right."""
    strips: list[Strip] = []
    for name, texts in pairs:
        row = parent.add("P")
        left = text(name, paper.FACT_LABEL, row.add("Span"), _FACT_LABEL - 8, x)
        said = row.add("Span")
        beside = [
            strip
            for number, one in enumerate(texts)
            for line in paragraphs(one)
            if line
            for strip in text(
                even(line.strip()),
                paper.FACT,
                said,
                paper.TEXT - x - _FACT_LABEL,
                x + _FACT_LABEL,
                gap=2.5 if number else 0,
            )
        ]
        row_strips = columns(left, beside) if beside else left
        row_strips[0].gap = 3.0
        strips += kept_together(row_strips) if len(row_strips) <= _SHORT_FACT else row_strips
    return strips


class Table:
    """A table with a head that is shown again where a page begins inside it; `air` is above and below each row.

    It begins `left` of the text column's edge, and goes to the right one.
    """

    def __init__(
        self,
        parent: Node,
        heads: Sequence[str],
        widths: Sequence[float],
        *,
        flush_right: int = -1,
        air: float = 4.2,
        left: float = 0.0,
    ) -> None:
        self._node = parent.add("Table")
        self._widths = widths
        self._right = flush_right
        self._air = air
        self._left = left
        head = self._node.add("TR")
        cells = [
            self._cell(
                text(
                    words,
                    paper.HEADING_CELL,
                    head.add("TH", scope="Column").add("P"),
                    self._room(at),
                    self._x(at),
                ),
                at,
            )
            for at, words in enumerate(heads)
        ]
        self.head = [*columns(*cells), self._rule(paper.INK, 0.9, 2.6)]
        for strip in self.head:
            strip.keep = True

    def row(self, *cells: Sequence[tuple[str, Style]]) -> list[Strip]:
        """A row; each cell is a list of paragraphs with their styles. The first cell names the row."""
        node = self._node.add("TR")
        laid = []
        for at, parts in enumerate(cells):
            cell = node.add("TH", scope="Row") if at == 0 else node.add("TD")
            strips = [
                strip
                for words, style in parts
                for strip in text(even(one_line(words)), style, cell.add("P"), self._room(at), self._x(at))
            ]
            laid.append(self._cell(strips, at))
        strips = columns(*laid)
        strips[0].gap = self._air
        for strip in strips:
            strip.repeats = tuple(self.head)
            strip.keep = len(strips) < 20
        return [*strips, self._rule(paper.RULE, 0.5, self._air + 0.4)]

    def _cell(self, strips: list[Strip], at: int) -> list[Strip]:
        return right(strips, self._x(at) + self._widths[at]) if at == self._right else strips

    def _rule(self, ink: str, thick: float, gap: float) -> Strip:
        return rule(self._left, paper.TEXT - self._left, ink=ink, thick=thick, gap=gap)

    def _x(self, at: int) -> float:
        return self._left + sum(self._widths[:at])

    def _room(self, at: int) -> float:
        return self._widths[at] - (0 if at == len(self._widths) - 1 else 8)


def middle(style: Style) -> float:
    """How far below the top of a line the middle of its small letters is."""
    return baseline(style) - style.size * 0.33
