"""Parts that the papers for a meeting to come share: head, a word in a pill, sections with a name in the margin."""

from __future__ import annotations

from collections.abc import Sequence

from coalmeet.documents import paper
from coalmeet.documents.composer import in_margin, label, prose
from coalmeet.documents.lines import Span, Style, break_lines
from coalmeet.documents.plain import one_line
from coalmeet.documents.shapes import pill, rule, tick_box
from coalmeet.documents.strips import Shape, Strip, Words, baseline, columns, kept_together, text
from coalmeet.documents.structure import Node
from coalmeet.meeting.minutes_values import Request

_LONG_TITLE = 70  # characters above which a title is set smaller


def head(
    kicker: Sequence[str], title: str, lines: Sequence[str], status: Strip, top: Node, *, room: float
) -> list[Strip]:
    """What a paper begins with: whose it is and what it is, its title, when and where; `room` is kept for the pill."""
    left = -paper.MARGIN
    first, *rest = [one_line(one) for one in kicker if one]
    spans = [Span(first, paper.KICKER), *(Span("  ·  " + one, paper.KICKER_SOFT) for one in rest)]
    strips = columns(text(spans, paper.KICKER, top.add("P"), paper.WHOLE - room, left), [status])
    named = one_line(title)
    style = paper.TITLE if len(named) <= _LONG_TITLE else paper.TITLE_LONG
    heading = text(named, style, top.add("H1"), paper.WHOLE, left, gap=15, even=True)
    heading[0].place, heading[0].bookmark = "top", (named, 0)
    strips += heading
    for at, said in enumerate(lines):
        strips += text(one_line(said), paper.SUBTITLE, top.add("P"), paper.WHOLE, left, gap=0 if at else 4)
    return kept_together([*strips, rule(left, paper.WHOLE, gap=13)])


def in_a_pill(words: str, ink: str, node: Node | None) -> Strip:
    """Words in a pill at the right edge."""
    style = Style(paper.PILL.typeface, paper.PILL.size, paper.PILL.leading, ink)
    line = break_lines([Span(words, style)], paper.WHOLE)[0]
    x, down = paper.TEXT - line.width - 9, baseline(style)
    outline = Shape(lambda left, y: pill(left + x - 9, y - down - 5.1, line.width + 18, 16, ink))
    return Strip(style.leading, [outline, Words(line, x, down, node)], baseline=down)


class Section:
    """A part with its name in the margin: `node` takes what belongs to it."""

    def __init__(self, name: str, top: Node, place: str) -> None:
        self._name, self._place = name, place
        self.node = top.add("Sect")
        self._heading = label(name, self.node.add("H2"))

    def holding(self, strips: list[Strip]) -> list[Strip]:
        """The strips, with the name beside the first; nothing where there are none."""
        if not strips:
            return []
        begun = in_margin(strips, self._heading)
        begun[0].place, begun[0].bookmark = self._place, (self._name, 1)
        return begun


def part(words: str, top: Node, place: str, *, new_page: bool = False) -> list[Strip]:
    """A large heading across the page, with a rule below it."""
    strips = text(words, paper.PART, top.add("H2"), paper.WHOLE, -paper.MARGIN)
    strips[0].new_page, strips[0].place, strips[0].bookmark = new_page, place, (words, 0)
    return kept_together([*strips, rule(-paper.MARGIN, paper.WHOLE, gap=6, below=11)], with_next=True)


def asked(requests: Sequence[Request], parent: Node) -> list[Strip]:
    """Things to do, each with a box to tick."""
    if not requests:
        return []
    listed = parent.add("L")
    width, strips = paper.TEXT - paper.NUMBER, list[Strip]()
    for request in requests:
        body = listed.add("LI").add("LBody")
        wanted = text(one_line(request.text), paper.CELL_BOLD, body.add("P"), width, paper.NUMBER)
        told = " · ".join(one_line(part) for part in (request.who, request.until) if part)
        if told:
            wanted += text(told, paper.SMALL, body.add("P"), width, paper.NUMBER)
        wanted[0].marks.insert(0, Shape(tick_box(8, baseline(paper.CELL_BOLD))))
        wanted[0].gap = 5 if strips else 0
        strips += kept_together(wanted)
    return strips


def told(texts: Sequence[str], parent: Node, style: Style = paper.CELL) -> list[Strip]:
    """Paragraphs below each other."""
    strips: list[Strip] = []
    for words in texts:
        strips += prose(words, style, parent, gap=4 if strips else 0)
    return strips
