"""Somebody asks to be erased: the members page shows what that means, and does it once the name was typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coalmeet.ids import new_id
from coalmeet.store import backups, parked, people
from tests.ui.pages.conftest import is_over
from ui.members.page import MembersPage


@pytest.fixture
def page(show, book) -> MembersPage:
    """Pim de Wit is spoken of in the parking lot, as is a place called De Wit."""
    with book.step("Park") as writing:
        writing.edit("parked", "1" * 32, title="Pim de Wit has the keys")
        writing.edit("parked", "2" * 32, title="Tree at the Wit corner")
    return show(MembersPage())


def person(book, name):
    return next((one for one in book.read(people.people) if one.name == name), None)


@pytest.fixture
def opened_panel(page, book, qtbot):
    """The panel about Pim de Wit, once the file was looked through."""
    page.part.show_entry("person", person(book, "Pim de Wit").id)
    page.part.person.erase.click()
    is_over(qtbot, page.erasing.maker.work)
    return page.part.erasing


def write(field, words) -> None:
    field.setFocus()
    field.clear()
    QTest.keyClicks(field, words)


def confirm(page, panel, qtbot, name="Pim de Wit") -> None:
    write(panel.typed, name)
    panel.erase.click()
    is_over(qtbot, page.erasing.maker.work)
    if page.erasing.renewer.work is not None:
        is_over(qtbot, page.erasing.renewer.work)


def titles(book):
    return [one.title for one in book.read(parked.parked)]


def test_it_shows_what_goes_what_stays_and_what_nobody_can_reach(opened_panel, book):
    panel = opened_panel
    assert panel.title.text() == "Erase Pim de Wit"
    assert "its history" in panel.goes.text()
    assert "a person" in panel.stays.text()
    assert "Copies of the file that others have" in panel.beyond.text()
    lines = [(row.title, row.icon) for row in panel.mentions._model.rows]
    assert lines == [("Pim de Wit has the keys", "square-check"), ("Tree at the Wit corner", "square-check")]
    assert person(book, "Pim de Wit") is not None


def test_it_is_done_once_the_name_was_typed_and_not_before(page, opened_panel, book, qtbot):
    panel = opened_panel
    assert not panel.erase.isEnabled()
    write(panel.typed, "Pim")
    assert not panel.erase.isEnabled()
    panel.mentions.setFocus()
    panel.mentions.choose("1")
    QTest.keyClick(panel.mentions, Qt.Key.Key_Space)
    confirm(page, panel, qtbot, "pim de wit")
    assert person(book, "Pim de Wit") is None
    assert sorted(titles(book)) == ["Tree at the Wit corner", "a person has the keys"]
    assert panel.isHidden()
    assert "nothing in it says who it was" in page.done.text()
    assert b"Pim de" not in Path(book.path).read_bytes()


def test_nothing_brings_the_words_back(page, opened_panel, book, qtbot):
    confirm(page, opened_panel, qtbot)
    page.take_back()
    assert person(book, "Pim de Wit") is None
    assert "Pim de Wit has the keys" not in titles(book)


def test_backups_here_go_with_it_where_somebody_wishes_so(page, book, clock, qtbot):
    backups.keep(book.file, backups.ASKED, now=clock().wall)
    page.erasing.begin(person(book, "Pim de Wit").id)
    is_over(qtbot, page.erasing.maker.work)
    panel = page.part.erasing
    assert panel.kept.text() == "1 backup on this computer still says who it was."
    confirm(page, panel, qtbot)
    (kept,) = backups.of(book.path)
    assert b"Pim de" not in kept.path.read_bytes()
    assert "1 older one was deleted" in page.done.text()


def test_closing_it_erases_nothing(page, opened_panel, book):
    opened_panel.close_button.click()
    assert opened_panel.isHidden()
    assert person(book, "Pim de Wit") is not None
    assert page.part.person.name.text() == "Pim de Wit"


def test_who_has_the_same_name_is_not_ticked_by_itself(page, book, qtbot):
    with book.step("Add") as writing:
        writing.edit("person", new_id(), name="Pim de Wit")
    page.erasing.begin(person(book, "Pim de Wit").id)
    is_over(qtbot, page.erasing.maker.work)
    panel = page.part.erasing
    assert not panel.namesake.isHidden()
    assert panel.chosen() == ()
    panel.all.click()
    assert {one.spot.found for one in panel.chosen()} == {"Pim de Wit", "Wit"}


def test_who_looks_for_it_by_name_is_led_to_the_people(page, qtbot):
    page.choose("erase")
    assert page.part.kind == "person"
    assert "Erase on request" in page.done.text()


def test_somebody_who_is_in_no_list_is_looked_for_by_name(page, book, qtbot):
    with book.step("Park") as writing:
        writing.edit("parked", "3" * 32, title="Mr Oke next door complains")
    page.more.erase.emit()
    panel = page.part.erasing
    write(panel.name, "Pim de Wit")
    panel.look.click()
    assert "one of the people in Members" in page.refusal.text()
    write(panel.name, "Mr Oak")
    panel.look.click()
    is_over(qtbot, page.erasing.maker.work)
    assert "No text here speaks of “Mr Oak”" in page.refusal.text()
    assert panel.erase.isHidden()
    write(panel.name, "Mr Oke")
    panel.look.click()
    is_over(qtbot, page.erasing.maker.work)
    assert panel.title.text() == "Erase Mr Oke"
    assert [row.title for row in panel.mentions._model.rows] == ["Mr Oke next door complains"]
    confirm(page, panel, qtbot, "Mr Oke")
    assert "a person next door complains" in titles(book)
    assert len(book.read(people.people)) == 6
