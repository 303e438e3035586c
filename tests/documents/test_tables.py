"""Actions and decisions for a spreadsheet: all rows, dates as dates, and no formula that anybody typed."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalmeet.documents.ics import ics
from coalmeet.documents.plain import plain
from coalmeet.documents.tables import actions_csv, decisions_csv
from coalmeet.meeting.minutes import minutes


def rows(text: str) -> list[dict[str, str]]:
    """As a spreadsheet reads it."""
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def test_every_action_is_a_row(rich: dict[str, Any]) -> None:
    found = rows(actions_csv(minutes(rich)))
    assert [(one["Action"], one["Owner"], one["Due"], one["State"]) for one in found] == [
        ("Book a hall", "", "", "nobody yet"),
        ("Print the form", "Ana Sousa", "2026-05-20", "asked"),
        ("Publish the form", "Sana Iqbal", "2026-05-28", "open"),
    ]
    assert {(one["Meeting"], one["Date"]) for one in found} == {("Assembly of members", "2026-05-14")}


def test_every_decision_is_a_row_in_its_exact_words(rich: dict[str, Any]) -> None:
    found = rows(decisions_csv(minutes(rich), rich))
    kept = [one for entry in rich["agenda"] for one in entry.get("decisions") or ()]
    assert [one["Exact words"] for one in found] == [one["text"] for one in kept]
    assert [one["Number"] for one in found] == ["D1", "D2"]
    assert (found[0]["Review date"], found[0]["Objections until"]) == ("2026-09-10", "2026-05-28")
    assert found[1]["Outcome"] == "Not passed: objection stands"


@pytest.mark.parametrize(
    "typed", ["=1+1", "+49 30 1234", "-5", "@SUM(A1)", "\t=1", "  =cmd|' /C calc'!A0", "\n=1", "＝1"]
)
def test_what_was_typed_is_no_formula(typed: str) -> None:
    record = {
        "format": "coalmeet.meeting", "version": 1, "date": "2026-05-14", "title": typed,
        "agenda": [{"title": typed, "actions": [{"text": typed, "owner": typed, "organisation": typed}]}],
    }  # fmt: skip
    (row,) = rows(actions_csv(minutes(record)))
    for cell in (row["Action"], row["Owner"], row["Organisation"], row["Meeting"]):
        assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝"))
        assert "".join(typed.split()) in "".join(cell.split())


@given(st.text(max_size=40))
def test_every_character_comes_back(text: str) -> None:
    record = {
        "format": "coalmeet.meeting", "version": 1, "date": "2026-05-14",
        "agenda": [{"title": "a", "actions": [{"text": text or "x"}]}],
    }  # fmt: skip
    (row,) = rows(actions_csv(minutes(record)))
    assert "".join(plain(text or "x").split()) in "".join(row["Action"].split())


def test_a_decision_without_words_is_no_row_and_stops_no_other() -> None:
    record = {
        "format": "coalmeet.meeting", "version": 1, "date": "2026-05-14",
        "agenda": [{"title": "a", "decisions": [{"text": "", "outcome": "agreed"}, {"text": "We go."}]}],
    }  # fmt: skip
    assert [one["Exact words"] for one in rows(decisions_csv(minutes(record), record))] == ["We go."]
    assert b"BEGIN:VCALENDAR" in ics(minutes(record), record)
