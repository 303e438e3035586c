"""The papers of a coalition by command: the right meetings, the right words, nothing private, and no half file."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from sqlalchemy import insert, update

from coalmeet import cli
from coalmeet.commands.terminal import Terminal
from coalmeet.store import file
from coalmeet.store.tables import DECISION_ENTRY, ITEM, NOTE, PERSON, PRIVATE_NOTE, TURN_NOTE

SECRET = "hushhushhush"


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "s.coalmeet"
    assert run("new", str(path), "--name", "Lower Wend", "--sample")[0] == 0
    return path


def run(*words: str) -> tuple[int | None, str, str]:
    """The exit status, the results, and the refusals."""
    terminal = Terminal(io.StringIO(), io.StringIO())
    status = cli.main(list(words), terminal)
    return status, terminal.out.getvalue(), terminal.err.getvalue()  # type: ignore[attr-defined]


def paper(sample: Path, kind: str, target: Path, *more: str) -> tuple[int | None, str, str]:
    return run("export", str(sample), "--as", kind, "--to", str(target), *more)


def words_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return " ".join(" ".join(pages).split())


def test_a_year_book_holds_what_is_approved_and_says_what_it_leaves_out(sample: Path, tmp_path: Path) -> None:
    status, said, _refused = paper(
        sample, "year-book", tmp_path / "y.pdf", "--from", "2000-01-01", "--until", "2099-12-31"
    )
    assert status == 0
    assert "2 meetings are in it" in said
    assert "Whose name stands under what (Circulated, not yet approved)" in said
    words = words_of(tmp_path / "y.pdf")
    assert "Gwen accepted version 2." in words
    assert "Decision register" in words
    assert "Millbrook Walkers and Cyclists 2 of 2" in words


def test_what_only_went_round_comes_in_when_it_is_asked_for(sample: Path, tmp_path: Path) -> None:
    _status, said, _refused = paper(
        sample,
        "year-book",
        tmp_path / "y.pdf",
        "--from",
        "2000-01-01",
        "--until",
        "2099-12-31",
        "--circulated",
    )
    assert "3 meetings are in it" in said


def test_without_days_it_is_the_calendar_year_of_the_last_meeting(sample: Path, tmp_path: Path) -> None:
    listing = json.loads(run("meetings", str(sample), "--json")[1])
    year = max(one["date"] for one in listing if one["state"] == "closed")[:4]
    _status, said, _refused = paper(sample, "year-book", tmp_path / "y.pdf", "--circulated")
    assert f"from 1 January {year} to 31 December {year}" in said


def test_a_period_without_meetings_is_refused_and_nothing_is_written(sample: Path, tmp_path: Path) -> None:
    status, _said, refused = paper(sample, "year-book", tmp_path / "y.pdf", "--from", "1999-01-01")
    assert status == 1
    assert "No meeting was held from 1 January 1999 to 31 December 1999. Choose another period" in refused
    assert not (tmp_path / "y.pdf").exists()


def test_charter_and_matrix_come_as_pdf_and_as_markdown(sample: Path, tmp_path: Path) -> None:
    for kind, says in (("charter", "A riverside that floods nobody’s home"), ("matrix", "Press group")):
        for end in ("pdf", "md"):
            target = tmp_path / f"{kind}.{end}"
            assert paper(sample, kind, target)[0] == 0
            assert says in (words_of(target) if end == "pdf" else target.read_text())


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--as", "year-book", "--to", "y.md"), "PATH must end in .pdf"),
        (("--as", "charter", "--to", "y.html"), "PATH must end in .pdf or .md"),
        (("--as", "year-book", "--to", "y.pdf", "--from", "1 May"), "write a day as 2026-01-31"),
        (("--as", "charter", "--all", "--to", "y.pdf"), "leave out MEETING, --all and --letters"),
        (
            ("--as", "year-book", "--to", "y.pdf", "--from", "2026-02-01", "--until", "2026-01-01"),
            "--until must not lie before --from",
        ),
    ],
)
def test_what_cannot_be_understood_is_said(
    words: tuple[str, ...], says: str, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", str(sample), *words)[0] == 2
    assert says in " ".join(capsys.readouterr().err.split())


def test_characters_that_the_pdf_can_only_name_are_said_before(sample: Path, tmp_path: Path) -> None:
    found = file.open_to_write(sample)
    with found.writing() as con:
        con.exec_driver_sql("UPDATE coalition SET purpose = 'Homes for all 𓀀𓀀'")
    found.close()
    _status, _said, refused = paper(sample, "charter", tmp_path / "c.pdf")
    assert "c.pdf: 2 characters (𓀀) stand in the PDF by their names" in refused


def test_what_is_private_reaches_no_paper(sample: Path, tmp_path: Path) -> None:
    """A secret in every private field: contacts, needs, private notes, what was said of a turn, objections by mail."""
    plant(sample)
    for kind in ("year-book", "charter", "matrix"):
        target = tmp_path / f"{kind}.pdf"
        more = (
            ("--from", "2000-01-01", "--until", "2099-12-31", "--circulated") if kind == "year-book" else ()
        )
        assert paper(sample, kind, target, *more)[0] == 0
        assert SECRET not in words_of(target)
        with pikepdf.open(target) as pdf:
            attached = [pdf.attachments[name].get_file().read_bytes() for name in pdf.attachments]
            assert not any(SECRET.encode() in one for one in attached)
            said = [bytes(one.read_bytes()) for one in pdf.objects if isinstance(one, pikepdf.Stream)]
        assert not any(SECRET.encode() in one for one in said)
        if kind != "year-book":
            assert paper(sample, kind, tmp_path / f"{kind}.md")[0] == 0
            assert SECRET not in (tmp_path / f"{kind}.md").read_text()


def plant(sample: Path) -> None:
    found = file.open_to_write(sample)
    with found.writing() as con:
        con.execute(update(PERSON).values(email=SECRET, phone=SECRET, access_needs=SECRET))
        con.execute(update(PRIVATE_NOTE).values(text=SECRET))
        con.execute(update(NOTE).values(text=SECRET))
        con.execute(update(TURN_NOTE).values(reason=SECRET))
        con.execute(update(ITEM).values(proposal=SECRET, need=SECRET))
        decision = con.exec_driver_sql("SELECT id FROM decision LIMIT 1").scalar()
        said = {"id": "e", "decision": decision, "counter": 99, "writer": "w", "kind": "objection"}
        con.execute(insert(DECISION_ENTRY), {**said, "text": SECRET, "channel": "mail"})
    found.close()
