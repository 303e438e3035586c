"""Erasing a person from the members page: the file is looked through in a thread, and written once confirmed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coalmeet.errors import NotAllowed
from coalmeet.text import _, ngettext
from ui.making import Maker
from ui.members.erase_panel import ErasePanel
from ui.page import on_key

if TYPE_CHECKING:
    from coalmeet.store.erasing.erase import Plan
    from coalmeet.store.erasing.look import Found
    from coalmeet.store.erasing.sweep import Key
    from coalmeet.store.file import CoalitionFile
    from ui.members.page import MembersPage


class Erasing(QObject):
    """What the panel asks for, on the page's file."""

    def __init__(self, page: MembersPage, panel: ErasePanel) -> None:
        super().__init__(page)
        self._page, self._panel = page, panel
        self._person, self._listed = "", True
        self.maker = Maker(panel.progress, page.refusal.say)
        self.renewer = Maker(panel.renewing, page.refusal.say)
        panel.asked.connect(self.look_for)
        panel.confirmed.connect(self.erase)
        panel.left.connect(self.leave)
        on_key(panel, "dismiss", self.leave)

    def begin(self, person: str) -> None:
        """Look through the file for somebody, and show what was found."""
        with self._page.saying():
            self._open()
            self._person, self._listed = person, True
            known = self._page.seen.person(person) if self._page.seen else None
            self._panel.wait_for(known.name if known else "")
            self._panel.close_button.setFocus()
            self._look()

    def begin_unlisted(self) -> None:
        """Ask for the name of somebody who is in no list."""
        with self._page.saying():
            self._open()
            self._panel.ask_name()
            self._panel.name.setFocus()

    def look_for(self, name: str) -> None:
        """Look through the file for a name; one that stands in Members is refused."""
        from coalmeet.store.erasing.subject import stranger

        with self._page.saying():
            self._page.book.read(stranger, name)
            self._person, self._listed = name, False
            self._panel.wait_for(name)
            self._look()

    def _look(self) -> None:
        work = partial(_look, self._page.book.file, self._person, self._listed)
        self.maker.make(_("Looking through the file"), work, self._show)

    def _open(self) -> None:
        """Show the panel. Raises NotAllowed and FileProblem where nobody can be erased now."""
        from coalmeet.store.erasing.erase import refuse_while_running

        page = self._page
        page.done.clear()
        page.book.file.must_be_writable()
        page.book.read(refuse_while_running)
        if page.book.waiting:
            raise NotAllowed(
                _("Something is not saved yet, and may speak of them. Save it first: try again.")
            )
        page.part.open_whole(self._panel)
        page.look_again()  # what else the page offers steps back meanwhile

    def erase(self) -> None:
        """Work out what is written, in the thread, then write it."""
        with self._page.saying():
            chosen = frozenset(one.key for one in self._panel.chosen())
            self._panel.erase.setEnabled(False)
            work = partial(_plan, self._page.book.file, self._person, chosen, self._listed)
            self.maker.make(_("Leaving out the words"), work, self._write)

    def leave(self) -> None:
        """Close the panel; nothing was erased."""
        self.maker.stop()
        self._page.part.close_whole()

    def settle(self) -> None:
        """Before the file goes, or the window: stop, and wait the moment that this takes."""
        self.maker.settle()
        self.renewer.settle()

    def _show(self, made: tuple[Found, int]) -> None:
        found, kept = made
        if found.listed or found.named or found.mentions or found.words:
            self._panel.show_found(found, kept)
            return
        self._panel.ask_name(found.name)
        self._panel.name.setFocus()
        sentence = _("No text here speaks of “{name}”. Try another spelling, or a part of the name.")
        self._page.refusal.say(sentence.format(name=found.name))

    def _write(self, plan: Plan) -> None:
        from coalmeet.store.erasing.erase import erase

        book = self._page.book
        with self._page.saying():
            try:
                erase(book.file, plan, book.today())
            finally:
                book.forget_steps()  # what lies there would bring the words back
            book.wrote(*every_table())
            if self._panel.backups.isChecked() and not self._panel.backups.isHidden():
                work = partial(_renew, book.file, book.now().wall)
                self.renewer.make(_("Keeping a new backup"), work, self._finish)
            else:
                self._finish(0)

    def _finish(self, gone: int) -> None:
        self._page.part.close_whole()
        said = _("The person is erased. The file was written anew, and nothing in it says who it was.")
        if gone:
            words = ngettext(
                "The person is erased, also from the backups here: {count} older one was deleted, a new one kept.",
                "The person is erased, also from the backups here: {count} older ones were deleted, a new one kept.",
                gone,
            )
            said = words.format(count=gone)
        self._page.done.say(said)


def every_table() -> tuple[str, ...]:
    """The names of all tables: each page looks again."""
    from coalmeet.store.tables import METADATA

    return tuple(METADATA.tables)


def _look(file: CoalitionFile, person: str, listed: bool) -> tuple[Found, int]:
    from coalmeet.store.erasing import reach
    from coalmeet.store.erasing.look import look

    with file.reading() as con:
        return look(con, person, listed=listed), reach.count(file.path, file.key)


def _plan(file: CoalitionFile, person: str, chosen: frozenset[Key], listed: bool) -> Plan:
    from coalmeet.store.erasing.erase import plan

    return plan(file, person, chosen, listed=listed)


def _renew(file: CoalitionFile, now: int) -> int:
    from coalmeet.store.erasing.reach import renew

    return renew(file, now=now)
