"""How we decide: the matrix and the consent profile, changed in place, each change with a way back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coalmeet.coalition.agreement import ready_made
from coalmeet.coalition.retrospective import Rhythm
from coalmeet.meeting.events import HOUSE, Telling
from coalmeet.store import agenda, coalition, incoming, opening, people
from ui.agreement.page import AgreementPage
from ui.members.page import MembersPage
from ui.prepare.page import PreparePage
from ui.prepare.waiting_row import chip_words
from ui.start.page import StartPage


@pytest.fixture
def page(show):
    return show(AgreementPage())


def profile(book):
    return book.coalition().profile


def names(book):
    return [one.name for one in book.read(coalition.kinds)]


def types(page, row, column, words):
    """Words into a cell, as from the keyboard."""
    table = page.matrix.table
    table.setCurrentIndex(table.rows.index(row, column))
    table.rows.setData(table.currentIndex(), words)


def test_an_empty_matrix_offers_the_kinds_that_most_coalitions_know(page, book):
    assert page.matrix.take.isVisible()
    page.matrix.take.click()
    assert names(book) == [one.name for one in ready_made()]
    assert not page.matrix.take.isVisible()
    page.take_back()
    assert names(book) == []
    assert page.matrix.take.isVisible()


def test_whoever_comes_with_the_keyboard_takes_the_offer_and_goes_on_in_its_first_row(page, book):
    assert page.first is page.matrix.take
    page.matrix.take.setFocus()
    QTest.keyClick(page.matrix.take, Qt.Key.Key_Space)
    table = page.matrix.table
    assert page.focusWidget() is table
    assert [(one.row(), one.column()) for one in table.selectedIndexes()] == [(0, 0)], "the cell is seen"
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names(book)[1] == ready_made()[0].name
    assert page.first is table


def test_a_row_is_typed_changed_and_taken_out(page, book):
    types(page, 0, 0, "Loans")
    types(page, 0, 1, "two_thirds")
    types(page, 0, 4, "10")
    (loans,) = book.read(coalition.kinds)
    assert (loans.name, loans.method, loans.critical, loans.window_days) == ("Loans", "two_thirds", False, 10)
    table = page.matrix.table
    table.rows.setData(table.rows.index(0, 3), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert book.read(coalition.kinds)[0].critical
    table.setCurrentIndex(table.rows.index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert names(book) == []
    page.take_back()
    assert names(book) == ["Loans"]


def test_a_window_that_is_no_number_changes_nothing_and_says_so(page, book):
    types(page, 0, 0, "Loans")
    types(page, 0, 4, "a week")
    assert "number of days" in page.refusal.text()
    assert page.matrix.table.rows.rows()[0][4] == ""
    assert book.read(coalition.kinds)[0].window_days == -1


def test_rows_are_put_in_order_by_keyboard_and_by_mouse(page, book):
    page.matrix.take.click()
    before, table = names(book), page.matrix.table
    table.setCurrentIndex(table.rows.index(1, 0))
    QTest.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(book)[:2] == [before[1], before[0]]
    assert table.currentIndex().row() == 0
    table.verticalHeader().moveSection(0, 3)  # what a drag of the grip does
    assert names(book)[3] == before[1]
    assert [table.verticalHeader().logicalIndex(at) for at in range(3)] == [0, 1, 2]
    page.take_back()
    page.take_back()
    assert names(book) == before


def test_the_profile_reads_as_sentences_and_is_what_the_next_meeting_is_opened_with(page, book):
    assert "To decide, 3 of 4 member organisations must be present." in page.profile.said.text()
    page.profile.quorum._number.setValue(2)
    page.profile.answers.button("turn").click()
    page.profile.stand_aside.click()
    assert "To decide, 2 of 4" in page.profile.said.text()
    assert "Nobody stands aside." in page.profile.said.text()
    begun = book.read(opening.plan, "coming")
    assert (begun.profile.answers, begun.profile.stand_aside, begun.quorum) == ("turn", False, 2)


def test_a_tradition_is_chosen_and_left_again(page, book):
    page.advanced.open.click()
    assert page.advanced.ways["house"].pill.isVisible()
    page.advanced.ways["mvos"].use.click()
    assert not profile(book).concerns
    assert page.advanced.ways["mvos"].pill.isVisible()
    page.profile.concerns.click()
    assert not any(way.pill.isVisible() for way in page.advanced.ways.values())
    page.take_back()
    page.take_back()
    assert profile(book) == HOUSE


def test_a_vote_without_consent_is_the_coalitions_own_choice(page, book):
    page.advanced.open.click()
    page.advanced.fallback.button("two_thirds").click()
    assert profile(book).fallback == "two_thirds"
    assert "two thirds of those present" in page.profile.said.text()


def test_a_protected_voice_is_looked_at_again_in_a_year(show, book):
    members = show(MembersPage())
    one = book.read(people.organisations)[0]
    members.choose(one.id)
    editor = members.part.organisation
    assert not editor.protection_review.isVisible()
    editor.protected.click()
    kept = next(each for each in book.read(people.organisations) if each.id == one.id)
    assert (kept.protected, kept.protection_review) == (True, date(2027, 11, 22))
    assert editor.protection_review.isVisible()
    assert one.name in show(AgreementPage())._protected.text()
    editor.protected.click()
    assert not next(each for each in book.read(people.organisations) if each.id == one.id).protected


def test_an_item_takes_its_kind_from_the_matrix_and_says_what_follows(show, page, book):
    page.matrix.take.click()
    prepare = show(PreparePage())
    prepare.choose("coming")
    demand = next(one for one in prepare.part._seen.items if one.label == "decision")
    prepare.part.list.choose(demand.id)
    kind = prepare.part.item.kind
    assert kind.itemText(0) == "none of the matrix"
    at = kind.findData("New partner")
    kind.setCurrentIndex(at)
    kind.activated.emit(at)
    begun = book.read(opening.plan, "coming")
    assert next(one for one in begun.agenda if one.id == demand.id).kind == "New partner"
    assert "all who are here say yes. Critical" in prepare.part.item._kind_field._hint.text()


def test_a_kind_of_its_own_from_elsewhere_stays(show, page, book):
    prepare = show(PreparePage())
    prepare.choose("coming")
    demand = next(one for one in prepare.part._seen.items if one.label == "decision")
    book.edit("x", "item", demand.id, kind="Traffic")
    prepare.part.list.choose(demand.id)
    assert prepare.part.item.kind.currentText() == "Traffic (not in the matrix)"


def test_a_vote_is_announced_on_the_agenda_where_consent_failed_before(show, book, opened):
    told = {"text": "We block the bridge.", "outcome": "parked", "method": "consent", "id": "d"}
    told["objections"] = [{"organisation": "Harbour Choir", "ending": "open"}]
    with opened.writing() as con:
        demand = next(one for one in agenda.items(con, "coming") if one.label == "decision")
        item = {"title": "Bridge", "outcome": "parked", "topic": demand.topic, "decisions": [told]}
        record = {"format": "coalmeet.meeting", "version": 1, "date": "2026-10-29", "agenda": [item]}
        incoming.take_in(con, opened, record)
    prepare = show(PreparePage())
    prepare.choose("coming")
    prepare.part.list.choose(demand.id)
    assert not prepare.part.item.vote.isVisible()  # the charter names no vote
    book.edit("x", "coalition", book.coalition().id, fallback="majority")
    assert prepare.part.item.vote.isVisible()
    assert "Consent was not reached on 29 October 2026" in prepare.part.item._vote_hint.text()
    prepare.part.item.vote.click()
    begun = book.read(opening.plan, "coming")
    assert next(one for one in begun.agenda if one.id == demand.id).vote_announced


def test_a_kind_that_gets_another_name_takes_its_items_along(page, book):
    page.matrix.take.click()
    demand = next(one for one in book.read(agenda.items, "coming") if one.label == "decision")
    book.edit("x", "item", demand.id, kind="Budget")
    types(page, 1, 0, "Money")
    assert book.read(agenda.items, "coming")[demand.position].kind == "Money"
    page.take_back()
    assert book.read(agenda.items, "coming")[demand.position].kind == "Budget"
    assert "Budget" in names(book)


def test_the_keys_stay_in_the_table_after_a_new_row_was_typed(page, book):
    """Else the next arrow would change who has a voice, unseen."""
    table = page.matrix.table
    table.setFocus()
    table.setCurrentIndex(table.rows.index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    cell = page.focusWidget()
    QTest.keyClicks(cell, "Room")
    QTest.keyClick(cell, Qt.Key.Key_Return)
    QApplication.processEvents()  # the table hears of it when the key has been dealt with
    assert names(book) == ["Room"]
    assert page.focusWidget() is table
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Right)
    assert profile(book) == HOUSE
    assert table.currentIndex().column() == 1


def test_what_the_minutes_tell_is_chosen_in_words_and_holds_for_the_next_meeting(page, book):
    assert page.telling.words.choice() == "words"
    assert page.telling.voices.choice() == "voice"
    assert "here the organisation" in page.telling.of_voices.text()
    page.telling.words.button("none").click()
    page.telling.voices.button("organisation").click()
    assert page.telling.of_words.text() == "The minutes tell no word of it."
    assert "no person" in page.telling.of_voices.text()
    assert book.read(opening.plan, "coming").telling == Telling("none", "organisation")
    page.profile.unit.button("person").click()
    page.telling.voices.button("voice").click()
    assert "here the person" in page.telling.of_voices.text()
    for _again in range(4):
        page.take_back()
    assert book.coalition().telling == Telling()


def test_a_retrospective_gets_a_rhythm_that_begins_at_the_next_meeting(page, book):
    assert page.rhythm.said.text() == "None comes round by itself."
    page.rhythm.months._number.setValue(3)
    assert book.coalition().retrospective == Rhythm(3, date(2026, 11, 26))
    assert page.rhythm.said.text() == (
        "It comes on the fourth Thursday of the month, next on Thursday 26 November 2026."
    )
    page.rhythm.start.setText("18.30")
    page.rhythm.start.editingFinished.emit()
    page.rhythm.first.setText("31 December")
    page.rhythm.first.editingFinished.emit()
    assert book.coalition().retrospective == Rhythm(3, date(2026, 12, 31), "18:30")
    assert "the last Thursday" in page.rhythm.said.text()
    page.rhythm.months._number.setValue(500)
    assert page.rhythm.months.minutes() == 24
    page.rhythm.months._number.setValue(0)
    assert page.rhythm.said.text() == "None comes round by itself."
    page.take_back()
    assert book.coalition().retrospective.is_set


def test_a_retrospective_that_is_near_waits_for_the_agenda_until_it_stands_there(show, page, book):
    prepare = show(PreparePage())
    prepare.choose("coming")
    page.rhythm.months._number.setValue(3)

    def waits():
        return [one for one in prepare.part.waiting.waiting if one.kind == "retrospective"]

    (one,) = waits()
    assert chip_words(one) == "Retrospective, Thu 26 Nov"
    start = show(StartPage())
    start.waiting.choose(one.id)
    assert start.waiting.current() == one.id, "it is said there too"
    prepare.part.waiting.taken.emit(one)
    item = next(each for each in book.read(agenda.items, "coming") if each.topic == one.topic)
    assert (item.label, item.title[:13]) == ("discussion", "Retrospective")
    assert waits() == []
    prepare.take_back()
    assert len(waits()) == 1
