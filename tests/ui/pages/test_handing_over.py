"""Minutes and agendas on their way to others: one copy for letters and chats, and drafts to those who were away."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from coalmeet.store import agenda, meetings
from coalmeet.store.incoming import take_in
from tests.ui.pages.conftest import is_over
from ui.meetings.page import MeetingsPage


def test_what_is_copied_can_be_pasted_into_a_letter_and_into_a_chat(qtbot, show, book):
    page = show(MeetingsPage())
    page.part.detail.copy.emit("coming")
    is_over(qtbot, page.maker.work)
    pasted = QGuiApplication.clipboard().mimeData()
    titles = [one.title for one in book.read(agenda.items, "coming") if not one.built_in]
    assert titles
    assert all(title in pasted.html() and title in pasted.text() for title in titles)
    assert "<h2" in pasted.html()
    assert pasted.text().startswith("# ")
    assert page.done.text() == "The minutes are on the clipboard. Paste them where you write."


def test_nothing_reaches_the_clipboard_unasked(show):
    QGuiApplication.clipboard().setText("mine")
    page = show(MeetingsPage())
    page.choose("coming")
    page.part.detail.choices()
    assert QGuiApplication.clipboard().text() == "mine"


AUTUMN = {
    "format": "coalmeet.meeting",
    "version": 1,
    "date": "2026-10-01",
    "title": "A pause along the river",
    "members": [
        {"organisation": "Deaf Forum", "present": False},
        {"organisation": "Kitchen", "present": True},
    ],
    "agenda": [{"title": "The river", "decisions": [{"text": "We ask for a pause.", "outcome": "agreed"}]}],
}


@pytest.fixture
def held(book, opened):
    """A meeting from which an organisation was away."""
    with opened.writing() as con:
        meeting, _is_new = take_in(con, opened, AUTUMN)
    book.wrote("meeting", "record")
    return book.read(meetings.row, meeting)


def test_whoever_was_away_gets_a_draft_in_a_folder_of_ones_choice(qtbot, show, held, tmp_path, monkeypatch):
    page = show(MeetingsPage())
    page.choose(held.id)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(tmp_path))
    page.part.detail.letters.emit(held.id)
    is_over(qtbot, page.maker.work)
    assert [path.name for path in tmp_path.glob("*.eml")] == ["Letter to Deaf Forum.eml"]
    assert page.done.text().startswith("1 letter is in ")
    assert page.part.progress.isHidden()


def test_a_folder_that_cannot_be_written_is_a_sentence(qtbot, show, held, tmp_path, monkeypatch):
    page = show(MeetingsPage())
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(tmp_path / "gone" / "deep"))
    page.part.detail.letters.emit(held.id)
    is_over(qtbot, page.maker.work)
    assert "make it first" in page.refusal.text()


def test_letters_are_offered_only_for_a_meeting_that_was_held(show, held):
    page = show(MeetingsPage())
    words = "Write letters to those who were away"
    for meeting, offered in ((held.id, True), ("coming", False)):
        page.choose(meeting)
        assert (words in [one.text() for one in page.part.detail.choices().actions()]) is offered


def test_the_calendar_of_the_coalition_is_written_with_what_to_do_with_it(
    qtbot, show, book, tmp_path, monkeypatch
):
    page = show(MeetingsPage())
    target = tmp_path / "harbour"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(target), ""))
    action = next(one for one in page.more.choices.actions() if one.text() == "Calendar of the coalition")
    action.trigger()
    is_over(qtbot, page.maker.work)
    title = book.read(meetings.row, "coming").title
    assert title in (tmp_path / "harbour.ics").read_text(encoding="utf-8")
    assert "bring it in again after each meeting: nothing doubles" in page.done.text()
