"""Pages that are read, not only correct: nothing stranded, torn apart or left over, and page one in its order."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from coalmeet.documents.flow import Page, paginate
from coalmeet.documents.lines import Span, break_lines
from coalmeet.documents.minutes import laid_out
from coalmeet.documents.paper import FACT, SMALL, SMALL_BOLD
from coalmeet.documents.plain import one_line, plain
from coalmeet.documents.strips import Strip, Words
from coalmeet.meeting.minutes import minutes

Record = dict[str, Any]
TALL = 841.89  # points of an A4 page


def pages_of(record: Record, fingerprint: bytes = b"{}") -> list[Page]:
    return laid_out(minutes(record), fingerprint)[1]


def said(strip: Strip) -> str:
    return "".join(
        "".join(piece.run.means or piece.run.text)
        for mark in strip.marks
        if isinstance(mark, Words)
        for piece in mark.line.pieces
    )


def lines_of(page: Page) -> list[str]:
    return [said(one.strip) for one in page.placed]


def whole(pages: list[Page]) -> str:
    return "\n".join(line for page in pages for line in lines_of(page))


def decision(number: int, **more: object) -> Record:
    return {
        "number": f"D{number}",
        "text": f"We take step {number} together, whatever it costs, and say so in public before the summer.",
        "outcome": "agreed",
        "method": "consent",
        "proposed_by": "Harbour Union",
        "need": "Members asked for it.",
        "present": ["Harbour Union", "Quayside Workers", "Open Maps Group", "Food Bank North"],
        "responsible": "Sana Iqbal",
        "review_date": "2026-11-12",
        **more,
    }


def meeting(rich: Record, steps: int, **more: object) -> Record:
    """The made-up meeting with so many decisions, an item each."""
    items = [
        {"title": f"Step {n}", "minutes": 5, "outcome": "agreed", "notes": "Talked over.\n" * (n % 5)}
        | {"decisions": [decision(n, **more)]}
        for n in range(1, steps + 1)
    ]
    return {**rich, "agenda": items}


@pytest.mark.parametrize("steps", [1, 4, 9, 17])
def test_no_heading_stands_alone_at_the_foot_of_a_page(rich: Record, steps: int) -> None:
    for page in pages_of(meeting(rich, steps))[:-1]:
        assert not page.placed[-1].strip.keep, said(page.placed[-1].strip)


def test_no_heading_of_a_real_record_stands_alone_at_the_foot_of_a_page(records: Path) -> None:
    for path in sorted(records.glob("*.json"))[::16]:
        for page in pages_of(json.loads(path.read_text(encoding="utf-8")))[:-1]:
            assert not page.placed[-1].strip.keep, (path.name, said(page.placed[-1].strip))


@pytest.mark.parametrize("above", range(14, 46, 2))
def test_the_words_of_a_decision_are_not_divided(rich: Record, above: int) -> None:
    words = "The fund pays each household that asks, by phone, on paper or in person. " * 8
    record = meeting(rich, 1, text=words, concerns=[{"organisation": "Moss Side", "text": "Costs. " * 300}])
    record["agenda"][0]["notes"] = "A line of notes.\n" * above
    for page in pages_of(record)[2:]:
        assert "household" not in lines_of(page)[0]
        assert "on paper" not in lines_of(page)[0]


@pytest.mark.parametrize("facts", range(4, 30))
def test_a_decision_that_goes_over_a_page_leaves_more_than_its_last_line_to_it(
    rich: Record, facts: int
) -> None:
    spoken = [{"organisation": f"Union {n}", "text": "We worry about it."} for n in range(facts)]
    record = meeting(rich, 3, concerns=spoken)
    for item in record["agenda"]:
        item["notes"] = ""
    for page in pages_of(record)[2:]:
        here = lines_of(page)
        # The rule that ends a decision is followed by an item, or by the rule above what ends the minutes.
        ends = [at for at in range(3) if not here[at] and (not here[at + 1] or ". Step" in here[at + 1])]
        assert ends == [], here[:4]


def test_no_page_is_left_half_empty_for_a_long_decision(rich: Record) -> None:
    spoken = [
        {"organisation": f"Union {n}", "text": "We worry about the costs of it. " * 3} for n in range(9)
    ]
    pages = pages_of(meeting(rich, 8, concerns=spoken))
    assert all(page.used > TALL * 0.5 for page in pages[1:-1])


@pytest.mark.parametrize("lines", range(20, 60))
def test_the_last_page_is_more_than_a_left_over(rich: Record, lines: int) -> None:
    """Whatever the length, closing up the space above saves a page that would hold the fingerprint alone."""
    item = {"title": "Fund", "notes": "One line of notes.\n" * lines, "outcome": "noted"}
    rich |= {"agenda": [item, {"title": "Hall"}, {"title": "Picnic"}], "temperature": []}
    last = lines_of(pages_of(rich)[-1])
    assert not last[0].startswith("About these minutes")
    assert len(last) > 4


def test_page_one_keeps_its_order_with_many_decisions(rich: Record) -> None:
    record = meeting(rich, 13)
    record["agenda"][0]["actions"] = [{"text": "Book a hall", "owner": None}]
    first = "\n".join(lines_of(pages_of(record)[0]))
    assert first.index("In one minute") < first.index("Adopted (13)") < first.index("Book a hall")


def test_a_register_names_each_outcome_once(rich: Record) -> None:
    record = meeting(rich, 20)
    for at, item in enumerate(record["agenda"]):
        outcome = "provisional" if at % 2 else "agreed"
        item["outcome"] = item["decisions"][0]["outcome"] = outcome
    words = whole(pages_of(record)[:2])
    assert words.count("Adopted (10)") == 1
    assert words.count("Adopted for now, provisional (10)") == 1
    assert words.index("Adopted (10)") < words.index("Adopted for now")


def test_a_bullet_that_was_typed_is_left_out_of_the_register_and_kept_in_the_record(rich: Record) -> None:
    record = meeting(rich, 20)
    record["agenda"][0]["decisions"][0]["text"] = "- agreed by all"
    pages = pages_of(record)
    assert "D1agreed by all" in "\n".join(lines_of(pages[0]))
    assert "- agreed by all" in whole(pages[1:])


def test_exact_words_are_never_shortened_in_the_record(rich: Record) -> None:
    long = "The fund pays for each household that asks by phone, on paper or in person. " * 30
    pages = pages_of(meeting(rich, 3, text=long))
    first = next(at for at, page in enumerate(pages) if "The record" in lines_of(page)[0])
    record = one_line("".join(line.strip() + " " for page in pages[first:] for line in lines_of(page)))
    assert record.count(one_line(plain(long))) == 3


def test_next_time_has_a_line_of_its_own_where_there_is_room(rich: Record) -> None:
    assert any(line.strip().startswith("Next time:") for line in lines_of(pages_of(rich)[0]))


def test_a_label_is_not_left_behind_by_its_words() -> None:
    parts = [Span("Facilitated by:\u00a0", SMALL_BOLD), Span("Gwen Harrow", SMALL)]
    for width in range(70, 130, 3):
        for line in break_lines(parts, width):
            text = "".join(piece.run.text for piece in line.pieces).rstrip()
            assert not text.endswith("by:")


def test_a_line_begins_with_a_word_and_not_with_a_second_space() -> None:
    for width in range(40, 90):
        for line in break_lines([Span("Notes by Ana   Next time in June   Absent nobody", FACT)], width):
            assert not line.pieces[0].run.text.startswith(" ")


def test_a_page_inside_a_table_leaves_air_below_the_head_that_is_shown_again() -> None:
    head = Strip(10)
    rows = [Strip(20, gap=4, repeats=(head,)) for _row in range(6)]
    second = paginate(rows, 60)[1]
    assert [one.again for one in second.placed[:2]] == [True, False]
    assert second.placed[1].down == 14


def test_what_is_wished_together_is_divided_before_a_quarter_of_a_page_stays_empty() -> None:
    block = [Strip(10, near=True) for _line in range(7)] + [Strip(10)]
    assert [len(page.placed) for page in paginate([Strip(50), *block], 100)] == [6, 3]
    assert [len(page.placed) for page in paginate([Strip(80), *block], 100)] == [1, 8]


def test_a_register_that_fits_on_page_one_stands_before_the_actions(rich: Record) -> None:
    record = meeting(rich, 30)
    record["agenda"][0]["actions"] = [{"text": "Book a hall", "owner": None}]
    assert "Adopted (30)" in "\n".join(lines_of(pages_of(record)[0]))
    for item in record["agenda"]:
        item["decisions"][0]["text"] = "We agree."
    first = "\n".join(lines_of(pages_of(record)[0]))
    assert first.index("Adopted (30)") < first.index("Book a hall")


def test_page_one_names_who_was_there_beside_a_register_where_there_is_room(rich: Record) -> None:
    first = "\n".join(lines_of(pages_of(meeting(rich, 14))[0]))
    assert "Adopted (14)" in first
    assert "Priya Raman" in first.split("In the meeting")[1].split("Facilitated by")[0]
