"""A menu opens below its button, and within the window also where the button stands at its edge."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ui.widgets.menus import open_below


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(40, 40, 500, 300)
    window.show()
    return window


def opened(window, x, direction=Qt.LayoutDirection.LeftToRight):
    """Where the menu of a button that is so many pixels from the left opens, in pixels of the window."""
    button, menu = QPushButton("Papers", window), QMenu(window)
    menu.addAction("Copy the decision matrix as text")
    button.setGeometry(x, 20, 90, 30)
    button.setLayoutDirection(direction)
    button.show()
    open_below(menu, button)
    found = menu.geometry().translated(-window.geometry().topLeft())
    menu.close()
    return button, found


def test_it_opens_below_along_the_leading_edge(window):
    button, menu = opened(window, 30)
    assert menu.top() > button.geometry().bottom()
    assert menu.left() == button.x()


def test_read_from_the_right_it_begins_at_the_right_edge(window):
    button, menu = opened(window, 380, Qt.LayoutDirection.RightToLeft)
    assert abs(menu.right() - button.geometry().right()) <= 1


@pytest.mark.parametrize(("x", "direction"), [(400, "LeftToRight"), (5, "RightToLeft")])
def test_at_the_edge_it_stays_within_the_window(window, x, direction):
    _button, menu = opened(window, x, Qt.LayoutDirection[direction])
    assert menu.left() >= 0
    assert menu.right() <= window.width()
