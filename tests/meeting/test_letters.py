"""Who was away, or left early, gets a letter that begins with what concerns them, and nobody else gets one."""

from __future__ import annotations

from typing import Any

from coalmeet.meeting.letters import Letter, letters
from coalmeet.meeting.minutes import minutes

Record = dict[str, Any]
FUND = {
    "text": "We open the strike fund.",
    "outcome": "provisional",
    "provisional_until": "2026-05-28",
    "left_before": ["Mill Road"],
    "objections": [{"organisation": "Renters", "reason": "paper shuts people out", "answered_by_version": 2}],
}
HALL = {"text": "We book the hall.", "outcome": "agreed"}


def record(*decisions: Record, actions: tuple[Record, ...] = (), **keys: Any) -> Record:
    return {
        "format": "coalmeet.meeting",
        "version": 1,
        "date": "2026-05-14",
        "title": "Assembly",
        "facilitators": ["Priya"],
        "members": [
            {"organisation": "Quayside", "present": False},
            {"organisation": "Mill Road", "present": True},
        ],
        "people": [{"name": "Ana", "organisation": "Quayside", "present": False}],
        "agenda": [{"title": "Fund", "decisions": list(decisions), "actions": list(actions)}],
        "next_date": "2026-06-11",
        **keys,
    }


def of(whole: Record) -> dict[str, Letter]:
    return {one.organisation: one for one in letters(minutes(whole), whole)}


def parts(letter: Letter) -> dict[str, str]:
    return {part.heading: "\n".join(part.texts) for part in letter.parts}


def test_who_was_away_reads_everything_that_was_decided_without_them() -> None:
    told = parts(of(record(FUND, HALL))["Quayside"])
    decided = told["These were decided without you"]
    assert "D1: We open the strike fund." in decided
    assert "Renters: paper shuts people out. Resolved by version 2." in decided
    assert "D2: We book the hall.\nAdopted." in decided


def test_who_left_early_reads_only_what_came_after() -> None:
    told = parts(of(record(FUND, HALL))["Mill Road"])
    assert "D1: We open the strike fund." in told["This was decided after you left"]
    assert "hall" not in str(told)


def test_it_says_to_whom_how_and_until_when_to_object() -> None:
    told = parts(of(record(FUND))["Quayside"])["How you can object"]
    assert "Answer this letter, or ring Priya." in told
    assert "D1: until the end of Thursday 28 May 2026." in told


def test_what_holds_asks_for_no_objection() -> None:
    told = parts(of(record(HALL))["Quayside"])
    assert "How you can object" not in told
    assert "You are asked to" not in told


def test_work_that_was_proposed_to_somebody_away_stands_in_their_organisations_letter() -> None:
    asked = {
        "text": "Print the form",
        "owner": "Ana",
        "organisation": "Quayside",
        "asked": True,
        "due": "2026-05-20",
    }
    told = parts(of(record(actions=(asked,)))["Quayside"])
    assert told["You are asked to"] == "Say whether you take on A1: Print the form"
    assert "A1: Print the form (Ana, asked, Quayside · by Wed 20 May)" in told["Your work from this meeting"]


def test_nothing_decided_and_the_next_meeting_are_said_too() -> None:
    letter = of(record())["Quayside"]
    assert any("Nothing was decided without you." in part.texts for part in letter.parts)
    assert "Thursday 11 June 2026" in parts(letter)["Next time"]


def test_who_was_there_to_the_end_gets_no_letter() -> None:
    assert set(of(record(HALL))) == {"Quayside"}
    assert of(record(HALL, members=[])) == {}


def test_notes_off_the_record_are_in_no_letter() -> None:
    whole = record(HALL)
    whole["agenda"][0] |= {"notes": "said in confidence", "off_record": True}
    assert "confidence" not in str(of(whole))
