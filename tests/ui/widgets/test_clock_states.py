"""However the clock stands, the bar of the desk and the ring of the call can show it, and say it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from coalmeet.public import ClockState
from ui import theme
from ui.widgets import draw
from ui.widgets.timebar import TimeBar

DESK_ONLY = "late"  # a start that lies behind us; the call has no clock before the start
STATES = (*(state.value for state in ClockState), DESK_ONLY)


@pytest.fixture(autouse=True)
def light(qapp: object) -> None:
    """Colours are compared."""
    theme.wear(theme.LIGHT)


def colours(widget: TimeBar) -> set[str]:
    """Every colour that is seen in the middle row and the middle column."""
    picture = widget.grab().toImage()
    across = [picture.pixelColor(x, picture.height() // 2) for x in range(picture.width())]
    down = [picture.pixelColor(picture.width() // 2, y) for y in range(picture.height())]
    return {QColor(one).name() for one in (*across, *down)}


@pytest.mark.parametrize("state", STATES)
def test_the_bar_shows_used_time_in_the_colour_of_every_state(qtbot: QtBot, state: str) -> None:
    bar = TimeBar()
    qtbot.addWidget(bar)
    bar.resize(200, 8)
    bar.show_time(0.4, state, "6:00 left of 10 min")
    seen = colours(bar)
    assert theme.colour(draw.CLOCK_TONES[state]).name() in seen
    assert (theme.colour("track").name() in seen) == (state != "over")  # time that is up fills the bar
    assert bar.accessibleName() == "6:00 left of 10 min"


@pytest.mark.parametrize("state", [state.value for state in ClockState])
def test_the_ring_shows_every_state(state: str) -> None:
    image = QImage(336, 336, QImage.Format.Format_RGB32)
    image.fill(theme.colour("paper"))
    painter = QPainter(image)
    draw.ring(painter, QRectF(image.rect()), 0.6, state)
    painter.end()
    seen = {QColor(image.pixelColor(x, 168)).name() for x in range(336)} | {
        QColor(image.pixelColor(168, y)).name() for y in range(336)
    }
    arc = theme.colour(draw.CLOCK_TONES[state]).name()
    assert (arc in seen) == (state != "open")  # without a timebox there is nothing to fill


def test_the_desk_and_the_call_know_the_same_states() -> None:
    assert set(draw.CLOCK_TONES) == set(STATES)
