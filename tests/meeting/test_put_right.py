"""Times that were noticed too late: put right afterwards, and marked as corrected."""

import pytest

from coalmeet.meeting import timing
from coalmeet.meeting.minutes import minutes
from coalmeet.meeting.moves import clock, flow, put_right
from coalmeet.meeting.record import record
from tests.meeting.conftest import MINUTE, OPENING


@pytest.fixture
def later(facilitator):
    """News from 18:00, how tired we are from 18:10; it is 18:18."""
    facilitator.do(flow.start_item, "news").do(flow.agree_agenda).later(10)
    return facilitator.do(flow.next_item).later(8)


def puts_right(facilitator, move, minutes_):
    facilitator.do(move, facilitator.log, int(minutes_ * MINUTE))
    return facilitator


def used(facilitator, item):
    return timing.used_ms(facilitator.meeting.item(item), facilitator.now) / MINUTE


def begin_and_end(facilitator, item):
    [one] = facilitator.meeting.item(item).slices
    return (one.since - OPENING) / MINUTE, None if one.until is None else (one.until - OPENING) / MINUTE


def test_the_running_item_began_ninety_seconds_earlier_and_the_one_before_ended_then(later):
    puts_right(later, put_right.began_earlier, 1.5)
    assert begin_and_end(later, "news") == (0, 8.5)
    assert begin_and_end(later, "tired") == (8.5, None)


def test_the_item_before_ended_two_minutes_ago_while_people_still_talked(later):
    puts_right(later, put_right.ended_earlier, 2)
    assert begin_and_end(later, "news") == (0, 8)
    assert begin_and_end(later, "tired") == (10, None)
    assert used(later, "tired") == 8


def test_both_can_be_put_right_one_after_the_other(later):
    puts_right(later, put_right.ended_earlier, 4)
    puts_right(later, put_right.began_earlier, 3)
    assert begin_and_end(later, "news") == (0, 6)
    assert begin_and_end(later, "tired") == (7, None)
    refusal = later.refused(put_right.began_earlier, later.log, 2 * MINUTE)
    assert refusal == "The meeting was in another item then. Choose another moment."


def test_nothing_ends_before_it_began(later):
    assert "began later" in later.refused(put_right.ended_earlier, later.log, 11 * MINUTE)
    assert "elsewhere" in later.refused(put_right.began_earlier, later.log, 11 * MINUTE)


def test_after_the_last_item_its_end_is_put_right_too(later):
    later.do(flow.end_item).later(2)
    puts_right(later, put_right.ended_earlier, 2)
    assert begin_and_end(later, "tired") == (10, 16)


def test_before_anything_ended_there_is_nothing_to_put_right(facilitator):
    facilitator.do(flow.start_item, "news").later(2)
    assert "No item has ended yet" in facilitator.refused(put_right.ended_earlier, facilitator.log, MINUTE)


def test_an_end_is_not_put_right_into_the_item_that_followed(facilitator):
    facilitator.do(flow.start_item, "news").later(10).do(flow.end_item, ago=5 * MINUTE)
    facilitator.do(flow.start_item, "tired", ago=4 * MINUTE).later(3)
    entry = [one for one in facilitator.log if "ItemEnded" in str(one.events)][-1]
    from coalmeet.meeting.moves.correct import correct

    assert "another item" in facilitator.refused(correct, facilitator.log, entry.id, 0, "ago", 0)


def test_what_was_put_right_is_marked_in_record_and_minutes(later):
    puts_right(later, put_right.began_earlier, 1.5)
    kept = record(later.do(flow.close_meeting).meeting, {})
    assert [one["text"] for one in kept["corrections"]] == [
        "End of “News”: 18:08:30, corrected.",
        "Beginning of “How tired are we?”: 18:08:30, corrected.",
    ]
    assert [one.get("times_corrected") for one in kept["agenda"][2:4]] == [True, True]
    assert "Its times were put right afterwards." in minutes(kept).items[2].remarks


def test_an_item_that_was_dated_back_when_it_began_is_marked_too(facilitator):
    facilitator.later(3).do(flow.start_item, "news", ago=90_000).later(1).do(flow.close_meeting)
    kept = record(facilitator.meeting, {})["agenda"][2]
    assert kept["times_corrected"]
    assert kept["minutes_used"] == 2.5


def test_the_facilitator_puts_the_clock_itself_right_at_any_time(facilitator):
    facilitator.do(flow.start_item, "news").do(flow.agree_agenda).do(clock.pause)
    for _ in range(4):
        facilitator.do(clock.change_timebox, 3, "correction")
    assert facilitator.meeting.current.minutes == 22
    told = record(facilitator.meeting, {})["changes"]
    assert [one["text"] for one in told] == ["The facilitator corrected the time of “News” by 12 min."]
