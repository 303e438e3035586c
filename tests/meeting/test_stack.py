"""The stack: those heard least come first, replies do not keep the floor, and nobody is named who was silent."""

from dataclasses import replace

import pytest

from coalmeet.meeting import events, stack
from coalmeet.meeting.moves import flow, people, rounds
from coalmeet.meeting.moves import stack as moves
from coalmeet.meeting.record import record
from tests.meeting.conftest import Facilitator, plan

SEATS = (
    events.Seat("p0", "Priya Raman", "o0"),
    events.Seat("p0b", "Pavel Novák", "o0", "alternate"),
    events.Seat("p1", "Łukasz Zieliński", "o1"),
    events.Seat("p2", "Sana Iqbal", "o2"),
    events.Seat("p3", "Ruth Abelson", "o3"),
    events.Seat("g", "Ines Roth", "", "guest"),
)


@pytest.fixture
def table():
    """Four organisations, one with two people here, and a guest, in the discussion of the evening."""
    whole = Facilitator(replace(plan(), people=SEATS))
    return whole.do(people.arrive_all, [seat.person for seat in SEATS]).do(flow.start_item, "tired")


def line(table):
    return [one.person for one in stack.line(table.meeting)]


def asks(table, *persons, kind="new"):
    for person in persons:
        table.do(moves.join, person, kind)
    return table


def hears(table, *persons):
    for person in persons:
        table.do(moves.give_floor, person)
    return table.do(moves.give_floor) if stack.speaking(table.meeting) and not line(table) else table


def test_first_come_first_served_while_all_were_heard_equally_often(table):
    assert line(asks(table, "p2", "p0", "p1")) == ["p2", "p0", "p1"]


def test_those_heard_least_come_first(table):
    hears(table, "p2", "p2", "p0")
    assert line(asks(table, "p2", "p0", "p3")) == ["p3", "p0", "p2"]


def test_person_and_organisation_count_together(table):
    hears(table, "p0", "p0", "p0", "p1")
    assert line(asks(table, "p0b", "p1", "p3")) == ["p3", "p1", "p0b"], "a new voice of one heard three times"
    counted = stack.turns(table.meeting)
    assert (counted["p0"], counted["p0b"], counted["o0"], counted["o1"]) == (3, 0, 3, 1)


def test_two_of_one_organisation_do_not_follow_each_other_while_others_wait(table):
    assert line(asks(table, "p0", "p0b", "p1")) == ["p0", "p1", "p0b"]


def test_turns_count_over_the_whole_meeting_rounds_too(table):
    table.do(rounds.begin_round, "r", "free").do(rounds.hear)
    for _voice in range(3):
        table.do(rounds.let_pass)
    table.do(rounds.end_round).do(flow.start_item, "news")
    assert line(asks(table, "p0", "p1")) == ["p1", "p0"]


def test_whoever_spoke_for_an_organisation_in_a_round_does_not_speak_for_the_first_time(table):
    table.do(rounds.begin_round, "r", "free").do(rounds.hear, "o0").do(rounds.hear, "o1")
    table.do(rounds.end_round, leave_out=True)
    asks(table, "p0b", "p1", "p2")
    counted = stack.turns(table.meeting)
    assert [stack.times(counted[one]) for one in line(table)] == [
        "first time today", "first time today", "second time",
    ], "of two from one organisation the delegate spoke"  # fmt: skip
    assert (counted["p0"], counted["o0"]) == (1, 1)


def test_an_interpreter_is_not_in_the_stack_but_whoever_speaks_through_them(table):
    table.do(people.add_person, events.Seat("v", "Vera", "o2", "interpreter"))
    assert "speaks through them" in table.refused(moves.join, "v")
    asks(table, "p2")
    table.do(moves.give_floor, "p2")
    assert stack.turns(table.meeting)["o2"] == 1


def test_a_word_a_sign_and_an_answer_are_no_turns(table):
    table.do(flow.start_item, "temperature").do(rounds.begin_round, "t", "temperature")
    table.do(rounds.give_word, "p1", "tired").do(rounds.end_round)
    table.do(flow.start_item, "news").do(rounds.begin_round, "r", "free", way="sign")
    table.do(rounds.count_signs).do(rounds.end_round)
    assert not stack.turns(table.meeting)


def test_process_points_come_first_then_questions_then_replies(table):
    asks(table, "p0")
    asks(table, "p1", kind="reply")
    asks(table, "p2", kind="question")
    asks(table, "p3", kind="process")
    assert line(table) == ["p3", "p2", "p1", "p0"]


def test_after_two_replies_in_a_row_the_stack_goes_on(table):
    asks(table, "p3")
    for person in ("p0", "p1"):
        asks(table, person, kind="reply").do(moves.give_floor)
    asks(table, "p0", kind="reply")
    assert line(table)[0] == "p3"
    assert stack.rule(table.meeting) == "Two replies in a row: now somebody with another point."
    table.do(moves.give_floor)
    assert line(table) == ["p0"], "and then the reply may come"


def test_after_four_that_went_ahead_somebody_speaks_who_waited(table):
    asks(table, "p3")
    for person in ("p0", "p1", "p2", "p0"):
        asks(table, person, kind="question").do(moves.give_floor)
    asks(table, "p1", kind="process")
    assert line(table)[0] == "p3"
    assert "Four went ahead" in stack.rule(table.meeting)


def test_the_facilitator_may_move_a_name_and_needs_no_reason(table):
    asks(table, "p0", "p1", "p2").do(moves.move, "p2", "p0")
    assert line(table) == ["p2", "p0", "p1"]
    table.do(moves.move, "p0", reason="is fetching the figures")
    assert line(table) == ["p2", "p1", "p0"]
    assert "stands there already" in table.refused(moves.move, "p0")


def test_the_reason_of_a_move_may_be_said_later(table):
    asks(table, "p0", "p1").do(moves.move, "p1", "p0")
    table.correct(events.StackMoved, "reason", "has to leave at five")
    assert line(table) == ["p1", "p0"]
    assert next(one.reason for one in table.meeting.stack if one.place) == "has to leave at five"
    assert "five" not in repr(record(table.do(flow.close_meeting).meeting, {}))


def test_a_name_that_was_moved_stays_before_the_other_when_a_process_point_comes(table):
    asks(table, "p0", "p1").do(moves.move, "p1", "p0")
    assert line(asks(table, "p3", kind="process")) == ["p3", "p1", "p0"]


def test_one_key_hears_one_and_calls_the_next(table):
    asks(table, "p0", "p1").do(moves.give_floor)
    assert stack.speaking(table.meeting).person == "p0"
    table.do(moves.give_floor)
    assert stack.speaking(table.meeting).person == "p1"
    table.do(moves.give_floor)
    assert stack.speaking(table.meeting) is None
    assert "Nobody waits" in table.refused(moves.give_floor)


def test_whoever_withdraws_or_leaves_waits_no_more(table):
    asks(table, "p0", "p1", "p2").do(moves.withdraw, "p0").do(people.depart, "p1")
    assert line(table) == ["p2"]


def test_asking_for_something_else_keeps_the_place_in_time(table):
    asks(table, "p0", "p1").do(moves.join, "p0", "question").do(moves.join, "p0", "new")
    assert line(table) == ["p0", "p1"]
    assert "in the stack already" in table.refused(moves.join, "p0", "new")


def test_each_item_has_its_own_stack_and_looking_back_finds_it_again(table):
    asks(table, "p0", "p1").do(moves.give_floor).do(flow.leave_item).later(1)
    table.do(flow.start_item, "news")
    assert line(table) == [] and stack.speaking(table.meeting) is None
    table.do(flow.start_item, "tired")
    assert line(table) == ["p1"] and stack.speaking(table.meeting) is None


def test_let_us_hear_others_calls_those_not_heard_in_this_item_and_names_nobody(table):
    hears(table, "p0", "p2")
    table.do(moves.hear_others, "s")
    now = table.meeting.round
    assert now.order == ("o1", "o3")
    assert now.purpose == "" and now.way == "sweep"
    assert "The stack waits" in table.refused(moves.give_floor)
    table.do(rounds.hear).do(rounds.let_pass).do(rounds.end_round)
    assert table.meeting.round is None


def test_there_is_nobody_to_sweep_when_all_were_heard(table):
    hears(table, "p0", "p1", "p2", "p3")
    assert "Everybody has been heard" in table.refused(moves.hear_others, "s")


def test_a_round_takes_the_floor_and_the_stack_waits_for_its_end(table):
    asks(table, "p0", "p1").do(moves.give_floor).do(rounds.begin_round, "r", "free")
    assert stack.speaking(table.meeting) is None
    assert line(table) == ["p1"]


def test_the_same_happenings_give_the_same_order():
    def evening():
        whole = Facilitator(replace(plan(), people=SEATS))
        whole.do(people.arrive_all, [seat.person for seat in SEATS]).do(flow.start_item, "tired")
        hears(whole, "p0", "p3")
        asks(whole, "p3", "p0b", "g", "p1")
        return asks(whole, "p2", kind="question").do(moves.move, "p3", "p1")

    assert line(evening()) == line(evening())
