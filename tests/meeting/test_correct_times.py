"""When somebody came or left is put right afterwards: one person's stretches of presence never overlap."""

import pytest

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events
from coalmeet.meeting.moves import correct, flow, people
from tests.meeting.conftest import MINUTE, OPENING


@pytest.fixture
def came_twice(facilitator):
    """Priya Raman is here from 18:10 to 18:20, and again from 18:30 to 18:40; it is 18:50."""
    facilitator.do(people.arrive, "p1").do(flow.start_item, "news")
    for move in (people.arrive, people.depart, people.arrive, people.depart):
        facilitator.later(10).do(move, "p0")
    return facilitator.later(10)


def stretches(facilitator):
    """Minutes after the opening at which the person's stretches begin and end."""
    spans = facilitator.meeting.presence("p0").spans
    return [(span.since - OPENING) // MINUTE for span in spans], [
        (span.until - OPENING) // MINUTE for span in spans
    ]


def test_a_departure_does_not_move_beyond_the_next_arrival(came_twice):
    said = refusal(came_twice, events.Departed, 45, last=False)
    assert "Priya Raman came again at 18:30." in said
    assert "earlier time" in said
    assert stretches(came_twice) == ([10, 30], [20, 40])


def test_an_arrival_does_not_move_before_the_departure_that_went_before(came_twice):
    assert "had left at 18:20" in refusal(came_twice, events.Arrived, 15)


def test_nobody_leaves_before_they_came_or_comes_after_they_left(came_twice):
    assert "came at 18:10" in refusal(came_twice, events.Departed, 5, last=False)
    assert "left at 18:40" in refusal(came_twice, events.Arrived, 45)


def test_a_time_between_both_is_kept_and_the_minutes_list_it(came_twice):
    came_twice.correct(events.Departed, "at", OPENING + 25 * MINUTE, last=False)
    assert stretches(came_twice) == ([10, 30], [25, 40])
    assert came_twice.meeting.mendings[-1].field == "at"


def test_the_minute_of_the_other_time_means_that_moment(facilitator):
    """Times are typed in hours and minutes, while people come half a minute past."""
    facilitator.do(flow.start_item, "news").later(10.5)
    for move in (people.arrive, people.depart):
        facilitator.do(move, "p0").later(10)
    facilitator.correct(events.Departed, "at", OPENING + 10 * MINUTE)
    assert facilitator.meeting.presence("p0").spans[-1].length(facilitator.now) == 0


def test_a_line_that_broke_stands_between_two_arrivals(facilitator):
    facilitator.do(people.arrive, "p0").do(flow.start_item, "news").later(10).do(people.lose_line, ("p0",))
    facilitator.later(10).do(people.come_back).later(10).do(people.depart, "p0")
    facilitator.correct(events.Arrived, "at", OPENING + 15 * MINUTE)
    assert stretches(facilitator) == ([0, 15], [10, 30])
    assert "had left at 18:10" in refusal(facilitator, events.Arrived, 5)


def test_who_changes_from_video_to_the_room_has_not_come_again(facilitator):
    facilitator.do(people.arrive, "p0", "video").do(flow.start_item, "news")
    facilitator.later(10).do(people.arrive, "p0", "room").later(10)
    assert "only says how they take part" in refusal(facilitator, events.Arrived, 5)


@pytest.mark.parametrize("number", range(4))
def test_whatever_is_tried_stretches_stay_in_order(came_twice, number):
    """Each of the four times is put to each half minute of the meeting: it holds, or it is refused."""
    kept, log, meeting = 0, came_twice.log, came_twice.meeting
    for half_minutes in range(-2, 2 * 55):
        came_twice.log, came_twice.meeting = log, meeting
        own = [one for one in correct.entries(log) if getattr(one.event, "person", "") == "p0"]
        moment = OPENING + half_minutes * MINUTE // 2
        try:
            came_twice._write(
                correct.correct(meeting, came_twice.now, log, own[number].move, 0, "at", moment)
            )
        except NotAllowed:
            continue
        kept += 1
        spans = came_twice.meeting.presence("p0").spans
        edges = [edge for span in spans for edge in (span.since, span.until)]
        assert edges == sorted(edges)
        assert min(abs(edge - moment) for edge in edges) < MINUTE
    assert kept


def test_a_clock_that_was_set_back_lets_nobody_be_here_twice(facilitator):
    facilitator.do(people.arrive, "p0").do(flow.start_item, "news").later(20).do(people.depart, "p0")
    facilitator.later(-10).do(people.arrive, "p0")
    first, second = facilitator.meeting.presence("p0").spans
    assert second.since == first.until


def refusal(facilitator, kind, minutes, last=True):
    with pytest.raises(NotAllowed) as said:
        facilitator.correct(kind, "at", OPENING + minutes * MINUTE, last=last)
    return str(said.value)
