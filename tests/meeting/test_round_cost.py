"""What a round costs is said before it begins, from the turns of this meeting, with cheaper ways beside it."""

import pytest

from coalmeet.meeting.moves import clock, consent, flow, people, proposals, rounds
from coalmeet.meeting.round_cost import cost, cost_words, turn_seconds
from tests.meeting.conftest import Facilitator


@pytest.fixture
def table():
    """Four organisations in the discussion of the evening, which has twenty minutes."""
    whole = Facilitator().do(people.arrive_all, ("p0", "p1", "p2", "p3"))
    return whole.do(flow.start_item, "tired")


def spoken(table, *minutes):
    table.do(rounds.begin_round, table.new_id(), "free")
    for length in minutes:
        table.later(length).do(rounds.hear)
    return table.do(rounds.end_round)


def test_before_the_first_round_a_turn_is_a_minute(table):
    table.later(17)
    found = cost(table.meeting, table.now)
    assert cost_words(found) == "4 turns, about 4 min. This item has 3 min left."
    assert found.too_much


def test_a_word_takes_less_than_a_turn(table):
    table.do(flow.start_item, "temperature")
    assert turn_seconds(table.meeting, "temperature") == 20
    table.later(0.02)
    found = cost(table.meeting, table.now, "temperature")
    assert found.left == table.meeting.current.minutes, "the clock has hardly begun to run"


def test_later_it_is_the_median_of_this_meetings_turns(table):
    spoken(table, 2, 2, 2, 9)
    assert turn_seconds(table.meeting, "free") == 120
    assert cost(table.meeting, table.now).minutes == 8


def test_a_pause_in_one_turn_moves_nothing(table):
    table.do(rounds.begin_round, "r", "free").later(1).do(rounds.hear).later(1).do(clock.pause)
    table.later(20).do(clock.resume).do(rounds.hear).later(1).do(rounds.hear).later(1).do(rounds.hear)
    assert turn_seconds(table.meeting, "free") == 60


def test_words_are_measured_by_themselves(table):
    table.do(flow.start_item, "temperature").do(rounds.begin_round, "t", "temperature")
    for person in ("p0", "p1", "p2", "p3"):
        table.later(0.1).do(rounds.give_word, person, "well")
    assert turn_seconds(table.meeting, "temperature") == 6
    assert turn_seconds(table.meeting, "free") == 60


def test_answers_to_a_proposal_are_measured_by_themselves(table):
    spoken(table, 2, 2, 2, 2)
    table.do(flow.start_item, "fund").do(proposals.bring, "x", "Open it.", "o1")
    table.do(proposals.ask_for_consent, "c")
    for organisation in ("o1", "o2", "o3", "o0"):
        table.later(0.25).do(consent.answer, organisation, "consent")
    assert turn_seconds(table.meeting, "consent") == 15
    assert turn_seconds(table.meeting, "reactions") == 120


def test_signs_and_small_groups_say_what_they_cost_beside_going_around(table):
    spoken(table, 4, 4, 4, 4)
    ways = {way: cost(table.meeting, table.now, way=way) for way in ("turn", "sign", "groups")}
    assert ways["sign"].minutes < ways["groups"].minutes < ways["turn"].minutes
    assert cost_words(ways["sign"], "sign").startswith("One sign from all together, about 1 min.")
    assert ways["groups"].minutes == 6 + 4


def test_a_time_for_each_turn_counts_where_the_group_wants_one(table):
    assert cost(table.meeting, table.now, seconds=30).minutes == 2
