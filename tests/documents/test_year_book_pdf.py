"""The year book as a PDF: every meeting as its own minutes have it, found from the contents, checked as an archive."""

from __future__ import annotations

import hashlib
import io
import itertools
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from coalmeet.coalition.decision import Decision
from coalmeet.coalition.year_book import year_book
from coalmeet.documents.going import watched
from coalmeet.documents.read_back import record_bytes
from coalmeet.documents.year_book import pdf
from coalmeet.errors import FileProblem, Stopped
from tests.documents.judging import broken
from tests.documents.pdf_tree import faults, read_aloud
from tests.documents.year_of_meetings import a_record, gathered

Record = dict[str, Any]
Read = Callable[[bytes], str]


@pytest.fixture
def year(rich: Record) -> list[Record]:
    """Three meetings: one in which everything happened, one that only went round, one in Japanese."""
    went_round = a_record(2, state="circulated", title="賃貸住宅について", coalition="")
    return [a_record(1), {**rich, "state": "approved"}, went_round]


@pytest.fixture
def book(year: list[Record]) -> bytes:
    fund = Decision("a", "meeting-2026-01-14", "", "D1", "We do what month 1 asks.", "agreed")
    return pdf(year_book(gathered(year, decisions=[fund]), circulated=True))


def pages_of(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    try:
        return [" ".join(document[at].get_textpage().get_text_range().split()) for at in range(len(document))]
    finally:
        document.close()


def test_the_contents_lead_to_the_page_where_each_meeting_begins(book: bytes) -> None:
    contents, *_rest = pages = pages_of(book)
    for title in ("Meeting 1", "賃貸住宅について", "Assembly of members", "Decision register"):
        begins = next(at for at, words in enumerate(pages) if at and title in words) + 1
        assert f"p. {begins}" in contents.split(title)[1][:60], title


def test_each_meeting_says_in_the_book_what_its_own_minutes_say(
    year: list[Record], book: bytes, extracted: Read
) -> None:
    found = extracted(book)
    for record in year:
        for item in record["agenda"]:
            for decision in item.get("decisions") or ():
                words = "".join(decision["text"].split())
                assert found.count(words) >= 2, "in the minutes, and in the register"
    assert "saidinconfidence" not in found


def test_the_register_has_exact_words_outcome_and_how_it_stands_now(book: bytes) -> None:
    register = next(words for words in pages_of(book) if "In the order in which they were decided" in words)
    assert "We do what month 1 asks." in register
    assert "Adopted by consent · now: In force" in register
    assert "Not passed: objection stands" in register


def test_minutes_that_only_went_round_say_so_on_their_pages_and_in_the_contents(book: bytes) -> None:
    pages = pages_of(book)
    assert "1 of them only went round, and is not approved yet" in pages[0]
    assert pages[0].split("賃貸住宅について")[1].split()[:3] == ["Circulated,", "not", "yet"]
    assert all("Circulated, not yet approved" in one for one in pages[1:] if "14 February 2026 · 賃貸" in one)


def test_what_is_left_out_stands_in_front(year: list[Record]) -> None:
    first = pages_of(pdf(year_book(gathered(year))))[0]
    assert "1 meeting of this time is left out" in first
    assert "14 Feb 2026: 賃貸住宅について Circulated, not yet approved" in first


def test_the_record_of_each_meeting_travels_with_it_under_its_fingerprint(
    book: bytes, extracted: Read
) -> None:
    found = extracted(book)
    with pikepdf.open(io.BytesIO(book)) as opened:
        names = list(opened.attachments)
        assert names == ["0001 2026-01-14.json", "0002 2026-02-14.json", "0003 2026-05-14.json"]
        for name in names:
            data = opened.attachments[name].get_file().read_bytes()
            assert json.loads(data)["format"] == "coalmeet.meeting"
            assert b"said in confidence" not in data, "what is off the record does not travel"
            assert hashlib.sha256(data).hexdigest() in found
        relations = [str(one.AFRelationship) for one in opened.Root.AF]
    assert relations == ["/Data"] * 3


def test_who_tries_to_bring_the_book_in_is_told_how_to_get_at_the_records(book: bytes) -> None:
    with pytest.raises(FileProblem, match=r"y\.pdf: this book carries the records of 3 meetings\. Keep its"):
        record_bytes(book, "y.pdf")


def test_a_screen_reader_walks_every_piece_once_and_headings_descend_without_gaps(book: bytes) -> None:
    assert faults(book) == []
    aloud = read_aloud(book)
    levels = [int(role[1]) for role, _words in aloud if role[0] == "H"]
    assert levels[0] == 1
    assert levels.count(1) == 1, "the book has one title; meetings are parts of it"
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    heard = [words for role, words in aloud if role in {"H1", "H2"}]
    order = [
        "Year book 2026",
        "Contents",
        "Meeting 1",
        "賃貸住宅について",
        "Assembly of members",
        "Decision register",
    ]
    assert [one for one in heard if one in order] == order


def test_bookmarks_name_every_meeting_with_its_day(book: bytes) -> None:
    with pikepdf.open(io.BytesIO(book)) as opened, opened.open_outline() as outline:
        assert [entry.title for entry in outline.root] == [
            "Year book 2026",
            "Contents",
            "14 January 2026: Meeting 1",
            "14 February 2026: 賃貸住宅について",
            "14 May 2026: Assembly of members",
            "Decision register",
            "Who came, and who did the work",
        ]
        inside = [kid.title for kid in outline.root[4].children]
    assert inside[0] == "In one minute"
    assert "The record" in inside


def test_links_of_a_meeting_stay_in_that_meeting(book: bytes) -> None:
    """Each has its own D1: a link on its first page never leads into the minutes of another."""
    pages = pages_of(book)
    with pikepdf.open(io.BytesIO(book)) as opened:
        numbers = {page.objgen: at for at, page in enumerate(opened.pages)}
        begins = [at for at, words in enumerate(pages) if "In one minute" in words]
        for begin, end in itertools.pairwise([*begins, len(pages) - 2]):
            links = [one for one in opened.pages[begin].get("/Annots", []) if "/Dest" in one]
            assert links
            assert all(begin <= numbers[one.Dest[0].objgen] < end for one in links)


def test_the_same_year_gives_the_same_bytes(year: list[Record]) -> None:
    again = [json.loads(json.dumps(one)) for one in year]
    assert pdf(year_book(gathered(year))) == pdf(year_book(gathered(again)))


def test_it_can_be_stopped_between_meetings_and_says_how_far_it_is() -> None:
    told: list[tuple[str, int, int]] = []
    year = [a_record(month) for month in range(1, 7)]

    def go_on() -> bool:
        return len(told) < 3

    with pytest.raises(Stopped), watched(go_on, lambda *far: told.append(far)):
        pdf(year_book(gathered(year)))
    assert told == [("laying", 0, 6), ("laying", 1, 6), ("laying", 2, 6)]


def test_seventy_five_organisations_and_long_titles_stay_on_the_paper(extracted: Read) -> None:
    people = [{"name": f"P{n}", "organisation": None, "present": True} for n in range(75)]
    title = "A title that goes on " * 20
    data = pdf(year_book(gathered([a_record(1, title=title, people=people, text="Long words. " * 900)])))
    assert "P74" in extracted(data)
    assert "Longwords." * 900 in extracted(data)


def test_time_and_size_grow_with_the_number_of_meetings_and_no_faster() -> None:
    """Counted in what is made: ten times as many meetings are about ten times as many pages and bytes."""
    few, many = (_size(count) for count in (5, 50))
    assert many[0] <= 10 * few[0]
    assert many[1] <= 10 * few[1]


def _size(count: int) -> tuple[int, int]:
    year = [a_record(at % 12 + 1, f"We do {at}.") for at in range(count)]
    data = pdf(year_book(gathered(year)))
    return len(pages_of(data)), len(data)


def test_a_made_up_year_and_a_book_of_real_meetings_keep_the_rules(
    book: bytes, records: Path, tmp_path: Path
) -> None:
    real = [
        json.loads(path.read_text(encoding="utf-8"))
        for path in sorted(records.glob("*.json"), key=lambda path: path.stat().st_size)[:200:25]
    ]
    for name, data in (("made.pdf", book), ("real.pdf", pdf(year_book(gathered(real))))):
        (tmp_path / name).write_bytes(data)
        assert faults(data) == []
    assert broken(sorted(tmp_path.glob("*.pdf"))) == []
