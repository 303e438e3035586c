"""Is the file sound? Every page, log and record of it is looked at; what is broken is named, with a way out."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from coalmeet import text
from coalmeet.text import _
from coalmeet.time_zone import system_time_zone
from ui.documents import documents
from ui.keeping.section import Section
from ui.making import Maker
from ui.widgets.buttons import Button
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import row
from ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from coalmeet.store.rescue import Account
    from ui.open_file import OpenFile


class CheckingSection(Section):
    """What it finds stays to be read until the next look."""

    def __init__(self) -> None:
        self.found = Wrapped("", 14)
        self.check = Button(_("Check the file"), icon="list-checks")
        self.rescue = Button(_("Rescue what can be read …"), icon="import")
        self.progress = ProgressLine()
        line = _("Looks at every page, log and record. The file is only read.")
        super().__init__(
            _("Is it sound?"), line, self.found, 10, self.progress, row(self.check, 8, self.rescue, None)
        )
        self.maker = Maker(self.progress, self.refused.emit)
        self._shown: OpenFile | None = None
        self.check.clicked.connect(self.look)
        self.rescue.clicked.connect(self.ask)

    def refresh(self) -> None:
        if self._shown is not self.book:  # what was found in another file says nothing of this one
            self._shown = self.book
            self._say("")
            self.rescue.hide()

    def begin(self) -> None:
        self.look()
        self.check.setFocus()

    def settle(self) -> None:
        self.maker.settle()

    def look(self) -> None:
        """Look at all of it, in a thread."""
        with self.saying():
            self.maker.make(_("Checking the file"), partial(_findings, self.book), self._show_found)

    def ask(self) -> None:
        """Ask for a place, and save into a new file what can be read of this one."""
        name = _("{coalition}, rescued").format(coalition=self.book.path.stem)
        wished = str(documents() / f"{name}.coalmeet")
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Rescue what can be read"), wished, "*.coalmeet")
        if chosen:
            with self.saying():
                work = partial(_rescue, self.book, Path(chosen))
                self.maker.make(_("Rescuing what can be read"), work, self._show_account)

    def _show_found(self, sentences: tuple[str, ...]) -> None:
        at = text.clock_time(self.book.now().wall, system_time_zone())
        sound = _("Looked at {time}: the file is sound.").format(time=at)
        self._say("\n\n".join(sentences) if sentences else sound)
        self.rescue.setVisible(bool(sentences))

    def _show_account(self, account: Account) -> None:
        self._say("\n\n".join(account.sentences()))

    def _say(self, words: str) -> None:
        self.found.setText(words)
        self.found.setVisible(bool(words))


def _findings(book: OpenFile) -> tuple[str, ...]:
    from coalmeet.store.inspection import findings

    return book.read(findings)


def _rescue(book: OpenFile, to: Path) -> Account:
    from coalmeet.store import rescue

    return rescue.rescue(book.path, to, key=book.file.key, now=book.now().wall)
