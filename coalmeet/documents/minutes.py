"""The minutes as a PDF: laid out, tagged, with the record attached, and written whole or not at all."""

from __future__ import annotations

import hashlib
from pathlib import Path

from coalmeet.documents import paper
from coalmeet.documents.closing_pages import closing_pages
from coalmeet.documents.drawing import Pen, draw
from coalmeet.documents.flow import paginate
from coalmeet.documents.front_page import DENSITIES, front_page, status_pill
from coalmeet.documents.lines import Line, Span, Style, break_lines
from coalmeet.documents.metadata import About
from coalmeet.documents.pdf_file import Attachment, PdfFile
from coalmeet.documents.plain import one_line
from coalmeet.documents.read_back import RECORD
from coalmeet.documents.record_pages import record_pages
from coalmeet.documents.shapes import box
from coalmeet.documents.strips import Strip
from coalmeet.documents.structure import Node
from coalmeet.exchange.whole_file import write_whole
from coalmeet.meeting.minutes_values import Minutes
from coalmeet.text import _, speaking

_FIRST_TOP = paper.TOP - 20
_FIRST_HEIGHT = paper.HEIGHT - _FIRST_TOP - paper.BOTTOM
_HEIGHT = paper.HEIGHT - paper.TOP - paper.BOTTOM


def write(minutes: Minutes, path: Path, *, attachment: bytes | None = None) -> None:
    """Writes the PDF to a path; `attachment` is the record as JSON, attached as minutes.json.

    Raises FileProblem if the file cannot be written; what was there before then stays as it was.
    """
    write_whole(path, pdf(minutes, attachment=attachment))


def pdf(minutes: Minutes, *, attachment: bytes | None = None) -> bytes:
    """The PDF; the same minutes give the same bytes."""
    with speaking(minutes.language):
        return _pdf(minutes, attachment)


def _pdf(minutes: Minutes, attachment: bytes | None) -> bytes:
    fingerprint = hashlib.sha256(attachment).hexdigest() if attachment else ""
    tree, front, names = _front(minutes)
    strips = [*front, *record_pages(minutes, tree, names=names), *closing_pages(minutes, fingerprint, tree)]
    file = PdfFile(_about(minutes), tree)
    if attachment:
        told = _("The record of this meeting as data")
        file.attachments.append(Attachment(RECORD, "application/json", told, attachment))
    pages = paginate(strips, _HEIGHT, _FIRST_HEIGHT)
    draw(file, pages, _Furniture(minutes), first_top=_FIRST_TOP, top=paper.TOP)
    return file.data()


def _front(minutes: Minutes) -> tuple[Node, list[Strip], bool]:
    """The first page, as full as fits on one; whether the names of the people are left to the record."""
    for density in DENSITIES:
        tree = Node("Document", language=minutes.language)
        strips = front_page(minutes, tree, density)
        if sum(strip.gap + strip.height for strip in strips) <= _FIRST_HEIGHT:
            break
    return tree, strips, not density.names


def _about(minutes: Minutes) -> About:
    frame = _("Agenda: {title}, {day}") if minutes.planned else _("Minutes: {title}, {day}")
    title = frame.format(title=one_line(minutes.title), day=minutes.day)
    return About(
        title=title,
        author=one_line(minutes.coalition) or "Coalmeet",
        subject=one_line(" ".join(minutes.in_one_minute)),
        language=minutes.language,
        made=minutes.date,
    )


class _Furniture:
    """What every page carries: the foot, what it continues, and the state of the minutes."""

    def __init__(self, minutes: Minutes) -> None:
        self._foot = " · ".join(
            one_line(part) for part in dict.fromkeys((minutes.day, minutes.coalition, minutes.title)) if part
        )
        self._minutes = minutes

    def __call__(self, pen: Pen, page: int, pages: int, continues: str) -> None:
        edge = paper.WIDTH - paper.RIGHT
        base = paper.BOTTOM - 31
        pen.shape(box(paper.LEFT, paper.BOTTOM - 18, paper.WHOLE, 0.6, paper.RULE))
        number = _line(_("Page {page} of {pages}").format(page=page, pages=pages), paper.FOOT)
        pen.words(_fitted(self._foot, paper.FOOT, paper.WHOLE - number.width - 24), paper.LEFT, base, None)
        pen.words(number, edge - number.width, base, None)
        if continues:
            room = paper.WHOLE - 170
            told = _("{title}, continued")
            shown = _fitted(continues, paper.FOOT, room - 50, told)
            pen.words(shown, paper.LEFT, paper.HEIGHT - paper.TOP + 17, None)
        if page > 1:
            pen.strip(
                status_pill(self._minutes, None), paper.LEFT + paper.MARGIN, paper.HEIGHT - paper.TOP + 25
            )


def _line(words: str, style: Style) -> Line:
    return break_lines([Span(words, style)], paper.WHOLE)[0]


def _fitted(words: str, style: Style, room: float, frame: str = "{title}") -> Line:
    """One line of words, shortened with … to the room; `frame` is what stands around them."""
    kept = words[:400]
    while True:
        shown = kept if kept == words else kept.rstrip() + "…"
        lines = break_lines([Span(frame.replace("{title}", shown), style)], room)
        if len(lines) == 1 and lines[0].width <= room:
            return lines[0]
        kept = kept[: int(len(kept) * 0.93)]
