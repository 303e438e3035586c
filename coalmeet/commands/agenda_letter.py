"""The agenda as a draft for any mail program: one message for all who speak for a member, hidden from each other."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from coalmeet.commands import papers
from coalmeet.documents.going import go_on
from coalmeet.errors import NotAllowed
from coalmeet.exchange.whole_file import write_whole
from coalmeet.text import _, speaking

if TYPE_CHECKING:
    from sqlalchemy import Connection

LETTER = "eml"  # how the name of its file ends


@dataclass(frozen=True, slots=True)
class Draft:
    """All that the message is made of: read at once, so that making it touches no file."""

    papers: papers.Papers
    addresses: tuple[str, ...]


def is_letter(target: Path) -> bool:
    """Whether the end of a path asks for the message."""
    return target.suffix.lower() == f".{LETTER}"


def read(con: Connection, meeting_id: str) -> Draft:
    """What the message needs; the addresses are those of that day's delegates and alternates.

    Raises NotAllowed for a meeting that is no more to come.
    """
    from coalmeet.commands import letters

    found = papers.read(con, meeting_id)
    if found.ahead is None:
        raise NotAllowed(
            _("An agenda goes round before its meeting. After it, write letters to those who were away.")
        )
    known = letters.read(con, meeting_id).addresses.values()
    return Draft(found, tuple(dict.fromkeys(one for each in known for one in each)))


def write_draft(draft: Draft, target: Path) -> None:
    """Write the draft; nothing is sent. Raises FileProblem."""
    from coalmeet.commands.hand_out import made
    from coalmeet.documents.eml import Enclosure, eml
    from coalmeet.meeting.ahead_letter import letter

    found = draft.papers
    assert found.ahead is not None
    with speaking(found.coalition.language):
        name = _("Agenda {day}").format(day=found.record["date"])
        enclosures = (
            Enclosure(f"{name}.pdf", "application/pdf", papers.bytes_of(found, "pdf")),
            Enclosure(f"{name}.html", "text/html", papers.bytes_of(found, "html")),
            Enclosure(f"{name}.ics", "text/calendar", made(found.record, found.coalition, "ics")),
        )
        message = letter(papers.agenda_of(found.ahead, found.coalition))
        data = eml(message, draft.addresses, enclosures, hidden=True)
    go_on()
    write_whole(target, data)
