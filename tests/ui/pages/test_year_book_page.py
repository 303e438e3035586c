"""The year book from its own page: which meetings it will have, made beside the window, and stopped at any moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from coalmeet.commands.of_coalition import book_code
from coalmeet.store.file import CoalitionFile
from coalmeet.store.incoming import take_in
from tests.documents.year_of_meetings import a_record
from tests.ui.pages.conftest import is_over
from ui.meetings.year_book_page import YearBookPage
from ui.preview.sheet import SheetPage

Show = Callable[[Any], Any]


@pytest.fixture
def year(opened: CoalitionFile) -> None:
    """Two approved meetings, one whose minutes went round, and one whose are a draft."""
    states = {1: "approved", 2: "approved", 3: "circulated", 4: "draft"}
    with opened.writing() as con:
        for month, state in states.items():
            take_in(con, opened, a_record(month, state=state), "imported")


@pytest.fixture
def keep_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Somebody who always keeps the file here."""
    target = tmp_path / "kept.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(target), ""))
    return target


def listed(page: YearBookPage) -> list[tuple[str, str]]:
    model: Any = page.list.model()
    return [(row.title, row.state) for row in model.rows]


def test_it_shows_which_meetings_of_the_year_will_be_in_it_and_why_others_are_not(
    show: Show, year: None
) -> None:
    page = show(YearBookPage())
    assert page.period.days == (date(2026, 1, 1), date(2026, 12, 31))
    assert listed(page)[:4] == [
        ("Meeting 1", "In the book"),
        ("Meeting 2", "In the book"),
        ("Meeting 3", "Left out"),
        ("Meeting 4", "Left out"),
    ]
    assert page.summary.text() == "2 meetings are in the book. 3 are left out."
    page.period.tick.click()
    assert listed(page)[2] == ("Meeting 3", "In the book, marked as not approved yet")


def test_it_is_made_and_kept_where_somebody_wants_it(
    qtbot: QtBot, show: Show, year: None, keep_in: Path
) -> None:
    page = show(YearBookPage())
    page.keep.click()
    is_over(qtbot, page.maker.work)
    assert page.done.text() == f"Written: {keep_in}"
    document = pypdfium2.PdfDocument(keep_in)
    words = document[0].get_textpage().get_text_range()
    document.close()
    assert "Year book 2026" in words
    assert "Meeting 2" in words
    assert page.progress.isHidden()


def test_stopping_leaves_no_file(qtbot: QtBot, show: Show, year: None, keep_in: Path) -> None:
    page = show(YearBookPage())
    page.keep.click()
    page.progress.stopped.emit()
    is_over(qtbot, page.maker.work)
    assert not keep_in.exists()
    assert page.progress.isHidden()


def test_a_year_without_approved_minutes_says_what_to_do_and_offers_no_book(show: Show, year: None) -> None:
    page = show(YearBookPage())
    page.period.before.click()
    assert page.period.days == (date(2025, 1, 1), date(2025, 12, 31))
    assert page.summary.text().startswith("No meeting was held from 1 January 2025 to 31 December 2025.")
    assert not page.keep.isEnabled()
    page.period.after.click()
    assert page.keep.isEnabled()


def test_any_two_days_are_a_period_whichever_comes_first(show: Show, year: None) -> None:
    page = show(YearBookPage())
    page.period.first.set_day(date(2026, 2, 28))
    page.period.last.set_day(date(2026, 2, 1))
    page.period.changed.emit()
    assert listed(page) == [("Meeting 2", "In the book")]


def test_what_the_pdf_can_only_name_is_said_before_and_written_only_when_wanted(
    qtbot: QtBot, show: Show, opened: CoalitionFile, keep_in: Path
) -> None:
    with opened.writing() as con:
        take_in(con, opened, a_record(5, title="ക and ക"), "imported")
    page = show(YearBookPage())
    page.keep.click()
    is_over(qtbot, page.maker.work)
    assert page.done.text().startswith("Nothing is written: a PDF could only name 2 characters (ക)")
    assert not keep_in.exists()
    page.done.way.click()
    is_over(qtbot, page.maker.work)
    assert keep_in.exists()


def test_it_is_looked_at_page_by_page_and_back_it_goes_to_its_own_page(
    qtbot: QtBot, show: Show, year: None
) -> None:
    page = show(YearBookPage())
    page.look.click()
    assert page.errands == [("sheet", book_code(date(2026, 1, 1), date(2026, 12, 31), circulated=False))]
    seen = show(SheetPage())
    seen.choose(page.errands[0][1])
    qtbot.waitUntil(lambda: bool(seen.canvas.sizes), timeout=60_000)
    assert seen.head.title.text() == "Year book"
    assert seen.file_name == "Year book 2026, Harbour Quarter Alliance"
    seen.back.click()
    assert seen.errands[-1][0] == "year_book"
    seen.settle()
