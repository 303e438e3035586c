"""Send a copy: one clean file to hand to somebody, or to keep elsewhere, and what travels with it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from coalmeet import text
from coalmeet.exchange.safe_name import safe_name
from coalmeet.text import _, ngettext, plain_day
from ui.documents import documents
from ui.keeping.section import Section
from ui.making import Maker
from ui.widgets.buttons import Button
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import row
from ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from coalmeet.store.sending import Travels
    from ui.open_file import OpenFile


class SendingSection(Section):
    """Nothing is sent by the program: a file is written, and somebody hands it on."""

    def __init__(self) -> None:
        self.along, self.sealed = Wrapped("", 14), Wrapped("", 14, tone="ink2")
        self.send = Button(_("Send a copy …"), icon="copy")
        self.progress = ProgressLine()
        line = _(
            "Writes one clean file, without traces of what was deleted, to hand to somebody or to keep on a stick. "
            "The copy and this file go their own ways from then on."
        )
        super().__init__(
            _("Send a copy"), line, self.along, 6, self.sealed, 12, self.progress, row(self.send, None)
        )
        self.maker = Maker(self.progress, self.refused.emit)
        self.send.clicked.connect(self.ask)

    def refresh(self) -> None:
        from coalmeet.store import sending

        self.along.setText(_along(self.book.read(sending.travels)))
        self.sealed.setText(_sealed_words(sealed=self.book.file.key is not None))

    def begin(self) -> None:
        self.send.setFocus()

    def settle(self) -> None:
        self.maker.settle()

    def ask(self) -> None:
        """Ask for a place, and write the copy there."""
        day = plain_day(self.book.today())
        name = safe_name(
            _("{coalition}, copy of {day}").format(coalition=self.book.coalition().name, day=day)
        )
        wished = str(documents() / f"{name}.coalmeet")
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Send a copy"), wished, "*.coalmeet")
        if chosen:
            with self.saying():
                work = partial(_send, self.book, Path(chosen))
                self.maker.make(_("Writing the copy"), work, self._written)

    def _written(self, to: Path) -> None:
        words = _("The copy is written and checked: “{name}” in {folder}.")
        self.said.emit(words.format(name=to.name, folder=to.parent))


def _send(book: OpenFile, to: Path) -> Path:
    from coalmeet.store import sending

    return sending.send(book.file, to)


def _along(found: Travels) -> str:
    """What goes along, so that nobody is surprised by it."""
    meetings = ngettext("{count} meeting", "{count} meetings", found.meetings)
    people = ngettext("{count} person", "{count} people", found.people)
    notes = ngettext("{count} private note", "{count} private notes", found.private_notes)
    return _(
        "With it go {meetings} with all that was said and answered, {people} with their addresses and needs, and "
        "{notes} of whoever facilitated."
    ).format(
        meetings=meetings.format(count=text.number(found.meetings)),
        people=people.format(count=text.number(found.people)),
        notes=notes.format(count=text.number(found.private_notes)),
    )


def _sealed_words(*, sealed: bool) -> str:
    if sealed:
        return _("It is sealed with the same passphrase. Tell that by another way than the file.")
    return _("It has no passphrase: whoever gets hold of it can read it.")
