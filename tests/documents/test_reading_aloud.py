"""Minutes as they are read aloud: in the order of the meeting, headings first, and adopted words exactly as stored."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from coalmeet.documents.minutes import pdf
from coalmeet.documents.plain import even, one_line, paragraphs, plain
from coalmeet.meeting.minutes import minutes
from tests.documents.pdf_tree import read_aloud
from tests.documents.test_minutes_pdf import ALPHABET, as_read

Record = dict[str, Any]
Make = Callable[[Record], bytes]
WHOLE = os.environ.get("COALMEET_EXAMPLES") == "full"


def heard(data: bytes) -> list[str]:
    """What is said, an element after another."""
    return [words for _role, words in read_aloud(data) if words]


def the_record(data: bytes) -> str:
    """What is said from the heading of the record on, without white space."""
    said = heard(data)
    begin = next(at for at, one in enumerate(said) if one in {"The record", "The agenda"})
    return "".join("".join(said[begin:]).split())


def in_order(record: Record) -> Iterator[str]:
    """The texts of a record in the order in which they belong."""
    for item in record["agenda"]:
        yield item.get("title") or ""
        if not item.get("off_record"):
            yield from paragraphs(item.get("notes") or "")
        yield from (one["text"] for key in ("decisions", "actions") for one in item.get(key) or ())


def out_of_place(record: Record, said: str) -> list[str]:
    """The texts that do not come after those before them."""
    at, lost = 0, []
    for text in in_order(record):
        words = as_read(text)
        found = said.find(words, at)
        if found < 0:
            lost.append(text)
        else:
            at = found + len(words)
    return lost


def test_the_meeting_is_read_in_its_order(rich: Record, make: Make) -> None:
    assert out_of_place(rich, the_record(make(rich))) == []
    turned = {**rich, "agenda": rich["agenda"][::-1]}
    assert out_of_place(turned, the_record(make(rich))) != []


def test_real_meetings_are_read_in_their_order(records: Path, make: Make) -> None:
    """Every fourteenth; all of them with COALMEET_EXAMPLES=full."""
    for path in sorted(records.glob("*.json"))[:: 1 if WHOLE else 14]:
        record = json.loads(path.read_text(encoding="utf-8"))
        assert out_of_place(record, the_record(make(record))) == [], path.name


def test_each_section_begins_with_its_heading(rich: Record, make: Make) -> None:
    said = [(role, words) for role, words in read_aloud(make(rich)) if words or role == "Sect"]
    after = [said[at + 1][0] for at, (role, _words) in enumerate(said[:-1]) if role == "Sect"]
    assert set(after) <= {"H2", "H3", "Span"}  # a decision's H4 is its number and its outcome


def test_adopted_words_are_read_to_the_character(rich: Record, make: Make) -> None:
    adopted = [one["text"] for item in rich["agenda"] for one in item.get("decisions", ())]
    said = heard(make(rich))
    assert adopted
    assert [words for words in adopted if words not in said] == []


# The space that the program sets itself, after a hyphen that ends a line and before an accent that stands alone.
_GUARD = "\u1680"


@settings(max_examples=25)
@given(st.text(ALPHABET, min_size=1, max_size=160))
def test_whatever_was_adopted_is_read_as_it_was_stored(typed: str) -> None:
    words = "We " + typed
    record = {
        "format": "coalmeet.meeting",
        "version": 1,
        "date": "2026-05-14",
        "agenda": [{"title": "T", "decisions": [{"text": words, "outcome": "agreed"}]}],
    }
    lines = [_named(even(line.strip())).replace(_GUARD, "") for line in paragraphs(words) if line]
    said = [one.replace(_GUARD, "").rstrip(" ") for one in heard(pdf(minutes(record)))]
    assert [line for line in lines if line.rstrip(" ") not in said] == []


def _named(line: str) -> str:
    """The line with the name of each character that no face has in its place."""
    from coalmeet.documents.faces import named
    from coalmeet.documents.paper import SANS

    return "".join(named(one) if not one.isspace() and SANS.lacks(one) else one for one in line)


def test_titles_are_told_whole_in_the_properties_of_the_file(rich: Record, make: Make) -> None:
    assert one_line(plain(rich["title"])) in {words for role, words in read_aloud(make(rich)) if role == "H1"}
