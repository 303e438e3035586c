"""The volunteer who writes “In one minute” begins with the program's own sentences and can always go back to them."""

import pytest

from coalmeet.exchange.outgoing import record_of
from coalmeet.store import records
from coalmeet.store.incoming import take_in
from ui.meetings.page import MeetingsPage

WORDS = "Write “In one minute” yourself"


@pytest.fixture
def page(show, book, opened):
    """A meeting that was just held, chosen on its page."""
    record = book.read(record_of, "coming") | {"state": "draft", "date": "2026-11-01"}
    record["agenda"][0] |= {"outcome": "agreed", "decisions": [{"text": "We go on.", "outcome": "agreed"}]}
    with opened.writing() as con:
        records.write(con, opened, "coming", record, "live")
    shown = show(MeetingsPage())
    book.wrote("meeting", "record")
    shown.choose("coming")
    return shown


def asks(page):
    next(one for one in page.part.detail.choices().actions() if one.text() == WORDS).trigger()
    return page.part.detail.minute


def summary(book):
    return book.read(record_of, "coming").get("summary")


def test_it_begins_with_the_record_s_own_sentences(page):
    form = asks(page)
    assert form.isVisibleTo(page)
    assert form.text.toPlainText().startswith("Adopted:")
    assert form.own.isHidden(), "there is nothing to go back to yet"


def test_what_is_kept_stands_in_the_minutes_and_can_be_taken_back(page, book):
    form = asks(page)
    form.text.setPlainText("We are glad.")
    form.keep.click()
    assert summary(book) == "We are glad."
    assert form.isHidden()
    assert "We are glad." in page.part.detail.preview.toPlainText()
    page.done.way.click()
    assert summary(book) is None


def test_the_record_speaks_again_on_request(page, book):
    form = asks(page)
    form.text.setPlainText("We are glad.")
    form.keep.click()
    form = asks(page)
    assert form.text.toPlainText() == "We are glad."
    form.own.click()
    assert summary(book) is None


def test_leaving_it_changes_nothing(page, book):
    form = asks(page)
    form.text.setPlainText("We are glad.")
    form.cancel.click()
    assert summary(book) is None
    assert form.isHidden()


def test_what_is_being_typed_waits_while_another_meeting_is_looked_at(page, book, opened):
    other = book.read(record_of, "coming") | {"id": "other", "title": "Another", "date": "2026-10-04"}
    with opened.writing() as con:
        second, _is_new = take_in(con, opened, {**other, "state": "approved"})
    book.wrote("meeting", "record")
    form = asks(page)
    form.text.setPlainText("We are gl")
    page.choose(second)
    assert form.isHidden()
    page.choose("coming")
    assert not form.isHidden()
    assert form.text.toPlainText() == "We are gl"
    form.cancel.click()
    assert summary(book) is None


def test_it_is_offered_only_for_a_draft_of_our_own(page):
    assert WORDS in [one.text() for one in page.part.detail.choices().actions()]
    page.part.detail.round.mark.click()
    page.choose("coming")
    assert WORDS not in [one.text() for one in page.part.detail.choices().actions()]
