"""Changing the passphrase while the window goes on: a checked copy is made in a thread, then the backups follow."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coalmeet.documents.going import go_on
from coalmeet.errors import FileProblem, Stopped
from coalmeet.text import _
from ui.making import Maker
from ui.open_file import OpenFile
from ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from coalmeet.store.resealing import Followed
    from coalmeet.store.sealing import Copy


class Sealing(QObject):
    """`taken` says that the file has the new seal, `done` carries a sentence when its backups have it too."""

    taken = Signal()
    done = Signal(str)

    def __init__(self, refuse: Callable[[str], object]) -> None:
        """`refuse` says why something was not done."""
        super().__init__()
        self.progress, self.afterwards = ProgressLine(), ProgressLine()
        self._maker, self._follower = Maker(self.progress, refuse), Maker(self.afterwards, refuse)
        self._refuse = refuse
        self._book: OpenFile | None = None
        self._passphrase = ""

    @property
    def is_busy(self) -> bool:
        """Whether a change is under way."""
        return any(one.work is not None and one.work.isRunning() for one in (self._maker, self._follower))

    def begin(self, book: OpenFile, passphrase: str) -> None:
        """Give the file this passphrase, or take it off where it is "". Raises NotAllowed or FileProblem."""
        book.file.must_be_writable()
        words = _("Sealing the file") if passphrase else _("Taking the passphrase off")
        work = partial(_prepared, book.path, book.file.key, passphrase, book.now().wall)
        self._maker.make(words, work, self._take)
        self._book, self._passphrase = book, passphrase

    def settle(self) -> None:
        """Before the file goes: what was not taken yet is dropped, what was is seen through."""
        self._book = None
        self._maker.settle()
        self._follower.settle()

    def _take(self, copy: Copy) -> None:
        from coalmeet.store import resealing, sealing

        book, old = self._book, None
        if book is None:
            sealing.discard(copy)
            return
        try:
            old = book.file.key
            resealing.take(book.file, copy)
        except FileProblem as problem:
            self._refuse(str(problem))
            return
        book.fresh_words = self._passphrase
        follow = partial(resealing.follow, book.path, old, copy, now=book.now().wall)
        self._follower.make(_("Its backups get the same seal"), follow, self._followed)
        self.taken.emit()

    def _followed(self, followed: Followed) -> None:
        from coalmeet.store.resealing import left_words

        sealed = _("The file and its backups are sealed with the new passphrase.")
        done = sealed if self._passphrase else _("The file and its backups open without a passphrase now.")
        self._passphrase = ""
        self.done.emit(" ".join(part for part in (done, left_words(followed)) if part))


def _prepared(path: Path, key: bytes | None, passphrase: str, now: int) -> Copy:
    """The copy, unless somebody stopped meanwhile: then there is none. Raises Stopped, FileProblem or NotAllowed."""
    from coalmeet.store import resealing, sealing

    copy = resealing.prepare(path, key, passphrase, now=now)
    try:
        go_on()
    except Stopped:
        sealing.discard(copy)
        raise
    return copy
