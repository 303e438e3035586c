"""Finding a verb, an item or a person from the desk, without a mouse and while the clock runs."""

from PySide6.QtTest import QTest

from ui.desk.ways import ways


def find(robot, words):
    robot.presses("Ctrl+K")
    QTest.keyClicks(robot.desk.finder.field, words)
    robot.presses("Enter")


def test_a_verb_is_found_by_its_words_and_done(robot):
    robot.goes_to("press")
    find(robot, "pause")
    assert robot.current.paused
    find(robot, "pause")
    assert not robot.current.paused


def test_the_large_button_stands_first(robot):
    robot.goes_to("freeze")
    first = ways(robot.desk)[0]
    assert first.words == robot.desk.parts.tools.tool.step().words


def test_an_item_is_looked_at_without_stopping_the_running_one(robot):
    robot.goes_to("press")
    find(robot, "budget")
    assert robot.desk.parts.beside.name == "agenda"
    assert robot.current.id == "press"
    assert robot.desk.parts.beside.card._open == "budget"
    find(robot, "budget")
    assert robot.desk.parts.beside.card._open == "budget", "who looks for it twice wants to see it"


def test_a_person_who_comes_late_is_found_and_noted(robot):
    robot.goes_to("press")
    find(robot, "ines roth")
    assert robot.desk.parts.beside.name == "attendance"
    robot.presses("Enter")
    assert robot.meeting.presence("guest").here


def test_the_people_of_an_organisation_are_found_by_its_name(robot):
    robot.goes_to("press")
    robot.presses("Ctrl+K")
    QTest.keyClicks(robot.desk.finder.field, "tenants union")
    found = {one.words for one in robot.desk.finder._found}
    assert {"Amina Diallo", "Pavel Novák"} <= found
    assert "Rosa Blum" not in found


def test_it_opens_while_a_note_is_written_and_letters_do_nothing_else(robot):
    robot.goes_to("press")
    robot.presses("M")
    robot.presses("Ctrl+K")
    before = len(robot.live.moves)
    robot.types("bxhp")
    assert len(robot.live.moves) == before
    robot.presses("Ctrl+R")
    assert robot.desk.parts.beside.card is None
    robot.presses("Esc")
    assert robot.writes()


def test_what_is_not_to_be_done_now_is_not_found(robot):
    robot.goes_to("press")
    assert not [one for one in ways(robot.desk) if one.key == "Shift+N"]
