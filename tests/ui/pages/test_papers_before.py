"""The papers of a meeting to come, from its own page: what is sent, what is looked at, and what nobody else sees."""

import pypdfium2
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from coalmeet.store import agenda, notes
from tests.ui.pages.conftest import is_over
from ui.prepare.page import PreparePage
from ui.preview.book import BookPage
from ui.ways import ways


@pytest.fixture
def keep_in(monkeypatch, tmp_path):
    """Somebody who always keeps the file under this name."""

    def keeps(name):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(tmp_path / name), ""))
        return tmp_path / name

    return keeps


def words_of(data):
    """The text of a PDF."""
    document = pypdfium2.PdfDocument(data)
    told = " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    document.close()
    return told


def choose(page, words):
    """Take an entry of the menu by its words."""
    (entry,) = [one for one in page.papers.choices.actions() if one.text() == words]
    entry.trigger()


def test_the_invitation_is_a_letter_and_a_chat_at_once(qtbot, show):
    page = show(PreparePage())
    page.invitation.click()
    is_over(qtbot, page.maker.work)
    pasted = QGuiApplication.clipboard().mimeData()
    assert "<h2" in pasted.html()
    assert "If you cannot come" in pasted.html()
    assert pasted.text().startswith("# Monthly delegates’ meeting")
    assert page.done.text() == "The invitation is copied. Paste it into a message to all members."


def test_the_agenda_is_kept_as_a_pdf_and_as_a_page(qtbot, show, keep_in):
    page = show(PreparePage())
    target = keep_in("to all.pdf")
    choose(page, "Agenda to send, as PDF")
    is_over(qtbot, page.maker.work)
    assert target.read_bytes().startswith(b"%PDF-")
    assert page.done.text() == f"Written: {target}"
    page_target = keep_in("to all")
    choose(page, "Agenda to send, as a page for phones (HTML)")
    is_over(qtbot, page.maker.work)
    assert "Please prepare" in page_target.with_suffix(".html").read_text()
    assert page.progress.isHidden()


def test_the_date_goes_into_a_calendar(qtbot, show, keep_in):
    page = show(PreparePage())
    target = keep_in("date.ics")
    choose(page, "The date, for calendars")
    is_over(qtbot, page.maker.work)
    assert b"DTSTART:20261126T130000Z" in target.read_bytes()


def test_what_a_pdf_cannot_show_is_counted_before_and_a_page_is_offered(qtbot, show, book, keep_in):
    book.edit("Title", "meeting", "coming", title="ക and ക")
    page = show(PreparePage())
    target = keep_in("far.pdf")
    choose(page, "Agenda to send, as PDF")
    is_over(qtbot, page.maker.work)
    assert page.done.text().startswith("Nothing is written: a PDF could only name 2 characters (ക)")
    assert not target.exists()
    page.done.way.click()
    is_over(qtbot, page.maker.work)
    assert "ക and ക" in target.with_suffix(".html").read_text()


def test_the_agenda_is_looked_at_page_by_page(show):
    page = show(PreparePage())
    choose(page, "See and print the agenda")
    assert page.errands == [("preview", "coming")]


def test_without_a_planned_meeting_it_says_what_to_do_first(show, book, opened):
    from coalmeet.store import meetings

    with opened.writing() as con:
        meetings.delete(con, opened, "coming")
    page = show(PreparePage())
    assert page.papers.isHidden()
    assert page.invitation.isHidden()


def test_the_book_is_read_apart_from_what_is_sent_and_says_whose_it_is(qtbot, show, book, opened):
    with opened.writing() as con:
        item = agenda.items(con, "coming")[0]
        notes.write_private(con, opened, "coming", item.id, "Ask Jana first")
    page = show(PreparePage())
    choose(page, "Facilitator’s book, for you only: see and print")
    assert page.errands == [("book", "coming")]
    reading = show(BookPage())
    reading.choose("coming")
    qtbot.waitUntil(lambda: bool(reading.canvas.sizes), timeout=60_000)
    assert reading.head.title.text() == "Facilitator’s book, for you only"
    assert reading.file_name.endswith(", for the facilitator only")
    assert "Ask Jana first" in words_of(reading.reader.data)
    reading.back.click()
    assert reading.errands == [("prepare", "coming")]
    reading.settle()


def test_the_book_is_kept_under_a_name_that_says_what_it_is(qtbot, show, monkeypatch, tmp_path):
    wished = []

    def asked(_page, _title, name, _kind):
        wished.append(name)
        return str(tmp_path / "mine"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", asked)
    page = show(PreparePage())
    choose(page, "Facilitator’s book, for you only: keep as PDF")
    is_over(qtbot, page.maker.work)
    assert wished[0].endswith(", for the facilitator only.book.pdf")
    assert "For the facilitator only" in words_of((tmp_path / "mine.book.pdf").read_bytes())
    assert page.done.text().startswith("Written for you only, with your private notes:")


def test_what_is_kept_to_send_never_has_the_private_note(qtbot, show, opened, keep_in):
    with opened.writing() as con:
        item = agenda.items(con, "coming")[0]
        notes.write_private(con, opened, "coming", item.id, "Ask Jana first")
    page = show(PreparePage())
    target = keep_in("all.pdf")
    choose(page, "Agenda to send, as PDF")
    is_over(qtbot, page.maker.work)
    assert "Ask Jana" not in words_of(target.read_bytes())


def test_both_papers_are_found_by_typing(book, qapp):
    found = {way.words: way for way in ways(book, (), lambda errand, id: gone.append((errand, id)))}
    gone = []
    for words, errand in (("Agenda to send: ", "preview"), ("Facilitator’s book: ", "book")):
        (way,) = [one for name, one in found.items() if name.startswith(words)]
        way.act()
        assert gone.pop() == (errand, "coming")


def test_a_draft_for_the_mail_program_is_made_and_not_sent(qtbot, show, keep_in):
    page = show(PreparePage())
    target = keep_in("all.eml")
    choose(page, "Agenda to send, as a draft for your mail program")
    is_over(qtbot, page.maker.work)
    assert b"X-Unsent: 1" in target.read_bytes()
    assert page.done.text().startswith(f"{target} is a draft, and nothing is sent:")
