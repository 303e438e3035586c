"""A paper of one page or a few: its beginning, its pages and the file, for what is no minutes and no book."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coalmeet.documents import paper
from coalmeet.documents.drawing import Pen, draw
from coalmeet.documents.flow import paginate
from coalmeet.documents.furniture import foot, going_on
from coalmeet.documents.lines import Span
from coalmeet.documents.metadata import About
from coalmeet.documents.pdf_file import PdfFile
from coalmeet.documents.plain import one_line
from coalmeet.documents.shapes import rule
from coalmeet.documents.strips import Strip, kept_together, text
from coalmeet.documents.structure import Node
from coalmeet.text import _

TOP = paper.TOP - 20  # no page before this one can be going on here
HEIGHT = paper.HEIGHT - TOP - paper.BOTTOM
_HEIGHT = paper.HEIGHT - paper.TOP - paper.BOTTOM


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a paper is called, whose it is, and the day (ISO and in words) of which it tells."""

    kind: str
    title: str
    coalition: str
    subtitle: str
    day: str
    told_on: str
    language: str


def head(sheet: Sheet, top: Node) -> list[Strip]:
    """Whose paper it is, its title, and a line below."""
    left = -paper.MARGIN
    kicker = [Span(one_line(sheet.kind), paper.KICKER)]
    if sheet.coalition and one_line(sheet.coalition) != sheet.title:
        kicker = [
            Span(one_line(sheet.coalition), paper.KICKER),
            Span("  ·  " + one_line(sheet.kind), paper.KICKER_SOFT),
        ]
    strips = text(kicker, paper.KICKER, top.add("P"), paper.WHOLE, left)
    heading = text(sheet.title, paper.TITLE, top.add("H1"), paper.WHOLE, left, gap=12, even=True)
    heading[0].place, heading[0].bookmark = "top", (sheet.title, 0)
    strips += heading
    if sheet.subtitle:
        strips += text(one_line(sheet.subtitle), paper.SUBTITLE, top.add("P"), paper.WHOLE, left, gap=4)
    return kept_together([*strips, rule(left, paper.WHOLE, gap=12)])


def fits(strips: Sequence[Strip]) -> bool:
    """Whether everything stands on one page."""
    return sum(strip.gap + strip.height for strip in strips) <= HEIGHT


def file(sheet: Sheet, tree: Node, strips: Sequence[Strip]) -> bytes:
    """The PDF; the same sheet gives the same bytes."""
    title = _("{title}, {coalition}").format(title=sheet.title, coalition=one_line(sheet.coalition))
    about = About(
        title=title if sheet.coalition and one_line(sheet.coalition) != sheet.title else sheet.title,
        author=one_line(sheet.coalition) or "Coalmeet",
        subject=one_line(sheet.kind),
        language=sheet.language,
        made=sheet.day,
    )
    made = PdfFile(about, tree)
    draw(made, paginate(strips, _HEIGHT, HEIGHT), _Furniture(sheet), first_top=TOP, top=paper.TOP)
    return made.data()


@dataclass(frozen=True, slots=True)
class _Furniture:
    sheet: Sheet

    def __call__(self, pen: Pen, page: int, pages: int, continues: str) -> None:
        parts = (self.sheet.coalition, self.sheet.kind, self.sheet.told_on)
        foot(pen, " · ".join(one_line(part) for part in parts if part), page, pages)
        going_on(pen, continues)
