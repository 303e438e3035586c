"""Rounds of every kind: who begins, who is called, ways to speak, small groups, lines that break."""

from collections import Counter

import pytest

from coalmeet.meeting import events, turns
from coalmeet.meeting.moves import clock, flow, people, rounds
from tests.meeting.conftest import MINUTE, OPENING, Facilitator, plan

ALL = ("p0", "p1", "p2", "p3")


@pytest.fixture
def table():
    """Four organisations in the discussion of the evening."""
    return Facilitator().do(people.arrive_all, ALL).do(flow.start_item, "tired")


def order(table):
    return turns.called(table.meeting, table.meeting.round)


def goes_around(table, name="r", kind="free"):
    """A whole round; answers who began it."""
    table.do(rounds.begin_round, table.new_id() if name == "r" else name, kind)
    first = order(table)[0]
    while turns.waiting(table.meeting, table.meeting.round):
        table.do(rounds.hear)
    table.do(rounds.end_round)
    return first


def test_over_a_hundred_rounds_in_many_meetings_all_begin_equally_often():
    begun, before = Counter(), ()
    for _meeting in range(25):
        table = Facilitator(plan(began=before)).do(people.arrive_all, ALL).do(flow.start_item, "tired")
        begun.update(goes_around(table) for _round in range(4))
        before = turns.began(table.meeting)
    assert set(begun.values()) == {25}


def test_a_meeting_with_one_round_begins_with_another_than_the_last_meeting():
    begun, before = [], ()
    for _meeting in range(4):
        table = Facilitator(plan(began=before)).do(people.arrive_all, ALL).do(flow.start_item, "tired")
        begun.append(goes_around(table))
        before = turns.began(table.meeting)
    assert sorted(begun) == ["o0", "o1", "o2", "o3"]


def test_whoever_was_away_for_long_begins_once_and_not_ten_times():
    table = Facilitator(plan(began=("o0", "o1", "o2") * 4)).do(people.arrive_all, ALL)
    table.do(flow.start_item, "tired")
    assert [goes_around(table) for _round in range(5)] == ["o3", "o0", "o1", "o2", "o3"]


def test_remote_people_come_first_and_take_turns_at_beginning():
    table = Facilitator()
    for person, channel in (("p0", "room"), ("p1", "video"), ("p2", "room"), ("p3", "phone")):
        table.do(people.arrive, person, channel)
    table.do(flow.start_item, "tired").do(rounds.begin_round, "r", "free")
    assert set(order(table)[:2]) == {"o1", "o3"}
    for _voice in range(4):
        table.do(rounds.hear)
    first = table.meeting.round.first
    assert goes_around(table.do(rounds.end_round)) == ({"o1", "o3"} - {first}).pop()


def test_the_facilitators_organisation_answers_last_and_never_begins_a_consent_round(table):
    for number in range(4):
        asked = turns.units(table.meeting, "consent")
        assert asked[-1] == "o0" and asked[0] != "o0", number
        goes_around(table)


def test_the_direction_can_change_and_whoever_speaks_goes_on(table):
    table.do(rounds.begin_round, "r", "free")
    assert order(table) == ("o0", "o1", "o2", "o3")
    table.do(rounds.turn_around)
    assert order(table) == ("o0", "o3", "o2", "o1")
    table.do(rounds.hear).do(rounds.turn_around)
    assert order(table) == ("o3", "o1", "o2")


def test_come_back_to_me_goes_to_the_end(table):
    table.do(rounds.begin_round, "r", "free").do(rounds.ask_later)
    assert order(table) == ("o1", "o2", "o3", "o0")


@pytest.mark.parametrize("kind", ["temperature", "questions", "free", "closing"])
def test_one_may_pass_where_it_is_allowed(table, kind):
    table.do(rounds.begin_round, "r", kind)
    first = order(table)[0]
    assert first in table.do(rounds.let_pass).meeting.round.passed


def test_in_a_reaction_round_everybody_says_a_word(table):
    table.do(rounds.begin_round, "r", "reactions")
    assert "Come back to them" in table.refused(rounds.let_pass)
    assert "one after the other" in table.refused(rounds.count_signs)


def test_a_reaction_takes_words_and_no_sign(table):
    assert "said in words" in table.refused(rounds.begin_round, "r", "reactions", way="sign")


def test_people_speak_as_they_wish_then_those_not_heard_are_called(table):
    table.do(rounds.begin_round, "r", "free", way="popcorn")
    assert order(table) == ()
    assert "Choose who spoke" in table.refused(rounds.hear)
    table.do(rounds.hear, "o2").do(rounds.hear, "o0")
    assert "not heard yet" in table.refused(rounds.end_round)
    table.do(rounds.sweep)
    assert order(table) == ("o1", "o3")
    table.do(rounds.hear).do(rounds.let_pass).do(rounds.end_round)
    assert table.meeting.rounds[-1].missed == ()


def test_a_sign_is_one_input_for_all_but_those_who_are_asked_by_name(table):
    table.do(rounds.begin_round, "r", "free", way="sign").do(rounds.count_signs, ("o2",))
    assert turns.waiting(table.meeting, table.meeting.round) == ("o2",)
    assert order(table) == ("o2",), "and then is called"
    table.do(rounds.hear).do(rounds.end_round)


def test_a_temperature_by_hand_is_one_input_and_invents_no_word(table):
    table.do(flow.start_item, "temperature").do(rounds.begin_round, "r", "temperature", way="sign")
    table.do(rounds.count_signs).do(rounds.end_round)
    assert table.meeting.words == ()


def test_small_groups_set_the_round_aside_and_it_comes_back_as_it_was(table):
    table.do(rounds.begin_round, "r", "free").do(rounds.hear).do(rounds.form_groups, 6)
    assert "small groups until 18:06" in table.refused(rounds.hear)
    assert order(table) == ()
    table.later(6).do(rounds.bring_back)
    assert order(table) == ("o1", "o2", "o3")
    assert "two hours at most" in table.refused(rounds.form_groups, 0)


def test_a_round_may_begin_in_small_groups(table):
    table.do(rounds.begin_round, "r", "free", way="groups", minutes=5)
    assert table.meeting.round.groups_until == table.now + 5 * MINUTE
    assert order(table.do(rounds.bring_back)) == ("o0", "o1", "o2", "o3")


def test_whoever_arrives_in_a_round_speaks_at_its_end_and_whoever_leaves_is_not_called():
    table = Facilitator().do(people.arrive_all, ("p0", "p1", "p2")).do(flow.start_item, "tired")
    table.do(rounds.begin_round, "r", "free").do(people.arrive, "p3").do(people.depart, "p1")
    assert order(table) == ("o0", "o2", "o3")


def test_a_broken_line_stops_the_clock_keeps_the_round_and_asks_again(table):
    table.do(rounds.begin_round, "r", "free").do(rounds.hear).later(2).do(people.lose_line, ("p1", "p0"))
    assert table.meeting.current.paused
    assert table.meeting.round.heard == ("o0",), "what was said stays said"
    assert order(table) == ("o2", "o3")
    table.do(rounds.hear)
    table.later(3).do(people.come_back)
    assert order(table) == ("o3", "o1"), "who was cut off before being heard is asked again, afterwards"
    assert not table.meeting.current.paused
    stretches = [(span.since, span.until) for span in table.meeting.presence("p1").spans]
    assert stretches == [(OPENING, OPENING + 2 * MINUTE), (OPENING + 5 * MINUTE, None)]


def test_a_round_waits_for_a_broken_line_until_somebody_says_that_they_left(table):
    table.do(rounds.begin_round, "r", "free").do(people.lose_line, ("p3",))
    for _voice in range(3):
        table.do(rounds.hear)
    assert "The line of Legal Aid broke" in table.refused(rounds.end_round)
    table.do(people.depart, "p3").do(rounds.end_round)


def test_a_round_that_ended_is_taken_up_for_those_who_come_back(table):
    table.do(rounds.begin_round, "r", "free").do(people.lose_line, ("p3",))
    for _voice in range(3):
        table.do(rounds.hear)
    table.do(rounds.end_round, True).do(people.come_back).do(rounds.take_up)
    assert order(table) == ("o3",)
    table.do(rounds.hear).do(rounds.end_round)
    assert "Everybody who is here was heard" in table.refused(rounds.take_up)


def test_the_clock_stays_paused_until_the_last_line_is_back(table):
    table.do(people.lose_line, ("p1", "p2")).do(people.come_back, ("p1",))
    assert table.meeting.current.paused
    assert not table.do(people.come_back).meeting.current.paused


def test_a_pause_that_was_there_before_does_not_begin_twice(table):
    table.do(clock.pause).do(people.lose_line, ("p1",))
    assert len(table.meeting.current.pauses) == 1


def test_going_on_to_another_item_breaks_a_round_off_and_that_stays_known(table):
    table.do(rounds.begin_round, "r", "free").do(rounds.hear).do(flow.start_item, "news")
    assert table.meeting.rounds[-1].missed == ("o1", "o2", "o3")


def test_themes_are_written_down_in_a_few_words(table):
    table.do(rounds.begin_round, "r", "free", ready="well_better")
    table.do(rounds.note_theme, "the leaflets", "well").do(rounds.note_theme, "too late on Mondays", "better")
    assert [(one.side, one.text) for one in table.meeting.themes] == [
        ("well", "the leaflets"),
        ("better", "too late on Mondays"),
    ]
    table.correct(events.ThemeNoted, "text", "late on Mondays")
    assert table.meeting.themes[-1].text == "late on Mondays"
    assert "few words" in table.refused(rounds.note_theme, "  ", "well")
