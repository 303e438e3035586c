"""Letters to those who were away, made in a thread of their own into a folder that somebody chose."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QThread, Signal
from PySide6.QtWidgets import QFileDialog

from coalmeet.commands import letters
from coalmeet.commands.hand_out import told
from coalmeet.errors import FileProblem
from coalmeet.text import _
from ui.documents import documents

if TYPE_CHECKING:
    from ui.meetings.page import MeetingsPage


class Lettering(QThread):
    """`written` carries what is said afterwards, `failed` a sentence."""

    written = Signal(str)
    failed = Signal(str)

    def __init__(self, post: letters.Post, folder: Path) -> None:
        super().__init__()
        self._post, self._folder = post, folder

    def run(self) -> None:
        try:
            self.written.emit(told(len(letters.write(self._post, self._folder)), self._folder))
        except FileProblem as problem:
            self.failed.emit(str(problem))


def write_letters(page: MeetingsPage, meeting: str) -> None:
    """Ask for a folder, and make the letters there. Says why not, where they cannot be made."""
    with page.saying():
        chosen = QFileDialog.getExistingDirectory(page, _("A folder for the letters"), str(documents()))
        if not chosen:
            return
        work = Lettering(page.book.read(letters.read, meeting), Path(chosen))
        page.lettering = work
        page.part.progress.show_progress(_("Writing the letters"))
        work.written.connect(page.done.say)
        work.failed.connect(page.refusal.say)
        work.finished.connect(page.part.progress.finish)
        work.start()
