"""Minutes and records as files: everything is read first, so that the thread that makes them touches no open file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from coalmeet.coalition.coalition import Coalition
from coalmeet.exchange.outgoing import file_stem, record_of
from coalmeet.exchange.record import Record
from coalmeet.exchange.safe_name import safe_name
from ui.open_file import OpenFile


@dataclass(frozen=True, slots=True)
class Job:
    """One file to write."""

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


def written(work: Job) -> Path:
    """Make the file whole, then put it into its place; answers where. Raises FileProblem, or Stopped."""
    from coalmeet.commands.hand_out import write_one

    write_one(work.record, work.coalition, work.target)
    return work.target
