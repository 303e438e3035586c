"""What the program does about backups: they make themselves beside the work, and one takes the open file's place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from coalmeet.errors import FileProblem, NotAllowed
from coalmeet.text import _
from ui.keeping.backing import CLOSED, Backing
from ui.meeting_room import MeetingRoom
from ui.open_file import OpenFile
from ui.window import MainWindow

Open = Callable[[Path, bytes | None], object]


class Safekeeping(QObject):
    """Copies of the open file, and one of them in its place."""

    def __init__(
        self, window: MainWindow, room: MeetingRoom, let_go: Callable[[], object], open_with: Open, ask: Open
    ) -> None:
        """`open_with` opens a file with a key, `ask` finds its key first."""
        super().__init__(window)
        self._window, self._let_go, self._open_with, self._ask = window, let_go, open_with, ask
        self.backing = Backing(lambda: room.is_busy, self)
        self.backing.failed.connect(window.refuse)
        self.backing.kept.connect(self._list_anew)

    def opened(self, book: OpenFile) -> None:
        """A file was opened, or somebody came back to it: should it have changed, it is copied soon."""
        self.backing.begin(book)

    def meeting_closed(self, book: OpenFile) -> None:
        """A meeting is over: the file is copied as soon as the window stands."""
        self.backing.begin(book, CLOSED, in_ms=0)

    def settle(self) -> None:
        """Before the file goes: begin no copy any more, and wait for the one that was begun."""
        self.backing.settle()

    def put_back(self, ready: Path) -> None:
        """Let a backup that was made ready take the place of the open file; what is open becomes a backup first."""
        from coalmeet.store import restoring

        book = self._window.book
        if book is None or not self._window.may_close():
            ready.unlink(missing_ok=True)
            return
        path, key, now = book.path, book.file.key, book.now().wall
        self._let_go()
        try:
            restoring.restore(path, ready, key=key, now=now)
        except (FileProblem, NotAllowed) as problem:
            self._open_again(path, key)
            self._window.refuse(str(problem))
        else:
            self._open_again(path, key)
            self._window.show_page("file")
            self._window.page.done.say(
                _(
                    "The backup stands in the place of the file now. What stood there before is the newest backup."
                )
            )

    def _list_anew(self) -> None:
        from ui.keeping.page import FilePage

        for page in self._window.pages.made:
            if isinstance(page, FilePage):
                page.backups.refresh()

    def _open_again(self, path: Path, key: bytes | None) -> None:
        from coalmeet.store import header
        from coalmeet.store.unlocking import fits

        if header.inspect(path).sealed and (key is None or not fits(path, key)):
            self._ask(path, None)  # sealed with the passphrase of another time
        else:
            self._open_with(path, key)
