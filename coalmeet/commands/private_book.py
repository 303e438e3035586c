"""The facilitator's book as a file: private, so its name says whose it is, and nothing that goes round knows of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from coalmeet.documents.going import go_on
from coalmeet.errors import NotAllowed
from coalmeet.exchange.whole_file import write_whole
from coalmeet.text import _

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from coalmeet.meeting.book import Alone

BOOK = "book.pdf"  # how the name of its file ends


@dataclass(frozen=True, slots=True)
class Private:
    """All that the book is made of: read at once, so that making it touches no file."""

    alone: Alone
    language: str


def is_book(target: Path) -> bool:
    """Whether the end of a path asks for the book."""
    name = target.name.lower()
    return name == BOOK or name.endswith(f".{BOOK}")


def read(con: Connection, meeting_id: str) -> Private:
    """What the book needs. Raises NotAllowed for a meeting that was held."""
    from coalmeet.store import coalition, meetings
    from coalmeet.store.book import alone

    if meetings.row(con, meeting_id).state == "closed":
        raise NotAllowed(
            _("The facilitator’s book is for a meeting to come. This one was held: read its minutes instead.")
        )
    return Private(alone(con, meeting_id), coalition.read(con).language)


def book_bytes(private: Private) -> bytes:
    """The book as PDF."""
    from coalmeet.documents.book import pdf
    from coalmeet.meeting.book import book

    return pdf(book(private.alone, lang=private.language))


def write_book(private: Private, target: Path) -> None:
    """Write the book. Raises FileProblem."""
    made = book_bytes(private)
    go_on()
    write_whole(target, made)
