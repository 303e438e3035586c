"""A window that reads from right to left: icons that point turn around, margins change sides, texts stay readable."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coalmeet.public import PublicPiece
from ui import icons, theme
from ui.desk.marked_text import MarkedText
from ui.desk.stretch_words import in_its_direction
from ui.widgets import lines
from ui.widgets.inputs import Line
from ui.widgets.layouts import row


@pytest.fixture(autouse=True)
def from_the_right(qapp: QApplication) -> Iterator[None]:
    theme.load_fonts()
    theme.wear(theme.LIGHT)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize("name", ["skip-forward", "chevron-right", "arrow-left", "log-out"])
def test_an_arrow_points_to_where_reading_goes_on(qapp: QApplication, name: str) -> None:
    mirrored = icons.pixmap(name, "ink", 20).toImage()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    usual = icons.pixmap(name, "ink", 20).toImage()
    assert unlike(mirrored, usual.flipped(Qt.Orientation.Horizontal)) < 0.1 * unlike(mirrored, usual)


@pytest.mark.parametrize("name", ["check", "search", "play", "refresh-cw"])
def test_a_sign_that_points_nowhere_stays_as_it_is(qapp: QApplication, name: str) -> None:
    before = icons.pixmap(name, "ink", 20).toImage()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert before == icons.pixmap(name, "ink", 20).toImage()


def test_the_margin_before_a_row_stands_on_the_right() -> None:
    margins = row(margins=(24, 0, 4, 0)).contentsMargins()
    assert (margins.left(), margins.right()) == (theme.px(4), theme.px(24))


def test_a_latin_proposal_stands_on_the_right_and_ends_with_its_full_stop(qtbot: QtBot) -> None:
    shown = MarkedText()
    qtbot.addWidget(shown)
    shown.show_pieces((PublicPiece("same", "We launch on 15 March."),))
    made = shown._made(400)
    line = made.lineAt(0)
    assert line.naturalTextRect().right() > 390
    full_stop = line.cursorToX(len("We launch on 15 March"))[0]  # where it begins
    assert full_stop > line.cursorToX(3)[0], "the full stop is the last thing on the right"


def test_an_empty_field_shows_on_the_right_what_it_is_for(qtbot: QtBot) -> None:
    field = Line()
    qtbot.addWidget(field)
    assert field.alignment() & Qt.AlignmentFlag.AlignRight


def unlike(one: QImage, other: QImage) -> int:
    """How far the two are from each other: the sum of what their points cover more or less."""
    points = ((x, y) for x in range(one.width()) for y in range(one.height()))
    return sum(abs(one.pixelColor(*at).alpha() - other.pixelColor(*at).alpha()) for at in points)


def test_a_stretch_of_the_afternoon_says_18_min_and_not_min_18() -> None:
    assert in_its_direction("18 min, decision") == lines.isolated("18 min, decision")
    ticked = in_its_direction("✓ Opening")
    assert ticked.startswith("✓ "), "the tick stands where reading begins"
    assert ticked.endswith(lines.isolated("Opening"))
