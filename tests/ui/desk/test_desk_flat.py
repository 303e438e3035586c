"""Where the desk has little height or width: what is asked now stays in sight, and nothing is said twice."""

import pytest
from PySide6.QtCore import QPoint

from coalmeet.meeting.moves import people
from tests.ui.desk.test_desk_layout import is_whole


def test_the_meeting_goes_on_another_day_in_two_keys(robot):
    robot.goes_to("press")
    robot.presses("Shift+End")
    assert robot.desk.parts.beside.name == "another_day"
    robot.presses("Ctrl+Enter")
    assert robot.meeting.is_adjourned
    assert robot.desk.parts.beside.name == "", "the card has done its work"


def test_the_day_on_which_it_goes_on_is_typed_and_kept(robot):
    robot.goes_to("press")
    robot.presses("Shift+End")
    robot.types("27 November 2026")
    robot.presses("Ctrl+Enter")
    assert "27 Nov" in robot.live.view.return_time


@pytest.mark.parametrize("size", [(600, 740), (480, 760), (1120, 668)])
def test_whoever_is_asked_and_the_last_answer_are_seen_together(robot, size):
    robot.desk.resize(*size)
    robot.goes_to("freeze")
    robot.is_asked()
    robot.presses("1")
    robot.presses("1")
    robot.settles()
    robot.waits(1 / 60)
    tool = robot.desk.parts.tools.tool
    assert all(is_whole(robot, key) for key in tool.keys.values())
    assert is_whole(robot, robot.button("Take back"))


def test_how_many_have_answered_is_said_once(robot):
    robot.goes_to("freeze")
    robot.is_asked()
    robot.presses("1")
    robot.settles()
    assert "2 of 8" in robot.texts()
    assert "answered" not in robot.texts()


def test_beside_a_call_the_clock_says_in_whole_words_what_it_counts(robot):
    robot.desk.resize(480, 700)
    robot.goes_to("freeze")
    robot.settles()
    face, buttons = robot.desk.parts.clock.face, robot.desk.parts.clock.buttons
    assert face.digits.width() >= face.digits.sizeHint().width()
    assert not [line for line in face.caption._lines(face.caption.width()) if "…" in line]
    assert face.mapToGlobal(QPoint(face.width(), 0)).x() <= buttons.mapToGlobal(QPoint(0, 0)).x()


def test_beside_a_call_no_word_lies_on_the_clock_when_time_is_up(robot):
    robot.desk.resize(480, 700)
    robot.goes_to("press")
    robot.waits(23)
    robot.settles()
    face = robot.desk.parts.clock.face
    assert face.pill.accessibleName() == "Time is up"
    assert not face.pill.geometry().intersects(face.digits.geometry())
    assert face.digits.width() >= face.digits.sizeHint().width()


def test_in_a_flat_window_the_words_above_the_tool_scroll_with_it(robot):
    robot.desk.resize(640, 560)
    robot.goes_to("freeze")
    robot.is_asked()
    robot.settles()
    parts = robot.desk.parts
    assert all(parts.tools.isAncestorOf(part) for part in (parts.say, parts.steps, parts.heading.details))
    robot.desk.resize(640, 800)
    robot.settles()
    assert not any(parts.tools.isAncestorOf(part) for part in (parts.say, parts.steps, parts.heading.details))


def test_beside_an_open_card_the_lesser_ways_take_two_rows_at_most(robot):
    robot.desk.resize(1120, 700)
    robot.goes_to("freeze")
    robot.live.do(people.depart, "p7d")
    robot.presses("Shift+W")
    robot.settles()
    row = robot.desk.parts.actions
    heights = {
        one.y() for one in row.findChildren(type(row.large)) if one.isVisible() and one is not row.large
    }
    assert len(heights) <= 2, "three ways in three rows push the tool out of the window"
