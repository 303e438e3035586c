"""When it is said how much is left: by itself in long items, as the agenda asks, and in whole minutes where wanted."""

from coalmeet.meeting import events, timing
from coalmeet.meeting.moves import clock, flow
from coalmeet.meeting.publish import publish
from coalmeet.meeting.say import say
from ui.desk.reading import reading
from ui.desk.thresholds import Thresholds

LONG = events.AgendaEntry("long", "Long", minutes=20)
SHORT = events.AgendaEntry("short", "Short", minutes=10)
ASKED = events.AgendaEntry("asked", "Asked for", minutes=10, warn_minutes=3)


def test_a_long_item_is_warned_five_minutes_before_its_end_a_short_one_is_not(facilitating):
    table = facilitating(items=(LONG, SHORT, ASKED))
    assert [timing.warning_minutes(item) for item in table.meeting.items] == [5, 0, 3]


def test_the_thresholds_pass_one_after_the_other(facilitating):
    table = facilitating(items=(LONG,)).do(flow.start_item, "long")
    passed = []
    for step in (0, 14.9, 0.1, 4, 1):
        table.later(step)
        passed.append(timing.threshold(table.meeting.current, table.now))
    assert passed == [-1, -1, 5, 1, 0]


def test_the_facilitator_is_given_words_for_it(facilitating):
    table = facilitating(items=(LONG,)).do(flow.start_item, "long").later(15.5)
    assert say(table.meeting, table.now)[0].startswith("We have 5 minutes left for this.")


def test_each_threshold_is_rung_for_once_whatever_the_clock_does(facilitating):
    rung, thresholds = [], Thresholds()
    thresholds.ring = lambda: rung.append(1)
    table = facilitating(items=(LONG,)).do(flow.start_item, "long")
    for step in (0, 15, 0.1, 4, 0.5, 0.6):
        thresholds.look(table.later(step).meeting, table.now)
    assert len(rung) == 3
    table.do(clock.change_timebox, 10, "end")
    for step in (0, 5, 4, 1):
        thresholds.look(table.later(step).meeting, table.now)
    assert len(rung) == 3, "it was said before"


def test_a_desk_that_is_opened_again_does_not_ring_for_what_has_passed(facilitating):
    rung, thresholds = [], Thresholds()
    thresholds.ring = lambda: rung.append(1)
    table = facilitating(items=(LONG,)).do(flow.start_item, "long").later(16)
    thresholds.look(table.meeting, table.now)
    assert rung == []


def test_whole_minutes_until_the_last_on_the_desk_and_on_the_call(facilitating):
    table = facilitating(items=(LONG,)).do(flow.start_item, "long")
    seen = []
    for step in (0.5, 17, 1.5, 0.5, 1):
        table.later(step)
        desk = reading(table.meeting, table.now, whole=True).digits
        assert publish(table.meeting, table.now, whole_minutes=True).clock.digits == desk
        seen.append(desk)
    assert seen == ["20 min", "3 min", "1:00", "0:30", "+0:30"]


def test_only_the_digits_of_the_call_change_while_time_is_over(facilitating):
    table = facilitating(items=(SHORT,)).do(flow.start_item, "short").later(12)
    one = publish(table.meeting, table.now).clock
    other = publish(table.later(0.5).meeting, table.now).clock
    assert (one.digits, other.digits) == ("+2:00", "+2:30")
    assert one.caption == other.caption == "more than 10 min"
