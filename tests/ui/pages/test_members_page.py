"""Keeping members and people: forms that save themselves, lists brought in, two entries joined."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest

from coalmeet.store import people
from ui.members.page import MembersPage


@pytest.fixture
def page(show) -> MembersPage:
    return show(MembersPage())


def titles(page) -> list[str]:
    return [row.title for row in page.part.list._model.rows]


def organisation(book, name):
    return next(one for one in book.read(people.organisations) if one.name == name)


def person(book, name):
    return next(one for one in book.read(people.people) if one.name == name)


def write(field, words) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_members_stand_with_their_people(page):
    assert titles(page) == ["Allotment Society", "Harbour Choir", "Night Bus Riders", "Old Mill Neighbours"]
    assert page.part.list._model.rows[1].below == "Mara Lind, Ilie Roth"
    assert page.head.line.text() == "4 member organisations · 6 people"


def test_a_member_is_added_and_what_is_typed_is_saved_at_once(page, book):
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    editor = page.part.organisation
    write(editor.name, "Rowing Club")
    write(editor.people_count, "24")
    write(editor.left, "1.3.2027")
    club = organisation(book, "Rowing Club")
    assert (club.size, club.joined, club.left) == (24, date(2026, 11, 22), date(2027, 3, 1))
    for _ in range(4):
        page.take_back()
    assert len(book.read(people.organisations)) == 4


def test_a_date_that_is_none_stays_marked_and_changes_nothing(page, book):
    page.part.show_entry("organisation", organisation(book, "Harbour Choir").id)
    write(page.part.organisation.joined, "last spring")
    assert organisation(book, "Harbour Choir").joined == date(2026, 1, 1)
    assert not page.part.organisation.joined.is_sound


def test_a_person_changes_sides_with_dates_and_keeps_their_past(page, book):
    page.part.show_entry("person", person(book, "Ilie Roth").id)
    place = page.part.person._places.itemAt(0).widget()
    write(place.until, "30.11.2026")
    page.part.person.add.click()
    mill = organisation(book, "Old Mill Neighbours")
    fresh = next(one for one in page.seen.of_person(person(book, "Ilie Roth").id) if one.until is None)
    page.part.person.changed.emit("affiliation", fresh.id, "organisation", mill.id)
    page.part.person.changed.emit("affiliation", fresh.id, "since", date(2026, 11, 30))
    on = {day: [one.organisation.name for one in book.read(people.on, day) if one.person.name == "Ilie Roth"]
          for day in (date(2026, 11, 29), date(2026, 11, 30))}  # fmt: skip
    assert on == {date(2026, 11, 29): ["Harbour Choir"], date(2026, 11, 30): ["Old Mill Neighbours"]}


def test_search_finds_organisations_by_their_people_and_without_accents(page, book):
    book.edit("Rename", "person", person(book, "Jana Kubo").id, name="Jána Kubó")
    page.search.setText("jana kubo")
    assert titles(page) == ["Old Mill Neighbours"]
    page.search.setText("zebra")
    assert titles(page) == []
    assert not page.part._nothing.isHidden()


def test_a_list_is_shown_before_it_counts_and_undone_as_a_whole(page, book, tmp_path):
    path = tmp_path / "members.csv"
    path.write_text("Organisation,Name,Role\nRowing Club,Ana Bo,deputy\nHarbour Choir,Mara Lind,delegate\n")
    page.show_list(path)
    assert len(book.read(people.people)) == 6
    page.part.incoming.take.click()
    assert page.done.text() == "1 new organisation, 1 new person; 0 completed."
    assert organisation(book, "Rowing Club")
    page.done.way.click()
    assert len(book.read(people.people)) == 6
    assert len(book.read(people.organisations)) == 4


def test_a_list_with_missing_columns_changes_nothing_and_says_what_is_missing(page, book, tmp_path):
    path = tmp_path / "recipe.csv"
    path.write_text("Flour,Sugar\n200,100\n")
    page.show_list(path)
    assert "organisation" in page.refusal.text()
    assert "Flour, Sugar" in page.refusal.text()
    assert page.part._beside.currentWidget() is not page.part.incoming
    assert len(book.read(people.people)) == 6


def test_two_entries_found_to_be_one_are_joined_and_parted(page, book):
    choir, riders = organisation(book, "Harbour Choir"), organisation(book, "Night Bus Riders")
    page.part.joining.joined.emit(riders.id, choir.id)
    assert titles(page) == ["Allotment Society", "Harbour Choir", "Old Mill Neighbours"]
    assert "Senna Okoro" in page.part.list._model.rows[1].below
    page.done.way.click()
    assert "Night Bus Riders" in titles(page)
    page.part.joining.joined.emit(riders.id, choir.id)
    page.part.joining.parted.emit(riders.id)
    assert "Night Bus Riders" in titles(page)
    page.part.joining.joined.emit(choir.id, choir.id)
    assert page.refusal.text().startswith("These two are one already.")


def test_deleting_takes_the_affiliations_along_and_can_be_undone(page, book):
    page.remove("person", person(book, "Pim de Wit").id)
    assert "Pim de Wit" not in [one.name for one in book.read(people.people)]
    page.done.way.click()
    assert [
        one.organisation.name
        for one in book.read(people.on, date(2026, 11, 22))
        if one.person.name == "Pim de Wit"
    ] == ["Allotment Society"]


def test_an_empty_file_asks_for_the_first_member(page, book):
    for one in book.read(people.organisations):
        page.remove("organisation", one.id)
    for one in book.read(people.people):
        page.remove("person", one.id)
    assert not page.part._empty.isHidden()
    page.part.add.click()
    assert page.part._empty.isHidden()


def test_names_stand_where_the_alphabet_is_looked_up_whatever_their_accents(page, book):
    for name in ("Łódź Tenants", "Zebra Crossing", "émigrés at Work"):
        book.edit("Add", "organisation", f"id-{name}", name=name, joined=date(2026, 1, 1))
    assert titles(page) == [
        "Allotment Society", "émigrés at Work", "Harbour Choir", "Łódź Tenants",
        "Night Bus Riders", "Old Mill Neighbours", "Zebra Crossing",
    ]  # fmt: skip


def test_enter_takes_in_the_list_that_was_just_chosen(page, book, tmp_path):
    brought = tmp_path / "list.csv"
    brought.write_text("name,organisation\nRue Vance,Rowing Club\n")
    page.show_list(brought)
    assert page.part.incoming.take.hasFocus()


def test_ctrl_z_in_a_field_where_nothing_was_typed_takes_back_the_last_step(page, book):
    window = page.window()
    shortcut = QShortcut(QKeySequence.StandardKey.Undo, window)
    shortcut.activated.connect(page.take_back)
    page.add()
    assert "No name yet" in titles(page)
    field = page.part.organisation.name
    QTest.keyClicks(field, "Row")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "No name yet" in titles(page)  # what was typed comes first
    field.setText("")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "No name yet" not in titles(page)
