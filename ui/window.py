"""The main window: the welcome screen without a file; with one, the navigation and its pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QShortcut
from PySide6.QtWidgets import QMainWindow, QPushButton, QStackedWidget, QWidget

from coalmeet import clock, text
from coalmeet.clock import Moment
from coalmeet.coalition.organisation import members_on
from coalmeet.text import _, ngettext
from coalmeet.time_zone import system_time_zone
from ui import shortcuts, theme
from ui.navigation import Destination, Navigation
from ui.open_file import OpenFile
from ui.page import Page
from ui.settings import Settings
from ui.shelf import Makers, Shelf
from ui.start.welcome import Welcome
from ui.ways import ways
from ui.widgets.inputs import files_in
from ui.widgets.layouts import row, widget
from ui.widgets.palette import Palette

if TYPE_CHECKING:
    from ui.start.found import FoundForm

LEAST = (1120, 700)
FIRST = (1280, 800)


class MainWindow(QMainWindow):
    """Pages hand their errands to `asked` (what, which id); those that name a page are done here."""

    asked = Signal(str, str)
    dropped = Signal(object)  # paths of files that were dropped anywhere on the window
    founding = Signal(object)  # a Founding: a new coalition
    closing = Signal()

    def __init__(self, makers: Makers, settings: Settings, moment: Callable[[], Moment] = clock.now) -> None:
        super().__init__()
        self.pages = Shelf(makers, self._adopt)
        self.book: OpenFile | None = None
        self._settings, self._moment = settings, moment
        self.may_close: Callable[[], bool] = lambda: (
            True
        )  # asked before the window goes; who says no says why
        self.welcome = Welcome()
        self.navigation = Navigation(_destinations(), _foot())
        self._stack, self.screens = QStackedWidget(), QStackedWidget()
        self._workspace = widget(row(self.navigation, (self._stack, 1)))
        for part in (self.welcome, self._workspace):
            self.screens.addWidget(part)
        self.setAnimated(False)  # nothing here moves by itself
        self.setCentralWidget(self.screens)
        self.navigation.chosen.connect(self.show_page)
        self.welcome.found.connect(self.show_found)
        _fit_screen(self)
        self.setAcceptDrops(True)
        self.finder = Palette(self)
        _add_keys(self)
        self.show_welcome()

    @cached_property
    def found(self) -> FoundForm:
        """The form for a new coalition, made when it is first wanted."""
        from ui.start.found import FoundForm

        form = FoundForm(_today(self._moment))
        form.left.connect(self.show_welcome)
        form.wanted.connect(self.founding)
        self.screens.addWidget(form)
        return form

    def show_welcome(self) -> None:
        """The screen without a file."""
        self.setWindowTitle("Coalmeet")
        self.welcome.show_recent(self._settings.recent)
        self.welcome.refusal.clear()
        self.welcome.done.clear()
        self.screens.setCurrentWidget(self.welcome)

    def show_found(self) -> None:
        """The form for a new coalition, empty."""
        self.found.begin(_today(self._moment))
        self.screens.setCurrentWidget(self.found)

    def show_file(self, book: OpenFile) -> None:
        """Show the pages of this file, the start page first."""
        self.book = book
        book.changed.connect(self._follow)
        book.saved.connect(self.say_saved)
        book.waits.connect(partial(_say_waiting, self))
        for page in self.pages.made:
            page.show_file(book)
        _name_coalition(self)
        if book.read_only:
            self.navigation.show_saved(_("Open for reading only"), reading=True)
        else:
            self.navigation.show_saved(_("All is saved"))
        self.screens.setCurrentWidget(self._workspace)
        self.show_page("start")

    def show_page(self, code: str) -> None:
        """Show one of the pages by its code."""
        self._stack.setCurrentWidget(self.pages[code])
        self.navigation.show_page(code)
        first = self.page.first
        if first is not None:
            first.setFocus()

    @property
    def page(self) -> Page:
        """The page that is shown now, or would be."""
        page = self._stack.currentWidget()
        assert isinstance(page, Page)
        return page

    def refuse(self, sentence: str) -> None:
        """Say why something was not done, where somebody is looking."""
        shown = self.screens.currentWidget()
        said_by: Any = self.page if shown is self._workspace else shown
        said_by.refusal.say(sentence)

    def offer(self, sentence: str, way: str, act: Callable[[], object]) -> None:
        """Say something with a way on, where somebody is looking."""
        if self.screens.currentWidget() is self._workspace:
            self.page.done.offer(sentence, way, act)
        else:
            self.show_welcome()
            self.welcome.done.offer(sentence, way, act)

    def go(self, errand: str, id: str) -> None:
        """Do an errand of a page: an own page is shown, everything else is asked of the program."""
        if errand in self.pages:
            page = self.pages[errand]
            if id:
                page.choose(id)
            self.show_page(errand)
        else:
            self.asked.emit(errand, id)

    def say_saved(self, wall: int) -> None:
        """Say when something was last saved; wall time in milliseconds since 1970 UTC."""
        if self.book is not None:
            at = text.clock_seconds(wall, self.book.coalition().time_zone)
            self.navigation.show_saved(_("Saved {time}").format(time=at))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.dropped.emit(files_in(event.mimeData()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = self.focusWidget()
        # Not every system lets Enter press a button; people expect it everywhere.
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(pressed, QPushButton):
            pressed.click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.keep_place("main", bytes(self.saveGeometry().data()))
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)

    def _adopt(self, page: Page) -> None:
        self._stack.addWidget(page)
        page.go.connect(self.go)
        if self.book is not None:
            page.show_file(self.book)

    def _follow(self, tables: frozenset[str]) -> None:
        if tables & {"coalition", "organisation"}:
            _name_coalition(self)


def _fit_screen(window: MainWindow) -> None:
    """Never larger than the screen with the title above it, however large somebody wants the text."""
    room = theme.room(window.screen())
    window.setMinimumSize(QSize(*map(theme.px, LEAST)).boundedTo(room))
    window.resize(QSize(*map(theme.px, FIRST)).boundedTo(room))


def _name_coalition(window: MainWindow) -> None:
    from coalmeet.store import people

    if window.book is not None:
        name, today = window.book.coalition().name, window.book.today()
        window.navigation.show_coalition(name, len(members_on(window.book.read(people.organisations), today)))
        window.setWindowTitle(_("{coalition} – Coalmeet").format(coalition=name))


def _say_waiting(window: MainWindow, count: int) -> None:
    """Say in the foot that something is not saved, until it is."""
    words = ngettext("{count} change not saved", "{count} changes not saved", count).format(count=count)
    window.navigation.show_saved(words if count else _("All is saved"), failed=bool(count))


def _destinations() -> tuple[Destination, ...]:
    return (
        Destination("start", _("Start"), "house", "page_1"),
        Destination("meetings", _("Meetings"), "calendar-days", "page_2"),
        Destination("prepare", _("Agenda"), "list-ordered", "page_3"),
        Destination("members", _("Members"), "users", "page_4"),
        Destination("rotation", _("Rotation"), "repeat", "page_5"),
        Destination("decisions", _("Decisions"), "gavel", "page_6"),
        Destination("agreement", _("How we decide"), "scale", "page_7"),
    )


def _foot() -> tuple[Destination, ...]:
    return (
        Destination("file", _("The file"), "save", "page_8"),
        Destination("settings", _("Settings"), "settings", "settings"),
    )


def _add_keys(window: MainWindow) -> None:
    """Keys that hold on every page; those of one page belong to that page."""
    for destination in (*_destinations(), *_foot()):
        _on(window, destination.verb, partial(_show_page, window, destination.code))
    for verb, errand in (("open_file", "open"), ("sample", "sample"), ("keys", "keys"), ("quit", "quit")):
        _on(window, verb, partial(window.asked.emit, errand, ""))
    # With a file the same key is a new row of its page: two that act at once would both be dead.
    _on(window.welcome, "new_file", window.show_found)
    for verb in ("take_back", "restore"):
        _on(window, verb, partial(window.asked.emit, verb, ""))
    _on(window, "find", partial(_find, window))


def _show_page(window: MainWindow, code: str) -> None:
    if window.book is not None:
        window.show_page(code)


def _find(window: MainWindow) -> None:
    window.finder.open_with(ways(window.book, (*_destinations(), *_foot()), window.go))


def _today(moment: Callable[[], Moment]) -> date:
    return text.local(moment().wall, system_time_zone()).date()


def _on(part: QWidget, verb: str, act: Callable[[], object]) -> None:
    """Let a key act while this part of the window is to be seen."""
    for keys in shortcuts.sequences(verb):
        QShortcut(keys, part).activated.connect(act)
