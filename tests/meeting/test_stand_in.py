"""Who stands in when the facilitator is missing: the organisation with most credit, of those who came."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from coalmeet.coalition.organisation import Organisation
from coalmeet.coalition.turn import Turn, TurnNote
from coalmeet.meeting.rotation import Standing, standings
from coalmeet.meeting.rotation_stand_in import stand_in, why_stand_in

ABCD = tuple(Organisation(id, f"Org {id}") for id in "ABCD")


def today(*led: str, notes: tuple[TurnNote, ...] = ()) -> tuple[Standing, ...]:
    """Where each stands for a meeting after these, to which all came."""
    first = date(2026, 1, 1)
    history = [
        Turn(f"m{n}", first + timedelta(days=30 * n), tuple("ABCD"), one, one) for n, one in enumerate(led)
    ]
    return standings(history, ABCD, date(2026, 12, 1), notes, "today")


def asked(order: tuple[Standing, ...], here: str) -> str:
    found = stand_in(order, here)
    return found.organisation.id if found else ""


def test_the_most_credit_of_those_here_is_asked_and_it_is_said_why() -> None:
    order = today("A", "B", "A")
    assert asked(order, "AB") == "B"
    assert why_stand_in(order, "AB") == "Org B has most credit of those who came: −0.25."
    assert asked(order, "ABCD") == "C"
    assert why_stand_in(order, "ABCD") == "Org C comes first of those here, with a credit of 0.75."


def test_whoever_came_can_be_asked_though_nobody_expected_them() -> None:
    seldom = today("A", "B", "A", notes=(TurnNote("n", "m2", "C", "away_next"),))
    assert asked(seldom, "AC") == "C"


def test_one_that_asked_to_be_skipped_is_asked_only_where_nobody_else_can() -> None:
    order = today("A", "B", "A", notes=(TurnNote("n", "today", "C", "skip"),))
    assert asked(order, "BC") == "B"
    assert why_stand_in(order, "BC") == "Org B has most credit of those here that are free: −0.25."
    assert asked(order, "C") == "C"
    assert why_stand_in(order, "C") == "Org C is the only one here that can."


def test_nobody_is_asked_who_does_not_facilitate() -> None:
    order = tuple(replace(one, facilitates=one.organisation.id == "A") for one in today("A", "A"))
    assert asked(order, "BCD") == ""
    assert why_stand_in(order, "BCD") == ""
    assert asked(order, "ABCD") == "A"
