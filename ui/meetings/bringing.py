"""Records and lists of people brought in from files: one transaction a file, the window stays awake between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from coalmeet.errors import FileProblem, NotAllowed
from coalmeet.text import _, ngettext
from ui.open_file import OpenFile

LISTS = (".csv", ".tsv")


@dataclass
class Tally:
    """How the files fared; `refused` are sentences that name the file, `last` is the meeting of the last one."""

    came_in: int = 0
    there: int = 0
    refused: list[str] = field(default_factory=list)
    last: str = ""

    def sentence(self) -> str:
        """The count of what came in and what did not; "" for one file that was refused, whose own sentence says it."""
        if self.came_in + self.there == 0 and len(self.refused) == 1:
            return ""
        said = [
            ngettext("{count} meeting came in.", "{count} meetings came in.", self.came_in).format(
                count=self.came_in
            )
        ]
        if self.there:
            words = ngettext("{count} was here already.", "{count} were here already.", self.there)
            said.append(words.format(count=self.there))
        if self.refused:
            count = len(self.refused)
            words = ngettext(
                "{count} was refused and changed nothing.", "{count} were refused and changed nothing.", count
            )
            said.append(words.format(count=count))
        return " ".join(said)


class Bringing(QObject):
    """`progressed` carries how many are done, of how many, and the name of the next; `finished` the Tally."""

    progressed = Signal(int, int, str)
    finished = Signal(object)

    def __init__(self, book: OpenFile, paths: Sequence[Path]) -> None:
        super().__init__()
        self._book = book
        self._waiting = list(paths)
        self._count = len(self._waiting)
        self.tally = Tally()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._take_next)

    def start(self) -> None:
        """Begin; one file each time the window has nothing else to do."""
        self._timer.start(0)

    def stop(self) -> None:
        """Stop before the next file; what came in stays."""
        self._waiting.clear()

    def stop_now(self) -> None:
        """Stop at once and say nothing more: the file is about to be closed."""
        self._timer.stop()
        self._waiting.clear()

    def _take_next(self) -> None:
        if not self._waiting:
            self._timer.stop()
            self._book.wrote(
                "meeting",
                "item",
                "record",
                "decision",
                "action",
                "attendance",
                "turn",
                "person",
                "organisation",
                "parked",
            )
            self.finished.emit(self.tally)
            return
        path = self._waiting.pop(0)
        self.progressed.emit(self._count - len(self._waiting) - 1, self._count, path.name)
        try:
            self._take(path)
        except (FileProblem, NotAllowed) as problem:
            self.tally.refused.append(_naming(path, str(problem)))

    def _take(self, path: Path) -> None:
        from coalmeet.documents.read_back import record_bytes
        from coalmeet.exchange import record
        from coalmeet.exchange.source import read_source
        from coalmeet.store.incoming import take_in

        if path.suffix.lower() in LISTS:
            raise NotAllowed(
                _("{file}: a list of people is brought in on the page “Members”.").format(file=path.name)
            )
        found = record.read(record_bytes(read_source(path), path.name), path.name)
        with self._book.file.writing() as con:
            self.tally.last, is_new = take_in(con, self._book.file, found)
        if is_new:
            self.tally.came_in += 1
        else:
            self.tally.there += 1


def _naming(path: Path, sentence: str) -> str:
    return (
        sentence if path.name in sentence else _("{file}: {problem}").format(file=path.name, problem=sentence)
    )
