"""All that a meeting's papers are made of, read at once: its record and, while it is still to come, its agenda."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from coalmeet.documents.going import go_on
from coalmeet.exchange.record import Record, dump
from coalmeet.exchange.whole_file import write_whole
from coalmeet.text import _, speaking

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from coalmeet.coalition.coalition import Coalition
    from coalmeet.documents.pdf_file import Attachment
    from coalmeet.meeting.ahead import Ahead
    from coalmeet.meeting.ahead_values import Agenda

OF_AGENDA = ("pdf", "html", "md")  # the forms in which an agenda goes round


@dataclass(frozen=True, slots=True)
class Papers:
    """What was read, so that making a paper touches no file; `ahead` only of a meeting that is still to come."""

    record: Record
    coalition: Coalition
    ahead: Ahead | None = None


def read(con: Connection, meeting_id: str) -> Papers:
    """What the papers of a meeting need. Raises FileProblem."""
    from coalmeet.exchange.outgoing import record_of
    from coalmeet.store import coalition, meetings
    from coalmeet.store.ahead import ahead

    coming = meetings.row(con, meeting_id).state == "planned"
    return Papers(record_of(con, meeting_id), coalition.read(con), ahead(con, meeting_id) if coming else None)


def write_one(papers: Papers, target: Path) -> None:
    """Write one paper to target, in the format that its end says. Raises FileProblem."""
    from coalmeet.commands import hand_out

    form = hand_out.format_of(target)
    if papers.ahead is None or form not in OF_AGENDA:
        hand_out.write_one(papers.record, papers.coalition, target)
        return
    made = bytes_of(papers, form)
    go_on()
    write_whole(target, made)


def bytes_of(papers: Papers, form: str) -> bytes:
    """A paper as pdf, html or md: the minutes, or before the meeting its agenda."""
    from coalmeet.commands.hand_out import made

    if papers.ahead is not None:
        return _agenda_as(agenda_of(papers.ahead, papers.coalition), form, papers)
    with speaking(papers.coalition.language):
        return made(papers.record, papers.coalition, form)


def agenda_of(ahead: Ahead, here: Coalition) -> Agenda:
    """The agenda that goes round, in the language of the coalition."""
    from coalmeet.meeting.ahead import agenda

    return agenda(ahead, lang=here.language)


def _agenda_as(agenda: Agenda, form: str, papers: Papers) -> bytes:
    if form == "html":
        from coalmeet.documents.agenda_html import html

        return html(agenda).encode()
    if form == "md":
        from coalmeet.documents.agenda_markdown import markdown

        return markdown(agenda).encode()
    from coalmeet.documents.agenda import pdf

    return pdf(agenda, _inside(papers))


def _inside(papers: Papers) -> tuple[Attachment, ...]:
    """What travels in the PDF: the date for a calendar, and the agenda as data for another Coalmeet."""
    from coalmeet.commands.hand_out import minutes_of
    from coalmeet.documents.ics import ics
    from coalmeet.documents.pdf_file import Attachment
    from coalmeet.documents.read_back import RECORD
    from coalmeet.meeting.minutes import published

    with speaking(papers.coalition.language):
        dates = ics(minutes_of(papers.record, papers.coalition), papers.record)
        data = dump(published(papers.record)).encode()
        return (
            Attachment("meeting.ics", "text/calendar", _("this meeting for your calendar"), dates),
            Attachment(
                RECORD, "application/json", _("this agenda as data, which Coalmeet can take in"), data
            ),
        )


def pasted(papers: Papers) -> tuple[str, str]:
    """A paper to paste: as HTML without a page around it, and as Markdown."""
    if papers.ahead is None:
        from coalmeet.commands import hand_out

        return hand_out.pasted(papers.record, papers.coalition)
    from coalmeet.documents.agenda_html import fragment
    from coalmeet.documents.agenda_markdown import markdown

    agenda = agenda_of(papers.ahead, papers.coalition)
    return fragment(agenda), markdown(agenda)


def words_of(papers: Papers) -> str:
    """All that a paper says, to look for characters that a PDF can only name."""
    return dump(papers.record) if papers.ahead is None else pasted(papers)[1]
