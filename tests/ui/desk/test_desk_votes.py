"""Votes and delegated decisions at the desk: one key an answer, the count when all have answered, and who decided."""

from dataclasses import replace

import pytest

from coalmeet.meeting.events import AgendaEntry, DecisionKind, EarlierTry, Profile

BUDGET = DecisionKind("k1", "Budget", "two_thirds")
STATEMENT = DecisionKind("k2", "Public statement", "majority", critical=True)
PRESS = DecisionKind("k3", "Press release", "delegated", "Press group")
MONEY = AgendaEntry("money", "Money", "decision", 20, kind="Budget", proposal="We spend 900.", proposer="o3")
SAYS = replace(MONEY, id="says", title="What we say", kind="Public statement")
NEWS = replace(MONEY, id="news", title="Press release", kind="Press release")


@pytest.fixture
def voting(desk_of):
    """A desk whose coalition has a decision matrix, at one of its items."""

    def at(item, **more):
        robot = desk_of(**{"agenda": (item,), "kinds": (BUDGET, STATEMENT, PRESS), **more})
        robot.goes_to(item.id)
        return robot

    return at


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (MONEY, "Decided by two thirds of those here"),
        (SAYS, "Decided by a majority of those here. Critical"),
        (NEWS, "Press group decides"),
    ],
)
def test_both_windows_say_who_decides_and_how_before_anything_is_proposed(voting, item, said):
    robot = voting(item)
    assert robot.sees(said)
    assert robot.live.view.item.how_decided == said


def test_a_vote_is_one_key_an_answer_and_signs_for_the_others(voting):
    robot = voting(MONEY)
    robot.is_asked()
    assert robot.tool == "vote"
    assert robot.sees("Of 8 here, 6 yes are needed.")
    robot.presses("2")
    robot.presses("3")
    assert not robot.sees("1 no")  # nobody is shown a count on the way
    robot.presses("S")
    assert robot.sees("6 yes, 1 no, 1 abstain. Of 8 here, 6 yes are needed.")
    assert robot.large() == "Adopt it"
    robot.presses("Y")
    assert robot.meeting.proposals[0].outcome == "agreed"
    assert robot.sees("6 yes, 1 no, 1 abstain.")
    robot.waits(0.1)
    assert "6 of 8 present said yes" in robot.live.view.result.lines


def test_too_few_is_said_beside_the_locked_button_and_the_text_can_be_changed(voting):
    robot = voting(MONEY)
    robot.is_asked()
    for _voice in range(3):
        robot.presses("2")
    robot.presses("S")
    robot.presses("Y")
    assert "5 of 8 say yes; two thirds are 6" in robot.texts()
    assert not robot.meeting.proposals[0].outcome
    robot.presses("D")
    robot.types(" And 300 for interpreters.")
    robot.clicks("Keep this text")
    robot.presses("F")
    assert robot.meeting.proposals[0].version == 2
    assert robot.tool == "vote"


def test_a_critical_kind_is_called_by_name(voting):
    robot = voting(SAYS)
    robot.is_asked()
    assert not robot.sees("All others: yes")
    for _voice in range(8):
        robot.presses("1")
    robot.presses("Y")
    assert robot.meeting.proposals[0].outcome == "agreed"


def test_the_call_sees_answers_only_when_all_have_given_theirs(voting):
    robot = voting(MONEY)
    robot.is_asked()
    robot.presses("1")
    robot.waits(0.1)
    assert robot.live.view.stage.value == "vote"
    assert not any(turn.answer for turn in robot.live.view.turns)
    robot.presses("S")
    robot.waits(0.1)
    assert [turn.answer for turn in robot.live.view.turns] == ["yes"] * 8


def test_what_a_group_decided_is_noted_as_theirs(voting):
    robot = voting(NEWS)
    robot.presses("Enter")
    assert robot.tool == "delegated"
    robot.presses("Y")
    adopted = robot.meeting.proposals[0]
    assert (adopted.outcome, adopted.decided_by) == ("agreed", "Press group")


def test_a_vote_instead_of_consent_stands_among_the_ways_out_where_the_charter_has_one(voting):
    free = replace(MONEY, kind="", earlier=EarlierTry("old", "2026-10-29", ("o4",)), vote_announced=True)
    robot = voting(free, profile=Profile(fallback="majority"))
    assert robot.sees("Decided by consent. Announced, should consent fail again: majority")
    robot.is_asked()
    robot.presses("U")
    robot.clicks("Vote instead of consent")
    assert robot.sees("Decided by a majority of those here; consent was not reached on 29 October 2026")
    robot.presses("F")
    assert robot.tool == "vote"


def test_without_a_fallback_in_the_charter_there_is_none_among_the_ways_out(voting):
    robot = voting(replace(MONEY, kind=""))
    robot.is_asked()
    robot.presses("U")
    assert not robot.sees("Vote instead of consent")


def test_a_walk_in_text_gets_its_kind_at_the_desk(voting):
    robot = voting(replace(MONEY, kind=""))
    choice = robot.desk.parts.tools.tool.kind
    assert choice.isVisible()
    choice.box.setCurrentIndex(1)
    assert robot.sees("Decided by two thirds of those here")
    robot.presses("Ctrl+Enter")
    assert robot.meeting.proposals[0].ruled_by == BUDGET
    assert not choice.isVisible()


def test_without_a_matrix_nobody_is_asked_for_a_kind(desk_of):
    robot = desk_of()
    robot.goes_to("freeze")
    assert not robot.desk.parts.tools.tool.kind.isVisible()


def test_the_keys_in_the_foot_are_those_of_the_method(voting):
    robot = voting(MONEY)
    robot.presses("Enter")
    assert robot.sees("vote now")
    assert not robot.sees("ask for consent")
    robot.presses("F")
    assert robot.sees("all others")


def test_where_each_is_called_by_name_no_key_answers_for_all_others(voting):
    robot = voting(SAYS)
    robot.is_asked()
    assert not robot.sees("all others")


@pytest.mark.parametrize(("kind", "offered"), [("Budget", False), ("", True)])
def test_a_person_for_a_role_is_offered_only_where_no_kind_is_known(voting, kind, offered):
    selection = DecisionKind("k4", "Person for a role", "selection")
    robot = voting(replace(MONEY, kind=kind), kinds=(BUDGET, selection))
    assert robot.sees("Choose a person") is offered


def test_enter_is_the_way_out_that_somebody_has_come_to(voting):
    robot = voting(MONEY)
    robot.is_asked()
    for _voice in range(8):
        robot.presses("2")
    robot.presses("U")
    robot.presses("Tab")
    robot.presses("Enter")
    assert robot.meeting.proposals[0].outcome == "parked"


def test_enter_on_a_locked_button_makes_its_reason_strong_and_says_it_once(voting):
    robot = voting(MONEY)
    robot.is_asked()
    for _voice in range(8):
        robot.presses("2")
    robot.presses("Enter")
    assert robot.texts().count("two thirds are 6.") == 1
