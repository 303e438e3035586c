"""The facilitator's book: everything that is needed to lead, for one person, and marked so on every page."""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from coalmeet import cli
from coalmeet.commands import private_book
from coalmeet.commands.hand_out import FORMATS
from coalmeet.commands.papers import OF_AGENDA
from coalmeet.commands.terminal import Terminal
from coalmeet.store import agenda, edit, file, meetings, notes
from coalmeet.store.file import CoalitionFile
from tests.documents.judging import broken


def quiet() -> Terminal:
    return Terminal(io.StringIO(), io.StringIO())


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "s.coalmeet"
    assert (
        cli.main(["new", str(path), "--name", "Sample", "--sample", "--time-zone", "Europe/London"], quiet())
        == 0
    )
    return path


@pytest.fixture
def opened(sample: Path) -> Iterator[CoalitionFile]:
    found = file.open_to_write(sample)
    yield found
    found.close()


def id_of(book: CoalitionFile, state: str) -> str:
    with book.reading() as con:
        return next(row.id for row in meetings.meetings(con) if row.state == state)


def made(book: CoalitionFile) -> bytes:
    with book.reading() as con:
        private = private_book.read(con, id_of(book, "planned"))
    return private_book.book_bytes(private)


def pages(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    told = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    return told


def seen(data: bytes) -> bytes:
    """The same file with what is repeated on each page as text too: readers are told of it once."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.Contents = pdf.make_stream(
                page.Contents.read_bytes().replace(b"/Span <</ActualText ( )>> BDC", b"/Span BMC")
            )
        found = io.BytesIO()
        pdf.save(found)
    return found.getvalue()


def test_it_says_whose_it_is_on_every_page_and_goes_with_nothing(opened: CoalitionFile) -> None:
    data = made(opened)
    assert all(page.count("For the facilitator only") == 2 for page in pages(seen(data))), (
        "above and at the foot"
    )
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert not pdf.attachments
    assert not set(FORMATS) & {private_book.BOOK}, "it is not among what is handed out"
    assert private_book.BOOK not in OF_AGENDA


def test_it_has_what_only_the_facilitator_may_know(opened: CoalitionFile) -> None:
    meeting = id_of(opened, "planned")
    with opened.writing() as con:
        first = agenda.items(con, meeting)[0]
        notes.write_private(con, opened, meeting, first.id, "Let the door stand open.")
        person = con.exec_driver_sql("SELECT id FROM person WHERE name = 'Winston Clarke'").scalar_one()
        edit.edit(con, opened, "person", person, access_needs="A seat by the wall")
    told = " ".join(pages(made(opened)))
    assert "Let the door stand open." in told
    assert "Winston Clarke A seat by the wall" in told
    assert "Stand in, in this order" in told


def test_it_says_what_to_say_and_what_each_decision_needs(opened: CoalitionFile) -> None:
    told = " ".join(pages(made(opened)))
    for words in (
        "“We begin with one word each: how do you feel about our coalition today?”",
        "“Which questions do you have, so that you understand it? No opinions yet.”",
        "“Is there a reason why trying this now would harm what we want together?”",
        "“Who says yes to this text?”",
        "“When do we meet again?”",
        "Decided by two thirds of those here; 5 of 8 organisations must be there.",
        "Absent organisations may object for 7 days after the minutes went round.",
        "Summer open day: a date, and somebody who holds the threads",
    ):
        assert words in told, words


def test_whoever_facilitates_is_warned_of_a_stake(opened: CoalitionFile) -> None:
    meeting = id_of(opened, "planned")
    with opened.writing() as con:
        proposal = next(
            one for one in agenda.items(con, meeting) if one.title == "One reply to the corridor plan"
        )
        person = con.exec_driver_sql("SELECT id FROM person WHERE name = 'Rosa Delgado Núñez'").scalar_one()
        edit.edit(con, opened, "meeting", meeting, facilitator=person, turn=proposal.proposer)
    told = " ".join(pages(made(opened)))
    assert "Tenants of the Quay is a party in this: let somebody else lead it" in told


def test_by_command_its_name_says_what_it_is(sample: Path, tmp_path: Path) -> None:
    book = file.open_to_read(sample)
    coming, held = id_of(book, "planned"), id_of(book, "closed")
    book.close()
    target = tmp_path / "thursday.book.pdf"
    assert cli.main(["export", str(sample), coming, "--to", str(target)], quiet()) == 0
    assert "Facilitator’s book" in pages(target.read_bytes())[0]
    said = io.StringIO()
    assert cli.main(["export", str(sample), held, "--to", str(target)], Terminal(io.StringIO(), said)) == 1
    assert "is for a meeting to come" in said.getvalue()


def test_the_same_meeting_gives_the_same_bytes(opened: CoalitionFile) -> None:
    assert made(opened) == made(opened)


def levels(data: bytes) -> list[int]:
    def elements(node: Any) -> Iterator[Any]:
        for kid in node.get("/K", []):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield kid
                yield from elements(kid)

    with pikepdf.open(io.BytesIO(data)) as pdf:
        roles = [str(one.S)[1:] for one in elements(pdf.Root.StructTreeRoot)]
    return [int(role[1]) for role in roles if role in {"H1", "H2", "H3"}]


def test_its_headings_descend_without_gaps(opened: CoalitionFile) -> None:
    found = levels(made(opened))
    assert found[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(found))


def test_verapdf_finds_nothing(opened: CoalitionFile, tmp_path: Path) -> None:
    target = tmp_path / "b.pdf"
    target.write_bytes(made(opened))
    assert broken([target]) == []
