"""Small words of the minutes that an absent member goes by: until when, which year, what an emergency decided."""

from __future__ import annotations

from typing import Any

import pytest

from coalmeet.meeting.minutes import minutes
from coalmeet.meeting.minutes_values import Minutes
from coalmeet.meeting.minutes_words import minutes_used, near

MEMBERS = [{"organisation": "Harbour Union", "present": True}, {"organisation": "Quayside", "present": False}]


def told(*agenda: dict[str, Any]) -> Minutes:
    record = {"format": "coalmeet.meeting", "version": 1, "date": "2026-10-29", "state": "draft"}
    return minutes({**record, "members": MEMBERS, "agenda": list(agenda)})


def decided(outcome: str, **more: object) -> dict[str, Any]:
    return {"number": "D1", "text": "We pay the bail.", "outcome": outcome, **more}


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-01-08", "Thu 8 Jan"),
        ("2026-12-03", "Thu 3 Dec"),
        ("2027-01-05", "Tue 5 Jan"),
        ("2027-04-29", "29 April 2027"),
        ("2025-11-29", "Sat 29 Nov"),
        ("2025-06-12", "12 June 2025"),
    ],
)
def test_a_day_names_its_year_where_another_could_be_meant(day: str, said: str) -> None:
    assert near(day, "2026-10-29" if day > "2026" else "2026-01-08") == said


def test_who_was_away_reads_how_long_an_objection_is_heard_before_the_minutes_have_gone_round() -> None:
    item = {"title": "Bail", "outcome": "provisional", "decisions": [decided("provisional", window_days=14)]}
    (request,) = told(item).requests
    assert request.until == "within 14 days from when these minutes go round"
    item["decisions"] = [decided("provisional", window_days=14, provisional_until="2026-11-12")]
    assert told(item).requests[0].until == "by Thu 12 Nov"


def test_an_emergency_that_holds_for_all_is_not_called_provisional() -> None:
    called = {"title": "Bail", "emergency": {"called_by": "Harbour Union"}}
    (for_now,) = told({**called, "decisions": [decided("provisional")]}).items
    (for_good,) = told({**called, "decisions": [decided("agreed")]}).items
    assert "provisional" in for_now.remarks[0]
    assert for_good.remarks[0] == "An emergency: it was put first."


def test_a_title_that_ends_with_a_colon_ends_no_sentence() -> None:
    said = " ".join(
        told(*({"title": one, "outcome": "noted"} for one in ("Who leads:", "Fund.", "Hall,"))).in_one_minute
    )
    assert "Who leads; Fund; Hall." in said


@pytest.mark.parametrize(
    ("planned", "used", "said"),
    [(10, 0.4, "1 min of 10 planned"), (10, 9.1, "9 min of 10 planned"), (5, 5.5, "6 min, planned 5")],
)
def test_time_is_told_in_whole_minutes(planned: float, used: float, said: str) -> None:
    assert minutes_used(planned, used) == said


def test_an_item_that_was_to_decide_and_did_not_says_so() -> None:
    undecided, talked = told(
        {"title": "Fund", "label": "decision", "outcome": "noted"},
        {"title": "Hall", "label": "discussion", "outcome": "noted"},
    ).items
    (reviewed,) = told(
        {"title": "Rota", "label": "decision", "outcome": "noted", "looked_again": {"ending": "kept"}}
    ).items
    assert undecided.outcome == "No decision noted"
    assert reviewed.outcome == "", "what came of the review is remarked on below its title"
    assert talked.outcome == ""
