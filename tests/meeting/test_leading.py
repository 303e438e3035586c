"""Who led, who should have, who took notes: as the rotation keeps it and as the minutes tell it."""

from __future__ import annotations

from typing import Any

import pytest

from coalmeet.coalition.outcomes import outcomes
from coalmeet.coalition.turn import Turn
from coalmeet.meeting.minutes import minutes
from coalmeet.meeting.moves import closing, flow, people
from coalmeet.meeting.record import record
from coalmeet.meeting.state import NextTime

STAKE = "Their organisation is a party in the decision."


@pytest.fixture
def everybody(facilitator: Any) -> Any:
    """All four are here; Priya of Harbour Union facilitates, as planned."""
    facilitator.do(people.arrive_all, ["p0", "p1", "p2", "p3"])
    return facilitator


def turn(one: Any) -> Turn:
    return outcomes("m", one.meeting).turn


def told(one: Any) -> dict[str, tuple[str, ...]]:
    """The roles in the minutes."""
    found = minutes(record(one.meeting, {}, prepared_by="Sana Iqbal"))
    return {fact.label: fact.texts for fact in found.attendance.roles}


def spends(one: Any, item: str, minutes: int) -> None:
    """The meeting is in an item for so long."""
    one.do(flow.start_item, item)
    one.now += minutes * 60_000
    one.do(flow.end_item, "noted")


def test_whoever_takes_over_one_decision_has_not_taken_the_turn(everybody: Any) -> None:
    spends(everybody, "news", 30)
    everybody.do(people.hand_over, "p1", STAKE)
    spends(everybody, "fund", 10)
    everybody.do(flow.close_meeting)
    assert (turn(everybody).planned, turn(everybody).actual, turn(everybody).reason) == ("o0", "o0", "")
    assert told(everybody)["Facilitated by"] == ("Priya Raman; Łukasz Zieliński",)
    assert told(everybody)["Handed over"] == (
        "18:30 to Łukasz Zieliński: Their organisation is a party in the decision",
    )
    assert "Planned facilitator" not in told(everybody)


def test_who_stands_in_for_most_of_the_meeting_has_the_turn_and_the_reason_is_kept(everybody: Any) -> None:
    spends(everybody, "temperature", 5)
    everybody.do(people.hand_over, "p2", "Priya lost her voice.")
    spends(everybody, "news", 30)
    everybody.do(flow.close_meeting)
    found = turn(everybody)
    assert (found.planned, found.actual, found.reason) == ("o0", "o2", "Priya lost her voice.")
    assert told(everybody)["Planned facilitator"] == ("Priya Raman",)


def test_who_was_named_and_never_came_did_not_facilitate(facilitator: Any) -> None:
    facilitator.do(people.arrive_all, ["p1", "p2", "p3"])
    facilitator.do(people.hand_over, "p1", "Priya is ill.")
    spends(facilitator, "news", 5)
    facilitator.do(people.arrive, "p0")  # well again, and glad to listen
    facilitator.do(flow.close_meeting)
    assert told(facilitator)["Facilitated by"] == ("Łukasz Zieliński",)
    assert told(facilitator)["Planned facilitator"] == ("Priya Raman",)
    assert (turn(facilitator).planned, turn(facilitator).actual) == ("o0", "o1")


def test_a_stand_in_who_takes_over_late_pays_for_the_turn_of_one_that_was_never_here(
    facilitator: Any,
) -> None:
    facilitator.do(people.arrive_all, ["p1", "p2", "p3"])
    spends(facilitator, "temperature", 20)
    facilitator.do(people.hand_over, "p1", "Priya was not there")
    spends(facilitator, "news", 5)
    assert (turn(facilitator).planned, turn(facilitator).actual) == ("o0", "o1")


def test_a_stand_in_named_beforehand_leaves_the_turn_where_it_was(facilitating: Any) -> None:
    meeting = facilitating(turn="o3", stand_in_reason="Ruth moves house")
    meeting.do(people.arrive_all, ["p0", "p1"])
    spends(meeting, "news", 5)
    meeting.do(flow.close_meeting)
    found = turn(meeting)
    assert (found.planned, found.actual, found.reason) == ("o3", "o0", "Ruth moves house")
    assert told(meeting)["Facilitated by"] == ("Priya Raman",)
    assert told(meeting)["Planned facilitator"] == ("Legal Aid (Ruth moves house)",)


def test_everybody_who_took_notes_is_named_and_who_prepared(everybody: Any) -> None:
    everybody.do(people.change_note_taker, "p1")
    everybody.do(people.change_note_taker, "p2")
    assert "Sana Iqbal takes notes already" in everybody.refused(people.change_note_taker, "p2")
    everybody.do(people.depart, "p3")
    assert "is not here. Note their arrival first" in everybody.refused(people.change_note_taker, "p3")
    everybody.do(flow.close_meeting)
    assert told(everybody)["Notes by"] == ("Łukasz Zieliński; Sana Iqbal",)
    assert told(everybody)["Prepared by"] == ("Sana Iqbal",)


def test_a_skip_is_kept_at_once_can_be_taken_back_and_leaves_who_agreed(everybody: Any) -> None:
    everybody.do(closing.skip_next_turn, "o1")
    assert everybody.meeting.next_time.passed_over == ("o1",), "said, though nobody has agreed yet"
    everybody.do(closing.agree_next_facilitator, "o2", "p2")
    everybody.do(closing.skip_next_turn, "o3")
    assert (everybody.meeting.next_time.organisation, everybody.meeting.next_time.person) == ("o2", "p2")
    everybody.do(closing.keep_next_turn, "o3")
    assert "has not skipped" in everybody.refused(closing.keep_next_turn, "o3")
    everybody.do(closing.agree_next_facilitator, "o1")
    assert everybody.meeting.next_time.passed_over == (), "who takes the turn after all does not skip it"
    everybody.do(closing.skip_next_turn, "o1")
    assert everybody.meeting.next_time.organisation == ""
    everybody.take_back()
    assert everybody.meeting.next_time == NextTime(organisation="o1", how="proposed")
