"""Twice as large letters on a small laptop: nothing that can be pressed is cut, and no title stands in two letters."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from coalmeet.store import meetings
from ui import theme
from ui.decisions.page import DecisionsPage
from ui.prepare.page import PreparePage
from ui.prepare.row_painter import _places, _wrapped
from ui.preview.page import PreviewPage
from ui.start.page import StartPage
from ui.widgets.buttons import Button


@pytest.fixture
def large():
    """The reader wants letters of double size."""
    theme.apply(QApplication.instance(), mode="light", text_scale=2)
    yield
    theme.apply(QApplication.instance(), mode="light", text_scale=1)


def stand(page):
    """As wide and high as a page is on a screen of 1280 × 800, beside the navigation."""
    page.resize(864, 800)
    for _turn in range(3):
        QApplication.processEvents()
    return page


def whole(page):
    """The buttons of a page that say all they have to say."""
    shown = [one for one in page.findChildren(Button) if one.isVisibleTo(page) and one.text()]
    return {one.text(): one.width() >= one.sizeHint().width() for one in shown}


def test_the_next_meeting_has_its_day_and_its_buttons(large, show):
    page = stand(show(StartPage()))
    assert page.card._day.width() > theme.px(200)
    assert all(whole(page.card).values())


@pytest.mark.parametrize("width", [864, 1340, 1600, 2200])
def test_the_day_stays_on_one_line_or_the_buttons_go_below_it(large, show, width):
    card = show(StartPage()).card
    card.window().resize(width, 1100)
    for _turn in range(3):
        QApplication.processEvents()
    buttons = [card.large, card.practise, card.start]
    lines = card._day.height() // card._day.fontMetrics().height()
    below = all(button.mapTo(card, QPoint()).y() > card._who.geometry().bottom() for button in buttons)
    beside = all(button.mapTo(card, QPoint()).x() > card._day.geometry().right() for button in buttons)
    assert below or (beside and lines == 1)
    if below:
        left = card._day.mapTo(card, QPoint()).x()
        assert card.large.mapTo(card, QPoint()).x() == left, "where reading begins"


def test_the_start_page_scrolls_as_a_whole(large, show, book):
    with book.step("Much to do") as writing:
        for number in range(12):
            writing.edit("action", f"a{number}", text=f"Ask number {number}", due=date(2026, 11, 1))
    page = stand(show(StartPage()))
    assert len(page.waiting._model.rows) == 12
    assert page.waiting.height() >= page.waiting.whole_height()
    page.waiting.setFocus()
    page.waiting.setCurrentIndex(page.waiting.model().index(11, 0))
    row = page.waiting.visualRect(page.waiting.currentIndex())
    assert page.rect().contains(row.translated(page.waiting.viewport().mapTo(page, QPoint()))), (
        "it is brought into sight"
    )


def test_the_first_steps_of_a_new_coalition_can_be_read(large, show, book):
    with book.step("Delete") as writing:
        writing.do(meetings.delete, "coming")
    page = stand(show(StartPage()))
    ways = {"Plan a meeting", "Add members", "Bring in records", "Open the sample coalition"}
    assert whole(page._empty) == dict.fromkeys(ways, True)
    assert page._empty._sentence.width() <= page._empty.width()
    assert {one.width() for one in page._empty._buttons} == {
        max(one.sizeHint().width() for one in page._empty._buttons)
    }


def test_the_list_of_decisions_keeps_its_words(large, show, book):
    book.edit("Add", "decision", "d1", text="We open the fund on the first of June.", outcome="agreed")
    page = stand(show(DecisionsPage()))
    assert page.list.width() > theme.px(300)
    assert page.detail.width() <= page.width()
    page.resize(theme.px(1100), 800)
    QApplication.processEvents()
    assert page.detail.mapTo(page, page.detail.rect().topLeft()).x() > page.list.width(), "beside each other"


def test_the_bar_above_the_pages_of_minutes_lays_nothing_on_anything(large, show):
    page = stand(show(PreviewPage()))
    bar = page.bar
    bar.show_pages(120)
    bar.sought.setText("buses")
    bar.show_hits(1500, 1234, searched=True)
    stand(page)
    parts = (bar.number, bar._of, bar.smaller, bar.zoom, bar.larger, bar.sought, bar.hits, bar.on)
    areas = [part.rect().translated(part.mapTo(page, part.rect().topLeft())) for part in parts]
    assert not any(one.intersects(other) for at, one in enumerate(areas) for other in areas[:at])
    assert all(page.rect().contains(area) for area in areas)
    assert bar.hits.width() >= bar.hits.sizeHint().width()
    assert all(whole(page.head).values())


def test_the_agenda_keeps_its_titles_and_scrolls_once(large, show):
    page = show(PreparePage())
    page.resize(theme.px(790), theme.px(584))
    for _turn in range(3):
        QApplication.processEvents()
    rows, painter = page.part.list.rows.rows, page.part.list.itemDelegate()
    for at, row in enumerate(rows):
        area = page.part.list.visualRect(page.part.list.rows.index(at))
        titles, below = _wrapped(row, _places(area, Qt.LayoutDirection.LeftToRight))
        assert not titles[-1].endswith("…"), row.title
        assert area.height() >= painter._height(row)
        assert not below or not below[0].endswith("…")
    around = page.part.findChildren(QScrollArea)
    outer = [one for one in around if one.isAncestorOf(page.part.list) and one.verticalScrollBar().maximum()]
    assert outer == [], "only the list and the fields beside it scroll"
