"""The pages on a broken disk: what was done waits in sight, is tried again, or goes on in a rescue copy."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coalmeet.meeting.moves import people as seats
from coalmeet.store import agenda, backups, log, notes, people
from coalmeet.store import file as files
from coalmeet.store.file import CoalitionFile
from tests.conftest import Figures
from tests.faults import breaking
from tests.faults.breaking import FAULTS, KINDS, Fault, Moved
from tests.faults.share import WHOLE, only_whole
from tests.ui.pages.conftest import FakeClock, found_coalition
from ui import rescuing, theme
from ui.app import App
from ui.page import Page
from ui.settings import Settings

Gesture = Callable[["Desk"], None]


class Desk:
    """Somebody who works on the pages of one coalition."""

    def __init__(self, app: App) -> None:
        self.app = app

    @property
    def page(self) -> Page:
        return self.app.window.page

    def shows(self, code: str) -> Page:
        self.app.window.show_page(code)
        QApplication.processEvents()
        return self.page

    def person(self, name: str) -> None:
        """Show the fields of somebody."""
        assert self.app.book is not None
        found = next(one.id for one in self.app.book.read(people.people) if one.name == name)
        self.shows("members").choose(found)
        QApplication.processEvents()

    def ways(self) -> list[str]:
        return [one.text() for one in self.page.refusal.ways]

    def takes(self, way: str) -> None:
        next(one for one in self.page.refusal.ways if one.text() == way).click()
        QApplication.processEvents()

    def held(self) -> tuple[list[str], list[str], dict[str, str]]:
        """What the file holds: names, titles, private notes."""
        book = self.app.book
        assert book is not None
        names = [one.name for one in book.read(people.people)] + [
            one.name for one in book.read(people.organisations)
        ]
        titles = [one.title for one in book.read(agenda.items, "coming")]
        return names, titles, book.read(notes.read_private, "coming")


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    """The file, in a folder that can be pulled out like a stick."""
    folder = tmp_path / "stick-or-disk"
    folder.mkdir()
    yield folder / "Harbour.coalmeet"
    breaking.release(folder)


@pytest.fixture
def strikes(path: Path) -> Callable[[str], Fault]:
    """A fault that is ready to come, before the file is made where it has to be."""
    return lambda name: KINDS[name](path)


@pytest.fixture(scope="module")
def dressed(qapp: QApplication) -> None:
    """The program's looks, put on once."""
    theme.apply(qapp, mode="light", contrast="normal", text_scale=1.0)


@pytest.fixture
def begin(
    dressed: None, qtbot: QtBot, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], Desk]]:
    """Open the coalition in the whole program."""
    documents = tmp_path / "My documents"
    documents.mkdir()
    monkeypatch.setattr(rescuing, "documents", lambda: documents)
    made: list[App] = []

    def begun() -> Desk:
        clock = FakeClock()
        found_coalition(path, clock).close()
        program = App(Settings(tmp_path / "settings.json"), clock)
        made.append(program)
        qtbot.addWidget(program.window)
        program.start(path)
        qtbot.waitUntil(lambda: program.book is not None, timeout=20_000)
        return Desk(program)

    yield begun
    for program in made:
        if program.book is not None:
            program.book.give_up_waiting()
        program.close()


def rename_somebody(desk: Desk) -> None:
    desk.person("Pim de Wit")
    field = desk.page.part.person.name
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Pim Okafor")
    QTest.keyClick(field, Qt.Key.Key_Return)


def write_access_needs(desk: Desk) -> None:
    desk.person("Jana Kubo")
    field = desk.page.part.person.access_needs
    field.setFocus()
    field.setPlainText("captions")
    field.settle()


def add_a_member(desk: Desk) -> None:
    desk.shows("members").add_button.click()


def delete_a_member(desk: Desk) -> None:
    desk.person("Tove Aas")
    desk.page.part.person._remove.click()


def take_an_item_off(desk: Desk) -> None:
    page = desk.shows("prepare")
    page.part.list.choose(page.items[3].id)
    page.part.show_current()
    page.remove(page.items[3].id)


def add_an_item(desk: Desk) -> None:
    desk.shows("prepare").part.new.click()


def label_an_item(desk: Desk) -> None:
    page = desk.shows("prepare")
    page.part.edit(page.items[3].id)
    page.part.item.label.chosen.emit("decision")


GESTURES: tuple[Gesture, ...] = (
    rename_somebody, write_access_needs, add_a_member, delete_a_member, take_an_item_off, add_an_item, label_an_item,
)  # fmt: skip


def meets(desk: Desk, fault: Fault, gesture: Gesture) -> None:
    """The gesture meets the fault, waits, and is saved once that is healed."""
    book = desk.app.book
    assert book is not None
    before = desk.held()
    desk.shows("members")
    fault.strike()
    try:
        gesture(desk)
        assert desk.ways()[:2] == ["Try again", "Save a rescue copy"], desk.page.refusal.text()
        assert len(book.waiting) == 1
        assert "not saved" in desk.app.window.navigation._saved.text()
    finally:
        fault.heal()
    assert desk.held() == before, "the file holds what was said not to be saved"
    desk.takes("Try again")
    assert book.waiting == ()
    assert desk.page.refusal.text() == ""
    assert "Saved" in desk.page.done.text()
    assert "Saved" in desk.app.window.navigation._saved.text()


@pytest.mark.faults
@pytest.mark.parametrize("fault", ["moved", *(pytest.param(one, marks=only_whole) for one in FAULTS[1:])])
def test_every_gesture_waits_until_it_can_be_saved(
    begin: Callable[[], Desk], strikes: Callable[[str], Fault], fault: str, figures: Figures
) -> None:
    struck = strikes(fault)
    desk = begin()
    for gesture in GESTURES if WHOLE else GESTURES[:2]:
        meets(desk, struck, gesture)
    names, titles, _notes = desk.held()
    assert "Pim Okafor" in names
    figures(f"On the pages: {fault}", f"{len(GESTURES)} gestures waited and were saved", holds=True)
    assert len(titles) == 6


def test_a_rescue_copy_has_what_is_half_typed_and_the_work_goes_on_in_it(
    begin: Callable[[], Desk], path: Path, tmp_path: Path
) -> None:
    desk = begin()
    desk.person("Pim de Wit")
    path.unlink()
    rename_somebody(desk)
    email = desk.page.part.person.email
    email.setFocus()
    QTest.keyClicks(email, "pim@example.org")  # nobody has left the field
    desk.takes("Save a rescue copy")
    book = desk.app.book
    assert book is not None
    assert book.path.parent == tmp_path / "My documents"
    assert book.path.name.startswith("Harbour rescue 2026-11-2")
    assert desk.app.settings.recent == (book.path,)
    assert "you go on in it" in desk.page.done.text()
    found = next(one for one in book.read(people.people) if one.name == "Pim Okafor")
    assert found.email == "pim@example.org"
    add_a_member(desk)
    assert desk.page.refusal.text() == ""
    assert not path.exists()


def test_a_meeting_goes_on_in_the_rescue_copy(begin: Callable[[], Desk], path: Path) -> None:
    desk = begin()
    desk.app.enter("coming")
    room = desk.app.room
    assert room.desk is not None and room.live is not None
    path.rename(path.with_name("elsewhere"))
    moves, delegates = room.live.moves, [one.seat.person for one in room.live.meeting.people[:2]]
    room.desk.parts.hands.do(seats.arrive_all, delegates)
    assert room.live.moves == moves
    assert "Save a rescue copy" in [one.text() for one in room.desk.parts.refusal.ways]
    room.desk.parts.refusal.ways[1].click()
    assert desk.app.book is not None and room.live.file is desk.app.book.file
    assert room.desk.parts.refusal.text() == ""
    assert "you go on in it" in room.desk.parts.alerts.words()[-1]
    assert len(room.live.moves) == len(moves) + 1, "what was refused is done once more"
    room.desk.parts.hands.do(seats.depart, delegates[0])
    assert len(room.live.moves) == len(moves) + 2
    room.desk.close()
    assert files.check(desk.app.book.path) == ()


def cannot_be_read(_file: CoalitionFile, _to: Path) -> None:
    raise OSError(errno.EIO, "the stick does not answer")


def test_where_the_file_cannot_even_be_read_a_backup_and_what_was_done_since_go_on(
    begin: Callable[[], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = begin()
    book, room = desk.app.book, desk.app.room
    assert book is not None
    backups.keep(book.file, backups.OPENED, now=book.now().wall)
    rename_somebody(desk)
    desk.app.enter("coming")
    assert room.desk is not None and room.live is not None
    delegates = [one.seat.person for one in room.live.meeting.people[:2]]
    room.desk.parts.hands.do(seats.arrive_all, delegates)
    room.live.write_note(room.live.meeting.items[0].id, "We began late.")
    before = room.live.moves
    monkeypatch.setattr(CoalitionFile, "copy_to", cannot_be_read)
    desk.app.rescuing.rescue()
    assert "was made of the backup of" in room.desk.parts.alerts.words()[-1]
    assert [one.id for one in room.live.moves] == [one.id for one in before]
    room.desk.parts.hands.do(seats.depart, delegates[0])
    assert [one.id for one in book.read(log.read, "coming")] == [one.id for one in room.live.moves]
    assert "We began late." in book.read(notes.read, "coming").values()
    assert "Pim Okafor" in desk.held()[0]


def test_without_a_backup_the_sentence_stays_with_its_ways(
    begin: Callable[[], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = begin()
    monkeypatch.setattr(CoalitionFile, "copy_to", cannot_be_read)
    desk.app.rescuing.rescue()
    assert desk.ways() == ["Choose a place", "Try again"]


@pytest.mark.parametrize("in_a_meeting", [pytest.param(False, marks=only_whole), True])
def test_a_file_that_is_gone_is_noticed_before_anybody_types(
    begin: Callable[[], Desk], path: Path, *, in_a_meeting: bool
) -> None:
    desk = begin()
    room = desk.app.room
    if in_a_meeting:
        desk.app.enter("coming")
    gone = Moved(path)
    gone.strike()
    desk.app.rescuing.look()
    said = room.desk.parts.alerts.words()[-1] if room.desk else desk.page.refusal.text()
    assert "no longer where it was opened" in said
    gone.heal()
    desk.app.rescuing.look()
    assert (room.desk.parts.alerts.words() if room.desk else desk.page.refusal.text()) in {(), ""}


def test_another_program_that_wrote_is_noticed_and_nothing_of_either_is_lost(
    begin: Callable[[], Desk], path: Path
) -> None:
    desk = begin()
    breaking.write_from_outside(path)
    desk.app.rescuing.look()
    assert "Another program has changed" in desk.page.refusal.text()
    rename_somebody(desk)
    desk.takes("Save a rescue copy")
    assert desk.app.book is not None
    assert desk.app.book.coalition().purpose.endswith(".")
    assert "Pim Okafor" in desk.held()[0]


def test_the_window_does_not_close_over_what_is_not_saved(begin: Callable[[], Desk], path: Path) -> None:
    desk = begin()
    desk.person("Pim de Wit")
    path.rename(path.with_name("elsewhere"))
    rename_somebody(desk)
    assert not desk.app.window.close()
    assert "1 change is not saved yet" in desk.page.refusal.text()
    desk.takes("Let it go unsaved")
    assert desk.app.window.navigation._saved.text() == "All is saved"
    assert desk.app.window.close()
