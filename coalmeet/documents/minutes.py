"""The minutes as a PDF: laid out, tagged, with the record attached, and written whole or not at all."""

from __future__ import annotations

import hashlib
from math import inf
from pathlib import Path

from coalmeet.documents import paper
from coalmeet.documents.closing_pages import closing_pages
from coalmeet.documents.drawing import Pen, draw
from coalmeet.documents.flow import Page, paginate, poured
from coalmeet.documents.front_page import densities, front_page, least_height, status_pill
from coalmeet.documents.furniture import beside_the_top, foot, going_on
from coalmeet.documents.metadata import About
from coalmeet.documents.pdf_file import Attachment, PdfFile
from coalmeet.documents.plain import one_line
from coalmeet.documents.read_back import RECORD
from coalmeet.documents.record_pages import record_pages
from coalmeet.documents.strips import Strip, height_of
from coalmeet.documents.structure import Node
from coalmeet.exchange.whole_file import write_whole
from coalmeet.meeting.minutes_values import Minutes
from coalmeet.text import _, speaking

FIRST_TOP = paper.TOP - 20
_FIRST_HEIGHT = paper.HEIGHT - FIRST_TOP - paper.BOTTOM
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
    tree, pages = laid_out(minutes, attachment)
    file = PdfFile(_about(minutes), tree)
    if attachment:
        told = _("The record of this meeting as data")
        file.attachments.append(Attachment(RECORD, "application/json", told, attachment))
    draw(file, pages, _Furniture(minutes), first_top=FIRST_TOP, top=paper.TOP)
    return file.data()


def laid_out(
    minutes: Minutes, attachment: bytes | None, *, role: str = "Document", file_name: str = RECORD
) -> tuple[Node, list[Page]]:
    """The pages as they will be drawn, and their tags below one element of this role: a file, or a part of a book.

    The text of the first begins FIRST_TOP below the edge of the paper. `file_name` is what the attachment is called.
    """
    fingerprint = hashlib.sha256(attachment).hexdigest() if attachment else ""
    tree, front, names = _front(minutes, role)
    record = record_pages(minutes, tree, names=names)
    rest = [*record, *closing_pages(minutes, fingerprint, tree, file_name)]
    return tree, [*paginate(front, _HEIGHT, _FIRST_HEIGHT), *poured(rest, _HEIGHT)]


def _front(minutes: Minutes, role: str) -> tuple[Node, list[Strip], bool]:
    """The first page, as full as fits on one; whether the names of the people are left to the record."""
    tried = densities(len(minutes.decisions))
    least: dict[
        bool, float
    ] = {}  # by whether decisions are a register; asked for once the fullest was too much
    for density in tried:
        is_last, kind = density is tried[-1], density.register
        if kind in least and not is_last:
            least[kind] = least[kind] or least_height(minutes, _FIRST_HEIGHT, register=kind)
            if least[kind] > _FIRST_HEIGHT:
                continue
        least.setdefault(kind, 0.0)
        tree = Node(role, language=minutes.language)
        room = inf if is_last else _FIRST_HEIGHT  # the last one is taken, whether it fits or not
        strips = front_page(minutes, tree, density, room)
        if height_of(strips) <= _FIRST_HEIGHT:
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
        foot(pen, self._foot, page, pages)
        going_on(pen, continues)
        if page > 1:
            beside_the_top(pen, status_pill(self._minutes, None))
