"""A long paper is made beside the work: the line says how far, and whoever has enough of it stops it."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coalmeet.errors import Stopped
from coalmeet.store.incoming import take_in
from tests.ui.pages.conftest import is_over
from ui.making import Maker
from ui.meetings.page import MeetingsPage
from ui.preview.page import PreviewPage
from ui.widgets.progress_line import ProgressLine

SPEECH = {
    "format": "coalmeet.meeting",
    "version": 1,
    "date": "2026-10-01",
    "title": "A long evening",
    "agenda": [{"title": f"Speech {at}", "notes": "word after word " * 600} for at in range(40)],
}


@pytest.fixture
def long(book, opened):
    """A meeting whose minutes take seconds to make."""
    with opened.writing() as con:
        meeting, _is_new = take_in(con, opened, SPEECH)
    book.wrote("meeting", "record")
    return meeting


@pytest.fixture
def page(show):
    return show(MeetingsPage())


def says(line):
    return line._words.text()


def test_the_line_says_which_part_and_then_which_page(qtbot, page, long, tmp_path):
    said = []
    page.write(long, tmp_path / "minutes.pdf")
    page.maker.work.told.connect(
        lambda *_far: said.append((says(page.part.progress), page.part.progress._bar.value()))
    )
    is_over(qtbot, page.maker.work)
    words, far = [one for one, _far in said], [far for _words, far in said]
    assert "Writing minutes.pdf: part 1 of 40" in words
    assert any(one.startswith("Writing minutes.pdf: page ") for one in words)
    assert far == sorted(far)
    assert (tmp_path / "minutes.pdf").exists()


@pytest.mark.parametrize("way", ["button", "Esc"])
def test_a_stopped_paper_leaves_nothing_behind(qtbot, page, long, tmp_path, way):
    page.write(long, tmp_path / "minutes.pdf")
    line = page.part.progress
    qtbot.waitUntil(lambda: ": p" in says(line), timeout=60_000)
    if way == "button":
        line._stop.click()
    else:
        QTest.keyClick(page.part.list, Qt.Key.Key_Escape)
    is_over(qtbot, page.maker.work)
    assert list(tmp_path.glob("*.pdf")) == list(tmp_path.glob(".coalmeet-*")) == []
    assert line.isHidden()
    assert page.done.text() == page.refusal.text() == ""
    page.write(long, tmp_path / "record.json")
    is_over(qtbot, page.maker.work)
    assert json.loads((tmp_path / "record.json").read_text(encoding="utf-8"))["title"] == "A long evening"


def test_when_the_file_goes_the_paper_goes_too(qtbot, page, long, tmp_path):
    page.write(long, tmp_path / "minutes.pdf")
    page.settle()
    assert page.maker.work.isFinished()
    QApplication.processEvents()
    assert list(tmp_path.glob("*.pdf")) == []
    assert page.done.text() == ""


def test_one_paper_at_a_time_is_made_and_another_is_refused(qtbot, page, long, tmp_path):
    page.write(long, tmp_path / "minutes.pdf")
    page.part.detail.copy.emit(long)
    assert page.refusal.text() == "Another paper is being made. Wait until it is done, or stop it."
    page.settle()


def test_pages_that_nobody_waits_for_any_more_are_made_no_further(qtbot, show, long):
    eye = show(PreviewPage())
    eye.choose(long)
    reader = eye.reader
    qtbot.waitUntil(lambda: "Making the pages: p" in says(eye.progress), timeout=60_000)
    eye.progress.stopped.emit()
    assert eye.errands == [("meetings", long)]
    eye.hide()
    is_over(qtbot, reader)
    assert reader.data == b""


def test_a_paper_is_handed_over_in_the_thread_of_the_window(qtbot, qapp):
    line = ProgressLine()
    qtbot.addWidget(line)
    threads, said = [], []
    maker = Maker(line, said.append)
    maker.make(
        "Making",
        lambda: 7,
        lambda made: threads.append((made, QApplication.instance().thread().isCurrentThread())),
    )
    is_over(qtbot, maker.work)
    assert threads == [(7, True)]
    assert said == []


def test_being_stopped_is_no_reason_to_say_anything(qtbot):
    line = ProgressLine()
    qtbot.addWidget(line)
    said = []

    def stopped():
        raise Stopped

    maker = Maker(line, said.append)
    maker.make("Making", stopped, said.append)
    is_over(qtbot, maker.work)
    assert said == []
    assert line.isHidden()
