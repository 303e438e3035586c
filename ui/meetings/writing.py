"""What is written about minutes on their page: it is kept as a draft while it is typed, and comes back by itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from coalmeet.text import _
from ui.meetings import correcting, in_one_minute, notes_form
from ui.meetings.written_form import WrittenForm

if TYPE_CHECKING:
    from ui.meetings.page import MeetingsPage
    from ui.open_file import OpenFile

PAUSE_MS = 1500
_DRAFT, _ROUND = frozenset({"summary", "notes", "correction"}), frozenset({"correction", "approval"})
OPEN = {"draft": _DRAFT, "": _DRAFT, "circulated": _ROUND}  # what can be written, by how the minutes stand


class Writing(QObject):
    """The cards of one page, each for one meeting at a time. Nothing typed is lost: not by looking at another
    meeting, not by closing the file, and not by a crash after a pause in typing.
    """

    def __init__(self, page: MeetingsPage) -> None:
        super().__init__(page)
        detail = page.part.detail
        self._page, self._meeting = page, ""
        self._book: OpenFile | None = None
        self.forms: dict[str, WrittenForm] = {
            "summary": detail.minute,
            "notes": detail.notes,
            "correction": detail.correction,
            "approval": detail.approval,
        }
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        for name, form in self.forms.items():
            form.edited.connect(self._pause.start)
            form.wanted.connect(partial(self._write, name))
            form.left.connect(partial(self._leave, name))

    def begin(self, name: str, meeting: str) -> None:
        """Open a card; the others close, and what was half written in them waits."""
        with self._page.saying():
            self._page.book.file.must_be_writable()
            self.keep()
            for other, form in self.forms.items():
                if other != name:
                    form.close_up()
            self._open(name, meeting)
            self.forms[name].setFocus()
            self._page.part.bring_into_sight(self.forms[name])

    def show(self, meeting: str, may: frozenset[str]) -> None:
        """This meeting is looked at now, and these cards may be open: what is half written in one is there again."""
        if self._book is not self._page.book:
            self._book, self._meeting = self._page.book, ""
            self._pause.stop()
            self._close_all()
        elif meeting == self._meeting:
            for name in self.forms.keys() - may:
                self.forms[name].close_up()
            return
        else:
            self.keep()
            self._close_all()
        self._meeting = meeting
        if self._book.read_only:
            return  # it waits in the window that writes
        waiting = self._half_written(meeting)
        for name in [one for one in self.forms if one in may and one in waiting][:1]:
            self._open(name, meeting)

    def keep(self) -> None:
        """Keep what is half written; what stands as it was is no draft any more."""
        self._pause.stop()
        if self._book is None or self._book.read_only:
            return
        with self._page.saying():
            for name, form in self.forms.items():
                if not form.isHidden():
                    self._keep_one(form.meeting, name, form.half_written())

    def _open(self, name: str, meeting: str) -> None:
        BEGIN[name](self._page, meeting)
        waiting = self._half_written(meeting).get(name)
        if waiting is not None:
            self.forms[name].bring_back(waiting)

    def _write(self, name: str, meeting: str, value: Any) -> None:
        form = self.forms[name]
        KEEP[name](self._page, meeting, value)
        if form.isHidden():
            self._keep_one(meeting, name, None)

    def _leave(self, name: str, meeting: str, value: Any) -> None:
        self._pause.stop()
        self._keep_one(meeting, name, None)
        if value is not None:
            said = _("Nothing of it was kept.")
            self._page.done.offer(said, _("Bring it back"), lambda: self._bring_back(name, meeting, value))

    def _bring_back(self, name: str, meeting: str, value: Any) -> None:
        self._keep_one(meeting, name, value)
        self._page.choose(meeting)
        self.begin(name, meeting)

    def _keep_one(self, meeting: str, name: str, value: Any) -> None:
        from coalmeet.store import half_written

        book = self._page.book
        if book.read_only:
            return
        if book.waiting or self._half_written(meeting).get(name) != value:
            with book.step(
                _("Keep what is half written"), back=False
            ) as writing:  # or it waits, form closed or not
                writing.do(half_written.keep, meeting, name, value)

    def _half_written(self, meeting: str) -> dict[str, Any]:
        from coalmeet.store import half_written

        return self._page.book.read(half_written.read, meeting)

    def _close_all(self) -> None:
        for form in self.forms.values():
            form.close_up()


BEGIN: dict[str, Callable[[MeetingsPage, str], None]] = {
    "summary": in_one_minute.begin,
    "notes": notes_form.begin,
    "correction": correcting.begin_correction,
    "approval": correcting.begin_approval,
}
KEEP: dict[str, Callable[[MeetingsPage, str, Any], None]] = {
    "summary": in_one_minute.keep,
    "notes": notes_form.keep,
    "correction": correcting.note,
    "approval": correcting.approve,
}
