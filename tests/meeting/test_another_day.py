"""A meeting that stops for the day and goes on another day: slices on two days, and what the minutes say of them."""

from coalmeet.meeting import events, timing
from coalmeet.meeting.minutes import minutes
from coalmeet.meeting.moves import clock, consent, emergency, flow, people, proposals, put_right
from coalmeet.meeting.publish import publish
from coalmeet.meeting.record import record
from coalmeet.public import Stage
from tests.meeting.conftest import MINUTE, OPENING

DAY = 24 * 60  # minutes


def stops(facilitator):
    """All are here; the news take 10 minutes, then how tired we are is left after 4; it stops at 18:14."""
    facilitator.do(people.arrive_all, ("p0", "p1", "p2")).do(flow.start_item, "news").later(10)
    facilitator.do(flow.next_item).later(4)
    return facilitator.do(flow.adjourn, "2026-05-15", "18:30")


def goes_on(facilitator):
    """On the next day at 18:34, two of them are back and the item goes on."""
    facilitator.later(DAY + 20).do(people.arrive_all, ("p0", "p1"))
    return facilitator.do(flow.start_item, "tired").later(7)


def test_an_item_has_slices_on_two_days_and_the_night_counts_for_nothing(facilitator):
    goes_on(stops(facilitator))
    tired = facilitator.meeting.item("tired")
    assert len(tired.slices) == 2
    assert timing.used_ms(tired, facilitator.now) == 11 * MINUTE
    assert not facilitator.meeting.is_adjourned


def test_the_agreed_end_moves_to_the_other_day_and_nobody_is_a_day_late(facilitator):
    stops(facilitator)
    assert timing.late_minutes(facilitator.meeting, facilitator.now) == -25 + 20 + 5 - 6 + 6
    before = timing.late_minutes(facilitator.meeting, facilitator.now)
    goes_on(facilitator)
    assert timing.late_minutes(facilitator.meeting, facilitator.now) == before
    assert timing.planned_end(facilitator.meeting) == OPENING + (60 + DAY + 20) * MINUTE


def test_the_call_sees_when_the_meeting_goes_on(facilitator):
    view = publish(stops(facilitator).meeting, facilitator.now)
    assert view.stage is Stage.BREAK
    assert view.return_time == "Fri 15 May, 18:30"
    assert view.sentence == "We stop here for today, and go on another day."
    assert (view.clock, view.ends) == (None, "")


def test_everybody_has_left_overnight_and_who_is_back_arrives_again(facilitator):
    stops(facilitator)
    assert facilitator.meeting.present_people == ()
    goes_on(facilitator)
    assert len(facilitator.meeting.presence("p0").spans) == 2
    assert len(facilitator.meeting.presence("p2").spans) == 1


def test_the_meeting_goes_on_where_it_stopped(facilitator):
    stops(facilitator).later(DAY).do(flow.go_on)
    assert publish(facilitator.meeting, facilitator.now).next_title == "How tired are we?"
    assert facilitator.do(flow.next_item).meeting.current.id == "tired"
    assert facilitator.do(flow.next_item).meeting.current.id == "close"


def test_between_the_days_no_count_up_blames_anybody(facilitator):
    stops(facilitator).later(300)
    assert timing.between_items_ms(facilitator.meeting, facilitator.now) == 0
    facilitator.do(flow.go_on).later(2)
    assert timing.between_items_ms(facilitator.meeting, facilitator.now) == 2 * MINUTE


def test_an_item_that_began_before_it_was_entered_begins_the_day(facilitator):
    stops(facilitator).later(DAY + 20).do(flow.start_item, "tired", ago=3 * MINUTE)
    assert facilitator.meeting.adjournments[-1].until == facilitator.now - 3 * MINUTE
    facilitator.later(1).do(put_right.began_earlier, facilitator.log, MINUTE)
    assert facilitator.meeting.adjournments[-1].until == facilitator.now - 5 * MINUTE
    assert timing.overlap_ms(facilitator.meeting) == 0
    kept = record(facilitator.do(flow.close_meeting).meeting, {})
    assert [one["text"] for one in kept["corrections"]] == [
        "Beginning of “How tired are we?”: 18:30:00, corrected."
    ]


def test_nobody_goes_home_in_the_middle_of_a_consent_round(facilitator):
    facilitator.do(people.arrive_all, ("p0", "p1")).do(flow.start_item, "fund")
    facilitator.do(proposals.bring, "f", "Open it.").do(proposals.ask_for_consent, "r")
    assert "Finish it first" in facilitator.refused(flow.adjourn)


def test_when_it_goes_on_lies_ahead_and_it_stops_once(facilitator):
    assert "passed" in facilitator.refused(flow.adjourn, "2026-05-13")
    assert "not a time" in facilitator.refused(flow.adjourn, "2026-05-15", "late")
    assert "going on" in facilitator.refused(flow.go_on)
    facilitator.do(flow.adjourn)
    assert "already" in facilitator.refused(flow.adjourn)
    assert "stopped for the day" in facilitator.refused(clock.begin_break)


def test_the_minutes_name_both_days_and_the_times_of_each(facilitator):
    goes_on(stops(facilitator)).do(flow.close_meeting)
    kept = record(facilitator.meeting, {})
    assert kept["agenda"][3]["slices"] == [
        ["18:10:00", "18:14:00"], ["2026-05-15T18:34:00", "2026-05-15T18:41:00"],
    ]  # fmt: skip
    assert kept["sittings"] == [
        {"date": "2026-05-14", "start": "18:00", "end": "18:14"},
        {"date": "2026-05-15", "start": "18:34", "end": "18:41"},
    ]
    assert minutes(kept).when == ("Thursday 14 May 2026, 18:00–18:14, and Friday 15 May 2026, 18:34–18:41")
    here = next(person for person in kept["people"] if person["name"] == "Priya Raman")
    assert here["presence"] == [["18:00", "18:14"], ["2026-05-15T18:34", None]]
    assert "Thu 14 May and Fri 15 May" in " ".join(minutes(kept).items[3].remarks)


def test_a_meeting_that_stopped_is_closed_like_any_other(facilitator):
    stops(facilitator).later(600).do(flow.close_meeting)
    assert not facilitator.meeting.is_adjourned
    assert facilitator.meeting.item("tired").outcome == "noted"
    assert minutes(record(facilitator.meeting, {})).when == "Thursday 14 May 2026, 18:00–18:14"


def test_a_meeting_that_stopped_after_its_end_begins_the_other_day_late_for_nobody(facilitator):
    """Planned to 19:00, stopped at 19:24: nobody has agreed on an end for the day after."""
    stops(facilitator.later(70))
    assert timing.planned_end(facilitator.meeting) == 0
    goes_on(facilitator)
    assert timing.late_minutes(facilitator.meeting, facilitator.now) == 0
    assert publish(facilitator.meeting, facilitator.now).ends_note == ""


def test_what_cannot_wait_comes_before_the_item_in_which_the_meeting_stopped(facilitator):
    stops(facilitator).later(DAY + 20).do(people.arrive_all, ("p0", "p1", "p2")).do(flow.go_on)
    facilitator.do(emergency.call, events.AgendaEntry("flood", "Flood at the hall", "decision", 10))
    assert publish(facilitator.meeting, facilitator.now).next_title == "Flood at the hall"
    assert facilitator.do(flow.next_item).meeting.current.id == "flood"
    assert facilitator.do(flow.next_item).meeting.current.id == "tired"


def test_a_number_that_the_call_saw_stays_with_its_decision(facilitator):
    """The text that was on the table before the night is decided after another one, and counts after it."""
    facilitator.do(people.arrive_all, ("p0", "p1", "p2")).do(flow.start_item, "tired")
    facilitator.do(proposals.bring, "rest", "We meet once a month.", "o1").later(5).do(flow.adjourn)
    facilitator.later(DAY).do(people.arrive_all, ("p0", "p1", "p2")).do(flow.go_on)
    said = {}
    for item, proposal in (("fund", "pay"), ("tired", "rest")):
        facilitator.do(flow.start_item, item)
        if item == "fund":
            facilitator.do(proposals.bring, proposal, "We pay on Fridays.", "o1")
        facilitator.do(proposals.ask_for_consent, "r" + item).do(consent.see_signs, ("o0", "o1", "o2"))
        facilitator.do(consent.adopt).later(1)
        said[proposal] = publish(facilitator.meeting, facilitator.now).result.number
    assert said == {"pay": "D1", "rest": "D2"}
    kept = minutes(record(facilitator.do(flow.close_meeting).meeting, {}))
    assert {one.text: one.number for one in kept.decisions} == {
        "We pay on Fridays.": "D1",
        "We meet once a month.": "D2",
    }
