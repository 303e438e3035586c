"""A gate over every state of the desk: named controls, whole buttons, and the large one always in sight.

The reference meeting is played through the window in each of its shapes; after every beat what is shown is walked.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
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
}


HARDEST = ("least", "text twice as large beside a call")


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
    live = LiveMeeting.open(coalition, meeting, plan, now=time)
    desk = DeskWindow(live)
    desk.setMinimumSize(0, 0)  # no screen here is large enough
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
    for control in desk.findChildren(QWidget):
        if control.isVisible() and isinstance(control, NAMED) and not inner(control):
            if not (control.accessibleName() or getattr(control, "text", str)()):
                yield f"without a name: {type(control).__name__}"
            if (
                isinstance(control, QAbstractButton)
                and control.height() < control.minimumSizeHint().height() - 1
            ):
                yield f"squashed: {control.text() or control.accessibleName()}"


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
