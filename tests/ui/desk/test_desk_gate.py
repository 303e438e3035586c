"""A gate over every state of the desk: named controls, whole buttons, one large one, always in sight, room for the
tool of the stage, and the same order for a reader as for the eye.

The reference meeting is played through the window in each of its shapes; after every beat what is shown is walked.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from coalmeet import clock
from coalmeet.sample import make_sample
from ui import theme
from ui.desk.window import DeskWindow
from ui.live import LiveMeeting
from ui.rehearsal import stage
from ui.rehearsal.camera import settle
from ui.rehearsal.clock import RehearsalClock
from ui.rehearsal.player import Player
from ui.rehearsal.script import script
from ui.widgets.buttons import Button

NAMED = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QAbstractSpinBox)
WHOLE = (
    os.environ.get("COALMEET_EXAMPLES") == "full"
)  # each change walks two shapes, where a picture is taken
SHAPES = {
    "wide": (1280, 800, 1.0),
    "least": (1120, 700, 1.0),
    "beside a call": (480, 700, 1.0),
    "least beside a call": (480, 560, 1.0),
    "text twice as large": (1600, 1160, 2.0),
    "text twice as large beside a call": (1000, 1160, 2.0),
    "text twice as large on a small screen": (1280, 800, 2.0),
}
HARDEST = ("least", "text twice as large on a small screen")
HEAD_MOST, TOOL_LEAST = 1 / 3, 1 / 5  # of the height of the window


@pytest.fixture(params=SHAPES if WHOLE else HARDEST)
def played(
    request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> Iterator[Player]:
    """The sample's meeting in a desk of each shape."""
    width, height, scale = SHAPES[request.param]
    theme.apply(qapp, mode="light", contrast="normal", text_scale=scale)
    coalition = make_sample(clock.now, tmp_path)
    meeting, record = stage.meeting_to_play(coalition)
    plan = stage.plan(coalition, meeting, record)
    time = RehearsalClock(plan.planned_start)
    live = LiveMeeting.open(coalition, meeting, plan, now=time, rehearsal=True)  # nobody sleeps
    desk = DeskWindow(live)
    desk.setMinimumSize(
        1, 1
    )  # no screen here is large enough; with none at all Qt would widen it as it needs
    desk.resize(width, height)
    desk.show()
    player = Player(live, time, script(live))
    player.desk = desk  # type: ignore[attr-defined]
    yield player
    live.close()
    desk.close()
    coalition.close()
    theme.apply(qapp, mode="light", contrast="normal", text_scale=1)


def test_whatever_the_meeting_does_each_control_has_its_name_and_its_room(played: Player) -> None:
    desk: DeskWindow = played.desk  # type: ignore[attr-defined]
    found: dict[str, str] = {}
    while played.step():
        beat = played.timeline.entries[-1].beat
        if WHOLE or beat.picture:
            settle()
            for fault in faults(desk):
                found.setdefault(fault, beat.words)
    assert found == {}, "\n".join(f"{one} (at: {where})" for one, where in found.items())


def faults(desk: DeskWindow) -> Iterator[str]:
    """What a person could not use as it stands, each in a few words."""
    large = desk.parts.actions.large
    if large.isVisible() and large.visibleRegion().boundingRect().size() != large.size():
        yield f"the large button is cut: {large.text()}"
    yield from shares(desk)
    yield from order_of_reading(desk)
    for control in desk.findChildren(QWidget):
        if control.isVisible() and isinstance(control, NAMED) and not inner(control):
            if not (control.accessibleName() or getattr(control, "text", str)()):
                yield f"without a name: {type(control).__name__}"
            if (
                isinstance(control, QAbstractButton)
                and control.height() < control.minimumSizeHint().height() - 1
            ):
                yield f"squashed: {control.text() or control.accessibleName()}"


def shares(desk: DeskWindow) -> Iterator[str]:
    """Heading and clock take a third at most, the tool has its room, and one button is the primary one."""
    clock, tools = desk.parts.clock.bar, desk.parts.tools
    if clock.isVisible() and clock.mapTo(desk, clock.rect().bottomLeft()).y() > HEAD_MOST * desk.height():
        yield "heading and clock take more than a third of the height"
    if tools.isVisible() and tools.height() < TOOL_LEAST * desk.height():
        yield f"no room for the tool: {tools.name}"
    large = [one for one in desk.findChildren(Button) if one.isVisible() and one._kind == "primary"]
    if len(large) > 1:
        yield f"more than one primary button: {[one.text() for one in large]}"


def order_of_reading(desk: DeskWindow) -> Iterator[str]:
    """Whatever a screen reader comes to later never stands wholly above what it has read, nor before it in a row."""
    for holder in (desk, *desk.findChildren(QWidget)):
        if not holder.isVisible() or inner(holder) or is_heard_whole(holder):
            continue
        parts = [one for one in holder.children() if isinstance(one, QWidget) and says_something(one)]
        for before, after in pairwise(parts):
            first, then = before.geometry(), after.geometry()
            if then.bottom() <= first.top() or (
                then.right() <= first.left() and then.top() < first.bottom() and first.top() < then.bottom()
            ):
                yield f"read after what stands below it: {named(after)}, after {named(before)}"


def is_heard_whole(one: QWidget | None) -> bool:
    """A row that is a button is heard as one: its name says all that is written on it."""
    while one is not None and not isinstance(one, QAbstractButton):
        one = one.parentWidget()
    return one is not None


def says_something(one: QWidget) -> bool:
    return one.isVisible() and not one.isWindow() and bool(one.size().width() and one.size().height())


def named(one: QWidget) -> str:
    said = one.accessibleName() or getattr(one, "text", str)()
    inside = [getattr(child, "text", str)() for child in one.findChildren(QWidget)]
    return f"{type(one).__name__} {said or ' '.join(filter(None, inside))[:60]}"


def inner(control: QWidget) -> bool:
    """Parts that Qt makes for its own widgets: the line of a spin box, the cross of a search."""
    return isinstance(control.parentWidget(), (QAbstractSpinBox, QComboBox, QLineEdit))


@pytest.mark.parametrize("size", [(480, 560), (480, 700), (1120, 700)])
def test_an_open_private_note_takes_no_room_from_the_large_button(robot, size):
    robot.desk.resize(*size)
    robot.goes_to("freeze")
    robot.presses("I")
    settle()
    assert list(faults(robot.desk)) == []
    robot.presses("Esc")
    robot.presses("X")
    settle()
    assert list(faults(robot.desk)) == []
