"""Minutes and records as files, made in a thread of their own: the window never waits for a PDF."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QThread, Signal

from coalmeet.coalition.coalition import Coalition
from coalmeet.errors import FileProblem
from coalmeet.exchange.outgoing import file_stem, record_of
from coalmeet.exchange.record import Record
from coalmeet.exchange.safe_name import safe_name
from ui.open_file import OpenFile


@dataclass(frozen=True, slots=True)
class Job:
    """One file to write: everything it needs was read before, so that the thread touches no open file."""

    record: Record
    coalition: Coalition
    target: Path


def job(book: OpenFile, meeting: str, target: Path) -> Job:
    """Read what the file needs. Raises FileProblem."""
    return Job(book.read(record_of, meeting), book.coalition(), target)


def wished_name(book: OpenFile, meeting: str, suffix: str) -> str:
    """What the file would be called: the day and the title, as a name that every system takes."""
    from coalmeet.store import meetings

    return f"{safe_name(file_stem(book.read(meetings.row, meeting)))}.{suffix}"


class Exporting(QThread):
    """`written` carries the path, `failed` a sentence. What was stopped writes no file."""

    written = Signal(object)
    failed = Signal(str)

    def __init__(self, work: Job) -> None:
        super().__init__()
        self._job = work

    def run(self) -> None:
        from coalmeet.commands.hand_out import write_one
        from coalmeet.exchange.whole_file import write_whole
        from coalmeet.text import speaking

        try:
            with TemporaryDirectory(prefix="coalmeet-") as folder:
                made = Path(folder) / self._job.target.name
                with speaking(self._job.coalition.language):
                    write_one(self._job.record, self._job.coalition, made)
                if not self.isInterruptionRequested():
                    write_whole(self._job.target, made.read_bytes())
                    self.written.emit(self._job.target)
        except FileProblem as problem:
            self.failed.emit(str(problem))
        except OSError as problem:  # no room for what is made first
            self.failed.emit(_unmade(self._job.target, problem))


def _unmade(target: Path, problem: OSError) -> str:
    from coalmeet.text import _

    return _("“{name}” could not be made ({reason}). Free some space on the disk, then try again.").format(
        name=target.name, reason=problem.strerror or str(problem)
    )
