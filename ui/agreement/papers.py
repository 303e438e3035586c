"""The papers of the agreement: the charter and the decision matrix, to look at, to keep and to paste."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu

from coalmeet.coalition.charter import Known
from coalmeet.commands.of_coalition import CHARTER, MATRIX, sheet_markdown, wished_name, written_sheet
from coalmeet.text import _
from ui import icons
from ui.documents import documents
from ui.making import Maker, nothing_written
from ui.widgets.buttons import Button
from ui.widgets.menus import open_below
from ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from ui.agreement.page import AgreementPage

SEE, KEEP, COPY = "see", "keep", "copy"


class PapersMenu(Button):
    """`wanted` carries which paper (CHARTER or MATRIX) and what is wanted of it (SEE, KEEP or COPY)."""

    wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(_("Papers"), icon="file-text")
        self.choices = QMenu(self)
        self.clicked.connect(lambda: open_below(self.choices, self))
        for number, (paper, act, icon, words) in enumerate(_entries()):
            if number == 3:
                self.choices.addSeparator()
            entry = self.choices.addAction(icons.icon(icon, "ink2"), words)
            entry.triggered.connect(lambda _on=False, paper=paper, act=act: self.wanted.emit(paper, act))


def _entries() -> tuple[tuple[str, str, str, str], ...]:
    return (
        (CHARTER, SEE, "printer", _("See and print the charter")),
        (CHARTER, KEEP, "file-text", _("Charter on one page, as PDF")),
        (CHARTER, COPY, "copy", _("Copy the charter as text (Markdown)")),
        (MATRIX, SEE, "printer", _("See and print the decision matrix")),
        (MATRIX, KEEP, "table", _("Decision matrix, as PDF")),
        (MATRIX, COPY, "copy", _("Copy the decision matrix as text (Markdown)")),
    )


class Papers:
    """What the page does with them; what takes a while is told on its progress line."""

    def __init__(self, page: AgreementPage, menu: PapersMenu) -> None:
        self.progress = ProgressLine()
        self.maker = Maker(self.progress, page.refusal.say)
        self._page = page
        menu.wanted.connect(self.make)

    def make(self, paper: str, act: str) -> None:
        """Do what was chosen. Says why not, where it cannot be done."""
        if act == SEE:
            self._page.go.emit("sheet", paper)
            return
        with self._page.saying():
            known = self._known()
            if act == COPY:
                QGuiApplication.clipboard().setText(sheet_markdown(paper, known))
                self._page.done.say(_("It is copied. Paste it where you write."))
            else:
                self._ask_where(paper, known)

    def _known(self) -> Known:
        from coalmeet.store.charter import known

        return self._page.book.read(known, self._page.book.today())

    def _ask_where(self, paper: str, known: Known) -> None:
        wished = str(documents() / f"{wished_name(paper, known.coalition)}.pdf")
        chosen, _kind = QFileDialog.getSaveFileName(self._page, _("Where to keep it"), wished, "*.pdf")
        if chosen:
            target = Path(chosen if chosen.endswith(".pdf") else f"{chosen}.pdf")
            self._write(paper, known, target)

    def _write(self, paper: str, known: Known, target: Path) -> None:
        words = _("Writing {name}").format(name=target.name)
        work = partial(written_sheet, paper, known, target)
        self.maker.make(words, work, lambda lacking: self._say(paper, known, target, lacking))

    def _say(self, paper: str, known: Known, target: Path, lacking: Counter[str]) -> None:
        """A PDF that could only name some characters is not written: Markdown, which shows them, is offered."""
        if not lacking:
            self._page.done.say(_("Written: {path}").format(path=target))
            return
        said = nothing_written(lacking)
        as_text = target.with_suffix(".md")
        self._page.done.offer(said, _("Write it as text instead"), lambda: self._write(paper, known, as_text))
