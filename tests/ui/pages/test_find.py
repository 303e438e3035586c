"""Finding anything from the pages: a person, a meeting, an item of its agenda, a decision, a command."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coalmeet.sample import make_sample
from coalmeet.store import meetings
from ui.members.page import MembersPage
from ui.open_file import OpenFile
from ui.pages import makers
from ui.prepare.page import PreparePage
from ui.settings import Settings
from ui.window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    from coalmeet import clock

    settings = Settings(tmp_path / "settings.json")
    made = MainWindow(makers(settings), settings)
    qtbot.addWidget(made)
    made.show_file(OpenFile(make_sample(clock.now, tmp_path)))
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    return made


def find(window: MainWindow, words: str) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    window.finder.field.setText(words)
    QTest.keyClick(window.finder.field, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_a_page_is_found_by_its_name(window: MainWindow) -> None:
    find(window, "rotat")
    assert window.page is window.pages["rotation"]


def test_a_person_is_shown_on_a_page_that_was_not_looked_at_yet(window: MainWindow) -> None:
    find(window, "amankwah")
    page = window.page
    assert isinstance(page, MembersPage)
    assert page.part.kind == "person"
    assert "Zoë Amankwah" in page.part.person.name.text()


def test_an_item_is_chosen_on_the_agenda_it_stands_on(window: MainWindow) -> None:
    find(window, "visit farms")
    page = window.page
    assert isinstance(page, PreparePage)
    chosen = page.part.list.current()
    assert page.part.list.currentIndex().row() > 0
    assert [one.title for one in page.items if one.id == chosen] == ["A visit to the farms upstream"]


def test_a_command_is_asked_of_the_program(window: MainWindow) -> None:
    asked: list[str] = []
    window.asked.connect(lambda errand, _id: asked.append(errand))
    find(window, "plan a meeting")
    assert asked == ["new_meeting"]


def test_without_a_file_only_commands_are_found(window: MainWindow) -> None:
    window.book = None
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert {row.below for row in window.finder.list.model().rows} == {"Command"}


@pytest.mark.parametrize(
    ("words", "errand"), [("practise", "practise"), ("rehearsal", "practise"), ("start our reply", "run")]
)
def test_the_coming_meeting_can_be_practised_or_started_from_any_page(
    window: MainWindow, words: str, errand: str
) -> None:
    asked: list[tuple[str, str]] = []
    window.asked.connect(lambda *found: asked.append(found))
    window.show_page("rotation")
    find(window, words)
    assert window.book is not None
    (coming,) = [one for one in window.book.read(meetings.meetings) if one.state == "planned"]
    assert asked == [(errand, coming.id)]


def test_it_is_as_tall_as_what_was_found(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    all_of_it = window.finder.height()
    window.finder.field.setText("visit farms")
    QApplication.processEvents()
    one = window.finder.height()
    window.finder.field.setText("visit farms nowhere")
    QApplication.processEvents()
    assert window.finder.height() < one < all_of_it / 2
    assert window.finder.field.y() == window.finder._nothing.y() - window.finder.field.height() - 17
