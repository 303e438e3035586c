"""The meetings page: all meetings with their states, what can be done with each, and bringing records in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from coalmeet.coalition.meeting_row import MeetingRow, Sat
from coalmeet.exchange.outgoing import record_of
from coalmeet.meeting.minutes import minutes
from coalmeet.meeting.minutes_versions import correction
from coalmeet.meeting.minutes_words import many
from coalmeet.store.held_times import HeldTimes
from coalmeet.text import _
from ui import theme
from ui.documents import documents
from ui.making import Maker
from ui.meetings import circulating, copying, correcting
from ui.meetings.bringing import Bringing, Tally
from ui.meetings.calendar_out import hand_out_calendar
from ui.meetings.exporting import job, wished_name, written
from ui.meetings.lettering import write_letters
from ui.meetings.list_part import MeetingsBody, MoreMenu
from ui.meetings.new_meeting import plan_meeting
from ui.meetings.round_line import OURS
from ui.meetings.shown import Held, counted, rows
from ui.meetings.writing import OPEN, Writing
from ui.page import Head, Page, on_key
from ui.widgets.buttons import Button
from ui.widgets.fields import Search


class MeetingsPage(Page):
    """The list, the chosen meeting beside it, and long work as a line above them."""

    TABLES = frozenset({"meeting", "item", "record", "move", "person", "coalition"})

    def __init__(self) -> None:
        self.search = Search(_("Find a meeting"))
        self.search.setFixedWidth(theme.px(232))
        self.plan_button = Button(_("Plan a meeting"), "primary", icon="plus", size=theme.CONTROL)
        self.more = MoreMenu()
        super().__init__(Head(_("Meetings"), "", self.search, self.more, self.plan_button))
        self.part = MeetingsBody()
        self.first = self.part.list
        self.body.addWidget(self.part, 1)
        self._rows: tuple[MeetingRow, ...] = ()
        self._times = HeldTimes()
        self._held: Mapping[str, Held] = {}
        self._wanted = ""
        self._bringing: Bringing | None = None
        self.maker = Maker(self.part.progress, self.refusal.say)
        self.writing = Writing(self)
        _connect(self)

    def choose(self, id: str) -> None:
        self._wanted = id
        self.look_again()

    def refresh(self) -> None:
        from coalmeet.store import meetings

        self._rows = self.book.read(meetings.meetings)
        self._held = self.book.read(self._times.read)
        self.head.line.setText(counted(self._rows) if self._rows else "")
        self.part.show_empty(not self._rows)
        for button in (self.search, self.plan_button):
            button.setVisible(bool(self._rows))
        self.show_found()
        if self._wanted:
            self.part.list.choose(self._wanted)
            self._wanted = ""

    def show_found(self) -> None:
        """Show the meetings in which the words of the search stand."""
        found = rows(self._rows, self.search.text(), self.book.today(), self._held)
        self.part.show_rows(found, nothing=bool(self._rows) and not found)
        self.show_chosen(self.part.list.current())

    def show_chosen(self, meeting: str) -> None:
        """Show one meeting beside the list."""
        found = next((one for one in self._rows if one.id == meeting), None)
        self.part.detail.setVisible(found is not None)
        if found is not None:
            with self.saying():
                record = self.book.read(record_of, meeting)
                here = self.book.coalition()
                held = _began(record) if found.state == "running" else self._held.get(meeting)
                shown = minutes(record, coalition=here.name, lang=here.language, time_zone=here.time_zone)
                waiting = [
                    (one.get("text") or "", correction(one)) for one in many(record, "corrections_noted")
                ]
                self.part.detail.show_meeting(found, shown, self.book.today(), held, waiting)
                may = OPEN.get(shown.state, frozenset()) if _is_ours(found) else frozenset()
                self.writing.show(meeting, may)

    def settle(self) -> None:
        """Before the file goes: keep what is half written, bring nothing more in, and make no paper any further."""
        self.writing.keep()
        if self._bringing is not None:
            self._bringing.stop_now()
            self._bringing = None
            self.part.progress.finish()
        self.maker.settle()

    def plan_new(self) -> None:
        """Plan a meeting with everything that can be known, and go on to its agenda."""
        with self.saying():
            self.go.emit("prepare", plan_meeting(self.book))

    def bring_in(self, paths: Sequence[Path] = ()) -> None:
        """Bring in records; without paths somebody chooses them."""
        if not paths:
            chosen, _kind = QFileDialog.getOpenFileNames(
                self,
                _("Records of meetings"),
                str(documents()),
                _("Records and minutes (*.json *.pdf);;All files (*)"),
            )
            paths = [Path(one) for one in chosen]
        if paths and self._bringing is None:
            self._bringing = Bringing(self.book, paths)
            self._bringing.progressed.connect(
                lambda done, whole, name: self.part.progress.show_progress(
                    _("Bringing in {name}").format(name=name), done, whole
                )
            )
            self._bringing.finished.connect(self._brought)
            self.part.progress.stopped.connect(self._bringing.stop)
            self._bringing.start()

    def export(self, meeting: str, suffix: str) -> None:
        """Write the minutes or the record of a meeting to where somebody wants it."""
        with self.saying():
            wished = str(documents() / wished_name(self.book, meeting, suffix))
            chosen, _kind = QFileDialog.getSaveFileName(self, _("Export"), wished, f"*.{suffix}")
            if chosen:
                target = Path(chosen if chosen.endswith(f".{suffix}") else f"{chosen}.{suffix}")
                self.write(meeting, target)

    def open_elsewhere(self, meeting: str) -> None:
        """Make the PDF and show it in the system's own viewer."""
        with self.saying():
            folder = QTemporaryDir()
            quitting = QCoreApplication.instance()
            assert quitting is not None
            quitting.aboutToQuit.connect(
                folder.remove
            )  # Qt's own removal comes too late when the program ends
            target = Path(folder.path()) / wished_name(self.book, meeting, "pdf")
            self.write(meeting, target, show=True)

    def write(self, meeting: str, target: Path, *, show: bool = False) -> None:
        """Write a file in a thread; its suffix says the format. Raises FileProblem when it cannot be begun."""
        words = _("Writing {name}").format(name=target.name)
        work = partial(written, job(self.book, meeting, target))
        self.maker.make(words, work, lambda path: self._written(path, show=show))

    def _written(self, path: Path, *, show: bool) -> None:
        if show and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.refusal.say(
                _(
                    "No program on this computer opens PDF files. Read the minutes here, page by page, or export them."
                )
            )
        if not show:
            self.done.say(_("Written: {path}").format(path=path))

    def _brought(self, tally: Tally) -> None:
        self._bringing = None
        self.part.progress.finish()
        if tally.sentence():
            self.done.say(tally.sentence())
        if tally.last:
            self.choose(tally.last)
        if tally.refused:
            self.refusal.say("\n".join(tally.refused[:5]))


def _began(record: Mapping[str, object]) -> Held:
    """Of a meeting that goes on there is no end yet; it may have begun another day."""
    return (Sat(str(record.get("date") or ""), str(record.get("start") or ""), ""),)


def _is_ours(meeting: MeetingRow) -> bool:
    """Whether it was held here, so that something can be written about its minutes."""
    return meeting.state == "closed" and meeting.source in OURS


def _connect(page: MeetingsPage) -> None:
    page.search.textChanged.connect(page.show_found)
    page.plan_button.clicked.connect(page.plan_new)
    page.more.bring_in.connect(lambda: page.bring_in(()))
    page.more.paper.connect(lambda: page.go.emit("paper", ""))
    page.more.year_book.connect(lambda: page.go.emit("year_book", ""))
    page.more.calendar.connect(lambda: hand_out_calendar(page))
    page.part.list.chosen.connect(page.show_chosen)
    page.part.list.opened.connect(page.part.detail.main_errand)
    page.part.plan.clicked.connect(page.plan_new)
    page.part.bring.clicked.connect(lambda: page.bring_in(()))
    page.part.detail.go.connect(page.go)
    page.part.detail.export.connect(page.export)
    detail = page.part.detail
    detail.write.connect(page.writing.begin)
    detail.taken.connect(lambda meeting, words: correcting.take_away(page, meeting, words))
    page.part.detail.letters.connect(lambda meeting: write_letters(page, meeting))
    page.part.detail.copy.connect(lambda meeting: copying.copy(page, meeting))
    page.part.detail.open_elsewhere.connect(page.open_elsewhere)
    page.part.detail.went_round.connect(lambda meeting, day: circulating.went_round(page, meeting, day))
    page.part.detail.not_round.connect(lambda meeting: circulating.not_round_yet(page, meeting))
    on_key(page, "new_row", page.plan_new)
    on_key(page, "search", page.search.setFocus)
