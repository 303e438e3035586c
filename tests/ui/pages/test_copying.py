"""Minutes and agendas on the clipboard: one copy that a letter and a chat both understand."""

from PySide6.QtGui import QGuiApplication

from coalmeet.store import agenda
from ui.meetings.page import MeetingsPage


def test_what_is_copied_can_be_pasted_into_a_letter_and_into_a_chat(qtbot, show, book):
    page = show(MeetingsPage())
    page.part.detail.copy.emit("coming")
    with qtbot.waitSignal(page.copying.finished, timeout=30_000):
        pass
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
