"""The window itself: its title never changes, it is 16:9, it never covers the only screen, closing hides it."""

from __future__ import annotations

from types import ModuleType

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ui.share.window import ShareWindow


@pytest.fixture
def window(qtbot: QtBot) -> ShareWindow:
    made = ShareWindow()
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_is_a_window_of_its_own_with_a_fixed_title(window: ShareWindow, made_up: ModuleType) -> None:
    title = window.windowTitle()
    for view in made_up.all_views().values():
        window.show_view(view)
    assert window.windowTitle() == title == "Coalmeet – shared window"
    assert window.isWindow()
    assert window.parent() is None


def test_it_is_sixteen_by_nine_at_first(window: ShareWindow) -> None:
    assert window.size() == QSize(1280, 720)


def test_closing_hides_it_and_keeps_what_it_showed(window: ShareWindow, made_up: ModuleType) -> None:
    window.show_view(made_up.all_views()["consent"])
    window.close()
    assert not window.isVisible()
    window.show()
    assert window.view == made_up.all_views()["consent"]


def test_it_never_covers_the_only_screen(window: ShareWindow, qtbot: QtBot) -> None:
    assert len(QGuiApplication.screens()) == 1
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_a_click_or_a_key_changes_nothing_in_it(
    window: ShareWindow, made_up: ModuleType, qtbot: QtBot
) -> None:
    window.show_view(made_up.all_views()["item"])
    window.grab()  # the first large digits of a process are smoothed differently from all later ones
    before = window.grab().toImage()
    qtbot.mouseClick(window, Qt.MouseButton.LeftButton)
    qtbot.mouseMove(window)
    qtbot.keyClicks(window, "n ")
    assert window.grab().toImage() == before
    assert window.toolTip() == ""


def test_it_tells_when_the_call_no_longer_sees_it(window: ShareWindow) -> None:
    told: list[str] = []
    window.stands.connect(told.append)
    window.showMinimized()
    window.showNormal()
    window.close()
    assert "minimised" in told
    assert told[-1] == "hidden"
