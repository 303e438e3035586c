"""What the call sees of who speaks: the stack, rounds of every way, small groups, themes; and what is said aloud."""

import pytest

from coalmeet.meeting.moves import flow, people, proposals, rounds, stack
from coalmeet.meeting.publish import publish
from coalmeet.meeting.say import say
from coalmeet.public import Stage
from tests.meeting.conftest import Facilitator

ALL = ("p0", "p1", "p2", "p3")


@pytest.fixture
def table():
    """Four organisations in the discussion of the evening."""
    return Facilitator().do(people.arrive_all, ALL).do(flow.start_item, "tired")


def seen(table):
    return publish(table.meeting, table.now)


def states(table):
    return {one.name: one.state for one in seen(table).turns}


def test_the_call_sees_who_has_the_floor_and_who_is_next_with_the_rule(table):
    table.do(stack.give_floor, "p1").do(stack.join, "p1").do(stack.join, "p2", "question").do(
        stack.give_floor
    )
    view = seen(table)
    assert [(one.name, one.state, one.kind_word) for one in view.asking] == [
        ("Sana Iqbal", "now", "Question"),
        ("Łukasz Zieliński", "next", ""),
    ]
    assert [one.times for one in view.asking] == ["first time today", "second time"]
    assert view.asking_rule == "Those heard least come first, person and organisation together."


def test_how_long_somebody_spoke_is_nowhere_to_be_seen(table):
    table.do(stack.give_floor, "p1").later(7).do(stack.join, "p1").do(stack.give_floor)
    assert "7" not in repr(seen(table).asking)


def test_the_stack_makes_room_for_a_round_and_comes_back_after_it(table):
    table.do(stack.join, "p1").do(rounds.begin_round, "r", "free")
    assert seen(table).asking == ()
    for _voice in range(4):
        table.do(rounds.hear)
    assert [one.name for one in seen(table.do(rounds.end_round)).asking] == ["Łukasz Zieliński"]


def test_beside_a_proposal_now_and_next_are_shown(table):
    table.do(proposals.bring, "x", "Open it.", "o1").do(stack.join, "p2").do(stack.give_floor)
    view = seen(table)
    assert view.stage is Stage.PROPOSAL
    assert [(one.name, one.state) for one in view.turns] == [("Sana Iqbal", "now")]


def test_where_people_speak_as_they_wish_nobody_is_next(table):
    table.do(rounds.begin_round, "r", "free", way="popcorn").do(rounds.hear, "o2").do(rounds.hear, "o0")
    assert set(states(table).values()) == {"heard", "now", "waiting"}
    assert states(table)["Harbour Union"] == "now"


def test_the_call_reads_the_question_and_how_people_speak(table):
    table.do(rounds.begin_round, "r", "free", "What would you ask of a press officer", way="popcorn")
    said = publish(table.meeting, table.now).sentence
    assert said == "What would you ask of a press officer. Speak as you wish, each once."


def test_after_a_sweep_the_call_reads_that_everybody_has_been_heard(table):
    table.do(rounds.begin_round, "r", "free", "Anything else?", way="popcorn").do(rounds.sweep)
    for _voice in table.meeting.round.order:
        table.do(rounds.hear)
    assert publish(table.meeting, table.now).sentence == "Everybody has been heard."


def test_a_sweep_shows_now_and_next_and_never_who_was_silent(table):
    table.do(stack.give_floor, "p0").do(stack.hear_others, "s")
    view = seen(table)
    assert view.sentence == "Let us hear others."
    assert [one.state for one in view.turns] == ["now", "next"]


def test_small_groups_see_when_they_are_back(table):
    table.do(rounds.begin_round, "r", "free", "What do we need?", way="groups", minutes=6)
    view = seen(table)
    assert (view.groups_until, view.sentence) == ("18:06", "What do we need?")
    assert "18:06" in say(table.meeting, table.now)[0]
    assert seen(table.do(rounds.bring_back)).groups_until == ""


def test_a_line_that_broke_is_shown_as_that_and_not_as_leaving(table):
    table.do(rounds.begin_round, "r", "free").do(people.lose_line, ("p3",)).do(people.depart, "p2")
    notes = {one.name: one.note for one in seen(table).turns}
    assert (notes["Legal Aid"], notes["Mill Road"]) == ("line lost", "left")


def test_a_ready_made_round_asks_its_question_and_shows_what_was_written_down(table):
    table.do(rounds.begin_round, "r", "free", ready="well_better").do(
        rounds.note_theme, "the leaflets", "well"
    )
    view = seen(table)
    assert view.sentence == "What is going well, what could be better?"
    assert [(line.text, line.state) for line in view.themes] == [("the leaflets", "well")]


def test_each_way_has_its_words_to_say(table):
    table.do(rounds.begin_round, "r", "free", way="sign")
    assert "sign" in say(table.meeting, table.now)[0] and "sign" in seen(table).sentence
    table.do(rounds.count_signs).do(rounds.end_round).do(rounds.begin_round, "s", "free", way="popcorn")
    assert "as you wish" in say(table.meeting, table.now)[0]
    table.do(rounds.sweep)
    assert "Let us hear others" in say(table.meeting, table.now)[0]


def test_the_facilitator_is_told_whom_to_call_from_the_stack(table):
    table.do(stack.join, "p1").do(stack.join, "p2")
    assert say(table.meeting, table.now)[0] == "Łukasz Zieliński, please, and then Sana Iqbal."
