"""The page "The file": handing over to the next facilitator, and bringing a copy in, seen before anything changes."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from coalmeet.store import backups, edit, people
from coalmeet.store import file as files
from coalmeet.store.bringing_in.applying import bring_in
from coalmeet.store.bringing_in.open_questions import open_questions
from coalmeet.store.handing_over.hand_over import hand_over
from tests.store.bringing_in.copies import compared
from tests.ui.pages.conftest import is_over
from ui.keeping.page import FilePage


@pytest.fixture(autouse=True)
def data_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def copy(book, tmp_path) -> Path:
    """A file that was handed over, in which things were changed since."""
    path = hand_over(book.file, tmp_path / "for Senna.coalmeet", book.today()).path
    theirs = files.open_to_write(path)
    with theirs.writing() as con:
        found = {one.short: one.id for one in people.organisations(con)}
        edit.edit(con, theirs, "organisation", found["Choir"], size=14)
        edit.edit(con, theirs, "organisation", "boats", name="Boat House")
    theirs.close()
    with book.file.writing() as con:
        edit.edit(con, book.file, "organisation", found["Choir"], size=20)
    return path


@pytest.fixture
def chosen(monkeypatch):
    """Answers the questions for a file with this one."""

    def choose(path: Path) -> None:
        for ask in ("getSaveFileName", "getOpenFileName"):
            monkeypatch.setattr(QFileDialog, ask, lambda *_more: (str(path), ""))

    return choose


def done(qtbot, section) -> None:
    is_over(qtbot, section.maker.work)


def names(book) -> dict[str, int | None]:
    return {one.name: one.size for one in book.read(people.organisations)}


def test_what_stays_behind_is_said_before_and_what_was_drafted_after(qtbot, show, book, chosen, tmp_path):
    page = show(FilePage())
    assert not page.handing.ticks  # nothing private is in the file yet
    with book.step("Note") as writing:
        writing.edit("person", "mara", name="Mara", email="mara@example.org")
    page = show(FilePage())
    assert [tick.text() for tick in page.handing.ticks.values()] == ["E-mail and phone of 1 person"]
    chosen(tmp_path / "over.coalmeet")
    page.handing.hand.click()
    done(qtbot, page.handing)
    assert "Left out, not deleted: e-mail and phone of 1 person." in page.handing.done.text()
    assert "The agenda of" in page.handing.done.text()
    assert "“over.coalmeet” is written and checked." in page.done.text()
    assert b"mara@example.org" not in (tmp_path / "over.coalmeet").read_bytes()


def bring(qtbot, page, copy: Path, side: int = -1) -> None:
    page.copies.compare(copy)
    done(qtbot, page.copies)
    if side >= 0:
        page.copies.preview.questions.cards[0].sides[side].take.click()
    page.copies.preview.bring.click()
    done(qtbot, page.copies)


def test_a_copy_is_shown_before_it_changes_anything_and_may_be_left(qtbot, show, book, copy, chosen):
    page, before = show(FilePage()), names(book)
    chosen(copy)
    page.copies.open.click()
    done(qtbot, page.copies)
    preview = page.copies.preview
    assert preview.sentence.text() == "1 new entry, 1 needs your choice."
    (card,) = preview.questions.cards
    assert [one.spoken for one in card.sides] == ["In this file: 20", "In the copy: 14"]
    assert "1 question can stay open" in preview.left_open.text()
    assert [side.take.hasFocus() for side in card.sides] == [True, False]
    way = []
    for _stop in range(3):
        page.focusNextChild()
        way.append(QApplication.focusWidget())
    assert way == [card.sides[1].take, preview.bring, preview.leave]
    card.sides[0].take.click()
    card.sides[1].take.click()
    assert [one.take.isChecked() for one in card.sides] == [False, True]
    card.sides[1].take.click()  # once more: left open
    assert preview.questions.choices() == {}
    assert names(book) == before
    preview.leave.click()
    assert not preview.isVisible()
    assert page.copies.open.isVisible()
    assert names(book) == before


def test_it_comes_in_with_what_was_chosen_after_a_backup_and_goes_again_as_a_whole(qtbot, show, book, copy):
    page, before = show(FilePage()), names(book)
    bring(qtbot, page, copy, side=1)
    there = {**before, "Harbour Choir": 14, "Boat House": None}
    assert names(book) == there
    assert page.done.text() == "It came in: 1 new entry, 1 chosen."
    assert page.copies.open.hasFocus()
    assert backups.of(book.path)[0].why == backups.BRINGING_IN
    page.done.way.click()
    assert names(book) == before
    page.restore()
    assert names(book) == there
    with book.file.writing() as con:
        edit.edit(con, book.file, "organisation", "boats", name="House of Boats")
    page.take_back()
    assert "gone on with since" in page.refusal.text()
    assert "House of Boats" in names(book)


def test_it_can_be_taken_out_another_day(qtbot, show, book, copy):
    before = names(book)
    with book.file.writing() as con:
        bring_in(con, book.file, compared(book.file, files.open_to_read(copy)), copy=copy.name)
    page = show(FilePage())
    assert page.copies.out.isVisible()
    page.copies.out.click()
    assert names(book) == before
    assert not page.copies.out.isVisible()
    page.take_back()
    assert "Boat House" in names(book)
    assert page.copies.out.isVisible()


def test_what_was_left_open_is_asked_until_somebody_chooses(qtbot, show, book, copy):
    page = show(FilePage())
    bring(qtbot, page, copy)
    assert page.copies.waiting.head.text() == "1 question is open since the last copy came in."
    assert not page.copies.waiting.settle.isVisible()
    (card,) = page.copies.waiting.questions.cards
    card.sides[0].take.click()
    page.copies.waiting.settle.click()
    assert names(book)["Harbour Choir"] == 20
    assert book.read(open_questions) == ()
    assert not page.copies.waiting.isVisible()
    page.take_back()
    assert len(book.read(open_questions)) == 1
    assert page.copies.waiting.isVisible()


def test_what_cannot_come_in_is_refused_where_one_looks_and_nothing_new_is_said(qtbot, show, book, tmp_path):
    files.create(tmp_path / "lake.coalmeet", "Lake", now=1).close()
    page = show(FilePage())
    page.copies.compare(tmp_path / "lake.coalmeet")
    done(qtbot, page.copies)
    assert "another coalition" in page.refusal.text()
    assert not page.copies.preview.isVisible()
    copy = tmp_path / "same.coalmeet"
    copy.write_bytes(book.path.read_bytes())
    page.copies.compare(copy)
    done(qtbot, page.copies)
    assert page.copies.preview.sentence.text() == "Nothing new: this file has everything that the copy has."
    assert not page.copies.preview.bring.isVisible()
