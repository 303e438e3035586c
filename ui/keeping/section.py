"""What the sections of the page "The file" are: a card with a title, a line that says what it is for, and its parts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Signal

from coalmeet import text
from coalmeet.errors import FileProblem, NotAllowed, NotSaved
from coalmeet.text import _
from ui import theme
from ui.open_file import OpenFile
from ui.widgets.card import Card
from ui.widgets.labels import OneLine, Wrapped
from ui.widgets.layouts import Thing, column


class Section(Card):
    """`refused` carries why something was not done, `said` what was, `go` an errand for the window and an id.

    The page shows the first two where it says everything, and hands on the third. A section is shown the file each
    time the page comes into sight: `show_file` may be called again, and connects nothing to the file.
    """

    refused = Signal(str)
    unsaved = Signal(str)  # the file could not be saved to: the page knows ways out
    said = Signal(str)
    go = Signal(str, str)

    def __init__(self, title: str, line: str, *parts: Thing) -> None:
        head = column(OneLine(title, theme.SECTION, theme.STRONG), 2, Wrapped(line, 14, tone="ink2"))
        super().__init__(column(head, 14, *parts, margins=(24, 20, 24, 22)))
        self._book: OpenFile | None = None

    @property
    def book(self) -> OpenFile:
        """The open file; a section without one is never shown."""
        assert self._book is not None
        return self._book

    def show_file(self, book: OpenFile) -> None:
        """Show this file as it is now."""
        self._book = book
        self.refresh()

    def refresh(self) -> None:
        """Show what the file says now; each section has its own."""
        raise NotImplementedError

    def begin(self) -> None:
        """Somebody asked for what this section does, from elsewhere: let the keys go on in it."""
        self.setFocus()

    def settle(self) -> None:
        """Before the file goes, or the window: save what is being typed, stop what is being done."""

    @contextmanager
    def saying(self) -> Iterator[None]:
        """Hand a refusal from the block to the page, which first forgets the one before."""
        self.refused.emit("")
        with self.telling():
            yield

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Hand a refusal from the block to the page."""
        try:
            yield
        except NotSaved as problem:
            self.unsaved.emit(str(problem))
        except (NotAllowed, FileProblem) as refusal:
            self.refused.emit(str(refusal))


def size_words(size: int) -> str:
    """A size in bytes, as people say it."""
    if size < 1_000_000:
        return _("{count} kB").format(count=text.number(-(-size // 1000)))
    return _("{count} MB").format(count=text.number(size / 1_000_000, 1))
