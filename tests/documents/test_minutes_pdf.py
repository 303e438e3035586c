"""The minutes as a PDF: every text comes back, nothing typed is markup, and nothing private is in it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coalmeet.documents.faces import named
from coalmeet.documents.minutes import pdf, write
from coalmeet.documents.paper import SANS
from coalmeet.documents.plain import plain
from coalmeet.errors import FileProblem
from coalmeet.meeting.minutes import minutes, published

Record = dict[str, Any]
Make = Callable[[Record], bytes]
Read = Callable[[bytes], str]

# Markup, white space, accents, other scripts, emoji, joiners, hyphens at ends, characters that are removed or named.
ALPHABET = "ab -/.<>&;*_#|`\\()\n\té¨\u0301\u00adß日本。🎉✅\ufe0f\u200b\u200d\u2060★→ക\ue000\x00\x07\u202e\ufeff\u1680"


def as_read(text: str) -> str:
    """A text as extraction gives it back: without white space, unknown characters by name."""
    whole = (
        character if character.isspace() or not SANS.lacks(character) else named(character)
        for character in plain(text)
    )
    return "".join("".join(whole).split())


def texts(record: Record) -> Iterator[str]:
    """Every title, note, decision, action and name of a record."""
    for key in ("title", "coalition"):
        yield record.get(key) or ""
    for person in record.get("people") or ():
        yield person.get("name") or ""
    for key in ("facilitators", "note_takers", "next_facilitators"):
        yield from record.get(key) or ()
    for item in record["agenda"]:
        yield item.get("title") or ""
        yield "" if item.get("off_record") else item.get("notes") or ""
        yield from item.get("presenters") or ()
        yield from (one["text"] for key in ("decisions", "actions") for one in item.get(key) or ())


def missing(record: Record, found: str) -> list[str]:
    return [text for text in texts(record) if as_read(text) not in found]


def of(**item: object) -> Record:
    return {"format": "coalmeet.meeting", "version": 1, "date": "2026-05-14", "agenda": [item]}


def test_every_text_of_a_rich_meeting_comes_back(rich: Record, make: Make, extracted: Read) -> None:
    found = extracted(make(rich))
    assert missing(rich, found) == []
    for words in (
        "It stands.",
        "paper shuts people out",
        "Ground: harms our shared purpose",
        "SHA-256",
        "hopeful ×2",
    ):
        assert "".join(words.split()) in found


def test_the_first_page_tells_what_an_absent_member_needs(rich: Record, make: Make, extracted: Read) -> None:
    first = extracted(make(rich)).split("Therecord1.")[0]
    places = [
        first.index(words)
        for words in (
            "Draft,notyetapproved",
            "Inoneminute",
            "D1",
            "D2",
            "Notpassed:objectionstands",
            "A2Bookahall",
        )
    ]
    assert places == sorted(places)
    assert "2of3memberorganisations." in first
    assert "byThu28May" in first


def test_what_is_off_the_record_is_nowhere_in_the_file(rich: Record, make: Make, extracted: Read) -> None:
    data = make(rich)
    assert "saidinconfidence" not in extracted(data)
    assert "Offtherecord" in extracted(data)
    assert "confidence" not in json.dumps(published(rich))


@settings(max_examples=30)
@given(st.text(ALPHABET, max_size=90), st.text(ALPHABET, max_size=200), st.text(ALPHABET, max_size=60))
def test_whatever_is_typed_comes_back(title: str, notes: str, words: str) -> None:
    record = of(
        title="t" + title, notes=notes, outcome="agreed", decisions=[{"text": "d" + words, "outcome": "agreed"}],
        actions=[{"text": "a" + words, "owner": words}],
    )  # fmt: skip
    assert missing(record, _extracted(pdf(minutes(record)))) == []


@pytest.mark.parametrize("sign", list("𝒜𝔤∮⨁␊␀🞀🂡"))
def test_signs_of_mathematics_and_of_keyboards_are_drawn(sign: str, make: Make, extracted: Read) -> None:
    assert not SANS.lacks(sign)
    assert f"Whatof{sign}here?" in extracted(make(of(title="Signs", notes=f"What of {sign} here?")))


def test_markup_is_only_text(make: Make, extracted: Read) -> None:
    nasty = '<img src="/etc/passwd"/><b>x</b></para> &lt; <a href="file:///etc/passwd">'
    data = make(of(title=nasty, notes=nasty, outcome="noted"))
    assert extracted(data).count("".join(nasty.split())) >= 2
    assert b"/URI" not in data


@pytest.mark.parametrize(
    "item",
    [
        {"title": "x" * 1000, "notes": "y" * 100_000},
        {"title": "lines", "notes": "line\n" * 20_000},
        {"title": "marks", "notes": "e" + "\u0301" * 3000},
        {
            "title": "long",
            "decisions": [{"text": "We decide this. " * 900, "outcome": "agreed"}],
            "outcome": "agreed",
        },
        {"title": "many", "actions": [{"text": f"act {number}"} for number in range(200)]},
    ],
    ids=["letters", "lines", "accents", "a decision longer than a page", "200 actions"],
)
def test_sizes_that_break_other_programs(item: Record, make: Make, extracted: Read) -> None:
    record = of(**item)
    assert missing(record, extracted(make(record))) == []


@pytest.mark.parametrize("agenda", [[], [{}], [{"title": ""}]])
def test_a_record_with_almost_nothing_in_it(agenda: list[Record], make: Make, extracted: Read) -> None:
    found = extracted(
        make({"format": "coalmeet.meeting", "version": 1, "date": "2026-05-14", "agenda": agenda})
    )
    assert "Thursday14May2026" in found
    assert "Therecord" in found or "Theagenda" in found


def test_seventy_five_people_and_fifty_eight_items(make: Make, extracted: Read) -> None:
    record = of()
    record["people"] = [
        {"name": f"Person {n}", "organisation": f"Org {n % 20}", "present": True} for n in range(75)
    ]
    record["agenda"] = [
        {
            "title": f"Topic {n}",
            "minutes": 5,
            "outcome": "agreed",
            "decisions": [{"text": f"Do {n}", "outcome": "agreed"}],
        }
        for n in range(58)
    ]
    assert missing(record, extracted(make(record))) == []


def test_the_same_record_gives_the_same_bytes(rich: Record, make: Make) -> None:
    assert make(rich) == make(json.loads(json.dumps(rich)))


def test_the_documents_speak_their_own_language_and_say_it(rich: Record) -> None:
    value = minutes(rich, lang="en", time_zone="Europe/Berlin")
    assert "Europe/London" in value.when
    assert b"/Lang (en)" in pdf(value)


def test_a_folder_that_is_not_there_gets_a_sentence(rich: Record, tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="folder"):
        write(minutes(rich), tmp_path / "no" / "minutes.pdf")


def test_a_failed_write_leaves_the_old_file(rich: Record, tmp_path: Path) -> None:
    target = tmp_path / "minutes.pdf"
    target.mkdir()
    with pytest.raises(FileProblem):
        write(minutes(rich), target)
    assert [path.name for path in tmp_path.iterdir()] == ["minutes.pdf"]


def test_real_records_come_back_whole(records: Path, make: Make, extracted: Read) -> None:
    """Every twelfth and the largest; all of them with COALMEET_EXAMPLES=full."""
    found = sorted(records.glob("*.json"))
    largest = max(found, key=lambda path: path.stat().st_size)
    chosen = found if os.environ.get("COALMEET_EXAMPLES") == "full" else sorted({*found[::12], largest})
    for path in chosen:
        record = json.loads(path.read_text(encoding="utf-8"))
        assert missing(record, extracted(make(record))) == [], path.name


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler's pdftotext is not installed")
def test_another_reader_agrees(rich: Record, make: Make, tmp_path: Path) -> None:
    path = tmp_path / "minutes.pdf"
    path.write_bytes(make(rich))
    for order in ([], ["-raw"]):
        told = subprocess.run(
            ["pdftotext", *order, path, "-"], capture_output=True, check=True
        ).stdout.decode()
        assert missing(rich, "".join(told.split())) == []


def _extracted(data: bytes) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    pages = [document[number].get_textpage() for number in range(len(document))]
    return "".join("".join(page.get_text_range() for page in pages).split())
