"""When the open file cannot be saved to: it is noticed and said where somebody looks, and all goes on elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog

from coalmeet import text
from coalmeet.errors import FileProblem, NotAllowed
from coalmeet.text import _, ngettext
from coalmeet.time_zone import system_time_zone
from ui.documents import documents
from ui.meeting_room import MeetingRoom
from ui.open_file import OpenFile
from ui.page import try_again
from ui.settings import Settings
from ui.widgets.refusal import Way
from ui.window import MainWindow

if TYPE_CHECKING:
    from coalmeet.store.file import CoalitionFile

_ALERT = "file"  # the line of the desk that speaks of the file


class Rescuing(QObject):
    """Watches over the open file: when the program comes to the front again, and when it is to be left."""

    def __init__(self, window: MainWindow, room: MeetingRoom, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._room, self._settings = window, room, settings
        self._dialog: QFileDialog | None = None
        self._told = ""
        window.may_close = self.may_leave
        room.rescue_wanted.connect(self.rescue)
        app = QGuiApplication.instance()
        if isinstance(app, QApplication):
            app.applicationStateChanged.connect(self._come_to_front)

    @property
    def _book(self) -> OpenFile | None:
        return self._window.book

    def look(self) -> None:
        """Notice, also while nobody types, that the file is gone or that somebody else wrote to it; takes no time."""
        if self._book is None:
            return
        try:
            self._book.file.look()
        except FileProblem as problem:
            if str(problem) != self._told:
                self._told = str(problem)
                self._say(self._told, (_("Look again"), self._look_again), self._way())
        else:
            self._heal()

    def rescue(self) -> None:
        """Save everything into a new file elsewhere, and let everybody go on in it."""
        self._save_to(_places(self._book) if self._book is not None else ())

    def may_leave(self) -> bool:
        """Whether the file can be closed with nothing unsaved; says so where it cannot."""
        book = self._book
        if book is None or book.read_only:
            return True
        for page in self._window.pages.made:
            page.settle()
        if not book.waiting:
            return True
        count = len(book.waiting)
        said = ngettext(
            "{count} change is not saved yet, so nothing was closed.",
            "{count} changes are not saved yet, so nothing was closed.",
            count,
        ).format(count=count)
        without = (_("Let it go unsaved"), book.give_up_waiting)
        self._window.page.refusal.say(
            said, (_("Try again"), partial(try_again, self._window.page)), self._way(), without
        )
        return False

    def _come_to_front(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.look()

    def _look_again(self) -> None:
        self._told = ""
        self.look()

    def _way(self) -> Way:
        return _("Save a rescue copy"), self.rescue

    def _heal(self) -> None:
        """What was said of the file is true no more."""
        if not self._told:
            return
        self._told = ""
        if self._room.desk is not None:
            self._room.desk.parts.alerts.put_away(_ALERT)
        self._window.page.refusal.clear()

    def _save_to(self, places: Sequence[Path]) -> None:
        """Into the first place that takes it: all that the file holds, or a backup where nobody can read that."""
        from coalmeet.store.rescue_copy import save_from_backup, save_rescue_copy

        book = self._book
        if book is None:
            return
        failed = _("There is no folder for a rescue copy. Choose one.")
        for place in places:
            try:
                made = save_rescue_copy(book.file, place)
            except FileProblem as problem:
                failed = str(problem)
                continue
            self._go_on_in(book, made, _done(book.path, made.path))
            return
        for place in places:
            with suppress(FileProblem):
                made, kept = save_from_backup(book.file, place)
                self._go_on_in(book, made, _done_from_backup(book.path, made.path, kept.at))
                return
        self._say(failed, (_("Choose a place"), self._choose), (_("Try again"), self.rescue))

    def _go_on_in(self, book: OpenFile, made: CoalitionFile, done: str) -> None:
        desk, live = self._room.desk, self._room.live
        again = desk.parts.unsaved() if desk is not None else ()
        try:
            book.go_on_in(made)
            if live is not None and not live.rehearsal:
                live.go_on_in(book.file)
        except (FileProblem, NotAllowed) as problem:
            if book.file is not made:
                made.close()
            self._say(str(problem), (_("Choose a place"), self._choose), self._way())
            return
        for repeat in again:
            repeat()
        self._settings.remember_file(made.path)
        self._heal()
        self._tell(done)

    def _tell(self, sentence: str) -> None:
        """Say what was done, on the desk or on the page."""
        if self._room.desk is not None:
            self._room.desk.parts.notes.keep()
            self._room.desk.parts.alerts.say(_ALERT, sentence, icon="circle-check")
            return
        page = self._window.page
        page.refusal.clear()
        page.settle()
        page.done.say(sentence)

    def _say(self, sentence: str, *ways: Way) -> None:
        """Say what is wrong with the file, on the desk or on the page."""
        if self._room.desk is not None:
            self._room.desk.parts.alerts.say(_ALERT, sentence, *ways)
        else:
            self._window.page.refusal.say(sentence, *ways)

    def _choose(self) -> None:
        """Let somebody choose a place; a meeting goes on meanwhile."""
        dialog = self._dialog = QFileDialog(self._window, _("Where to keep the rescue copy"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("*.coalmeet")
        dialog.setDefaultSuffix("coalmeet")
        dialog.fileSelected.connect(lambda chosen: self._save_to((Path(chosen),)))
        dialog.show()


def _places(book: OpenFile) -> tuple[Path, ...]:
    """Where a rescue copy may lie: among the documents, in the user's own folder, or beside the file."""
    at = book.now().wall
    when = text.local(at, system_time_zone()).strftime("%Y-%m-%d %H%M")
    name = _("{name} rescue {when}").format(name=book.path.stem, when=when)
    folders = dict.fromkeys((documents(), Path.home(), book.path.parent))
    return tuple(folder / f"{name}.coalmeet" for folder in folders)


def _done(before: Path, path: Path) -> str:
    return _(
        "Everything is saved in “{name}” in {folder}, and you go on in it. “{before}” was left as it is."
    ).format(name=path.name, folder=path.parent, before=before.name)


def _done_from_backup(before: Path, path: Path, at: int) -> str:
    zone = system_time_zone()
    return _(
        "“{before}” cannot be read any more. “{name}” in {folder} was made of the backup of {day}, {time}, and of what "
        "was done here since. You go on in it: see that all is there."
    ).format(
        before=before.name,
        name=path.name,
        folder=path.parent,
        day=text.plain_day(text.local(at, zone).date()),
        time=text.clock_time(at, zone),
    )
