"""The year book: which period, which meetings it will have, and the book itself, looked at or kept."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from coalmeet.coalition.year_book import Gathered, must_hold_something
from coalmeet.commands import of_coalition
from coalmeet.errors import NotAllowed
from coalmeet.text import _
from ui import theme
from ui.documents import documents
from ui.making import Maker, nothing_written
from ui.meetings.year_book_period import PeriodPart
from ui.meetings.year_book_shown import counted, rows
from ui.open_file import OpenFile
from ui.page import Head, Page
from ui.widgets.buttons import Button
from ui.widgets.labels import Wrapped
from ui.widgets.layouts import column, widget
from ui.widgets.progress_line import ProgressLine
from ui.widgets.rows import RowList


class YearBookPage(Page):
    """`go` asks for "meetings" on the way back, and for "sheet" to look at the book page by page."""

    TABLES = frozenset(
        {"meeting", "record", "move", "decision", "decision_entry", "organisation", "coalition"}
    )

    def __init__(self) -> None:
        self.back = Button(_("Back"), "ghost", icon="arrow-left")
        self.look = Button(_("See and print"), icon="printer")
        self.keep = Button(_("Keep as PDF"), "primary", icon="save", size=theme.CONTROL)
        line = _(
            "The approved minutes of a time in one PDF, with contents, a register of decisions and who did the work."
        )
        super().__init__(Head(_("Year book"), line, self.back, self.look, self.keep))
        self.progress = ProgressLine()
        self.maker = Maker(self.progress, self.refusal.say)
        self.period, self.summary = PeriodPart(), Wrapped("", theme.BODY, theme.MEDIUM)
        self.list = RowList(_("Meetings of this time"))
        self.first = self.period.first
        self.body.addWidget(
            widget(column(self.progress, 8, self.period, 16, self.summary, 8, (self.list, 1))), 1
        )
        self._told: Gathered | None = None
        self.back.clicked.connect(lambda: self.go.emit("meetings", ""))
        self.look.clicked.connect(self.see)
        self.keep.clicked.connect(self.ask_where)
        self.period.changed.connect(self.look_again)
        self.list.opened.connect(lambda id: self.go.emit("meetings", id))

    def show_file(self, book: OpenFile) -> None:
        self.period.forget()
        super().show_file(book)

    def refresh(self) -> None:
        from coalmeet.store.year_book import gather, years

        today = self.book.today()
        if not self.period.is_set:
            year = (*self.book.read(years), today.year)[0]
            self.period.show_days(date(year, 1, 1), date(year, 12, 31), today)
        first, last = self.period.days
        self._told = self.book.read(gather, first, last, today)
        circulated = self.period.circulated
        self.list.show_rows(rows(self._told, circulated=circulated))
        self.summary.setText(counted(self._told, circulated=circulated))
        self._say_what_is_missing()

    def _say_what_is_missing(self) -> None:
        """A book without meetings cannot be made: say what to do, before somebody presses the button."""
        try:
            self._checked()
        except NotAllowed as refusal:
            self.summary.setText(str(refusal))
            ready = False
        else:
            ready = True
        for button in (self.look, self.keep):
            button.setEnabled(ready)

    def _checked(self) -> Gathered:
        assert self._told is not None
        must_hold_something(self._told, circulated=self.period.circulated)
        return self._told

    def settle(self) -> None:
        self.maker.settle()

    def see(self) -> None:
        """Look at the book page by page."""
        with self.saying():
            self._checked()
            first, last = self.period.days
            self.go.emit("sheet", of_coalition.book_code(first, last, circulated=self.period.circulated))

    def ask_where(self) -> None:
        """Ask where to keep the book, and make it there."""
        with self.saying():
            told, here = self._checked(), self.book.coalition()
            name = of_coalition.wished_name(of_coalition.YEAR_BOOK, here, told.first, told.last)
            wished = str(documents() / f"{name}.pdf")
            chosen, _kind = QFileDialog.getSaveFileName(self, _("Where to keep it"), wished, "*.pdf")
            if chosen:
                self.write(told, Path(chosen if chosen.endswith(".pdf") else f"{chosen}.pdf"))

    def write(self, told: Gathered, target: Path, *, anyway: bool = False) -> None:
        """Make the book in a thread and put it there; what its PDF could only name is said first."""
        work = partial(
            of_coalition.written_book, told, target, circulated=self.period.circulated, anyway=anyway
        )
        self.maker.make(_("Making the year book"), work, lambda lacking: self._say(told, target, lacking))

    def _say(self, told: Gathered, target: Path, lacking: Counter[str]) -> None:
        if not lacking:
            self.done.say(_("Written: {path}").format(path=target))
            return
        said = nothing_written(lacking)
        self.done.offer(said, _("Write it with names"), lambda: self.write(told, target, anyway=True))
