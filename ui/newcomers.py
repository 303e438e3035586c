"""A file that this computer has not made: looked through in a process of its own, then taken over or only looked at."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from coalmeet import text
from coalmeet.clock import Moment
from coalmeet.documents.going import go_on
from coalmeet.errors import FileProblem
from coalmeet.store import ours
from coalmeet.text import _, ngettext
from ui.documents import documents
from ui.keeping.page import FilePage
from ui.making import Making
from ui.open_file import OpenFile

if TYPE_CHECKING:
    from coalmeet.store.foreign import Contents
    from ui.start.newcomer import NewcomerForm
    from ui.window import MainWindow

SUFFIX = ".coalmeet"
Open = Callable[[Path, bytes | None], object]


class Newcomers(QObject):
    """One file at a time. `take` opens what was taken over, to write; `read` opens the file itself, for reading."""

    def __init__(self, window: MainWindow, moment: Callable[[], Moment], take: Open, read: Open) -> None:
        super().__init__(window)
        self._window, self._moment, self._take, self._read = window, moment, take, read
        self._path = Path()
        self._key: bytes | None = None
        self._work: Making | None = None
        self._before: QWidget | None = None

    @cached_property
    def form(self) -> NewcomerForm:
        """The screen that tells of the file, made when it is first wanted."""
        from ui.start.newcomer import NewcomerForm

        form = NewcomerForm()
        form.wanted.connect(self._take_over)
        form.read.connect(self._open_to_read)
        form.brought.connect(self._bring_in)
        form.left.connect(self.leave)
        self._window.screens.addWidget(form)
        return form

    def meet(self, path: Path, key: bytes | None) -> None:
        """Look through the file, and show what stands in it; `key` opens a sealed one."""
        from coalmeet.store import foreign

        self.leave()
        self._path, self._key = path, key
        self.form.begin(path)
        screens = self._window.screens
        self._before = screens.currentWidget()
        screens.setCurrentWidget(self.form)
        self.form.setFocus()
        self._begin(partial(foreign.look, path, key, go_on=go_on), self._show, self._refuse)

    def leave(self) -> None:
        """Go back to what was shown before; nothing is taken over."""
        self.settle()
        screens = self._window.screens
        if self._before is not None and screens.currentWidget() is self.form:
            screens.setCurrentWidget(self._before)
        self._before = None

    def settle(self) -> None:
        """Before the window goes: stop, and wait the moment that this takes."""
        if self._work is not None:
            self._work.made.disconnect()
            self._work.failed.disconnect()
            self._work.requestInterruption()
            self._work.wait()
            self._work = None

    def _begin(
        self, work: Callable[[], object], then: Callable[[Any], object], refuse: Callable[[str], object]
    ) -> None:
        self.settle()
        self._work = making = Making(work)
        # Methods of ours, so that they run here and not in the thread.
        making.made.connect(then)
        making.failed.connect(refuse)
        making.start()

    def _show(self, contents: Contents) -> None:
        from coalmeet.store import migrations
        from ui.start.newcomer import as_it_was

        target = own_place(self._path, contents.name)
        stays = _as_it_came() if target == self._path else as_it_was()
        readable = contents.format == migrations.LATEST
        self.form.show_found(told_of(contents), target, stays, readable=readable)
        if _is_open(self._window.book, contents.coalition):
            self.form.show_known()

    def _refuse(self, sentence: str) -> None:
        """It is not taken: say so where they came from."""
        self.leave()
        self._window.refuse(sentence)

    def _take_over(self) -> None:
        from coalmeet.store import taking_over

        self.form.refusal.clear()
        self.form.show_busy(_("Taking it over …"))
        target = self.form.target
        work = partial(
            taking_over.take_over, self._path, target, self._key, now=self._moment().wall, go_on=go_on
        )
        self._begin(work, self._taken, self.form.refuse)

    def _taken(self, _contents: object) -> None:
        target = self.form.target
        self._done(self._take, target)
        book = self._window.book
        if book is not None and book.path == target:
            words = _("This is your own file now: {file}").format(file=target)
            self._window.page.done.say(words)

    def _open_to_read(self) -> None:
        self._done(self._read, self._path)

    def _bring_in(self) -> None:
        """Show on the page of the file what the copy would bring into the one that is open."""
        path = self._path
        self.leave()
        self._window.show_page("file")
        page = self._window.page
        assert isinstance(page, FilePage)
        page.copies.put_away()
        page.copies.compare(path)

    def _done(self, opens: Open, path: Path) -> None:
        self.leave()
        opens(path, self._key)


def is_newcomer(path: Path) -> bool:
    """Whether the file is to be looked through first; what is no coalition file at all is refused by opening it."""
    from coalmeet.store import header

    if ours.is_ours(path):
        return False
    try:
        header.inspect(path)
    except FileProblem:
        return False
    return True


def own_place(path: Path, name: str) -> Path:
    """Where one's own copy is to be: where the file lies among the documents, else there under a free name."""
    home = documents()
    if path.resolve().is_relative_to(home.resolve()):
        return path
    from coalmeet.exchange.safe_name import safe_name

    stem = safe_name(name or path.stem)
    place, number = home / f"{stem}{SUFFIX}", 2
    while place.exists():
        place = home / f"{stem} {number}{SUFFIX}"
        number += 1
    return place


def _is_open(book: OpenFile | None, coalition: str) -> bool:
    """Whether this is the coalition whose file is open, to be written to."""
    if book is None or book.read_only:
        return False
    try:
        return book.coalition().id == coalition
    except FileProblem:  # gone from its place meanwhile: nothing can come into it
        return False


def told_of(contents: Contents) -> str:
    """What stands in the file, in a sentence."""
    if contents.last_meeting is None:
        words = ngettext(
            "“{name}”, with {count} meeting. Nothing in it is out of order.",
            "“{name}”, with {count} meetings. Nothing in it is out of order.",
            contents.meetings,
        )
        return words.format(name=contents.name, count=contents.meetings)
    words = ngettext(
        "“{name}”, with {count} meeting, held on {day}. Nothing in it is out of order.",
        "“{name}”, with {count} meetings, the last one held on {day}. Nothing in it is out of order.",
        contents.meetings,
    )
    return words.format(
        name=contents.name, count=contents.meetings, day=text.plain_day(contents.last_meeting)
    )


def _as_it_came() -> str:
    """What becomes of a file that lies where one's own files are."""
    return _("It stays in its place. As it came it is kept among the backups.")
