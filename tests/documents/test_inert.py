"""Whatever people type is only read: in no form does it calculate, run, fetch, open or turn anything round.

Every text that a record may hold is nasty at once; what is made of it is built exactly as with harmless words.
"""

from __future__ import annotations

import csv
import email
import email.policy
import io
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from icalendar import Calendar

from coalmeet.documents.eml import eml
from coalmeet.documents.html import fragment, html
from coalmeet.documents.ics import ics
from coalmeet.documents.markdown import markdown
from coalmeet.documents.minutes import pdf
from coalmeet.documents.tables import actions_csv, decisions_csv
from coalmeet.exchange.record import dump
from coalmeet.meeting.letters import letters
from coalmeet.meeting.minutes import minutes
from tests.documents.all_outputs import command
from tests.documents.conftest import Reader
from tests.documents.full_record import full_record
from tests.documents.test_every_text import MEANT

Record = dict[str, Any]
NASTY = {
    "a formula": "=cmd|' /C calc'!A0",
    "a sum": "@SUM(1+1)*cmd|' /C calc'!A0",
    "a link that calculates": '=HYPERLINK("https://example.org/?"&A1)',
    "a script": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "an end of everything": "</title></style></main></body>--></script>]]>",
    "an attribute": '" onmouseover="alert(1)" href="javascript:alert(1)',
    "a reference": "&lt;b&gt; &#60;script&#62; &amp;amp;",
    "markdown": "[x](javascript:alert(1)) ![x](https://example.org/x.png) <https://example.org> `$(id)`",
    "a table of markdown": "| a | b |",
    "a path": "../../etc/passwd",
    "a path of Windows": "C:\\Windows\\..\\aux.txt",
    "an address of a file": "file:///etc/passwd",
    "signs that turn round": "in\u202egpj.exe \u2066hidden\u2069 \u200fx",
    "controls": "\x00\x07\x1b[31mred\x1b[0m\x9b31m \x7f",
    "halves of characters": "half \ud800 of \udfff one",
    "a percent sign": "%s %n {0} {title} ${jndi:ldap://x}",
    "parts of a PDF": ") Tj ET endstream endobj /JS (app.alert(1)) <</S /JavaScript>>",
}
LINES = {
    "a header": "Hello\r\nBcc: x@example.org\r\n\r\n<b>body</b>",
    "an event": "Party\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:No\r\nATTACH:file:///etc/passwd",
    "a boundary": "Hello\r\n--==x==\r\nContent-Type: text/html\r\n\r\n<b>",
    "a row": 'Hello"\r\n"=1+1","x"\r\n',
    "other ends of lines": "Hello\x0b=1+1\x85# a heading\u2028- a list\u2029> quoted\x1cx",
}
ACTING = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def with_words(typed: str) -> Record:
    """The record in which everything stands, with the same words everywhere."""
    record, _words = full_record(MEANT)
    filled: Record = json.loads(re.sub(r'"w\d+ord"', lambda _found: json.dumps(typed), json.dumps(record)))
    filled["members"] = [{"organisation": typed, "present": False}]  # somebody to write to
    return filled


def forms(record: Record) -> dict[str, str]:
    told = minutes(record)
    made = {
        "html": html(told),
        "fragment": fragment(told),
        "markdown": markdown(told),
        "actions": actions_csv(told),
        "decisions": decisions_csv(told, record),
        "ics": ics(told, record).decode(),
    }
    return made | {f"letter {at}": eml(one, (), ()).decode() for at, one in enumerate(letters(told, record))}


@pytest.fixture(params=[*NASTY, *LINES])
def nasty(request: pytest.FixtureRequest) -> str:
    return (NASTY | LINES)[request.param]


@pytest.fixture(scope="module")
def harmless() -> Record:
    return with_words("Harmless words")


def test_no_sign_that_acts_is_left_in_any_form(nasty: str) -> None:
    for name, text in forms(with_words(nasty)).items():
        assert not ACTING.search(text.replace("\r\n", "\n")), name


def test_a_page_is_built_the_same_and_fetches_nothing(nasty: str, harmless: Record) -> None:
    for form in (html, fragment):
        page, plain = Reader(form(minutes(with_words(nasty)))), Reader(form(minutes(harmless)))
        assert _but_lines(page.tags) == _but_lines(plain.tags)
        assert {name for name, _value in page.attributes} == {name for name, _value in plain.attributes}
        assert set(page.attributes) == set(plain.attributes)


def _but_lines(tags: list[str]) -> Counter[str]:
    return Counter(one for one in tags if one not in {"br", "p"})


def test_markdown_has_the_same_headings_and_lists_and_neither_links_nor_pictures(
    nasty: str, harmless: Record
) -> None:
    made, plain = markdown(minutes(with_words(nasty))), markdown(minutes(harmless))
    for begins in ("#", "- ", "> ", "|", "```", "1."):
        assert _lines(made, begins) == _lines(plain, begins) or (begins == "> " and nasty in LINES.values())
    assert not re.search(r"(?<!\\)(\]\(|<\w|`|!\[)", made)


def _lines(text: str, begins: str) -> int:
    return sum(line.startswith(begins) for line in text.split("\n"))


def test_a_spreadsheet_calculates_nothing(nasty: str, harmless: Record) -> None:
    record = with_words(nasty)
    for made, plain in (
        (actions_csv(minutes(record)), actions_csv(minutes(harmless))),
        (decisions_csv(minutes(record), record), decisions_csv(minutes(harmless), harmless)),
    ):
        rows = list(csv.reader(io.StringIO(made.removeprefix("\ufeff"), newline="")))
        assert [len(row) for row in rows] == [
            len(row) for row in csv.reader(io.StringIO(plain.removeprefix("\ufeff"), newline=""))
        ]
        assert not [
            cell for row in rows for cell in row if cell.strip()[:1] in {"=", "+", "-", "@"} and cell.strip()
        ]


def test_a_calendar_has_the_same_entries_with_the_same_properties(nasty: str, harmless: Record) -> None:
    record = with_words(nasty)
    made = Calendar.from_ical(ics(minutes(record), record))
    plain = Calendar.from_ical(ics(minutes(harmless), harmless))
    assert [sorted(one) for one in made.walk()] == [sorted(one) for one in plain.walk()]


def test_a_letter_has_the_same_heads_and_the_same_parts(nasty: str, harmless: Record) -> None:
    def built(record: Record) -> list[Any]:
        return [
            [[*sorted(part.keys()), part.get_content_type()] for part in email.message_from_bytes(
                eml(one, (), ()), policy=email.policy.default).walk()]
            for one in letters(minutes(record), record)
        ]  # fmt: skip

    assert built(with_words(nasty)) == built(harmless)


def test_a_pdf_opens_and_runs_nothing(nasty: str) -> None:
    data = pdf(minutes(with_words(nasty)), attachment=b"{}")
    with pikepdf.open(io.BytesIO(data)) as file:
        assert list(file.attachments) == ["minutes.json"]
        dictionaries = [one for one in file.objects if isinstance(one, pikepdf.Dictionary)]
        keys = {key for one in dictionaries for key in one.keys()}  # noqa: SIM118
        actions = {str(one["/S"]) for one in dictionaries if "/S" in one}
    assert not keys & {
        "/JS",
        "/JavaScript",
        "/URI",
        "/Launch",
        "/OpenAction",
        "/AA",
        "/AcroForm",
        "/RichMedia",
    }
    assert not actions & {"/JavaScript", "/URI", "/Launch", "/GoToR", "/SubmitForm", "/ImportData"}


@pytest.mark.parametrize(
    "typed", [*NASTY.values(), *LINES.values(), "CON", "x" * 300, "ü" * 200, " . ", "nul.txt", "-rf"]
)
def test_no_file_gets_a_name_that_acts(typed: str, tmp_path: Path) -> None:
    """Titles and organisations become names of files: within the folder that was asked for, and harmless there."""
    typed = typed.encode("utf-8", "replace").decode().replace("\0", "")  # import refuses both
    file, source, folder = tmp_path / "s.coalmeet", tmp_path / "record.json", tmp_path / "out"
    source.write_text(dump(with_words(typed)), encoding="utf-8")
    folder.mkdir()
    for words in (("new", file, "--name", "S"), ("import", file, source)):
        assert command(*words)[0] == 0, command(*words)[1]
    assert command("export", file, "--all", "--to", folder / "all", "--format", "md,ics")[0] == 0
    _status, said = command("meetings", file, "--json")
    assert command("export", file, json.loads(said)[0]["id"], "--letters", "--to", folder / "letters")[0] == 0
    made = [one for one in folder.rglob("*") if one.is_file()]
    assert {one.parent.name for one in made} == {"all", "letters"}
    assert {one.name for one in tmp_path.iterdir()} == {"s.coalmeet", "record.json", "out"}
    for one in made:
        assert not re.search(r'[<>:"/\\|?*\x00-\x1f]|[ .]$', one.stem), one.name
        assert not ACTING.search(one.name)
        assert not re.fullmatch(r"(?i)(con|prn|aux|nul|com\d|lpt\d)", one.name.split(".")[0].strip())
        assert len(one.name.encode()) <= 255
