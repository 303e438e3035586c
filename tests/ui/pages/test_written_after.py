"""After the close, on the page: notes are tidied, corrections wait, minutes are approved, nothing typed is lost."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from coalmeet.exchange.outgoing import record_of
from coalmeet.store import file, noting, records
from coalmeet.store.incoming import take_in
from ui.meetings.page import MeetingsPage
from ui.open_file import OpenFile

HURRIED, TIDY = "buss evry 20 min??", "A bus every 20 minutes is asked for."
EDIT, CORRECT = "Edit the notes", "Note a correction"
OUTSIDE, AGAIN = "Enter that they were approved outside a meeting", "Take the meeting up again"
MINUTE = "Write “In one minute” yourself"


@pytest.fixture
def held(book, opened):
    """A meeting that was just held here; the notes of two of its items were typed in a hurry."""
    record = book.read(record_of, "coming") | {"state": "draft", "date": "2026-11-01"}
    for at, words in ((2, HURRIED), (3, "fair in may")):
        record["agenda"][at] |= {"outcome": "noted", "notes": words}
    with opened.writing() as con:
        records.write(con, opened, "coming", record, "live")
    return "coming"


@pytest.fixture
def page(show, held):
    shown = show(MeetingsPage())
    shown.choose(held)
    return shown


def offered(page):
    return {one.text(): one for one in page.part.detail.choices().actions()}


def record(book):
    return book.read(record_of, "coming")


def opens(page, words):
    detail = page.part.detail
    offered(page)[words].trigger()
    return {EDIT: detail.notes, CORRECT: detail.correction, OUTSIDE: detail.approval, MINUTE: detail.minute}[
        words
    ]


def goes_round(page):
    page.part.detail.round.mark.click()


def corrects(page, text, by=""):
    form = opens(page, CORRECT)
    form.text.setPlainText(text)
    form.by.setText(by)
    form.keep.click()


@pytest.mark.parametrize(("words", "ending"), [(EDIT, "keep"), (CORRECT, "keep"), (MINUTE, "cancel")])
def test_the_keys_go_back_to_where_a_form_was_opened(page, words, ending):
    form = opens(page, words)
    form.findChild(QPlainTextEdit).setPlainText("Put right.")
    button = getattr(form, ending)
    button.setFocus()
    button.click()
    assert not form.isVisible()
    assert page.part.detail.more.hasFocus()


def test_notes_are_tidied_item_by_item_and_kept_as_one_version(page, book):
    form = opens(page, EDIT)
    assert "taking the meeting up again" in form.said.text()
    assert (form.items.currentText(), form.text.toPlainText()) == ("3. Night buses on Sundays", HURRIED)
    assert not form.own.isEnabled()
    form.text.setPlainText(TIDY)
    form.next.click()
    assert form.text.toPlainText() == "fair in may"
    form.text.setPlainText("The fair is in May.")
    form.keep.click()
    agenda = record(book)["agenda"]
    assert [one["notes"] for one in agenda[2:4]] == [TIDY, "The fair is in May."]
    assert agenda[2]["notes_at_meeting"] == HURRIED
    detail = page.part.detail
    assert TIDY in detail.preview.toPlainText()
    assert "Its notes were edited after the meeting" in detail.preview.toPlainText()
    assert "the notes of 2 items edited since" in detail.round.before.text()
    assert page.done.text() == "The notes of 2 items are kept."
    page.done.way.click()
    assert [one.get("notes") for one in record(book)["agenda"][2:4]] == [HURRIED, "fair in may"]
    assert page.done.text() == "Taken back: Edit the notes"
    page.restore()
    assert [one["notes"] for one in record(book)["agenda"][2:4]] == [TIDY, "The fair is in May."]


def test_the_words_of_the_meeting_are_one_button_away(page, book):
    form = opens(page, EDIT)
    form.text.setPlainText(TIDY)
    form.keep.click()
    form = opens(page, EDIT)
    form.own.click()
    assert form.text.toPlainText() == HURRIED
    form.keep.click()
    assert "notes_edited_on" not in record(book)["agenda"][2]


def test_the_boxes_have_the_room_of_the_minutes_while_notes_are_edited(page):
    form = opens(page, EDIT)
    assert not page.part.detail.preview.isVisible()
    form.cancel.click()
    assert page.part.detail.preview.isVisible()


def test_what_is_half_written_is_there_again_after_the_file_was_closed(page, show, book, opened):
    opens(page, EDIT).text.setPlainText(TIDY)
    page.settle()
    page.close()
    again = show(MeetingsPage())
    again.choose("coming")
    form = again.part.detail.notes
    assert not form.isHidden()
    assert form.text.toPlainText() == TIDY
    assert record(book)["agenda"][2]["notes"] == HURRIED, "a draft is no version"
    form.keep.click()
    assert record(book)["agenda"][2]["notes"] == TIDY
    again.close()
    assert show(MeetingsPage()).part.detail.notes.isHidden(), "what is kept is no draft any more"


def test_a_pause_in_typing_is_enough(qtbot, page, show, book):
    opens(page, MINUTE).text.setPlainText("We are gl")
    qtbot.waitUntil(lambda: not page.writing._pause.isActive(), timeout=5_000)
    again = show(MeetingsPage())
    again.choose("coming")
    assert again.part.detail.minute.text.toPlainText() == "We are gl"


def test_what_was_left_by_mistake_is_brought_back(page):
    form = opens(page, MINUTE)
    form.text.setPlainText("We are gl")
    form.cancel.click()
    assert form.isHidden()
    page.done.way.click()
    assert not form.isHidden()
    assert form.text.toPlainText() == "We are gl"


def test_one_card_at_a_time_and_the_other_one_waits(page):
    opens(page, MINUTE).text.setPlainText("We are gl")
    opens(page, CORRECT)
    assert page.part.detail.minute.isHidden()
    assert opens(page, MINUTE).text.toPlainText() == "We are gl"


def test_somebody_was_there_after_all(page, book):
    goes_round(page)
    assert EDIT not in offered(page), "minutes that went round stay as they were read"
    page.part.detail.round.note.click()
    form = page.part.detail.correction
    form.text.setPlainText("Tove was there")
    form.by.setText("Old Mill Neighbours")
    form.keep.click()
    told = "Tove was there (asked for by Old Mill Neighbours, 22 November 2026)"
    assert told in page.part.detail.preview.toPlainText()
    assert [one["text"] for one in record(book)["corrections_noted"]] == ["Tove was there"]
    page.part.detail.round.taken.emit("Tove was there")
    assert "corrections_noted" not in record(book)
    page.done.way.click()
    assert record(book)["corrections_noted"][0]["by"] == "Old Mill Neighbours"


def test_a_refusal_keeps_the_card_and_what_stands_in_it(page):
    corrects(page, "Tove was there")
    corrects(page, "Tove was there", "Mill")
    assert page.refusal.text() == "This correction waits already. Say something else, or leave it."
    assert page.part.detail.correction.by.text() == "Mill"


def test_the_last_minutes_of_all_are_approved_by_mail(page, book):
    corrects(page, "Tove was there")
    assert OUTSIDE not in offered(page), "nobody had them yet"
    goes_round(page)
    form = opens(page, OUTSIDE)
    form.day.set_day(book.today() + timedelta(days=1))
    form.who.setText("All four, by mail")
    form.keep.click()
    assert "today, or before" in page.refusal.text()
    form.day.set_day(book.today())
    form.keep.click()
    assert page.part.detail.round.before.text().splitlines() == [
        "Version 1: draft of 1 November 2026.",
        "Version 2: went round on 22 November 2026.",
        "Version 3: approved on 22 November 2026 with 1 correction.",
    ]
    assert not {EDIT, CORRECT, OUTSIDE, AGAIN} & set(offered(page))
    page.done.way.click()
    assert record(book)["state"] == "circulated"


def test_every_step_is_taken_back_and_done_again_in_its_order(page, book):
    start = record(book)
    form = opens(page, MINUTE)
    form.text.setPlainText("We are glad.")
    form.keep.click()
    form = opens(page, EDIT)
    form.text.setPlainText(TIDY)
    form.keep.click()
    goes_round(page)
    corrects(page, "Tove was there", "Mill")
    form = opens(page, OUTSIDE)
    form.who.setText("All four, by mail")
    form.keep.click()
    end = record(book)
    for _step in range(5):
        page.take_back()
    assert record(book) == start
    for _step in range(5):
        page.restore()
    assert record(book) == end
    page.restore()
    assert page.done.text() == "There is nothing to do again."


def test_what_stands_against_taking_back_is_said_and_blocks_nothing_before_it(page, book, opened):
    book.edit("Rename", "person", "p1", name="Rui Falk")
    corrects(page, "Tove was there")
    with opened.writing() as con:
        noting.take_away(con, opened, "coming", "Tove was there")
    page.take_back()
    assert page.refusal.text() == "This correction does not wait any more. Look at the list again."
    page.take_back()
    assert page.done.text() == "Taken back: Rename"


def test_a_draft_can_be_taken_up_again_at_the_desk(page):
    offered(page)[AGAIN].trigger()
    assert page.errands[-1] == ("run", "coming")
    goes_round(page)
    assert AGAIN not in offered(page)


def test_nothing_is_written_about_a_record_from_elsewhere(page, book, opened):
    came = record(book) | {"id": "other", "title": "Another", "date": "2026-10-04"}
    with opened.writing() as con:
        other, _is_new = take_in(con, opened, came)
    book.wrote("meeting", "record")
    page.choose(other)
    assert not {EDIT, CORRECT, OUTSIDE, AGAIN, MINUTE} & set(offered(page))
    assert page.part.detail.round.isHidden()


def test_half_written_notes_find_their_item_on_a_changed_agenda(page, show, book, opened):
    opens(page, EDIT).text.setPlainText(TIDY)
    page.settle()
    page.close()
    other = record(book)
    other["agenda"].insert(1, {"title": "Something urgent", "outcome": "noted"})
    with opened.writing() as con:
        records.write(con, opened, "coming", other, "live")
    again = show(MeetingsPage())
    again.choose("coming")
    form = again.part.detail.notes
    assert (form.items.currentText(), form.text.toPlainText()) == ("4. Night buses on Sundays", TIDY)


def test_who_only_reads_the_file_is_told_before_typing_and_sees_no_card_of_whoever_writes(
    page, book, opened, qtbot
):
    goes_round(page)
    opens(page, CORRECT).text.setPlainText("Rosa came late")
    page.settle()
    reading = OpenFile(file.open_to_read(opened.path), book.now)
    theirs = MeetingsPage()
    qtbot.addWidget(theirs)
    theirs.show_file(reading)
    theirs.choose("coming")
    assert theirs.part.detail.correction.isHidden()
    form = opens(theirs, CORRECT)
    assert form.isHidden()
    assert "open for reading only" in theirs.refusal.text()
    theirs.close()
    reading.file.close()
