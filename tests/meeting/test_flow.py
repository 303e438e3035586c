"""From item to item: every item leaves with an outcome, and the clock tells what was used."""

from coalmeet.meeting import events, timing
from coalmeet.meeting.moves import agenda, clock, flow, people, proposals, rounds, work
from coalmeet.meeting.record import record
from coalmeet.public import ClockState

MINUTE = 60_000


def test_the_meeting_goes_from_item_to_item(facilitator):
    facilitator.do(flow.next_item).later(6).do(flow.next_item).later(10).do(flow.next_item)
    items = facilitator.meeting.items
    assert [item.outcome for item in items] == ["noted", "noted", "", "", ""]
    assert timing.used_ms(items[0], facilitator.now) == 6 * MINUTE
    assert facilitator.meeting.current.id == "news"


def test_a_clock_goes_on_below_zero(facilitator):
    facilitator.do(flow.start_item, "news").later(9.5)
    news = facilitator.meeting.current
    assert timing.clock_state(news, facilitator.now) is ClockState.LAST_MINUTE
    assert timing.left_ms(news, facilitator.now + 2 * MINUTE) == -1.5 * MINUTE
    assert timing.clock_state(news, facilitator.now + 2 * MINUTE) is ClockState.OVER


def test_pauses_do_not_count(facilitator):
    facilitator.do(flow.start_item, "news").later(2).do(clock.pause).later(5).do(clock.resume).later(1)
    assert timing.used_ms(facilitator.meeting.current, facilitator.now) == 3 * MINUTE


def test_a_break_says_when_it_ends_and_the_item_waits(facilitator):
    facilitator.do(flow.start_item, "news").later(2).do(clock.begin_break, 10)
    assert facilitator.meeting.rest_return == facilitator.now + 10 * MINUTE
    facilitator.later(12).do(clock.end_break).later(1)
    assert timing.used_ms(facilitator.meeting.current, facilitator.now) == 3 * MINUTE


def test_sleep_is_counted_as_a_pause_only_when_asked_for(facilitator):
    facilitator.do(flow.start_item, "news").later(30)
    assert timing.used_ms(facilitator.meeting.current, facilitator.now) == 30 * MINUTE
    facilitator.do(clock.count_gap, facilitator.now - 25 * MINUTE, facilitator.now)
    assert timing.used_ms(facilitator.meeting.current, facilitator.now) == 5 * MINUTE


def test_two_grace_minutes_and_then_the_group_is_asked(facilitator):
    facilitator.do(flow.start_item, "news").do(clock.change_timebox, 1).do(clock.change_timebox, 1)
    assert "Ask the group" in facilitator.refused(clock.change_timebox, 1)
    facilitator.do(clock.change_timebox, 5, "item", "tired")
    assert facilitator.meeting.current.minutes == 17
    assert facilitator.meeting.item("tired").minutes == 15


def test_who_pays_must_have_something_left(facilitator):
    facilitator.do(flow.start_item, "fund")
    assert "only 10 min" in facilitator.refused(clock.change_timebox, 15, "item", "news")
    assert "end later" in facilitator.refused(clock.change_timebox, 15, "postponed", "news")
    facilitator.do(clock.change_timebox, 8, "postponed", "news")
    assert facilitator.meeting.item("news").outcome == "postponed"


def test_we_began_ninety_seconds_ago(facilitator):
    facilitator.later(5).do(flow.start_item, "news", ago=90_000)
    assert timing.used_ms(facilitator.meeting.current, facilitator.now) == 90_000


def test_the_end_that_is_to_be_expected(facilitator):
    facilitator.do(flow.next_item).later(15)
    assert timing.late_minutes(facilitator.meeting, facilitator.now) == 10
    assert (
        timing.projected_end(facilitator.meeting, facilitator.now)
        == timing.planned_end(facilitator.meeting) + 10 * MINUTE
    )


def test_what_was_not_taken_up_is_not_reached(facilitator):
    facilitator.do(flow.start_item, "fund").later(30).do(flow.close_meeting)
    outcomes = {item.id: item.outcome for item in facilitator.meeting.items}
    assert outcomes == {
        "temperature": "not reached", "fund": "noted", "news": "not reached", "tired": "not reached",
        "close": "not reached",
    }  # fmt: skip
    assert "closed" in facilitator.refused(flow.next_item)


def test_no_item_is_left_in_the_middle_of_a_consent_round(facilitator):
    facilitator.do(people.arrive_all, ("p0", "p1")).do(flow.start_item, "fund")
    facilitator.do(proposals.bring, "fund1", "Open it.").do(proposals.ask_for_consent, "r")
    assert "consent round" in facilitator.refused(flow.next_item)
    assert "consent round" in facilitator.refused(flow.close_meeting)
    facilitator.do(proposals.settle, "parked").do(flow.next_item)
    assert facilitator.meeting.item("fund").outcome == "parked"


def test_an_item_is_added_on_the_way_and_the_minutes_say_so(facilitator):
    facilitator.do(flow.start_item, "news").do(flow.agree_agenda)
    facilitator.do(
        agenda.add_item, events.AgendaEntry("press", "Press call", minutes=5), "tired", "It is today"
    )
    assert [item.id for item in facilitator.meeting.items][3] == "press"
    changes = record(facilitator.meeting, {})["changes"]
    assert "Press call" in changes[0]["text"]
    assert "It is today" in changes[0]["text"]


def test_an_item_is_left_and_taken_up_again(facilitator):
    facilitator.do(flow.start_item, "tired").later(3).do(flow.leave_item).later(4)
    facilitator.do(flow.start_item, "tired").later(2)
    tired = facilitator.meeting.item("tired")
    assert len(tired.slices) == 2
    assert timing.used_ms(tired, facilitator.now) == 5 * MINUTE


def test_undo_gives_back_the_same_state_time_included(facilitator):
    facilitator.do(flow.start_item, "news").later(2)
    before = facilitator.meeting
    facilitator.do(flow.next_item).later(1).take_back()
    assert facilitator.meeting == before
    facilitator.restore()
    assert facilitator.meeting.current.id == "tired"


def test_a_round_misses_nobody_who_is_here(facilitator):
    facilitator.do(people.arrive_all, ("p0", "p1", "p2")).do(flow.start_item, "tired")
    facilitator.do(rounds.begin_round, "r", "free").do(rounds.hear)
    facilitator.do(people.arrive, "p3").do(rounds.ask_later).do(rounds.hear)
    facilitator.do(people.depart, facilitator.meeting.round.order[-1].replace("o", "p"))
    assert "not heard yet" in facilitator.refused(rounds.end_round)
    facilitator.do(rounds.hear).do(rounds.end_round)
    assert facilitator.meeting.round is None


def test_rounds_begin_with_another_each_time(facilitator):
    facilitator.do(people.arrive_all, ("p0", "p1", "p2", "p3")).do(flow.start_item, "tired")
    first = []
    for number in range(4):
        facilitator.do(rounds.begin_round, f"r{number}", "free")
        first.append(facilitator.meeting.round.order[0])
        for _ in range(4):
            facilitator.do(rounds.hear)
        facilitator.do(rounds.end_round)
    assert sorted(first) == ["o0", "o1", "o2", "o3"]


def test_words_are_kept_as_typed_and_may_come_late(facilitator):
    facilitator.do(people.arrive_all, ("p0", "p1")).do(flow.start_item, "temperature")
    facilitator.do(rounds.begin_round, "t", "temperature").do(rounds.give_word, "p0", "HOPEFUL, mostly")
    facilitator.do(rounds.end_round).do(people.arrive, "p2").do(rounds.give_word, "p2", "疲れた")
    assert [word.word for word in facilitator.meeting.words] == ["HOPEFUL, mostly", "疲れた"]


def test_work_for_somebody_absent_is_asked_not_given(facilitator):
    facilitator.do(people.arrive, "p0").do(work.agree_action, "a", "Print the forms", "p1", due="2026-05-21")
    facilitator.do(work.agree_action, "b", "Book the room")
    first, second = facilitator.meeting.actions
    assert first.asked
    assert second.owner_name == ""
    assert "not a date" in facilitator.refused(work.agree_action, "c", "x", due="soon")


def test_a_closed_meeting_is_opened_again_with_everybody_who_was_there(facilitator):
    facilitator.do(people.arrive_all, ("p0", "p1")).do(flow.start_item, "news").later(5).do(
        flow.close_meeting
    )
    facilitator.later(3).do(flow.reopen_meeting, "We forgot the date")
    assert len(facilitator.meeting.present_people) == 2
    assert facilitator.meeting.is_open


def test_everybody_is_there_again_although_the_clock_was_set_back_before_the_close(facilitator):
    facilitator.do(people.arrive_all, ("p0", "p1")).later(-60).do(flow.close_meeting)
    facilitator.later(3).do(flow.reopen_meeting, "We forgot the date")
    assert len(facilitator.meeting.present_people) == 2


def test_an_arrival_by_mistake_leaves_no_trace_in_the_record(facilitator):
    facilitator.do(people.arrive, "p0").do(people.arrive, "p1").do(people.depart, "p1").later(5)
    kept = record(facilitator.do(flow.close_meeting).meeting, {})
    assert [person["present"] for person in kept["people"]] == [True, False, False, False]
    assert [member["present"] for member in kept["members"]] == [True, False, False, False]


def test_in_the_closing_nobody_waits_for_what_is_not_reached(facilitator):
    facilitator.do(flow.start_item, "close").later(1)
    assert timing.projected_end(facilitator.meeting, facilitator.now) == facilitator.now + 4 * MINUTE


def test_minutes_given_back_one_by_one_are_told_once(facilitator):
    facilitator.do(flow.start_item, "news")
    for _ in range(3):
        facilitator.do(clock.change_timebox, -1)
    kept = record(facilitator.meeting, {})
    assert [change["text"] for change in kept["changes"]] == ["“News” gave back 3 min."]


def test_a_clock_that_was_set_back_is_taken_off_the_item_as_a_correction(facilitator):
    facilitator.do(flow.start_item, "fund").do(clock.change_timebox, -5, "correction")
    assert facilitator.meeting.current.minutes == 15
    assert facilitator.meeting.current.extensions[0].payer == "correction"


def test_an_item_that_was_only_looked_at_for_a_moment_was_not_reached(facilitator):
    facilitator.do(flow.start_item, "news").later(0.2).do(flow.leave_item)
    facilitator.do(flow.start_item, "tired").later(5).do(flow.leave_item)
    facilitator.do(flow.start_item, "fund").later(0.2).do(work.agree_action, "a", "Ask the bank").do(
        flow.leave_item
    )
    facilitator.do(flow.start_item, "temperature").later(0.1).do(flow.leave_item).do(flow.close_meeting)
    outcomes = {one.entry.id: one.outcome for one in facilitator.meeting.items}
    assert outcomes == {
        "temperature": "noted", "fund": "noted", "news": "not reached", "tired": "noted", "close": "not reached",
    }  # fmt: skip
