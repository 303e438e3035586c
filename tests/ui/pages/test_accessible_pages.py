"""A gate over every page: each control has a name, each label a buddy or its own words, and Tab goes round."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from coalmeet.store import agenda
from ui import theme
from ui.pages import makers
from ui.settings import Settings
from ui.widgets.spoken import Painted
from ui.window import LEAST

PAGES = (
    "start",
    "meetings",
    "paper",
    "year_book",
    "preview",
    "book",
    "sheet",
    "prepare",
    "members",
    "rotation",
    "decisions",
    "agreement",
    "file",
    "settings",
)
NAMED = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)


@pytest.fixture(params=PAGES)
def page(request, show, tmp_path):
    page = show(makers(Settings(tmp_path / "s.json"))[request.param]())
    if request.param == "prepare":
        page.part.list.choose(page.book.read(agenda.items, "coming")[2].id)
    return page


def inner(widget: QWidget) -> bool:
    """Parts that Qt makes for its own widgets: the line of a spin box, the viewport and the header of a list."""
    parent = widget.parentWidget()
    if isinstance(parent, QLineEdit):  # the glass of a search; the calendar has a name of its own
        return not widget.accessibleName()
    above = (parent, parent.parentWidget() if parent else None)
    made_by_qt = any(isinstance(one, (QAbstractSpinBox, QComboBox, QAbstractItemView)) for one in above)
    return made_by_qt or widget.objectName().startswith("qt_")


class ShownWindows(QObject):
    """Every part that was a window of its own for a moment."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, part: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(part, QWidget) and part.isWindow():
            self.seen.append(type(part).__name__)
        return False


@pytest.mark.parametrize("code", PAGES)
def test_making_a_page_flashes_no_window(code, qapp, book, dressed, qtbot, tmp_path):
    shown = ShownWindows()
    qapp.installEventFilter(shown)
    page = makers(Settings(tmp_path / "s.json"))[code]()
    qapp.removeEventFilter(shown)
    qtbot.addWidget(page)
    assert shown.seen == []


def test_no_page_pushes_the_foot_of_the_smallest_window_away(page):
    assert page.minimumSizeHint().height() <= theme.px(LEAST[1])
    assert page.minimumSizeHint().width() <= theme.px(LEAST[0])


def test_every_control_has_a_name(page):
    for widget in page.findChildren(QWidget):
        if inner(widget) or isinstance(widget, QScrollArea):
            continue
        if isinstance(widget, NAMED):
            assert widget.accessibleName(), (type(widget).__name__, widget.parentWidget())
        elif isinstance(widget, QAbstractButton) and widget.isVisibleTo(page):
            assert widget.text() or widget.accessibleName(), type(widget).__name__


def test_what_is_painted_says_what_it_shows(page):
    for widget in page.findChildren(Painted):
        if widget.isVisible():
            assert widget.accessibleName(), type(widget).__name__


def test_labels_show_plain_text_only(page):
    for label in page.findChildren(QLabel):
        if not inner(label):
            assert label.textFormat().name == "PlainText", label.text()


def test_the_tab_key_reaches_every_visible_control(page):
    wanted = {
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and not inner(widget)
        and widget.focusProxy() is None
        and isinstance(widget, (*NAMED, QAbstractButton))
        and widget.focusPolicy() & widget.focusPolicy().TabFocus
    }
    seen: set[QWidget] = set()
    widget = page.nextInFocusChain()
    for _step in range(2000):
        seen.add(widget)
        widget = widget.nextInFocusChain()
        if widget in {page, None}:
            break
    assert wanted <= seen
