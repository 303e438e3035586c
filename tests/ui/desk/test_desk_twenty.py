"""Twenty organisations consent to two versions by sign in a dozen inputs, and nobody is counted who was not seen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coalmeet.meeting.events import Member, Seat
from coalmeet.meeting.moves import people
from tests.ui.desk.conftest import AGENDA, Robot

TWENTY = tuple(Member(f"o{number}", f"Member {number + 1}") for number in range(20))
SEATS = tuple(Seat(f"p{number}d", f"Delegate {number + 1}", f"o{number}", "delegate") for number in range(20))
DOZEN = 12
BETTER = "We launch on 12 April with one shared demand: a two-year rent freeze."


@pytest.fixture
def robot(desk_of: Callable[..., Robot]) -> Robot:
    robot = desk_of(
        members=TWENTY, people=SEATS, agenda=AGENDA, facilitator="p0d", note_taker="p2d", quorum=11
    )
    robot.goes_to("freeze")
    robot.inputs = 0
    return robot


def first_version_meets_an_objection(robot: Robot) -> None:
    """Whoever is asked first objects, the others give their sign."""
    robot.presses("Enter")  # the draft of the agenda is put on the table
    robot.presses("F")  # consent is asked for
    robot.presses("3")  # who is asked first objects
    robot.presses("Enter")  # and has said why
    robot.presses("S")  # all others, by their signs


def second_version_is_asked_for(robot: Robot) -> None:
    """The text is changed with the group, and fixed."""
    robot.presses("D")
    robot.presses("Ctrl+A")
    robot.types(BETTER)
    robot.presses("Ctrl+Enter")
    robot.presses("F")


def consenting(robot: Robot) -> set[str]:
    """Who is recorded as consenting to the version on the table."""
    (proposal,) = robot.meeting.proposals
    answers = (proposal.answer_of(member.id) for member in TWENTY)
    return {answer.organisation for answer in answers if answer and answer.answer == "consent"}


def test_two_versions_take_no_more_than_a_dozen_inputs(robot: Robot) -> None:
    """Every key and every click counts; typing the new text is typing."""
    first_version_meets_an_objection(robot)
    second_version_is_asked_for(robot)
    robot.presses("S")  # by sign, but for who objected: they are asked by name
    robot.presses("1")
    robot.presses("Enter")
    (decided,) = robot.meeting.proposals
    assert (decided.outcome, decided.words, decided.version) == ("agreed", BETTER, 2)
    assert len(consenting(robot)) == 20
    assert robot.inputs <= DOZEN


def test_a_sign_never_counts_for_who_objected(robot: Robot) -> None:
    first_version_meets_an_objection(robot)
    assert consenting(robot) == {member.id for member in TWENTY} - {"o1"}
    second_version_is_asked_for(robot)
    robot.presses("S")
    assert consenting(robot) == {member.id for member in TWENTY} - {"o1"}
    assert robot.sees("Member 2"), "they are asked by name"


def test_nobody_is_recorded_who_was_neither_seen_nor_asked(robot: Robot) -> None:
    """Two have gone, one gave no sign and is asked by name, one came while the others were asked."""
    robot.live.do(people.depart, "p18d")
    robot.live.do(people.depart, "p19d")
    robot.presses("Enter")
    robot.presses("F")
    robot.clicks("Member 7, not asked yet")
    robot.presses("4")
    robot.presses("S")
    robot.live.do(people.arrive, "p19d")
    robot.settles()
    assert consenting(robot) == {member.id for member in TWENTY} - {"o6", "o18", "o19"}
    assert robot.sees("Delegate 20, delegate"), "who came late is asked first"
    assert robot.desk.parts.actions.large.isHidden()
    robot.presses("1")
    robot.presses("Enter")
    (decided,) = robot.meeting.proposals
    assert decided.outcome == "agreed"
    assert consenting(robot) == {member.id for member in TWENTY} - {"o6", "o18"}
    assert set(decided.present) == {member.id for member in TWENTY} - {"o18"}


def test_the_count_would_notice_an_input_more(robot: Robot) -> None:
    first_version_meets_an_objection(robot)
    second_version_is_asked_for(robot)
    for _voice in TWENTY:
        robot.presses("1")  # each by name, as where the charter calls in turn
    assert robot.inputs > DOZEN
