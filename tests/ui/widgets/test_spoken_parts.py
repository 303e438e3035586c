"""Painted parts have a role, say in words what they show now, and do so in every state and direction."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets import draw
from ui.widgets.buttons import Button
from ui.widgets.chip import LabelChip, Pill
from ui.widgets.face import Face, initials
from ui.widgets.fields import Field, Minutes, Tick
from ui.widgets.refusal import RefusalLine
from ui.widgets.rows import Row, RowList
from ui.widgets.timebar import TimeBar

STATES = ("running", "last minute", "over", "paused", "open")


@pytest.fixture(autouse=True)
def typeface(qapp: object) -> None:
    theme.load_fonts()
    theme.wear(theme.LIGHT)


def heard(shown: QWidget) -> tuple[str, QAccessible.Role]:
    """What a screen reader gets to know of a widget."""
    interface = QAccessible.queryAccessibleInterface(shown)
    return interface.text(QAccessible.Text.Name), interface.role()


def painted(shown: QWidget) -> QImage:
    return shown.grab().toImage()


def test_a_chip_says_its_label(qtbot: QtBot) -> None:
    chip = LabelChip("decision")
    qtbot.addWidget(chip)
    assert heard(chip) == ("Decision", QAccessible.Role.StaticText)
    chip.set_label("update")
    assert heard(chip)[0] == "Update"
    chip.set_label("")
    assert not chip.isVisibleTo(chip.parentWidget())


def test_a_pill_says_its_state(qtbot: QtBot) -> None:
    pill = Pill("Last minute", "timer", "last")
    qtbot.addWidget(pill)
    assert heard(pill)[0] == "Last minute"


def test_a_face_says_who_and_how(qtbot: QtBot) -> None:
    face = Face("KO", "now", spoken="Kofi Owusu, speaking")
    qtbot.addWidget(face)
    assert heard(face) == ("Kofi Owusu, speaking", QAccessible.Role.StaticText)


def test_clock_states_differ_without_colour() -> None:
    pictures = []
    for state in ("running", "over", "paused", "open"):
        image = QImage(160, 160, QImage.Format.Format_RGB32)
        image.fill(theme.colour("paper"))
        painter = QPainter(image)
        draw.ring(painter, QRectF(image.rect()), 0.4, state)
        painter.end()
        pictures.append(image.convertToFormat(QImage.Format.Format_Grayscale8))
    assert all(one != other for at, one in enumerate(pictures) for other in pictures[at + 1 :])


@pytest.mark.parametrize("state", STATES)
def test_the_bar_of_time_mirrors(qtbot: QtBot, state: str) -> None:
    bar = TimeBar()
    qtbot.addWidget(bar)
    bar.resize(300, 8)
    bar.show_time(0.3, state, "30 percent of the time is used")
    from_left = [painted(bar).pixel(x, 4) for x in range(300)]
    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    from_right = [painted(bar).pixel(299 - x, 4) for x in range(300)]
    assert from_left[8:-8] == from_right[8:-8]  # the round ends aside


def test_an_icon_button_says_what_it_does(qtbot: QtBot) -> None:
    button = Button(icon="pause", spoken="Pause")
    qtbot.addWidget(button)
    assert heard(button) == ("Pause", QAccessible.Role.Button)


def test_a_button_says_its_word_and_its_key(qtbot: QtBot) -> None:
    button = Button("Next speaker", "primary", key="N")
    qtbot.addWidget(button)
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface.text(QAccessible.Text.Name) == "Next speaker"
    assert interface.text(QAccessible.Text.Description) == "N"


@pytest.mark.parametrize("kind", ["primary", "plain", "ghost", "tint", "ink"])
def test_focus_and_lock_can_be_seen_on_every_button(qtbot: QtBot, kind: str) -> None:
    button, other = Button("Adopt", kind, icon="gavel", key="Y"), QLineEdit()
    for shown in (button, other):
        qtbot.addWidget(shown)
        shown.show()
    other.setFocus()
    at_rest = painted(button)
    button.setEnabled(False)
    assert painted(button) != at_rest
    button.setEnabled(True)
    button.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    assert painted(button) != at_rest


def test_a_refusal_is_shown_where_it_happened_and_goes_away(qtbot: QtBot) -> None:
    line = RefusalLine()
    qtbot.addWidget(line)
    assert not line.isVisible()
    line.say("The text is not fixed yet: fix it first, then ask for consent.")
    assert line.isVisible()
    assert line.text().startswith("The text is not fixed")
    line.clear()
    assert not line.isVisible()


def test_minutes_go_up_and_down_and_can_be_none(qtbot: QtBot) -> None:
    minutes = Minutes(25, "Minutes for the budget")
    qtbot.addWidget(minutes)
    changes: list[int] = []
    minutes.changed.connect(changes.append)
    more = minutes.findChildren(Button)[1]
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert minutes.minutes() == 30
    minutes.set_minutes(0)
    assert changes == [30]


def test_a_field_gives_its_name_to_its_input(qtbot: QtBot) -> None:
    box = QLineEdit()
    field = Field("Title of the meeting", box)
    qtbot.addWidget(field)
    assert heard(box)[0] == "Title of the meeting"


def test_a_tick_is_a_check_box_with_its_word(qtbot: QtBot) -> None:
    tick = Tick("Show past meetings")
    qtbot.addWidget(tick)
    assert heard(tick) == ("Show past meetings", QAccessible.Role.CheckBox)


def test_a_list_keeps_its_place_and_tells_what_was_chosen(qtbot: QtBot) -> None:
    rows = RowList("Meetings")
    qtbot.addWidget(rows)
    chosen: list[str] = []
    rows.chosen.connect(chosen.append)
    rows.show_rows([Row(str(at), f"Meeting {at}", "closed") for at in range(6000)])
    rows.choose("4321")
    rows.show_rows([Row(str(at), f"Meeting {at}") for at in range(4000, 5000)])
    assert rows.current() == "4321"
    assert set(chosen) == {"4321"}
    assert rows.model().data(rows.currentIndex(), Qt.ItemDataRole.AccessibleTextRole) == "Meeting 4321"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Amina Diallo", "AD"),
        ("Maria-Luise von Berg", "MB"),
        ("Plato", "PL"),
        ("", ""),
        ("中村 純", "中純"),
        ("…", ""),
    ],
)
def test_initials_stand_for_names_of_any_script(name: str, letters: str) -> None:
    assert initials(name) == letters
