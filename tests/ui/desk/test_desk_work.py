"""Work at the desk: an action noted by mistake is struck out where it stands, and earlier ones are looked at."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coalmeet.meeting.moves import flow
from ui.desk.feed import FeedLine
from ui.share.plain import as_text


def note_two(robot):
    robot.goes_to("press")
    robot.presses("M")
    robot.types("action: Ring the hall @Rosa Blum\naction: Paint the hall @Kofi Owusu\n")
    robot.presses("Esc")


def hands_on_to(robot, name):
    owner = robot.desk.parts.tools.tool.owner
    owner.setCurrentIndex(next(at for at in range(owner.count()) if owner.itemText(at).startswith(name)))
    owner.activated.emit(owner.currentIndex())
    owner.hidePopup()
    robot.settles()


def test_an_action_noted_by_mistake_is_struck_out_where_it_stands(robot):
    note_two(robot)
    robot.clicks("Strike out: Ring the hall")
    assert [one.text for one in robot.meeting.actions] == ["Paint the hall"]
    assert [line.text for line in robot.desk.parts.feed.lines() if line.kind == "Action"] == [
        "Paint the hall"
    ]
    robot.presses("Ctrl+Z")
    assert len(robot.meeting.actions) == 2


def test_an_entry_of_the_minutes_is_pressed_put_right_or_struck_out(robot):
    """So it can be done from every item, decisions too."""
    note_two(robot)
    robot.live.do(flow.start_item, "budget")
    robot.settles()
    line = next(one for one in robot.desk.parts.feed.findChildren(FeedLine))
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    robot.settles()
    assert robot.desk.parts.beside.name == "entries"
    robot.clicks("Strike it out")
    assert [one.text for one in robot.meeting.actions] == ["Paint the hall"]
    assert not robot.sees("Strike it out")


def test_what_is_too_much_is_dropped_in_the_work_plan_whenever_it_was_agreed(robot):
    note_two(robot)
    robot.presses("G")
    robot.presses("Esc")
    robot.desk.parts.hands.do(flow.start_item, "plan")
    robot.settles()
    robot.presses("4")
    assert [(one.id, one.state) for one in robot.meeting.reviews] == [("w1", "dropped")]
    robot.clicks("Strike out: Paint the hall")
    assert [one.text for one in robot.meeting.actions] == ["Ring the hall"]


def test_nothing_is_handed_on_to_whoever_comes_first_in_the_list(robot):
    robot.goes_to("plan")
    robot.presses("3")
    assert robot.meeting.reviews == ()
    assert robot.sees("Choose who takes it on, with the arrow keys and Enter.")
    hands_on_to(robot, "Lena Maier")
    assert [(one.state, one.owner) for one in robot.meeting.reviews] == [("handed_on", "p4d")]
    assert robot.sees("Handed on to Lena Maier")
    robot.presses("3")
    assert len(robot.meeting.reviews) == 1, "the next one asks again"


def test_an_absent_person_is_asked(robot):
    robot.goes_to("plan")
    hands_on_to(robot, "Pavel Novák, not here")
    assert robot.meeting.reviews[0].asked
    assert robot.sees("Pavel Novák is asked")


def test_moved_proposes_four_weeks_and_the_keys_go_through_all(robot):
    robot.goes_to("plan")
    for key in "124":
        robot.presses(key)
    assert [one.state for one in robot.meeting.reviews] == ["done", "moved", "dropped"]
    assert robot.meeting.reviews[1].due == date(2026, 12, 24).isoformat()
    assert robot.sees("All actions have been looked at.")


def test_the_call_looks_at_the_action_that_the_desk_has_called_up(robot):
    robot.goes_to("plan")
    robot.presses("↓")
    robot.presses("↓")
    assert "Now: Translate the leaflet" in as_text(robot.live.view)
    robot.presses("4")
    assert "Now: Send the legal note to all members" in as_text(robot.live.view)
