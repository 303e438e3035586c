"""What pages carry around their text: the foot with its number, what a page continues, a word at the top."""

from __future__ import annotations

from coalmeet.documents import paper
from coalmeet.documents.drawing import Pen
from coalmeet.documents.lines import Line, Span, Style, break_lines
from coalmeet.documents.shapes import box
from coalmeet.documents.strips import Strip
from coalmeet.text import _


def foot(pen: Pen, words: str, page: int, pages: int) -> None:
    """What the document is, shortened to fit, and the number of the page."""
    edge = paper.WIDTH - paper.RIGHT
    base = paper.BOTTOM - 31
    pen.shape(box(paper.LEFT, paper.BOTTOM - 18, paper.WHOLE, 0.6, paper.RULE))
    number = _line(_("Page {page} of {pages}").format(page=page, pages=pages), paper.FOOT)
    pen.words(_fitted(words, paper.FOOT, paper.WHOLE - number.width - 24), paper.LEFT, base, None)
    pen.words(number, edge - number.width, base, None)


def going_on(pen: Pen, topic: str) -> None:
    """The topic that goes on from the page before; "" where something new begins."""
    if topic:
        room = paper.WHOLE - 220
        shown = _fitted(topic, paper.FOOT, room, _("{title}, continued"))
        pen.words(shown, paper.LEFT, paper.HEIGHT - paper.TOP + 17, None)


def beside_the_top(pen: Pen, strip: Strip) -> None:
    """A strip at the height of what the page continues, above its text."""
    pen.strip(strip, paper.LEFT + paper.MARGIN, paper.HEIGHT - paper.TOP + 25)


def _line(words: str, style: Style) -> Line:
    return break_lines([Span(words, style)], paper.WHOLE)[0]


def _shorter(words: str) -> str:
    """Some words less, or letters where there is but one long word."""
    cut = words[: int(len(words) * 0.95)]
    space = cut.rfind(" ")
    return cut[:space].rstrip(" ,;:.(–-·") if space > len(cut) * 0.6 else cut


def _fitted(words: str, style: Style, room: float, frame: str = "{title}") -> Line:
    """One line of words, shortened with … to the room; `frame` is what stands around them."""
    kept = words[:400]
    while True:
        shown = kept if kept == words else kept.rstrip() + "…"
        lines = break_lines([Span(frame.replace("{title}", shown), style)], room)
        if len(lines) == 1 and lines[0].width <= room:
            return lines[0]
        kept = _shorter(kept)
