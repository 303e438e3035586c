"""Which minutes a year book holds, how its decisions stand today, and who did the work, counted fairly."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from coalmeet.coalition.decision import Decision, DecisionEntry
from coalmeet.coalition.organisation import Organisation
from coalmeet.coalition.turn import Turn
from coalmeet.coalition.year_book import Held, year_book
from coalmeet.errors import NotAllowed
from tests.documents.year_of_meetings import a_record, gathered, held


def titles(book: object) -> list[str]:
    return [chapter.minutes.title for chapter in book.chapters]  # type: ignore[attr-defined]


def not_held(month: int, state: str) -> Held:
    one = held(a_record(month))
    return replace(one, record=None, state=state)


def test_only_approved_minutes_are_in_it_and_the_others_are_named_with_the_reason() -> None:
    year = [a_record(3, state="draft"), a_record(1), a_record(2, state="circulated"), not_held(12, "planned")]
    book = year_book(gathered(year))
    assert titles(book) == ["Meeting 1"]
    assert book.left_out == (
        ("14 Feb 2026: Meeting 2", "Circulated, not yet approved"),
        ("14 Mar 2026: Meeting 3", "Draft, not yet approved"),
        ("14 Dec 2026: Meeting 12", "Planned, not yet held"),
    )


def test_those_that_went_round_come_in_when_that_is_wished_and_drafts_never() -> None:
    year = [a_record(1), a_record(2, state="circulated"), a_record(3, state="draft")]
    book = year_book(gathered(year), circulated=True)
    assert titles(book) == ["Meeting 1", "Meeting 2"]
    assert [meeting for meeting, _why in book.left_out] == ["14 Mar 2026: Meeting 3"]


def test_a_record_from_elsewhere_is_in_it() -> None:
    assert titles(year_book(gathered([a_record(4, state="")]))) == ["Meeting 4"]


@pytest.mark.parametrize(
    ("year", "says"),
    [
        ([], "No meeting was held from 1 January 2026 to 31 December 2026."),
        ([a_record(1, state="circulated")], "take in what only went round"),
        ([a_record(1, state="draft")], "Let minutes go round, and approve them"),
    ],
)
def test_an_empty_period_says_what_to_do(year: list[dict[str, object]], says: str) -> None:
    with pytest.raises(NotAllowed, match=says):
        year_book(gathered(year))


def test_each_decision_says_how_it_stands_today() -> None:
    first, second = a_record(1, "Open the fund."), a_record(2, "Print the leaflet.")
    rows = [
        Decision(
            "a", "meeting-2026-01-14", "", "D1", "Open the fund.", "agreed", review_date=date(2026, 7, 1)
        ),
        Decision("b", "meeting-2026-02-14", "", "D1", "Print the leaflet.", "agreed"),
    ]
    ended = DecisionEntry("e", "b", "ended", date(2026, 5, 1))
    book = year_book(gathered([first, second], decisions=rows, entries=[ended]))
    (fund,), (leaflet,) = (chapter.decisions for chapter in book.chapters)
    assert (fund[0].text, fund[1].state, fund[1].review) == ("Open the fund.", "Review past", "1 July 2026")
    assert leaflet[1].state == "Ended"


def test_what_was_decided_outside_a_meeting_is_in_the_register() -> None:
    row = Decision(
        "a", "", "", "", "Close the hall.", "agreed", decided_on=date(2026, 5, 1), decided_by="The chair"
    )
    earlier = replace(row, id="b", decided_on=date(2025, 5, 1))
    (one,) = year_book(gathered([a_record(1)], decisions=[row, earlier])).outside
    assert (one.text, one.day, one.by) == ("Close the hall.", "1 May 2026", "The chair")


def test_work_is_counted_by_organisation_since_it_joined() -> None:
    old, new = Organisation("o", "Old Hands"), Organisation("n", "Newcomers", joined=date(2026, 2, 1))
    never, known = Organisation("x", "Never There"), Organisation("k", "Only Mentioned", member=False)
    turns = [
        Turn("meeting-2026-01-14", date(2026, 1, 14), ("o",), actual="o", noted="o"),
        Turn("meeting-2026-02-14", date(2026, 2, 14), ("o", "n"), actual="n"),
        Turn("meeting-2025-02-14", date(2025, 2, 14), ("o", "n"), actual="n"),
    ]
    told = gathered([a_record(1), a_record(2)], turns=turns, organisations=[old, new, never, known])
    counted = [
        (one.name, one.came, one.of, one.facilitated, one.noted) for one in year_book(told).organisations
    ]
    assert counted == [("Never There", 0, 2, 0, 0), ("Newcomers", 1, 1, 1, 0), ("Old Hands", 2, 2, 1, 1)]


def test_entries_of_one_name_are_one_line_on_paper() -> None:
    twice = [Organisation("a", "Old Hands", member=False), Organisation("b", "Old  Hands", member=False)]
    turns = [
        Turn("meeting-2026-01-14", date(2026, 1, 14), ("a",), actual="a"),
        Turn("meeting-2026-02-14", date(2026, 2, 14), ("a", "b"), actual="b"),
    ]
    told = gathered([a_record(1), a_record(2)], turns=turns, organisations=twice)
    (one,) = year_book(told).organisations
    assert (one.name, one.came, one.of, one.facilitated) == ("Old Hands", 2, 2, 2)


def test_decisions_stand_in_the_order_in_which_they_were_taken() -> None:
    record = a_record(1)
    later = {"number": "D2", "text": "We wait.", "outcome": "postponed"}
    record["agenda"][0]["decisions"].insert(0, later)
    (chapter,) = year_book(gathered([record])).chapters
    assert [one.number for one, _later in chapter.decisions] == ["D2", "D1"]


def test_people_without_an_organisation_are_counted_too() -> None:
    people = [
        {"name": "Ana", "present": True},
        {"name": "Ben", "present": True, "organisation": "Old Hands"},
        {"name": "Chi", "present": False},
    ]
    year = [
        a_record(1, people=people, facilitators=["Ana"]),
        a_record(2, people=people, note_takers=["Ana"]),
        a_record(3),
    ]
    book = year_book(gathered(year))
    assert [(one.name, one.came, one.of, one.facilitated, one.noted) for one in book.people] == [
        ("Ana", 2, 2, 1, 1)
    ]
    assert book.unknown == 1


def test_a_whole_year_is_named_by_it() -> None:
    told = gathered([a_record(1)])
    assert year_book(told).title == "Year book 2026"
    assert year_book(replace(told, last=date(2027, 12, 31))).title == "Year book 2026–2027"
    assert year_book(replace(told, last=date(2026, 6, 30))).title == "Book of minutes"
