"""The preview: the minutes as the PDF has them, page by page, to look at, to search and to print."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QHideEvent

from coalmeet.coalition.meeting_row import MeetingRow
from coalmeet.commands.papers import bytes_of, read
from coalmeet.documents.pdf_pages import Size
from coalmeet.exchange.outgoing import file_stem
from coalmeet.exchange.safe_name import safe_name
from coalmeet.text import _, long_day, ngettext
from ui import shortcuts, theme
from ui.open_file import OpenFile
from ui.page import Head, Page
from ui.preview import gestures
from ui.preview.bar import Bar
from ui.preview.canvas import Canvas
from ui.preview.reader import Reader
from ui.widgets.buttons import Button
from ui.widgets.layouts import column, hairline, widget
from ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ui.preview.printing import Printing


class PreviewPage(Page):
    """`go` asks for "meetings" with the meeting that was shown, or for "prepare" while it is still to come."""

    TABLES = frozenset(
        {"meeting", "item", "record", "move", "person", "organisation", "coalition", "affiliation"}
        | {"decision_kind", "decision", "decision_entry", "action"}
    )

    def __init__(self) -> None:
        self.back = Button(_("Back"), "ghost", icon="arrow-left", key=shortcuts.shown("back"))
        self.print_button = Button(
            _("Print"), "primary", icon="printer", key=shortcuts.shown("print"), size=theme.CONTROL
        )
        super().__init__(Head(_("Minutes"), "", self.back, self.print_button), margins=(32, 24, 32, 0))
        self.progress, self.bar, self.canvas = ProgressLine(escapes=False), Bar(), Canvas()
        self.first = self.canvas
        self.body.addWidget(widget(column(self.progress, self.bar, gap=8, margins=(0, 0, 0, 12))))
        self.body.addWidget(hairline())
        self.body.addWidget(self.canvas, 1)
        self.meeting = self.file_name = ""
        self.errand = "meetings"  # where it goes back to
        self.reader: Reader | None = None
        self._ending: set[Reader] = set()
        self._printing: Printing | None = None
        self._number = 0  # the page that was looked at, for when the pages are made anew
        gestures.connect(self)

    def choose(self, id: str) -> None:
        if id != self.meeting:
            self._number = 0
            self.bar.sought.clear()
        self.meeting = id
        self.look_again()

    def refresh(self) -> None:
        self.let_go()
        if self.meeting:
            from coalmeet.store import meetings

            row = self.book.read(meetings.row, self.meeting)
            self.errand = "prepare" if row.state == "planned" else "meetings"
            self.head.line.setText(_words(row))
            self.show_paper(row)

    def show_paper(self, row: MeetingRow) -> None:
        """Make the paper of this meeting that the page is for: its minutes, or before it the agenda."""
        self.head.title.setText(_("Agenda") if row.state == "planned" else _("Minutes"))
        self.file_name = safe_name(file_stem(row))
        self.read(_making(self.book, self.meeting))

    def read(self, make: Callable[[], bytes]) -> None:
        """Show the PDF whose bytes this makes, in a thread."""
        self.let_go()
        self.reader = Reader(make)
        gestures.follow(self, self.reader)
        self.bar.hide()  # there is nothing yet to turn or to search
        self.progress.show_progress(_("Making the pages"))
        self.reader.start()

    def show_pages(self, sizes: tuple[Size, ...]) -> None:
        """The pages are made: show them, from where they were looked at before."""
        self.bar.show_pages(len(sizes))
        self.canvas.show_pages(sizes)
        self._end_progress()
        self.canvas.go_to(self._number)
        gestures.look(self)

    def fail(self, sentence: str) -> None:
        """The pages cannot be shown: say why."""
        self._end_progress()
        self.refusal.say(sentence)

    def settle(self) -> None:
        """Before the file goes: what is being printed is finished, and nothing is left running."""
        self.let_go()
        for work in (*self._ending, self._printing):
            if work is not None:
                work.wait()

    def let_go(self) -> None:
        """Let go of the pages that are shown; what is still being made of them ends by itself."""
        reader, self.reader = self.reader, None
        if reader is not None:
            self._number = self.canvas.page
            reader.leave()
            self._ending.add(reader)  # Qt aborts where a thread is forgotten that still runs
            reader.finished.connect(lambda: self._ending.discard(reader))
        self.canvas.show_pages(())
        self.bar.show_pages(0)
        self._end_progress()

    def print_on(self, printer: QPrinter) -> None:
        """Print on this printer, whose dialog was answered; the pages can be looked at meanwhile."""
        from ui.preview.printing import Printing

        if self.reader is None or not self.canvas.sizes or self._printing is not None:
            self.refusal.say(
                _("Nothing was printed: the pages are not ready. Print again when they are here.")
            )
            return
        self._printing = work = Printing(self.reader.data, printer, self.canvas.page)
        self._end_progress()
        work.progressed.connect(
            lambda done, whole: self.progress.show_progress(
                _("Printing page {page} of {pages}").format(page=done + 1, pages=whole), done, whole
            )
        )
        work.printed.connect(lambda count: self.done.say(_printed(count, printer.outputFileName())))
        work.failed.connect(self.refusal.say)
        work.finished.connect(self._printing_ended)
        work.start()

    def stop(self) -> None:
        """Stop what the progress line tells: take the printing back, or go back before the pages are made."""
        if self._printing is not None:
            self._printing.requestInterruption()
        else:
            self.go.emit(self.errand, self.meeting)

    def hideEvent(self, event: QHideEvent) -> None:
        """Pages that nobody sees take no room; they are made anew when they are seen again."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.let_go()
            self._stale = True

    def _printing_ended(self) -> None:
        self._printing = None
        self._end_progress()

    def _end_progress(self) -> None:
        """Only what still goes on is told, and only pages that are there can be printed, once at a time."""
        self.progress.setVisible(self._printing is not None)
        self.bar.show()
        self.print_button.setEnabled(bool(self.canvas.sizes) and self._printing is None)


def _making(book: OpenFile, meeting: str) -> Callable[[], bytes]:
    """Everything it needs is read now, so that the thread touches no open file. Raises FileProblem."""
    return partial(bytes_of, book.read(read, meeting), "pdf")


def _words(row: MeetingRow) -> str:
    return " · ".join(part for part in (row.title or row.coalition, long_day(row.date)) if part)


def _printed(count: int, path: str) -> str:
    if path:
        return _("Written: {path}").format(path=path)
    words = ngettext("{count} page was printed.", "{count} pages were printed.", count)
    return words.format(count=count)
