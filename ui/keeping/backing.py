"""Backups that make themselves: when the file was opened and has changed, and after a meeting; never while one runs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from coalmeet.errors import FileProblem
from ui.making import Making
from ui.open_file import OpenFile

SOON = 4_000  # milliseconds after opening: first somebody wants to see the file
OPENED, CLOSED = "opened", "closed"  # as coalmeet.store.backups names the reasons


class Backing(QObject):
    """`failed` carries why no backup could be made; the file itself is not touched. `kept` tells that one was made."""

    failed = Signal(str)
    kept = Signal()

    def __init__(self, is_busy: Callable[[], bool], parent: QObject | None = None) -> None:
        """`is_busy` tells whether a meeting is going on: copying a large file would make its saves wait."""
        super().__init__(parent)
        self._is_busy, self._why = is_busy, OPENED
        self._book: OpenFile | None = None
        self._work: Making | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.work_now)

    def begin(self, book: OpenFile, why: str = OPENED, *, in_ms: int = SOON) -> None:
        """Make a backup of this file soon, should it have changed since the last one."""
        if book.read_only:
            return
        if self._book is not book:
            book.saved.connect(self._wait_for_a_pause)
        self._book, self._why = book, why
        self._timer.start(in_ms)

    def settle(self) -> None:
        """Before the file goes: begin nothing any more, and wait for what was begun."""
        self._timer.stop()
        self._book = None
        if self._work is not None:
            self._work.wait()

    def _wait_for_a_pause(self) -> None:
        """Somebody writes just now: what is written beside a copy has to wait for it, in a large file noticeably."""
        if self._timer.isActive():
            self._timer.start(SOON)

    def work_now(self) -> None:
        """Begin at once what was wanted soon."""
        self._timer.stop()
        if self._book is None or self._is_busy():
            return
        if self._work is not None and self._work.isRunning():
            self._timer.start(SOON)
            return
        try:
            self._book.file.look()
        except FileProblem:
            return  # it is not there, or somebody else wrote to it: what is said of that has better ways out
        self._work = Making(partial(_keep, self._book, self._why))
        self._work.failed.connect(self.failed)
        self._work.made.connect(self._tell)
        self._work.start()

    def _tell(self, made: object) -> None:
        if made is not None:
            self.kept.emit()


def _keep(book: OpenFile, why: str) -> object:
    from coalmeet.store import backups, resealing

    now = book.now().wall
    resealing.finish(book.path, book.file.key, now=now)
    return backups.keep_if_changed(book.file, why, now=now)
