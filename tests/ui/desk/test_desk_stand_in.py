"""Whoever should facilitate or take notes is missing: the desk proposes who stands in, and one click takes it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coalmeet.meeting.moves import flow, people
from coalmeet.store.edit import edit
from tests.ui.desk.conftest import DAY, MINUTE


@pytest.fixture
def held(book):
    """At the last three meetings all came; Tenants’, Housing Action and Legal Aid led, Food Bank took notes."""
    with book.writing() as con:
        for number in range(3):
            edit(
                con,
                book,
                "meeting",
                f"b{number}",
                date=DAY - timedelta(weeks=4 * (3 - number)),
                source="live",
            )
            led = f"o{number}"
            edit(
                con, book, "turn", f"b{number}",
                planned=led, actual=led, noted="o3", present=tuple(f"o{n}" for n in range(8)),
            )  # fmt: skip
    return book


@pytest.fixture
def desk(held, robot):
    return robot


def comes(robot, *numbers: int) -> None:
    """The delegates of these organisations, and the meeting begins."""
    robot.clock.wall += 5 * MINUTE
    robot.live.do(people.arrive_all, [f"p{number}d" for number in numbers])
    robot.live.do(flow.start_item, "opening")
    robot.settles()


def alert(robot, role: str):
    return robot.desk.parts.alerts.line(role)


def test_the_planned_facilitator_is_missing_and_the_most_credit_of_those_here_is_asked(desk):
    comes(desk, 1, 2, 5)
    words = "Amina Diallo is not here to facilitate. Care Workers 7 has most credit of those who came: 0.38."
    assert alert(desk, "facilitator").words == words
    assert not desk.sees("They are not here yet"), "it is said once, where it can be answered"
    desk.clicks("Sam Price facilitates")
    assert desk.meeting.facilitator == "p5d"
    assert desk.meeting.facilitators[-1].reason == "Amina Diallo was not there"
    assert alert(desk, "facilitator") is None


def test_nothing_is_said_while_people_are_still_being_noted(desk):
    desk.arrive("Rosa Blum")
    assert alert(desk, "facilitator") is None
    assert desk.sees("They are not here yet: if somebody stands in, press Shift+W.")
    desk.presses("Shift+W")
    assert desk.desk.parts.beside.card.who.currentText() == "Rosa Blum, Housing Action", (
        "the card proposes her"
    )
    desk.presses("Enter")
    assert (desk.meeting.facilitator, desk.meeting.facilitators[-1].reason) == (
        "p1d",
        "Amina Diallo was not there",
    )


def test_who_leaves_in_mid_meeting_is_stood_in_for_by_their_own_organisation_first(desk):
    comes(desk, 0, 1, 4)
    desk.live.do(people.arrive, "p0a")
    assert alert(desk, "facilitator") is None
    desk.live.do(people.depart, "p0d")
    desk.settles()
    words = "Amina Diallo is not here to facilitate. It is the turn of Tenants’ Union."
    assert alert(desk, "facilitator").words == words
    desk.clicks("Pavel Novák facilitates")
    assert desk.meeting.facilitators[-1].reason == "Amina Diallo had to leave"


def test_a_broken_line_is_no_absence(desk):
    comes(desk, 0, 1, 4)
    desk.live.do(people.lose_line, ["p0d"])
    desk.settles()
    assert alert(desk, "facilitator") is None


def test_a_line_put_away_is_not_said_again_of_the_same_person(desk):
    comes(desk, 1, 2)
    alert(desk, "facilitator").findChildren(type(desk.button("Put this line away")))[-1].click()
    desk.settles()
    desk.live.do(people.arrive, "p1a")
    desk.settles()
    assert alert(desk, "facilitator") is None


def test_the_note_taker_is_missing_and_the_credit_for_notes_decides(desk):
    comes(desk, 0, 1, 3)
    said = "Yusuf Tan is not here to take notes. Housing Action"
    assert alert(desk, "note_taker").words.startswith(said), "Food Bank took them three times, Tenants’ leads"
    desk.clicks("Rosa Blum takes notes")
    assert desk.meeting.note_taker == "p1d"


def test_at_the_close_the_rotation_proposes_who_takes_notes_beside_who_facilitates(desk):
    desk.goes_to("closing")
    tool = desk.desk.parts.tools.tool
    leads, notes = tool.next_facilitator, tool.next_note_taker
    first = notes._chosen()
    assert first != leads._chosen, "one organisation does not do both where another can"
    leads._choose(first)
    leads.accepts.click()
    desk.settles()
    assert desk.meeting.next_time.organisation == first
    assert notes._chosen() != first, "it facilitates now, so another is asked to take notes"
    asked = notes._chosen()
    notes.skip.click()
    desk.settles()
    assert desk.meeting.next_time.notes.passed_over == (asked,)
    assert desk.meeting.next_time.passed_over == ()
    assert notes._chosen() != asked
    notes.accepts.click()
    desk.settles()
    assert desk.meeting.next_time.notes.organisation == notes._chosen()
    assert desk.meeting.next_time.notes.how == "skipped"
    assert not notes.accepts.isVisible()


def test_nobody_has_to_agree_who_takes_notes(desk):
    desk.goes_to("closing")
    desk.presses("Ctrl+Enter")
    assert desk.meeting.closed_at
    assert desk.meeting.next_time.notes.organisation == ""
