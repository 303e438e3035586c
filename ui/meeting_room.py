"""Into a meeting and out again: the main window steps aside for the desk and the shared window, and comes back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from coalmeet.text import _
from ui.open_file import OpenFile
from ui.settings import Settings

if TYPE_CHECKING:
    from ui.desk.window import DeskWindow
    from ui.live import LiveMeeting
    from ui.share.window import ShareWindow


class MeetingRoom(QObject):
    """At most one meeting at a time. `left` carries its id, and whether it was a rehearsal."""

    left = Signal(str, bool)
    rescue_wanted = Signal()  # a running meeting cannot be saved

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__()
        self._window, self._settings = window, settings
        self.live: LiveMeeting | None = None
        self.desk: DeskWindow | None = None
        self.share: ShareWindow | None = None
        self._after: Callable[[], None] = _nothing

    @property
    def is_busy(self) -> bool:
        """Whether a meeting or a rehearsal is going on."""
        return self.desk is not None

    def enter(self, book: OpenFile, meeting: str) -> None:
        """Open a prepared meeting, go on with one that runs, or look at one that was held here once more, to take it
        up again. Raises NotAllowed or FileProblem.
        """
        from coalmeet.store import meetings, opening
        from ui.live import LiveMeeting

        if self.is_busy:
            return
        row = book.read(meetings.row, meeting)
        if row.state == "running" or (row.state == "closed" and row.source == "live"):
            live = LiveMeeting.resume(book.file, meeting, now=book.now)
        else:
            plan = book.read(opening.plan, meeting, now=book.now().wall)
            live = LiveMeeting.open(book.file, meeting, plan, now=book.now)
        self._show(live)

    def practise(self, book: OpenFile, meeting: str) -> None:
        """Rehearse a meeting on a copy, at a speed of one's choice. Raises NotAllowed or FileProblem."""
        from ui.rehearsal.practice import Practice

        if self.is_busy:
            return
        practice = Practice(book.path, meeting, book.file.key)
        self._after = practice.close
        self._show(practice.live)
        assert self.desk is not None
        inside = self.desk.centralWidget()
        layout = inside.layout() if inside is not None else None
        assert layout is not None
        layout.addWidget(practice.bar)

    def leave(self) -> None:
        """Close the two windows; a meeting that is not closed goes on when it is entered again."""
        if self.desk is None or self.share is None or self.live is None:
            return
        from ui.share import place

        desk, share, live = self.desk, self.share, self.live
        self.desk = self.share = self.live = None
        self._settings.keep_place("desk", bytes(desk.saveGeometry().data()))
        place.keep(self._settings, share)
        live.close()
        for window in (desk, share):
            window.hide()
            window.deleteLater()
        after, self._after = self._after, _nothing
        after()
        self.left.emit(live.meeting_id, live.rehearsal)

    def _show(self, live: LiveMeeting) -> None:
        from ui.desk.window import DeskWindow
        from ui.share import place
        from ui.share.window import ShareWindow

        live.whole_minutes = self._settings.whole_minutes
        self.live, self.share = live, ShareWindow()
        live.show_to(self.share.show_view)
        if not live.rehearsal:
            live.rescue_wanted.connect(self.rescue_wanted)
        self.desk = DeskWindow(live, self.share)
        if self._settings.chime and not live.rehearsal:
            self.desk.parts.thresholds.ring = QApplication.beep
        if live.rehearsal:
            self.desk.setWindowTitle(_("Rehearsal – Coalmeet"))
        self.desk.left.connect(self.leave)
        known = self._settings.place("desk")
        if known:
            self.desk.restoreGeometry(known)
        self.share.show()
        place.put_back(self._settings, self.share)
        self.desk.show()
        self.desk.activateWindow()
        self._window.hide()


def _nothing() -> None:
    pass
