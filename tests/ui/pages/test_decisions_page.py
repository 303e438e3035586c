"""The decisions so far: exact words, state, review, search, and the way back onto an agenda."""

from datetime import date

import pytest

from coalmeet.store import agenda, incoming
from ui.decisions.page import DecisionsPage

HELD = {
    "format": "coalmeet.meeting",
    "version": 1,
    "date": "2026-05-28",
    "title": "May meeting",
    "agenda": [
        {
            "title": "Money",
            "outcome": "agreed",
            "decisions": [
                {
                    "number": "D1",
                    "text": "Each member gives forty a month.",
                    "outcome": "agreed",
                    "review_date": "2026-11-28",
                    "concerns": [{"organisation": "Allotment Society", "text": "Forty is much in winter."}],
                },
                {"number": "D2", "text": "Zoë keeps the book.", "outcome": "agreed"},
                {"number": "D3", "text": "We buy a van.", "outcome": "not agreed"},
            ],
        }
    ],
}


@pytest.fixture
def page(show, book, opened) -> DecisionsPage:
    with opened.writing() as con:
        incoming.take_in(con, opened, HELD)
    return show(DecisionsPage())


def shown(page) -> list[tuple[str, str]]:
    return [(row.title, row.state) for row in page.list._model.rows]


def test_decisions_stand_with_their_exact_words_and_their_state(page):
    assert shown(page) == [
        ("Each member gives forty a month.", "Review due"),
        ("Zoë keeps the book.", "In force"),
        ("We buy a van.", "Not agreed"),
    ]
    assert page.list._model.rows[0].below == "Decided 28 May 2026 · review 28 Nov 2026"


def test_only_what_was_adopted_is_called_decided(page):
    below = {row.title: row.below for row in page.list._model.rows}
    assert below["Zoë keeps the book."] == "Decided 28 May 2026"
    assert below["We buy a van."] == "at the meeting of 28 May 2026"


def test_a_group_shows_how_many_and_which(page):
    assert page.groups.button("look").text() == "Needs a look 1"
    assert page.groups.button("past").isHidden()
    page.groups.button("look").click()
    assert shown(page) == [("Each member gives forty a month.", "Review due")]


def test_words_are_found_without_accents(page):
    page.search.setText("zoe BOOK")
    assert [title for title, _state in shown(page)] == ["Zoë keeps the book."]
    page.search.setText("submarine")
    assert shown(page) == []
    assert page.detail.isHidden()


def test_the_chosen_one_tells_its_concern_as_the_minutes_do(page):
    words = [label.text() for label in page.detail.findChildren(type(page.detail.words))]
    assert "Each member gives forty a month." in words
    assert any("Forty is much in winter." in one for one in words)


def test_a_decision_comes_back_onto_the_next_agenda_in_its_own_words(page, book):
    page.bring_back(page._seen[0].decision.id)
    items = book.read(agenda.items, "coming")
    again = items[-2]
    assert (again.title, again.label) == ("Look again: Each member gives forty a month.", "decision")
    assert again.proposal == "Each member gives forty a month."
    assert items[-1].built_in == "closing"
    page.done.way.click()
    assert again.id not in {item.id for item in book.read(agenda.items, "coming")}


def test_without_a_planned_meeting_it_says_what_to_do(page, book):
    book.edit("Long ago", "meeting", "coming", date=date(2026, 1, 1))
    page.bring_back(page._seen[0].decision.id)
    assert page.refusal.text().startswith("No meeting is planned.")


def test_a_file_without_decisions_says_where_they_come_from(show):
    page = show(DecisionsPage())
    assert not page._empty.isHidden()
