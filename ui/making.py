"""Papers are made in a thread of their own, one at a time, with a line that says how far and a way to stop."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextvars import copy_context
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThread, Signal

from coalmeet.documents.going import watched
from coalmeet.errors import FileProblem, NotAllowed, Stopped
from coalmeet.text import _, ngettext
from ui.widgets.progress_line import ProgressLine

T = TypeVar("T")


class Making(QThread):
    """`made` carries what the work answers, `failed` a sentence; what was stopped says nothing.

    `told` carries the stage, how many parts or pages of it are done, and how many there are.
    """

    made = Signal(object)
    failed = Signal(str)
    told = Signal(str, int, int)

    def __init__(self, work: Callable[[], object]) -> None:
        """`work` touches no open file and no widget: what it needs was read before."""
        super().__init__()
        self._work, self._context = work, copy_context()  # the thread speaks the language of the window

    def run(self) -> None:
        self._context.run(self._make)

    def _make(self) -> None:
        try:
            with watched(lambda: not self.isInterruptionRequested(), self.told.emit):
                made = self._work()
        except Stopped:
            return
        except (FileProblem, NotAllowed) as problem:
            self.failed.emit(str(problem))
        else:
            self.made.emit(made)


class Maker(QObject):
    """What a page has made: told on its progress line, stopped by its button or Esc, and when the file goes."""

    def __init__(self, line: ProgressLine, refuse: Callable[[str], object]) -> None:
        """`refuse` says why something could not be made."""
        super().__init__(line)
        self._line, self._refuse = line, refuse
        self.work: Making | None = None
        self._then: Callable[[Any], object] = lambda _made: None
        line.stopped.connect(self.stop)

    def make(self, words: str, work: Callable[[], T], then: Callable[[T], object]) -> None:
        """Do the work and hand its answer to `then`; `words` say what is being made. Raises NotAllowed when busy."""
        if self.work is not None and self.work.isRunning():
            raise NotAllowed(_("Another paper is being made. Wait until it is done, or stop it."))
        self.work = making = Making(work)
        self._then = then
        making.made.connect(self._hand_over)  # a method of ours, so that it runs here and not in the thread
        making.failed.connect(self._fail)
        making.told.connect(lambda *far: self._line.show_far(words, *far))
        making.finished.connect(self._line.finish)
        self._line.show_progress(words)
        making.start()

    def stop(self) -> None:
        """Make it no further; nothing of it is written."""
        if self.work is not None:
            self.work.requestInterruption()

    def settle(self) -> None:
        """Before the file goes, or the window: stop, and wait the moment that this takes."""
        if self.work is not None:
            self.stop()
            self.work.wait()

    def _hand_over(self, made: object) -> None:
        self._then(made)

    def _fail(self, sentence: str) -> None:
        self._refuse(sentence)


def nothing_written(lacking: Counter[str]) -> str:
    """Why a PDF was not written: characters that it could only name, with how many there are and the most frequent."""
    words = ngettext(
        "Nothing is written: a PDF could only name {count} character ({examples}), as no typeface has it.",
        "Nothing is written: a PDF could only name {count} characters ({examples}), as no typeface has them.",
        lacking.total(),
    )
    return words.format(
        count=lacking.total(), examples=" ".join(one for one, _count in lacking.most_common(8))
    )
