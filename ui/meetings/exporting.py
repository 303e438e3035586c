"""Minutes and records as files: everything is read first, so that the thread that makes them touches no open file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from coalmeet.commands.papers import Papers, read, write_one
from coalmeet.exchange.outgoing import file_stem
from coalmeet.exchange.safe_name import safe_name
from ui.open_file import OpenFile


@dataclass(frozen=True, slots=True)
class Job:
    """One file to write."""

    papers: Papers
    target: Path


def job(book: OpenFile, meeting: str, target: Path) -> Job:
    """Read what the file needs. Raises FileProblem."""
    return Job(book.read(read, meeting), target)


def wished_name(book: OpenFile, meeting: str, suffix: str) -> str:
    """What the file would be called: the day and the title, as a name that every system takes."""
    from coalmeet.store import meetings

    return f"{safe_name(file_stem(book.read(meetings.row, meeting)))}.{suffix}"


def written(work: Job) -> Path:
    """Make the file whole, then put it into its place; answers where. Raises FileProblem, or Stopped."""
    write_one(work.papers, work.target)
    return work.target
