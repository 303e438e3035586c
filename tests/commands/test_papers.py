"""The papers of a meeting to come, out of a real file: what members get, and what never leaves it."""

from __future__ import annotations

import email
import email.policy
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from coalmeet import cli
from coalmeet.coalition.plan import PlannedItem
from coalmeet.commands import agenda_letter, papers
from coalmeet.commands.papers import Papers
from coalmeet.commands.terminal import Terminal
from coalmeet.store import agenda, edit, file, meetings, notes
from coalmeet.store.file import CoalitionFile

SECRET = "hushhushhush"


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "s.coalmeet"
    asked = ["new", str(path), "--name", "Sample", "--sample", "--time-zone", "Europe/London"]
    assert cli.main(asked, Terminal(io.StringIO(), io.StringIO())) == 0
    return path


@pytest.fixture
def opened(sample: Path) -> Iterator[CoalitionFile]:
    found = file.open_to_write(sample)
    yield found
    found.close()


def planned(book: CoalitionFile) -> str:
    with book.reading() as con:
        return next(row.id for row in meetings.meetings(con) if row.state == "planned")


def read(book: CoalitionFile, meeting: str) -> Papers:
    with book.reading() as con:
        return papers.read(con, meeting)


def everything(data: bytes) -> str:
    """All text of a PDF, what travels inside it, and what it says about itself."""
    document = pypdfium2.PdfDocument(data)
    told = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        inside = [pdf.attachments[name].get_file().read_bytes().decode() for name in pdf.attachments]
        about = str(pdf.docinfo) + pdf.Root.Metadata.read_bytes().decode()
    return "\n".join([told, *inside, about])


def test_nothing_private_is_in_the_agenda_in_any_form(opened: CoalitionFile) -> None:
    meeting = planned(opened)
    with opened.writing() as con:
        for item in agenda.items(con, meeting):
            notes.write_private(con, opened, meeting, item.id, SECRET)
        people = con.exec_driver_sql("SELECT id FROM person").scalars().all()
        for one in people:
            edit.edit(
                con, opened, "person", one, email=SECRET, phone=SECRET, language=SECRET, access_needs=SECRET
            )
    found = read(opened, meeting)
    pasted = "".join(papers.pasted(found))
    for form in papers.OF_AGENDA:
        made = papers.bytes_of(found, form)
        told = everything(made) if form == "pdf" else made.decode()
        assert "One reply to the corridor plan" in " ".join(told.split())
        assert SECRET not in told, form
    assert SECRET not in pasted
    assert SECRET not in repr(found), "what the agenda is made of does not know it either"


def test_the_pdf_carries_the_date_for_a_calendar_and_reads_back(
    opened: CoalitionFile, tmp_path: Path
) -> None:
    target = tmp_path / "agenda.pdf"
    papers.write_one(read(opened, planned(opened)), target)
    with pikepdf.open(target) as pdf:
        inside = {name: pdf.attachments[name].get_file().read_bytes() for name in pdf.attachments}
    assert b"SUMMARY:Our reply to the corridor plan" in inside["meeting.ics"]
    assert json.loads(inside["minutes.json"])["title"] == "Our reply to the corridor plan"
    other = tmp_path / "o.coalmeet"
    quiet = Terminal(io.StringIO(), io.StringIO())
    assert cli.main(["new", str(other), "--name", "Other"], quiet) == 0
    assert cli.main(["import", str(other), str(target)], quiet) == 0


def test_what_was_not_reached_comes_back_with_its_reason(opened: CoalitionFile) -> None:
    meeting = planned(opened)
    with opened.reading() as con:
        before = papers.read(con, meeting)
    assert before.ahead is not None
    topic = before.ahead.topics[0]
    again = PlannedItem("again", 0, title=topic.title, label="discussion", minutes=5, topic=topic.topic)
    with opened.writing() as con:
        agenda.insert(con, opened, meeting, [again])
    told = papers.bytes_of(read(opened, meeting), "md").decode()
    assert "Earlier:" in told.split(topic.title)[1][:200]


def test_work_of_earlier_meetings_is_told_by_owner(opened: CoalitionFile) -> None:
    told = papers.bytes_of(read(opened, planned(opened)), "html").decode()
    work = told.split("Open work")[1]
    assert work.index("nobody yet") < work.index("Rosa Delgado Núñez") < work.index("Siân Prosser")


def test_a_meeting_without_anything_can_be_circulated(opened: CoalitionFile) -> None:
    from coalmeet.coalition.plan import PlannedMeeting

    with opened.writing() as con:
        meetings.save(con, opened, PlannedMeeting("bare", "", date(2027, 1, 2)))
    assert b"There is nothing on the agenda yet." in papers.bytes_of(read(opened, "bare"), "html")


def test_a_draft_of_the_message_has_everybody_unseen_by_the_others(
    opened: CoalitionFile, tmp_path: Path
) -> None:
    meeting = planned(opened)
    with opened.writing() as con:
        for at, name in enumerate(("Olu Adeyemi", "Rosa Delgado Núñez", "Jo Bell")):
            one = con.exec_driver_sql("SELECT id FROM person WHERE name = ?", (name,)).scalar_one()
            edit.edit(con, opened, "person", one, email=f"p{at}@example.org")
    with opened.reading() as con:
        agenda_letter.write_draft(agenda_letter.read(con, meeting), tmp_path / "d.eml")
    message = email.message_from_bytes((tmp_path / "d.eml").read_bytes(), policy=email.policy.default)
    assert message["To"] is None
    unseen = set(message["Bcc"].replace(" ", "").split(","))
    assert unseen >= {"p0@example.org", "p1@example.org"}
    assert "p2@example.org" not in unseen, "an interpreter is asked, and does not speak for a member"
    body = message.get_body(("plain",))
    assert body is not None
    assert "Or answer a text beforehand" in " ".join(body.get_content().split())
    assert [part.get_content_type() for part in message.iter_attachments()] == [
        "application/pdf",
        "text/html",
        "text/calendar",
    ]
    private = [
        part.get_content() for part in message.iter_attachments() if part.get_content_type() == "text/html"
    ]
    assert "example.org/lower" in private[0]
    assert "p0@" not in private[0]


def test_a_meeting_that_was_held_has_no_agenda_to_send(sample: Path, tmp_path: Path) -> None:
    book = file.open_to_read(sample)
    with book.reading() as con:
        held = next(row.id for row in meetings.meetings(con) if row.state == "closed")
    book.close()
    said = io.StringIO()
    target = tmp_path / "d.eml"
    assert cli.main(["export", str(sample), held, "--to", str(target)], Terminal(io.StringIO(), said)) == 1
    assert "An agenda goes round before its meeting." in said.getvalue()
    assert not target.exists()
