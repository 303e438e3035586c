"""Roles that only some meetings know: taken, handed on, given up, and named in the minutes."""

from __future__ import annotations

from typing import Any

import pytest

from coalmeet.meeting import events
from coalmeet.meeting.leading import holder, holders
from coalmeet.meeting.minutes import minutes
from coalmeet.meeting.moves import people, roles
from coalmeet.meeting.record import record


@pytest.fixture
def everybody(facilitator: Any) -> Any:
    return facilitator.do(people.arrive_all, ["p0", "p1", "p2"])


def told(one: Any) -> dict[str, tuple[str, ...]]:
    return {fact.label: fact.texts for fact in minutes(record(one.meeting, {})).attendance.roles}


def test_a_role_is_handed_on_in_the_middle_and_the_minutes_name_both(everybody: Any) -> None:
    everybody.do(roles.take_role, "timekeeper", "p1").later(20).do(roles.take_role, "timekeeper", "p2")
    assert holder(everybody.meeting, "timekeeper") == "p2"
    assert told(everybody)["Timekeeper"] == ("Łukasz Zieliński; Sana Iqbal",)


def test_where_nobody_wants_them_nothing_is_said_of_them(everybody: Any) -> None:
    assert not {"Co-facilitator", "Timekeeper", "Stack keeper"} & told(everybody).keys()


def test_who_learns_to_facilitate_is_named_at_the_opening(facilitating: Any) -> None:
    opened = facilitating(co_facilitator="p2")
    opened.do(people.arrive_all, ["p0", "p2"])
    assert told(opened)["Co-facilitator"] == ("Sana Iqbal",)


def test_who_was_named_and_never_came_had_no_role(facilitating: Any) -> None:
    opened = facilitating(co_facilitator="p3")
    opened.do(people.arrive_all, ["p0", "p2"]).do(roles.take_role, "co_facilitator", "p2")
    assert holders(opened.meeting, "co_facilitator") == ("p2",)


def test_what_is_refused_says_what_to_do(everybody: Any) -> None:
    assert "Note their arrival first" in everybody.refused(roles.take_role, "timekeeper", "p3")
    assert "Choose a role" in everybody.refused(roles.take_role, "king", "p1")
    assert "facilitates" in everybody.refused(roles.take_role, "co_facilitator", "p0")
    assert "Nobody has this role" in everybody.refused(roles.take_role, "timekeeper", "")
    everybody.do(people.add_person, events.Seat("guest", "Maren Holt", "", "guest"))
    everybody.do(roles.take_role, "timekeeper", "guest")
    assert "already" in everybody.refused(roles.take_role, "timekeeper", "guest")
