"""The suffix says what comes out of an export."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from coalmeet import cli
from coalmeet.commands.terminal import Terminal


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("documents") / "s.coalmeet"
    assert (
        cli.main(["new", str(path), "--name", "Sample", "--sample"], Terminal(io.StringIO(), io.StringIO()))
        == 0
    )
    return path


def export(sample: Path, number: int, target: Path) -> bytes:
    """The meeting at that place of the list, newest first, as a document."""
    listing = io.StringIO()
    cli.main(["meetings", str(sample), "--json"], Terminal(listing, io.StringIO()))
    meeting = json.loads(listing.getvalue())[number]["id"]
    terminal = Terminal(io.StringIO(), io.StringIO())
    assert cli.main(["export", str(sample), meeting, "--to", str(target)], terminal) == 0
    return target.read_bytes()


def words_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return " ".join(" ".join(pages).split())


def test_minutes_as_pdf_hold_the_words(sample: Path, tmp_path: Path) -> None:
    export(sample, 2, tmp_path / "m.pdf")
    words = words_of(tmp_path / "m.pdf")
    assert "A pause along the river" in words
    assert "Gwen accepted version 2." in words
    assert "Þóra" not in words


def test_a_prepared_agenda_as_pdf_says_that_it_is_one(sample: Path, tmp_path: Path) -> None:
    export(sample, 0, tmp_path / "p.pdf")
    words = words_of(tmp_path / "p.pdf")
    assert "Planned, not yet held" in words
    assert "no home on the Quay is given up" in words
    assert "Ask her before the meeting" not in words, "private notes stay private"


def test_minutes_as_markdown_hold_the_words(sample: Path, tmp_path: Path) -> None:
    text = export(sample, 1, tmp_path / "m.MD").decode()
    assert "# Whose name stands under what" in text
    assert "林 美穂" in text


def test_an_export_replaces_what_was_there(sample: Path, tmp_path: Path) -> None:
    target = tmp_path / "m.json"
    target.write_text("something else")
    assert json.loads(export(sample, 1, target))["format"] == "coalmeet.meeting"
    assert list(tmp_path.iterdir()) == [target]


def test_what_the_pdf_can_only_name_is_said_before(sample: Path, tmp_path: Path) -> None:
    coalition, source = tmp_path / "c.coalmeet", tmp_path / "r.json"
    source.write_text(
        json.dumps(
            {
                "format": "coalmeet.meeting",
                "version": 1,
                "date": "2026-05-14",
                "agenda": [{"title": "\U00013000 and \U00013000", "notes": "plain", "outcome": "noted"}],
            }
        )
    )
    quiet = Terminal(io.StringIO(), io.StringIO())
    cli.main(["new", str(coalition), "--name", "Signs"], quiet)
    cli.main(["import", str(coalition), str(source)], quiet)
    said = io.StringIO()
    words = ["export", str(coalition), "--all", "--to", str(tmp_path / "out"), "--format", "pdf,md"]
    assert cli.main(words, Terminal(io.StringIO(), said)) == 0
    assert said.getvalue().startswith(
        "2026-05-14 Signs.pdf: 2 characters (\U00013000) stand in the PDF by their names"
    )
    assert "\U00013000" in (tmp_path / "out" / "2026-05-14 Signs.md").read_text()
    assert "EGYPTIAN HIEROGLYPH A001" in words_of(tmp_path / "out" / "2026-05-14 Signs.pdf")


@pytest.mark.parametrize(
    ("end", "head"), [("actions.csv", "Number,Action,Owner"), ("decisions.csv", "Number,Exact words")]
)
def test_actions_and_decisions_come_out_as_tables(sample: Path, tmp_path: Path, end: str, head: str) -> None:
    text = export(sample, 1, tmp_path / f"m.{end}").decode("utf-8-sig")
    assert text.startswith(head)
    assert len(text.splitlines()) > 1


def test_whoever_was_away_gets_a_letter_to_send(sample: Path, tmp_path: Path) -> None:
    listing, out = io.StringIO(), io.StringIO()
    cli.main(["meetings", str(sample), "--json"], Terminal(listing, io.StringIO()))
    meetings = [one["id"] for one in json.loads(listing.getvalue())]
    for meeting in meetings[1:3]:
        words = ["export", str(sample), meeting, "--letters", "--to", str(tmp_path / "letters")]
        assert cli.main(words, Terminal(out, io.StringIO())) == 0
    assert {path.name for path in (tmp_path / "letters").iterdir()} == {
        "Letter to St Brannoc Youth Council.eml",
        "Letter to Wendmouth Deaf and Disabled Forum.eml",
    }
    assert "look it over, and send it." in out.getvalue()
    cli.main(
        ["export", str(sample), meetings[3], "--letters", "--to", str(tmp_path / "none")], Terminal(out, out)
    )
    assert "there is no letter to write" in out.getvalue()
    assert not (tmp_path / "none").exists()


def test_a_letter_that_somebody_worked_on_is_not_written_over(sample: Path, tmp_path: Path) -> None:
    listing = io.StringIO()
    cli.main(["meetings", str(sample), "--json"], Terminal(listing, io.StringIO()))
    words = [
        "export",
        str(sample),
        json.loads(listing.getvalue())[1]["id"],
        "--letters",
        "--to",
        str(tmp_path),
    ]
    for _again in range(2):
        cli.main(words, Terminal(io.StringIO(), io.StringIO()))
    (draft,) = tmp_path.iterdir()
    draft.write_text("Dear friends, as we said on the phone", encoding="utf-8")
    cli.main(words, Terminal(io.StringIO(), io.StringIO()))
    assert draft.read_text(encoding="utf-8").startswith("Dear friends")
    assert {path.name for path in tmp_path.iterdir()} == {draft.name, f"{draft.stem} (2).eml"}


def test_minutes_are_read_back_into_another_file_and_nothing_is_lost(sample: Path, tmp_path: Path) -> None:
    record = json.loads(export(sample, 2, tmp_path / "m.json"))
    export(sample, 2, tmp_path / "m.pdf")
    other, out, err = tmp_path / "other.coalmeet", io.StringIO(), io.StringIO()
    assert cli.main(["new", str(other), "--name", "Other"], Terminal(io.StringIO(), err)) == 0
    assert cli.main(["import", str(other), str(tmp_path / "m.pdf")], Terminal(out, err)) == 0
    assert "Came in: 1." in out.getvalue()
    assert json.loads(export(other, 0, tmp_path / "again.json")) == record


def test_what_a_pdf_carries_is_checked_like_any_record(tmp_path: Path) -> None:
    other, evil, err = tmp_path / "other.coalmeet", tmp_path / "evil.pdf", io.StringIO()
    cli.main(["new", str(other), "--name", "Other"], Terminal(io.StringIO(), err))
    made = pikepdf.new()
    made.add_blank_page()
    made.attachments["minutes.json"] = b'{"format": "coalmeet.meeting", "version": 1, "agenda": "<b>"}'
    made.save(evil)
    before = other.read_bytes()
    assert cli.main(["import", str(other), str(evil)], Terminal(io.StringIO(), err)) == 1
    assert "evil.pdf" in err.getvalue()
    assert other.read_bytes() == before
