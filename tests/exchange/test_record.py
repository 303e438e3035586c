"""Records from outside: what is right comes back letter by letter, what is wrong is refused by name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalmeet.errors import FileProblem
from coalmeet.exchange import record
from coalmeet.exchange.record_keys import LABELS, OUTCOMES


def small(**more: Any) -> dict[str, Any]:
    return {"format": "coalmeet.meeting", "version": 1, "date": "2026-05-14", "agenda": [], **more}


def text(**more: Any) -> str:
    return json.dumps(small(**more))


def refusal(data: bytes | str) -> str:
    with pytest.raises(FileProblem) as told:
        record.read(data, "may.json")
    return str(told.value)


def test_real_records_come_back_letter_by_letter(records: Path) -> None:
    files = sorted(records.glob("*.json"))
    assert files
    for file in files:
        data = file.read_bytes()
        assert record.dump(record.read(data, file.name)).encode() == data, file.name


WORDS = st.text(
    st.sampled_from("aZ é<&>|*_`#\t\n\r\u2028\u202eßÅ\u00ad漢字עب🙂\x07\x7f\ufeff\ud7ff"), max_size=12
)
MAYBE_WORDS = st.none() | WORDS
ITEMS = st.fixed_dictionaries(
    {"title": MAYBE_WORDS},
    optional={
        "label": st.none() | st.sampled_from(LABELS),
        "minutes": st.none() | st.integers(0, 600),
        "notes": MAYBE_WORDS,
        "outcome": st.none() | st.sampled_from(OUTCOMES),
        "presenters": st.lists(WORDS, max_size=3),
        "colour of the folder": st.recursive(WORDS | st.integers(), st.lists, max_leaves=4),
        "actions": st.lists(st.fixed_dictionaries({"text": WORDS, "owner": MAYBE_WORDS}), max_size=2),
    },
)


@given(items=st.lists(ITEMS, max_size=4), title=MAYBE_WORDS, unknown=WORDS)
def test_any_record_survives_reading_and_writing(items: list[Any], title: str | None, unknown: str) -> None:
    before = small(agenda=items, title=title, **{"x " + unknown: {"kept": unknown}})
    after = record.read(record.dump(before).encode(), "any.json")
    assert after == before
    assert json.dumps(after) == json.dumps(before), "the order of the keys is kept too"


def test_a_large_meeting_is_fine() -> None:
    items = [{"title": "Budget" * 200, "notes": "a" * 20_000, "outcome": "noted"} for _ in range(500)]
    people = [{"name": f"Person {n % 990}", "organisation": None, "present": True} for n in range(1000)]
    big = small(agenda=items, people=people)
    assert record.read(record.dump(big), "big.json") == big


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"agenda": [{"title": "A"}] * 3 + [{"minutes": "ten"}]}, "“agenda[3].minutes” must be a number"),
        ({"agenda": [{"minutes": True}]}, "“agenda[0].minutes” must be a number"),
        ({"agenda": [{"minutes": -5}]}, "“agenda[0].minutes” must be a number"),
        (
            {"agenda": [{"label": "Decision"}]},
            "“agenda[0].label” must be one of: decision, update, discussion.",
        ),
        ({"agenda": [{"outcome": ["noted"]}]}, "“agenda[0].outcome” must be one of"),
        (
            {"agenda": [{"decisions": [{"review_date": "soon"}]}]},
            "“agenda[0].decisions[0].review_date” must be a date",
        ),
        (
            {"agenda": [{"decisions": [{"objections": [3]}]}]},
            "“agenda[0].decisions[0].objections[0]” must be an object",
        ),
        ({"agenda": [{"actions": {}}]}, "“agenda[0].actions” must be a list"),
        ({"agenda": [None]}, "“agenda[0]” must be an object"),
        ({"agenda": None}, "“agenda” is missing"),
        ({"date": "2026-02-30"}, "“date” must be a date such as 2026-05-14"),
        ({"date": "14.5.2026"}, "“date” must be a date"),
        ({"start": "9:30"}, "“start” must be a time such as 14:05"),
        ({"timezone": "Middle Earth/Shire"}, "“timezone” must be a time zone's IANA name"),
        ({"timezone": "../../etc/passwd"}, "“timezone” must be a time zone's IANA name"),
        ({"people": [{"presence": [["14:05"]]}]}, "“people[0].presence[0]” must be a pair of times"),
        ({"people": [{"present": "yes"}]}, "“people[0].present” must be true or false"),
        ({"facilitators": ["Amina", None]}, "“facilitators[1]” must be text"),
        ({"title": 7}, "“title” must be text"),
        ({"title": "a\0b"}, "“ab” holds a NUL character"),
        ({"else": ["\ud800"]}, "lone surrogate"),
        ({"version": 2}, "“version” is 2, and this Coalmeet reads version 1"),
        ({"version": True}, "“version” must be the whole number 1"),
        ({"version": "1"}, "“version” must be the whole number 1"),
        ({"format": "calendar"}, "this is not a meeting record"),
    ],
)
def test_what_is_wrong_is_named(change: dict[str, Any], told: str) -> None:
    sentence = refusal(text(**change))
    assert sentence.startswith("may.json: ")
    assert told in sentence


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "the file is empty"),
        (b"  \n", "the file is empty"),
        (b"[]", "not a meeting record"),
        (b'{"format": ', "cannot be read from line 1"),
        (b"\xff\xfe{\0}\0", "not UTF-8"),
        (b'{"format": "\xe9"}', "not UTF-8 (byte 13)"),
        (b'{"a": 1, "a": 2}', "the key “a” stands twice"),
        (b'{"a": NaN}', "is not a number"),
        (b'{"a": 1e999}', "is too large"),
        (b'{"a": ' + b"9" * 5000 + b"}", "is too large"),
        (b"[[]" + b",[]" * 2_000_000 + b"]", "more stands in it than any meeting"),
        (b"[" * 100_000, "nested more than"),
        (b'{"a": ' + b"[" * 100 + b"]" * 100 + b"}", "nested more than"),
    ],
)
def test_what_is_no_record_at_all(data: bytes, told: str) -> None:
    assert told in refusal(data)


def test_a_byte_order_mark_is_no_reason_to_refuse() -> None:
    assert record.read(b"\xef\xbb\xbf" + text().encode(), "may.json") == small()


def test_null_stands_for_missing_everywhere_but_in_the_first_keys() -> None:
    empty = {"title": None, "label": None, "decisions": None, "actions": [{"text": None, "due": None}]}
    meeting = small(agenda=[empty], people=None, start=None, timezone=None)
    assert record.read(json.dumps(meeting), "may.json") == meeting


def test_the_same_record_is_known_again_however_it_is_laid_out() -> None:
    one = small(title="May", place="Zürich")
    other = dict(reversed(one.items()))
    assert record.digest(one) == record.digest(other)
    assert record.digest(one) != record.digest({**one, "title": "June"})


def test_a_planned_meeting_is_told_from_one_that_was_held() -> None:
    assert record.is_planned(small(agenda=[{"title": "Budget", "outcome": None, "notes": ""}]))
    assert not record.is_planned(small(agenda=[{"title": "Budget", "outcome": "not reached"}]))
    assert not record.is_planned(small(agenda=[{"title": "Budget", "notes": "We talked."}]))
    assert not record.is_planned(small(people=[{"name": "Amina", "present": True}]))
