"""The wheel scrolls the page; it never changes a field that happens to lie under it."""

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QScrollArea, QSpinBox

from ui.widgets.fields import Choice, Minutes
from ui.widgets.layouts import column, widget


@pytest.fixture
def area(qtbot):
    choice, minutes = Choice(), Minutes(30)
    for word in ("consent", "objection", "stands aside"):
        choice.addItem(word)
    choice.setCurrentIndex(1)
    area = QScrollArea()
    area.setWidget(widget(column(choice, minutes, 3000)))
    area.setWidgetResizable(True)
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    qtbot.waitExposed(area)
    return area


@pytest.mark.parametrize("kind", [QComboBox, QSpinBox])
def test_the_wheel_scrolls_below_a_field_and_leaves_it_as_it_is(area, kind):
    field = area.findChild(kind)
    field.setFocus()
    before = field.currentIndex() if kind is QComboBox else field.value()
    QTest.wheelEvent(area.windowHandle(), field.mapTo(area, QPointF(10, 10)), QPoint(0, -120))
    assert (field.currentIndex() if kind is QComboBox else field.value()) == before
    assert area.verticalScrollBar().value() > 0
