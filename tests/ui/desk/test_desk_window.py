"""The window as a whole: wide and beside a call, many people, long names, no agenda, what the call sees."""

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolButton, QWidget

from coalmeet.meeting.events import AgendaEntry, Member, Seat

TOOLS = ("opening", "temperature", "plan", "freeze", "break", "press", "budget", "closing")


def overflowing(robot):
    """Buttons that stand beyond the right edge of what scrolls only downwards, or of the window."""
    robot.settles()  # a scroll bar that has just come takes its room one turn later
    area = robot.desk.parts.tools.viewport()
    edge = QRect(area.mapTo(robot.desk, area.rect().topLeft()), area.size())
    return [
        one.text()
        for one in robot.desk.parts.tools.findChildren(QAbstractButton)
        if one.isVisible() and one.mapTo(robot.desk, one.rect().topRight()).x() > edge.right() + 1
    ]


@pytest.mark.parametrize("size", [(480, 800), (560, 860), (720, 700), (900, 760), (1120, 700), (1600, 1000)])
def test_every_tool_fits_every_width(robot, size):
    robot.desk.resize(*size)
    robot.settles()
    for item in TOOLS:
        robot.goes_to(item)
        robot.settles()
        assert overflowing(robot) == [], item
        assert robot.desk.width() == size[0], item


def test_beside_a_call_only_one_column_stays_and_all_verbs_with_it(robot):
    robot.goes_to("press")
    robot.desk.resize(520, 820)
    robot.settles()
    assert not robot.desk.parts.afternoon.isVisible()
    assert not robot.desk.parts.feed.isVisible()
    assert robot.desk.parts.clock.face.isVisible()
    assert robot.desk.parts.notes.box.isVisible()
    robot.presses("W")
    assert robot.desk.parts.beside.isVisible()
    assert not robot.desk.parts.tools.isVisible(), "the card takes the tool's place"
    robot.presses("Esc")
    assert robot.desk.parts.tools.isVisible()
    robot.clicks("Next item")
    assert robot.current.id == "budget"


def test_what_was_typed_survives_a_change_of_width(robot):
    robot.goes_to("press")
    robot.presses("M")
    robot.types("in the middle of a")
    robot.desk.resize(520, 820)
    robot.settles()
    robot.types(" sentence") if robot.writes() else None
    assert robot.desk.parts.notes.box.toPlainText().startswith("in the middle of a")


def test_an_empty_agenda_says_what_to_do(desk_of):
    robot = desk_of(agenda=())
    robot.everybody_comes()
    robot.presses("Enter")
    assert robot.sees("The agenda is empty. Add an item first: press G.")
    robot.presses("G")
    robot.desk.parts.beside.card.title_box.setFocus()
    robot.types("What brings us here")
    robot.presses("Enter")
    robot.presses("Esc")
    robot.presses("Enter")
    assert robot.current.entry.title == "What brings us here"


def test_seventy_five_people_and_fifty_eight_items(desk_of):
    seats = tuple(
        Seat(
            f"q{n}",
            f"Bartholomew Fitzgerald-Montgomery the {n}th",
            f"g{n // 2}",
            "alternate" if n % 2 else "delegate",
        )
        for n in range(75)
    )
    agenda = tuple(
        AgendaEntry(
            f"i{n}",
            f"Item {n}: " + "all that was said " * 10,
            ("decision", "update", "discussion", "")[n % 4],
            5 * (n % 3),
        )
        for n in range(58)
    )
    members = tuple(
        Member(f"g{n}", f"Organisation {n} of the Northern and Southern Districts") for n in range(38)
    )
    robot = desk_of(agenda=agenda, members=members, people=seats, quorum=20)
    robot.clicks("All delegates are here")
    assert robot.sees("38 of 38 organisations, 38 of 75 people")
    assert len(robot.desk.parts.tools.tool.attendance.pills()) == 75
    robot.presses("Enter")
    robot.presses("Enter")
    robot.presses("G")
    assert len(robot.desk.parts.beside.card._rows) == 58
    assert overflowing(robot) == []
    robot.desk.resize(560, 860)
    robot.settles()
    robot.presses("Esc")
    assert overflowing(robot) == []


def test_right_to_left_mirrors_the_desk(robot, qapp):
    robot.goes_to("press")
    large = robot.desk.parts.actions.large
    before = large.mapTo(robot.desk, large.rect().center()).x()
    try:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        robot.settles()
        assert large.mapTo(robot.desk, large.rect().center()).x() < before
        robot.desk.grab()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_hold_freezes_what_the_call_sees_while_the_desk_goes_on(robot):
    robot.goes_to("press")
    robot.presses("H")
    view = robot.live.view
    robot.desk.press("next_item")
    assert robot.live.view == view
    assert robot.desk.parts.top.tag.accessibleName() == "Held. Call sees: item"
    robot.presses("H")
    assert robot.live.view.item.title == "Budget update"


def test_blank_shows_the_call_nothing_of_the_meeting(robot):
    robot.goes_to("press")
    robot.presses("B")
    assert robot.share.view is None
    assert robot.desk.parts.top.tag.accessibleName() == "Blank on the call"
    robot.presses("B")
    assert robot.share.view is not None


def test_one_key_copies_what_the_call_sees_as_text(robot):
    robot.goes_to("press")
    robot.presses("K")
    assert QGuiApplication.clipboard().text() == robot.share.accessibleName()
    assert "Shared press officer" in QGuiApplication.clipboard().text()


def test_the_miniature_says_what_the_call_sees(robot):
    robot.goes_to("press")
    assert robot.desk.parts.miniature.accessibleName().startswith("The call sees: ")
    robot.desk.parts.miniature.take()
    assert not robot.desk.parts.miniature._picture.isNull()


def test_a_closed_shared_window_is_told_and_brought_back(robot):
    robot.goes_to("press")
    robot.share.close()
    robot.waits(1 / 60)
    assert "The shared window is closed: the call does not see it." in robot.desk.parts.alerts.words()
    robot.clicks("Bring it back")
    assert robot.share.isVisible()
    robot.waits(1 / 60)
    assert robot.desk.parts.alerts.words() == ()


def test_nothing_on_the_desk_is_a_dialog(robot):
    robot.goes_to("freeze")
    robot.presses("Enter")
    for key in ("W", "G", "E", "T", "C", "F1", "O", "U", "R"):
        robot.presses(key) if not robot.writes() else robot.presses(f"Ctrl+{key}")
        assert QApplication.activeModalWidget() is None, key
        robot.presses("Esc")


def test_every_control_says_what_it_is(robot):
    for item in TOOLS:
        robot.goes_to(item)
        for one in robot.desk.findChildren(QAbstractButton):
            if one.isVisible() and not isinstance(one, QToolButton):  # Qt's own, inside of fields
                assert one.text() or one.accessibleName(), (item, one)


def test_closing_the_window_leaves_the_meeting_as_it_is(robot, qtbot):
    robot.goes_to("press")
    with qtbot.waitSignal(robot.desk.left):
        robot.desk.close()
    assert robot.meeting.is_open


def test_opening_the_desk_flashes_no_other_window(desk_of, qapp):
    seen: list[str] = []

    class Windows(QObject):
        def eventFilter(self, part: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and isinstance(part, QWidget) and part.isWindow():
                seen.append(type(part).__name__)
            return False

    watching = Windows()
    qapp.installEventFilter(watching)
    desk_of()
    qapp.removeEventFilter(watching)
    assert set(seen) <= {"DeskWindow", "ShareWindow"}
