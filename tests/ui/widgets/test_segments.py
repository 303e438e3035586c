"""One of a few side by side: pressed and heard as one of several, released only where nothing may be chosen."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from ui.navigation import Destination, Navigation
from ui.widgets.segments import Segments

LABELS = (("decision", "Decision", ""), ("update", "Update", ""), ("discussion", "Discussion", ""))


@pytest.fixture
def labels(qtbot: QtBot) -> Segments:
    made = Segments(LABELS, "Label", optional=True)
    qtbot.addWidget(made)
    return made


def test_exactly_the_chosen_one_is_pressed(labels: Segments) -> None:
    labels.show_choice("update")
    labels.button("discussion").click()
    assert labels.choice() == "discussion"
    assert [labels.button(code).isChecked() for code, *_rest in LABELS] == [False, False, True]


def test_what_may_be_nothing_is_released_by_pressing_it_again(labels: Segments, qtbot: QtBot) -> None:
    labels.show_choice("update")
    with qtbot.waitSignal(labels.chosen) as told:
        labels.button("update").click()
    assert told.args == [""]
    assert not any(labels.button(code).isChecked() for code, *_rest in LABELS)


def test_what_must_be_something_stays_pressed(qtbot: QtBot) -> None:
    kinds = Segments(LABELS, "Label")
    qtbot.addWidget(kinds)
    kinds.show_choice("update")
    kinds.button("update").click()
    assert kinds.choice() == "update"
    assert kinds.button("update").isChecked()


def test_a_reader_hears_one_of_several_and_no_box_to_tick(labels: Segments, qtbot: QtBot) -> None:
    pages = Navigation((Destination("a", "Start", "house"), Destination("b", "Meetings", "users")), ())
    qtbot.addWidget(pages)
    pages.show_page("b")
    labels.show_choice("update")
    for buttons, pressed in ((labels._buttons.values(), "Update"), (pages._entries.values(), "Meetings")):
        heard = [QAccessible.queryAccessibleInterface(one) for one in buttons]
        assert {one.role() for one in heard} == {QAccessible.Role.RadioButton}
        names = [one.text(QAccessible.Text.Name) for one in heard if one.state().checked]
        assert names == [pressed]
