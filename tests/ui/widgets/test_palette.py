"""Finding anything by a few letters: what comes first, and that it gives the keys back to where they were."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.layouts import column
from ui.widgets.palette import Palette, Way, ranked


def way(words: str, act: Callable[[], object] = lambda: None, also: str = "") -> Way:
    return Way(words, "Page", "house", act, also=also)


class Window(QWidget):
    """A window with a field in which somebody writes."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.setLayout(column(self.field))
        self.finder = Palette(self)
        self.resize(800, 600)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.field.setFocus()
    QTest.qWaitForWindowActive(made)
    return made


def test_what_begins_with_the_letters_comes_first() -> None:
    ways = (
        way("Open the agenda"),
        way("Take minutes of the meeting"),
        way("Meetings"),
        way("A first meeting"),
    )
    assert [one.words for one in ranked(ways, "meet")] == [
        "Meetings",
        "Take minutes of the meeting",
        "A first meeting",
    ]


def test_accents_and_the_order_of_words_do_not_count_and_other_names_do() -> None:
    ways = (way("Zoë Amankwah"), way("Tenants of the Quay", also="TQ"))
    assert ranked(ways, "amankwah zoe") == ways[:1]
    assert ranked(ways, "tq") == ways[1:]
    assert ranked(ways, "nobody") == ()


def test_arrows_choose_and_enter_takes_while_letters_are_typed(window: Window) -> None:
    taken: list[str] = []
    names = ("Members", "Meetings", "Rotation")
    window.finder.open_with([way(one, lambda one=one: taken.append(one)) for one in names])
    QTest.keyClicks(window.finder.field, "me")
    QTest.keyClick(window.finder.field, Qt.Key.Key_Down)
    QTest.keyClick(window.finder.field, Qt.Key.Key_Return)
    assert taken == ["Meetings"]
    assert window.finder.isHidden()


def test_esc_goes_back_to_the_field_that_was_written_in(window: Window) -> None:
    window.finder.open_with([way("Members")])
    assert QApplication.focusWidget() is window.finder.field
    QTest.keyClick(window.finder.field, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is window.field
    assert window.finder.isHidden()


def test_what_is_done_begins_where_the_focus_was(window: Window) -> None:
    """So that a way may put the focus elsewhere, and is not called back."""
    seen: list[QWidget | None] = []
    window.finder.open_with([way("Members", lambda: seen.append(QApplication.focusWidget()))])
    QTest.keyClick(window.finder.field, Qt.Key.Key_Return)
    assert seen == [window.field]


def test_it_goes_when_somebody_goes_on_elsewhere(window: Window) -> None:
    window.finder.open_with([way("Members")])
    window.field.setFocus()
    assert window.finder.isHidden()


def test_nothing_found_says_so_and_enter_does_nothing(window: Window) -> None:
    window.finder.open_with([way("Members", pytest.fail)])
    QTest.keyClicks(window.finder.field, "xyz")
    assert window.finder.list.isHidden()
    QTest.keyClick(window.finder.field, Qt.Key.Key_Return)
    assert window.finder.isVisible()


def test_it_stays_within_a_window_that_becomes_small(window: Window) -> None:
    window.finder.open_with([way("Members")])
    window.resize(300, 260)
    QApplication.processEvents()
    assert window.rect().contains(window.finder.geometry())
