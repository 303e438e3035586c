"""Cards beside the tool: one types in them at once, their keys are theirs alone, and Esc gives the desk back."""

import pytest

from coalmeet.meeting.moves.correct import entries


def test_typing_into_who_is_here_fires_no_command(robot):
    robot.goes_to("freeze")
    robot.is_asked()
    robot.presses("W")
    before = len(robot.live.moves)
    for letter in "kofi":
        robot.presses(letter)
    assert robot.desk.parts.beside.card.attendance.add.box.text() == "kofi"
    assert len(robot.live.moves) == before
    assert not robot.sees("Hide the answers")
    robot.presses("Esc")
    assert robot.focus() is robot.desk
    robot.presses("1")
    assert len(robot.live.moves) == before + 1, "the keys are the desk's again"


@pytest.mark.parametrize("key", ["W", "R", "G", "C"])
def test_an_open_card_is_typed_into_at_once(robot, key):
    robot.goes_to("press")
    robot.presses(key)
    robot.types("pavel")
    assert robot.writes()
    assert robot.desk.parts.beside.isAncestorOf(robot.focus())
    assert robot.focus().text() == "pavel"


def test_at_the_opening_there_is_one_list_of_people(robot):
    robot.presses("W")
    assert robot.desk.parts.beside.name == ""
    robot.types("kofi")
    robot.presses("Enter")
    assert robot.meeting.presence("p3d").here


def test_from_the_field_of_a_card_the_arrow_goes_down_its_list(robot):
    robot.goes_to("press")
    robot.presses("W")
    robot.types("pavel")
    robot.presses("↓")
    robot.presses("Space")
    assert robot.meeting.presence("p0a").here


def test_who_was_writing_writes_on_after_a_card(robot):
    robot.goes_to("press")
    robot.presses("M")
    robot.presses("Ctrl+G")
    robot.presses("Esc")
    robot.types("written on")
    assert robot.desk.parts.notes.box.toPlainText() == "written on"


def test_more_time_is_chosen_by_its_digits_and_the_item_stays(robot):
    robot.goes_to("press")
    robot.presses("E")
    robot.presses("3")
    assert robot.current.outcome == ""
    assert "if we end later" in robot.desk.parts.say.text()
    robot.presses("Enter")
    assert robot.current.extensions[-1].payer == "end"
    assert robot.focus() is robot.desk


def test_arrows_choose_who_gives_the_time(robot):
    robot.goes_to("press")
    robot.presses("E")
    robot.presses("↓")
    robot.presses("↓")
    assert "if we end later" in robot.desk.parts.say.text()


def test_the_call_reads_the_question_while_it_is_asked(robot):
    robot.goes_to("press")
    robot.presses("E")
    first = robot.live.view
    robot.presses("3")
    assert robot.live.view != first, "another way is another question"
    second = robot.live.view
    robot.presses("Esc")
    assert robot.live.view not in (first, second)
    assert robot.live._asked == ""
    robot.presses("E")
    robot.presses("Enter")
    assert robot.live._asked == "", "a yes ends the question"


def test_a_move_of_the_round_does_not_end_the_question(robot):
    robot.goes_to("press")
    robot.presses("R")
    robot.presses("Enter")
    robot.presses("E")
    robot.presses("N")
    assert robot.live._asked != ""


def test_keys_of_the_tool_rest_while_a_card_is_open(robot):
    robot.goes_to("press")
    robot.presses("T")
    before = robot.current
    robot.presses("3")
    robot.presses("Enter")
    assert robot.current == before


def test_an_earlier_entry_is_put_right_without_a_mouse(robot):
    robot.goes_to("freeze")
    robot.is_asked()
    for answer in "2111":
        robot.presses(answer)
    robot.presses("C")
    for _row in range(4):
        robot.presses("↓")
    row = robot.focus()
    robot.presses("Enter")
    robot.settles()
    assert row.isAncestorOf(robot.focus()), "the first field has the focus"
    assert not robot.focus().visibleRegion().isEmpty(), "and is seen"
    for _press in range(30):
        robot.presses("Tab")
        assert robot.desk.parts.beside.isAncestorOf(robot.focus())
    row.setFocus()
    robot.presses("Tab")
    robot.presses("Esc")
    assert robot.desk.parts.beside.name == "", "one Esc: the letters that follow are meant for the meeting"
    assert robot.focus() is robot.desk


def test_what_was_written_in_an_entry_is_kept_when_esc_puts_the_card_away(robot):
    robot.goes_to("press")
    robot.presses("M")
    robot.types("action: print flyers\n")
    robot.presses("Esc")
    robot.presses("C")
    robot.presses("↓")
    robot.presses("Enter")
    robot.settles()
    robot.focus().selectAll()
    robot.types("print 500 flyers")
    robot.presses("Esc")
    assert robot.desk.parts.beside.name == ""
    assert [one.text for one in robot.meeting.actions] == ["print 500 flyers"]


def test_a_corrected_entry_keeps_the_keys(robot):
    robot.goes_to("freeze")
    robot.is_asked()
    robot.presses("2")
    robot.presses("C")
    robot.presses("↓")
    row = robot.focus()
    robot.presses("Enter")
    robot.settles()
    robot.presses("↓")
    robot.settles()
    assert row is robot.focus() or row.isAncestorOf(robot.focus())


def test_a_wrong_answer_is_put_right_by_arrows_and_tab_alone(robot):
    robot.goes_to("freeze")
    robot.is_asked()
    robot.presses("S")
    robot.presses("Enter")
    robot.presses("C")
    robot.types("tenants")
    robot.presses("↓")
    robot.presses("Enter")
    robot.settles()
    before = len(robot.live.moves)
    robot.presses("↓")
    robot.presses("↓")
    assert len(robot.live.moves) == before, "on the way to it nothing is changed"
    robot.presses("Tab")
    robot.settles()
    assert len(robot.live.moves) == before + 1
    assert robot.writes(), "the field that Tab came to is there still"
    robot.types("hold on: rent is due")
    robot.presses("Tab")
    robot.settles()
    objecting = next(one for one in robot.meeting.proposals if one.item == "freeze").open_objections
    assert len(objecting) == 1
    assert "hold on: rent is due" in {getattr(one.event, "text", "") for one in entries(robot.live.moves)}
    assert robot.tool == "proposal", "the decision is open again"


def test_an_entry_is_found_without_accents_and_what_is_not_found_is_said(robot):
    robot.goes_to("press")
    robot.presses("M")
    robot.focus().insertPlainText("action: print flyers for Łódź")
    robot.presses("Enter")
    robot.presses("Esc")
    robot.presses("C")
    robot.types("lodz print")
    assert robot.sees("print flyers for Łódź")
    robot.types(" nowhere")
    assert robot.sees("No entry has these words.")
