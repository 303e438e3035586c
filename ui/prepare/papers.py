"""What the agenda page makes for others, and for the facilitator alone: read at once, made in a thread of its own."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from coalmeet.commands import agenda_letter, private_book
from coalmeet.commands.papers import Papers, pasted, read, words_of, write_one
from coalmeet.exchange.outgoing import file_stem
from coalmeet.exchange.safe_name import safe_name
from coalmeet.text import _
from ui.documents import documents
from ui.making import nothing_written
from ui.prepare.papers_menu import KEEP_BOOK, READ, READ_BOOK

if TYPE_CHECKING:
    from ui.prepare.page import PreparePage


def connect(page: PreparePage) -> None:
    """Tie the button and the menu to what is made."""
    page.invitation.clicked.connect(lambda: copy(page))
    page.papers.wanted.connect(lambda wanted: _make(page, wanted))


def copy(page: PreparePage) -> None:
    """Put the agenda on the clipboard, as HTML for a letter and as Markdown for a chat at once."""
    with page.saying():
        page.part.settle()
        work = partial(pasted, page.book.read(read, page.meeting))
        page.maker.make(_("Making the invitation"), work, lambda made: _put(page, *made))


def _put(page: PreparePage, html: str, markdown: str) -> None:
    data = QMimeData()
    data.setHtml(html)
    data.setText(markdown)
    QGuiApplication.clipboard().setMimeData(data)
    page.done.say(_("The invitation is copied. Paste it into a message to all members."))


def _make(page: PreparePage, wanted: str) -> None:
    page.part.settle()
    if wanted in {READ, READ_BOOK}:
        page.go.emit("preview" if wanted == READ else "book", page.meeting)
        return
    with page.saying():
        wished = str(documents() / _name(page, wanted))
        chosen, _kind = QFileDialog.getSaveFileName(page, _("Where to keep it"), wished, f"*.{wanted}")
        if chosen:
            write(page, Path(chosen if chosen.endswith(f".{wanted}") else f"{chosen}.{wanted}"))


def _name(page: PreparePage, suffix: str) -> str:
    """What the file would be called: the day and the title, as a name that every system takes."""
    from coalmeet.store import meetings

    stem = file_stem(page.book.read(meetings.row, page.meeting))
    if suffix == KEEP_BOOK:
        stem = _("{meeting}, for the facilitator only").format(meeting=stem)
    return f"{safe_name(stem)}.{suffix}"


def write(page: PreparePage, target: Path) -> None:
    """Write a paper in a thread; the end of its name says which. Raises FileProblem when it cannot be begun.

    A PDF that could only name some characters is not written: the page for phones, which shows them, is offered.
    """
    words = _("Writing {name}").format(name=target.name)
    if private_book.is_book(target):
        private = page.book.read(private_book.read, page.meeting)
        work = partial(private_book.write_book, private, target)
        page.maker.make(words, work, lambda _done: _say_kept(page, target))
        return
    if agenda_letter.is_letter(target):
        draft = partial(agenda_letter.write_draft, page.book.read(agenda_letter.read, page.meeting), target)
        page.maker.make(words, draft, lambda _done: _say_drafted(page, target))
        return
    found = page.book.read(read, page.meeting)
    page.maker.make(words, partial(_written, found, target), lambda lacking: _say(page, target, lacking))


def _written(found: Papers, target: Path) -> Counter[str]:
    """Write it, unless it is a PDF and lacks the characters that come back."""
    from coalmeet.commands.hand_out import unshown

    lacking = unshown(words_of(found)) if target.suffix.lower() == ".pdf" else Counter[str]()
    if not lacking:
        write_one(found, target)
    return lacking


def _say_kept(page: PreparePage, target: Path) -> None:
    page.done.say(_("Written for you only, with your private notes: {path}").format(path=target))


def _say_drafted(page: PreparePage, target: Path) -> None:
    said = _(
        "{path} is a draft, and nothing is sent: open it in your mail program, look it over, and send it."
    )
    page.done.say(said.format(path=target))


def _say(page: PreparePage, target: Path, lacking: Counter[str]) -> None:
    if not lacking:
        page.done.say(_("Written: {path}").format(path=target))
        return
    said = nothing_written(lacking)
    page.done.offer(said, _("Write a page instead"), lambda: _write_page(page, target.with_suffix(".html")))


def _write_page(page: PreparePage, target: Path) -> None:
    with page.saying():
        write(page, target)
