"""What all pages are: a head, a place for refusals, and a body that follows the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QSpacerItem, QVBoxLayout, QWidget

from coalmeet.errors import FileProblem, NotAllowed, NotSaved
from coalmeet.meeting.words import listed
from coalmeet.text import _
from ui import shortcuts, theme
from ui.open_file import OpenFile
from ui.widgets.done_line import DoneLine
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import column, row, widget
from ui.widgets.refusal import RefusalLine

_TITLE_WIDTH = 320  # of a longer title this much is enough to know the page by
_BESIDE, _GAP = 16, 8  # between the title and the buttons, and between these


class Head(QWidget):
    """The title of a page, a line below it, and its buttons on the other side; the primary one comes last.

    The line runs below both. Without room for the title beside them the buttons stand below the line.
    """

    def __init__(self, title: str, line: str = "", *buttons: QWidget) -> None:
        super().__init__()
        self.title = OneLine(title, theme.TITLE, theme.BOLD)
        self.line = Wrapped(line, theme.BODY, tone="ink2", most=2)
        self._flow = FlowLayout(gap=_GAP)
        for button in buttons:
            self._flow.addWidget(button)
        self._buttons = widget(self._flow)
        high = QSpacerItem(
            0, theme.px(theme.CONTROL)
        )  # a title stands where it stands on the pages with buttons
        self._top, self._below = row((self.title, 1), _BESIDE, self._buttons), column()
        self._top.insertItem(0, high)
        self.setLayout(column(self._top, 3, self.line, self._below))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(seen=self.isVisible())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange(seen=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._arrange(seen=False)

    def _arrange(self, *, seen: bool) -> None:
        """Out of sight it is low: a hidden page never makes the window higher."""
        room = self.width() - theme.px(_BESIDE) - self._buttons.sizeHint().width()
        self.title.set_size(theme.TITLE)
        needed = self.title.sizeHint().width()
        if seen and needed > room:  # a little smaller rather than without its end
            self.title.set_size(theme.TITLE_NARROW)
        beside = not seen or min(needed, theme.px(_TITLE_WIDTH)) <= room
        place = self._top if beside else self._below
        if place.indexOf(self._buttons) < 0:
            self._below.setContentsMargins(0, 0 if beside else theme.px(_GAP), 0, 0)
            place.addWidget(self._buttons)


def on_key(page: QWidget, verb: str, act: Callable[[], object]) -> None:
    """Let a key of the table act while the page, or anything on it, has the focus."""
    for keys in shortcuts.sequences(verb):
        shortcut = QShortcut(keys, page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)


class Page(QWidget):
    """One page of the main window.

    `go` carries an errand for the window and an id: ("prepare", meeting). A page reads the file when it is
    shown and again when a table that it names in `TABLES` changes, never while it is hidden.
    """

    TABLES: frozenset[str] = frozenset()
    go = Signal(str, str)

    def __init__(self, head: Head, margins: tuple[int, int, int, int] = (32, 24, 32, 20)) -> None:
        super().__init__()
        self.head = head
        self.refusal = RefusalLine()
        self.done = DoneLine()
        # Where the keys go when the page is shown: its list or first field; None leaves them where they are.
        self.first: QWidget | None = None
        self._book: OpenFile | None = None
        self._stale = True
        self._is_passing = False  # what is said is about the last step, and true until the next
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        said = column(self.refusal, self.done, (self.body, 1), gap=12)  # room below only what is shown
        self.setLayout(column(head, 16, (said, 1), margins=margins))

    @property
    def book(self) -> OpenFile:
        """The open file; a page without one is never shown."""
        assert self._book is not None
        return self._book

    def show_file(self, book: OpenFile) -> None:
        """Show this file from now on."""
        self._book = book
        book.changed.connect(self._follow)
        self.look_again()

    def choose(self, id: str) -> None:
        """Show one thing of the page (a meeting, a decision) when it is next seen; pages without one do nothing."""

    def refresh(self) -> None:
        """Read the file and show what it says; each page has its own."""
        raise NotImplementedError

    @contextmanager
    def saying(self) -> Iterator[None]:
        """Show a refusal from the block on this page, at the place where it happened."""
        self.refusal.clear()
        try:
            yield
        except NotSaved as problem:
            say_unsaved(self, str(problem))
        except (NotAllowed, FileProblem) as refusal:
            self.refusal.say(str(refusal))

    def done_with_undo(self, sentence: str) -> None:
        """Say what was just done, with a button that takes it back."""
        self.done.say(sentence, _("Undo"), self.take_back)
        self._is_passing = True

    def settle(self) -> None:
        """Save what is still being typed; pages without fields do nothing."""

    def take_back(self) -> None:
        """Take back the last gesture on any page."""
        with self.saying():
            words = self.book.take_back()
            said = _("Taken back: {words}").format(words=words)
            self.done.say(said if words else _("There is nothing to take back."))
            self._is_passing = True

    def restore(self) -> None:
        """Do the gesture again that was taken back last."""
        with self.saying():
            words = self.book.restore()
            said = _("Done again: {words}").format(words=words)
            self.done.say(said if words else _("There is nothing to do again."))
            self._is_passing = True

    def look_again(self) -> None:
        """Show the file anew, at once or when the page is next seen."""
        self._stale = True
        if self.isVisible():
            self._refresh_now()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh_now()

    def _follow(self, tables: frozenset[str]) -> None:
        self.refusal.clear()  # something worked since
        if self._is_passing:  # it spoke of a step that is no longer the last: Undo would take back another
            self._is_passing = False
            self.done.clear()
        if self.TABLES & tables:
            self.look_again()

    def _refresh_now(self) -> None:
        if self._book is not None:
            self._stale = False
            with self.saying():
                self.refresh()


def say_unsaved(page: Page, problem: str) -> None:
    """Say on a page why something could not be saved, what waits for it, and the ways out."""
    waiting = listed(list(dict.fromkeys(page.book.waiting)))
    said = _("{problem} Not saved yet: {gestures}.").format(problem=problem, gestures=waiting)
    again, rescue = (_("Try again"), lambda: try_again(page)), _("Save a rescue copy")
    page.refusal.say(said if waiting else problem, again, (rescue, lambda: page.go.emit("rescue", "")))


def try_again(page: Page) -> None:
    """Save what could not be saved before, and what is still being typed."""
    with page.saying():
        saved = listed(list(dict.fromkeys(page.book.try_again())))
        page.settle()
        said = _("Saved: {gestures}.").format(gestures=saved)
        page.done.say(said if saved else _("Saving works again. What was not saved can be done once more."))
