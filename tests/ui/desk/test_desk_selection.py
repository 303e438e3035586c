"""Somebody is chosen for a role at the desk: two letters of a name a nomination, one key a step."""

from __future__ import annotations

import pytest

from coalmeet.meeting.events import AgendaEntry, DecisionKind

ROLE = DecisionKind("k", "Person for a role", "selection")
AGENDA = (
    AgendaEntry("who", "Who is our treasurer?", "decision", 20, kind=ROLE.name),
    AgendaEntry("press", "Shared press officer", "discussion", 20),
)


@pytest.fixture
def chooser(desk_of):
    """All delegates are here; the item is open and asks for the role."""
    robot = desk_of(agenda=AGENDA, kinds=(ROLE,))
    robot.goes_to("who")
    return robot


def begins(robot) -> None:
    robot.desk.parts.tools.tool.fields.role.setFocus()
    robot.types("Treasurer")
    robot.presses("Enter")


def names(robot, letters: str, reason: str = "") -> None:
    """Two letters, Enter, the reason, Enter."""
    robot.types(f"{letters}\n")
    robot.types(f"{reason}\n")


def test_the_tool_asks_for_the_role_and_has_the_usual_term(chooser):
    assert chooser.tool == "selection"
    assert chooser.desk.parts.tools.tool.fields.until.text() == "27 May 2027"
    assert chooser.focus() is chooser.desk.parts.tools.tool.fields.role
    chooser.presses("Enter")
    assert chooser.refusal() == "Say which role it is, in a word or two."
    begins(chooser)
    assert chooser.sees("Treasurer until 27 May 2027")


def test_eight_nominations_a_change_and_the_strongest_reasons(chooser):
    begins(chooser)
    asked = [chooser.desk.parts.tools.tool.now.voice()]
    for number in range(8):
        names(chooser, "yu" if number % 2 else "ko", "keeps calm" if number == 1 else "")
        asked.append(chooser.desk.parts.tools.tool.now.voice())
    assert len(set(asked[:-1])) == 8
    assert chooser.meeting.round is None
    assert chooser.sees("“keeps calm” (")
    assert "4" not in chooser.desk.parts.tools.tool.nominees.accessibleName()
    chooser.desk.setFocus()
    chooser.presses("Enter")
    assert chooser.meeting.round.kind == "changes"
    names(chooser, "yu", "I was convinced")
    chooser.desk.setFocus()
    chooser.presses("S")
    assert chooser.meeting.round is None
    chooser.presses("↓")
    assert chooser.large() == "Propose Yusuf Tan"
    chooser.presses("Enter")
    assert chooser.meeting.proposals[-1].text == "Yusuf Tan is Treasurer until 27 May 2027."
    assert chooser.large() == "Fix the text and ask all 8"
    chooser.presses("F")
    assert chooser.meeting.round.order[-1] == "o2"
    chooser.presses("S")
    chooser.presses("Enter")
    assert chooser.meeting.proposals[-1].outcome == "agreed"


def test_in_the_round_for_changes_enter_keeps_what_was_named(chooser):
    begins(chooser)
    for _number in range(8):
        names(chooser, "ko")
    chooser.desk.setFocus()
    chooser.presses("Enter")
    for _number in range(8):
        chooser.presses("Enter")
    assert chooser.meeting.round is None
    assert {one.person for one in chooser.meeting.selections[0].nominations} == {"p3d"}


def test_a_voice_may_pass_and_somebody_absent_may_be_named(chooser):
    begins(chooser)
    chooser.presses("Ctrl+P")
    assert len(chooser.meeting.round.passed) == 1
    names(chooser, "maja", "knows the books")
    assert chooser.meeting.selections[0].nominations[0].person == "p3a"


def test_an_objection_may_end_with_another_person(chooser):
    begins(chooser)
    for number in range(8):
        names(chooser, "yu" if number % 2 else "ko")
    chooser.desk.setFocus()
    chooser.presses("F")
    chooser.presses("F")
    chooser.presses("3")
    chooser.presses("Esc")
    chooser.presses("S")
    assert chooser.tool == "workbench"
    chooser.clicks("Another person")
    chooser.presses("↓")
    chooser.presses("Enter")
    assert chooser.meeting.proposals[-1].text.startswith("Yusuf Tan is Treasurer")


def test_any_decision_may_turn_out_to_be_about_a_person(robot):
    robot.goes_to("press")
    robot.clicks("Decide on it")
    robot.presses("Shift+P")
    robot.types("Press officer")
    robot.presses("Enter")
    assert robot.tool == "selection"
    assert robot.meeting.selections[0].role == "Press officer"
