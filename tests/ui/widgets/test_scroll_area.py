"""A screen reader that reads while a scroll bar comes or goes meets the same parts before and after."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QScrollArea

import ui
from ui.preview.canvas import Canvas
from ui.widgets.layouts import column, upright, widget
from ui.widgets.scroll_area import ScrollArea, keep_bars_unspoken

TALL = 3000  # design pixels: more than the window has


def shown(area, qtbot):
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    qtbot.waitExposed(area)
    return area


def parts_heard(area):
    return QAccessible.queryAccessibleInterface(area).childCount()


@pytest.mark.parametrize(
    "make", [lambda: ScrollArea(widget(column(TALL))), lambda: upright(column(TALL)), Canvas]
)
def test_what_scrolls_is_one_part_with_and_without_its_bars(make, qtbot):
    area = shown(make(), qtbot)
    policy = area.verticalScrollBarPolicy()
    for wanted in (policy.ScrollBarAlwaysOn, policy.ScrollBarAlwaysOff):
        area.setVerticalScrollBarPolicy(wanted)
        area.setHorizontalScrollBarPolicy(wanted)
        assert parts_heard(area) == 1


def test_qt_itself_counts_the_bars_so_the_check_above_can_fail(qtbot):
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(widget(column(TALL)))
    shown(area, qtbot)
    assert parts_heard(area) == 2
    keep_bars_unspoken(area)
    assert parts_heard(area) == 1


def test_whatever_scrolls_in_the_windows_is_of_this_kind():
    sources = {path.name: path.read_text("utf-8") for path in Path(ui.__file__).parent.rglob("*.py")}
    by_hand = re.compile(r"\bQScrollArea\(\)|class \w+\(Q(?:Abstract)?ScrollArea\)|QGraphicsView")
    assert {name for name, text in sources.items() if by_hand.search(text)} == {"scroll_area.py", "canvas.py"}
