"""A break names when all are back; who is late back is noted nowhere, and the running item waits."""

import pytest

from coalmeet.meeting import events, timing
from coalmeet.meeting.moves import clock, flow, people
from coalmeet.meeting.publish import publish
from coalmeet.meeting.record import record
from coalmeet.public import Stage
from tests.meeting.conftest import MINUTE

COFFEE = events.AgendaEntry("coffee", "Coffee", minutes=15, built_in="break")
TALK = events.AgendaEntry("talk", "Talk", "discussion", 20)


@pytest.fixture
def resting(facilitator):
    facilitator.do(people.arrive_all, ("p0", "p1")).do(flow.start_item, "news").later(4)
    return facilitator.do(clock.begin_break, 10)


def test_the_call_sees_when_all_are_back(resting):
    view = publish(resting.meeting, resting.now)
    assert (view.stage, view.return_time, view.another_day) == (Stage.BREAK, "18:14", False)


def test_after_a_break_within_an_item_that_item_goes_on(resting):
    assert publish(resting.meeting, resting.now).next_title == resting.meeting.item("news").entry.title


def test_a_break_is_made_longer_and_shorter_and_never_ends_in_the_past(resting):
    resting.later(3).do(clock.move_return, 5)
    assert publish(resting.meeting, resting.now).return_time == "18:19"
    resting.do(clock.move_return, -10)
    assert publish(resting.meeting, resting.now).return_time == "18:09"
    assert "has passed" in resting.refused(clock.move_return, -5)
    resting.later(10).do(clock.move_return, 5)
    assert publish(resting.meeting, resting.now).return_time == "18:22", "five minutes from now"
    resting.do(clock.end_break)
    assert timing.used_ms(resting.meeting.current, resting.now) == 4 * MINUTE
    assert "no break" in resting.refused(clock.move_return, 5)


def test_a_break_on_the_agenda_says_it_too(facilitating):
    table = facilitating(items=(COFFEE, TALK)).do(flow.start_item, "coffee").later(2)
    assert publish(table.meeting, table.now).return_time == "18:15"
    assert publish(table.later(20).meeting, table.now).return_time == "18:15", "also when it is over"


def test_a_long_break_costs_the_item_nothing_and_nobody_a_word(resting):
    here = resting.meeting.present_people
    resting.later(17).do(clock.end_break).later(1)
    assert timing.used_ms(resting.meeting.current, resting.now) == 5 * MINUTE
    assert resting.meeting.present_people == here
    kept = record(resting.do(flow.close_meeting).meeting, {})
    assert kept["agenda"][2]["pauses"] == [["18:04:00", "18:21:00"]]
    assert all("presence" not in person for person in kept["people"])


def test_a_break_past_midnight_names_the_day(facilitator):
    facilitator.later(5.9 * 60).do(flow.start_item, "news").do(clock.begin_break, 10)
    assert publish(facilitator.meeting, facilitator.now).return_time == "Fri 15 May, 00:04"


def test_it_begins_once_and_is_not_endless(resting):
    assert "already" in resting.refused(clock.begin_break)
    assert "how many minutes" in resting.do(clock.end_break).refused(clock.begin_break, 0)
    assert "no break" in resting.refused(clock.end_break)
