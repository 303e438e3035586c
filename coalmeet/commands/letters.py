"""Letters to those who were not there, as drafts in a folder: own first words, the minutes and the dates in each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from coalmeet.commands.hand_out import make_folder, minutes_of, pdf_of, safe_names
from coalmeet.documents.eml import Enclosure, eml
from coalmeet.exchange.outgoing import record_of
from coalmeet.exchange.record import Record
from coalmeet.exchange.whole_file import write_whole
from coalmeet.meeting.letters import Letter, letters
from coalmeet.text import _, speaking

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from coalmeet.coalition.coalition import Coalition


@dataclass(frozen=True, slots=True)
class Post:
    """All that the letters of a meeting are made of: read at once, so that making them touches no file."""

    record: Record
    coalition: Coalition
    addresses: Mapping[str, Sequence[str]]


def read(con: Connection, meeting_id: str) -> Post:
    """What the letters need; the addresses are those of that day's delegates and alternates. Raises FileProblem."""
    from coalmeet.coalition.person import VOICES
    from coalmeet.store import coalition, meetings, people

    found: dict[str, list[str]] = {}
    for one in people.on(con, meetings.row(con, meeting_id).date):
        if one.organisation is not None and one.person.email and one.capacity in VOICES:
            found.setdefault(one.organisation.name, []).append(one.person.email)
    return Post(record_of(con, meeting_id), coalition.read(con), found)


def write(post: Post, folder: Path) -> tuple[Path, ...]:
    """Write a draft for each letter into the folder; answers which, none where nobody was away. Raises FileProblem."""
    from coalmeet.documents.html import html
    from coalmeet.documents.ics import ics

    with speaking(post.coalition.language):
        minutes = minutes_of(post.record, post.coalition)
        written = letters(minutes, post.record)
        if not written:
            return ()
        held, dates = (one.format(day=post.record["date"]) for one in (_("Minutes {day}"), _("Dates {day}")))
        enclosures = (
            Enclosure(f"{held}.pdf", "application/pdf", pdf_of(post.record, post.coalition)),
            Enclosure(f"{held}.html", "text/html", html(minutes).encode()),
            Enclosure(f"{dates}.ics", "text/calendar", ics(minutes, post.record)),
        )
        make_folder(folder)
        made = []
        for letter, name in zip(written, safe_names(map(_name, written)), strict=True):
            draft = eml(letter, post.addresses.get(letter.organisation, ()), enclosures)
            path = _free(folder, name, draft)
            write_whole(path, draft)
            made.append(path)
        return tuple(made)


def _free(folder: Path, name: str, draft: bytes) -> Path:
    """A path on which nothing else stands: somebody may have worked on an earlier draft there."""
    for number in count(1):
        path = folder / (f"{name}.eml" if number == 1 else f"{name} ({number}).eml")
        if not path.exists() or (path.is_file() and path.read_bytes() == draft):
            break
    return path


def _name(letter: Letter) -> str:
    return _("Letter to {organisation}").format(organisation=letter.organisation)
