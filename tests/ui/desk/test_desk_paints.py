"""The desk paints what changes: a second of the clock touches the clock and the picture of the call, not the tool."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractAnimation, QEvent, QObject
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.desk.window import DeskWindow


class Work(QObject):
    """Counts what a window is asked to lay out and to paint while it is watched."""

    def __init__(self) -> None:
        super().__init__()
        self.painted: list[QWidget] = []
        self.laid_out: list[str] = []
        self.pixels = 0
        self.whole: list[str] = []
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.laid_out.append(type(watched).__name__)
        elif isinstance(event, QPaintEvent) and isinstance(watched, QWidget):
            self.painted.append(watched)
            if watched.isWindow():
                self.whole.append(type(watched).__name__)
                # The call changes at most once a second, so on a slow machine an item may reach it only now.
                if isinstance(watched, DeskWindow):
                    self.pixels += sum(part.width() * part.height() for part in event.region())
        return False


def watched(robot, act) -> Work:
    """What it costs to do something on a desk that has settled."""
    for _ in range(12):
        QApplication.processEvents()
    work = Work()
    act()
    QApplication.processEvents()
    QApplication.instance().removeEventFilter(work)
    return work


@pytest.fixture
def shown(robot):
    flash = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)  # on a slow machine a cursor blinks while it is counted
    robot.desk.resize(1280, 760)
    robot.desk.show()
    robot.goes_to("freeze")
    robot.desk.tick()
    yield robot
    QApplication.setCursorFlashTime(flash)


def second(robot) -> None:
    robot.waits(1 / 60)


@pytest.mark.parametrize("item", ["temperature", "plan", "freeze", "press", "closing"])
def test_nothing_is_laid_out_or_painted_while_nothing_has_changed(shown, item):
    shown.goes_to(item)
    shown.desk.tick()
    work = watched(shown, shown.desk.tick)
    assert work.laid_out == []
    assert [type(one).__name__ for one in work.painted] == []


@pytest.mark.parametrize("item", ["temperature", "plan", "freeze", "press", "closing"])
def test_a_second_paints_the_clock_and_the_call_and_no_tool(shown, item):
    shown.goes_to(item)
    second(shown)
    work = watched(shown, lambda: second(shown))
    tool = shown.desk.parts.tools.tool
    assert set(work.laid_out) <= {"ClockFace", "Head"}, "its digits have another width"
    assert not [one for one in work.painted if one is tool or tool.isAncestorOf(one)]
    assert 0 < work.pixels < 0.2 * shown.desk.width() * shown.desk.height()


@pytest.mark.parametrize("key", ["Space", "E", "W", "R", "C"])
def test_what_happens_is_painted_once(shown, key):
    work = watched(shown, lambda: shown.presses(key))
    assert work.whole.count("DeskWindow") == 1


def test_nothing_on_the_desk_moves_by_itself(shown):
    assert shown.desk.findChildren(QAbstractAnimation) == []
    assert not shown.desk.isAnimated()
