"""The decision matrix as a page: a row a kind, in words; what is critical has a mark and the word."""

from __future__ import annotations

from coalmeet.coalition.matrix import Matrix, Row, heads
from coalmeet.documents import paper
from coalmeet.documents.composer import Table, in_margin, label, prose
from coalmeet.documents.lines import Style
from coalmeet.documents.plain import one_line
from coalmeet.documents.sheet import Sheet, file, head
from coalmeet.documents.strips import Strip, kept_together, text
from coalmeet.documents.structure import Node
from coalmeet.text import _, speaking

CRITICAL = "◆"
_WIDTHS = (98.0, 110.0, 96.0, 86.0)  # points of the first columns; the last has the rest
_WORDS = Style(paper.SANS, 8.8, 11.8, paper.INK)
_NAME = Style(paper.SEMIBOLD, 9.6, 12.2, paper.INK)
_MARK = Style(paper.SEMIBOLD, 8.8, 11.8, paper.WAITING)


def pdf(matrix: Matrix) -> bytes:
    """The PDF; the same matrix gives the same bytes."""
    with speaking(matrix.language):
        tree = Node("Document", language=matrix.language)
        return file(_sheet(matrix), tree, _strips(matrix, tree))


def _sheet(matrix: Matrix) -> Sheet:
    return Sheet(
        kind=_("Decision matrix"),
        title=_("Who decides what, and how"),
        coalition=matrix.coalition,
        subtitle=_("As it holds on {day}").format(day=matrix.told_on),
        day=matrix.day,
        told_on=matrix.told_on,
        language=matrix.language,
    )


def _strips(matrix: Matrix, tree: Node) -> list[Strip]:
    strips = head(_sheet(matrix), tree)
    strips += text(matrix.beginning, paper.LEAD, tree.add("P"), paper.WHOLE, -paper.MARGIN, gap=13, even=True)
    widths = (*_WIDTHS, paper.WHOLE - sum(_WIDTHS))
    table = Table(tree, heads(), widths, left=-paper.MARGIN)
    table.head[0].gap = 16
    strips += table.head
    for row in matrix.rows:
        strips += table.row(*_cells(row))
    return [*strips, *_meanings(matrix, tree)]


def _cells(row: Row) -> list[list[tuple[str, Style]]]:
    name = [(row.name, _NAME)]
    if row.critical:
        name.append((f"{CRITICAL} {row.critical}", _MARK))
    return [name, *([(words, _WORDS)] for words in (row.how, row.who, row.absent, row.otherwise))]


def _meanings(matrix: Matrix, tree: Node) -> list[Strip]:
    strips: list[Strip] = []
    for word, means in matrix.meanings:
        node = tree.add("Sect")
        told = in_margin(prose(one_line(means), paper.CELL, node), label(word, node.add("H2")))
        told[0].gap = 9 if strips else 22
        strips += kept_together(told)
    return strips
