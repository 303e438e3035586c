"""The section about the passphrase: sealing the file, its sheet, another passphrase, none, and what is remembered."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coalmeet.errors import PassphraseNeeded, WrongPassphrase
from coalmeet.store import backups, file, header, people, sealing
from coalmeet.store.unlocking import key_of_words
from tests.ui.pages.conftest import FakeClock
from tests.ui.pages.key_stores import InMemory
from ui.keeping.passphrase import PassphraseSection
from ui.open_file import OpenFile
from ui.page import Page
from ui.preview.sheet import SheetPage

SAID = 20_000  # milliseconds, on a slow machine under load


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """All rounds of a key would take longer than all else here; backups go where the test is."""
    monkeypatch.setattr(sealing, "ROUNDS", 1000)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def store(book: OpenFile) -> InMemory:
    book.key_store = InMemory()
    return book.key_store


@dataclass
class Heard:
    """What a page would show of what the section says: what was done, what was refused, what is asked of the window."""

    done: str = ""
    refusal: str = ""
    errands: list[tuple[str, str]] = field(default_factory=list)


@pytest.fixture
def section(store: InMemory, book: OpenFile, qtbot: QtBot, dressed: None) -> Iterator[PassphraseSection]:
    made = PassphraseSection()
    qtbot.addWidget(made)
    made.show_file(book)
    made.resize(520, 800)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.settle()


@pytest.fixture
def page(section: PassphraseSection) -> Heard:
    heard = Heard()
    section.said.connect(lambda said: setattr(heard, "done", said))
    section.refused.connect(lambda said: setattr(heard, "refusal", said))
    section.go.connect(lambda errand, id: heard.errands.append((errand, id)))
    return heard


def sealed(qtbot: QtBot, section: PassphraseSection, page: Heard) -> str:
    """Seal the file with the words that are offered; the words."""
    section.state.set.click()
    words = section.choose.new.offered.words()
    section.choose.seal.click()
    qtbot.waitUntil(lambda: "sealed with the new passphrase" in page.done, timeout=SAID)
    return words


def test_six_words_are_offered_and_seal_the_file_while_it_stays_open(
    qtbot: QtBot, page: Heard, section: PassphraseSection, book: OpenFile, store: InMemory
) -> None:
    assert "Whoever gets hold of the file can read all of it" in section.state.told.text()
    words = sealed(qtbot, section, page)
    assert len(words.split()) == 6
    with pytest.raises(PassphraseNeeded):
        file.open_to_read(book.path)
    assert book.file.key == key_of_words(book.path, words)
    book.edit("Rename", "organisation", book.read(people.organisations)[0].id, name="Harbour Singers")
    assert "Harbour Singers" in [one.name for one in book.read(people.organisations)]
    salt = header.inspect(book.path).salt
    qtbot.waitUntil(lambda: store.keys == {salt: book.file.key}, timeout=SAID)


def test_the_words_are_shown_until_somebody_has_them_and_make_the_sheet(
    qtbot: QtBot, page: Heard, section: PassphraseSection, book: OpenFile, show: Callable[[Page], Page]
) -> None:
    words = sealed(qtbot, section, page)
    assert section.panel == "words" and section.words.words.words() == words
    section.words.sheet.click()
    assert page.errands == [("sheet", "recovery")]
    sheet = show(SheetPage())
    assert isinstance(sheet, SheetPage)
    sheet.choose("recovery")
    qtbot.waitUntil(lambda: bool(sheet.canvas.sizes), timeout=SAID)
    printed = pypdfium2.PdfDocument(io.BytesIO(sheet.reader.data))[0].get_textpage().get_text_range()
    assert all(word in printed for word in words.split())
    assert book.path.name in printed
    section.words.have.click()
    assert section.panel == "state" and book.fresh_words == ""
    assert words.split()[0] not in section.words.words.accessibleName()
    sheet.settle()


def test_the_keys_stay_with_the_words_and_nothing_else_is_pressed_meanwhile(
    qtbot: QtBot, page: Heard, section: PassphraseSection, book: OpenFile
) -> None:
    section.state.set.click()
    section.choose.seal.click()
    assert not section.state.set.isEnabled()
    qtbot.waitUntil(lambda: section.panel == "words", timeout=SAID)
    assert section.window().focusWidget() is section.words.sheet
    qtbot.waitUntil(lambda: "sealed with" in page.done, timeout=SAID)
    assert section.window().focusWidget() is section.words.sheet
    section.words.have.setFocus()
    section.words.have.click()
    assert section.state.set.isEnabled() and section.window().focusWidget() is section.state.set
    section.state.off.setFocus()
    section.state.off.click()
    assert section.window().focusWidget() is section.off.back  # an Enter too many takes nothing off


def test_stopped_before_it_was_taken_the_file_stays_as_it_was(
    qtbot: QtBot, page: Heard, section: PassphraseSection, book: OpenFile
) -> None:
    section.state.set.click()
    section.choose.seal.click()
    section.sealing.progress.stopped.emit()
    qtbot.waitUntil(lambda: not section.sealing.is_busy, timeout=SAID)
    QApplication.processEvents()
    assert book.file.key is None and section.state.set.isEnabled()
    file.open_to_read(book.path).close()
    assert not list(book.path.parent.glob(".*.part"))


def test_nothing_is_copied_unless_somebody_asks(qtbot: QtBot, section: PassphraseSection) -> None:
    QGuiApplication.clipboard().setText("before")
    section.state.set.click()
    offered = section.choose.new.offered
    assert QGuiApplication.clipboard().text() == "before"
    offered.copy.click()
    assert QGuiApplication.clipboard().text() == offered.words()
    section.choose.new.others.click()
    assert QGuiApplication.clipboard().text() != offered.words()


def test_words_of_ones_own_are_refused_while_they_are_easily_guessed(
    qtbot: QtBot, page: Heard, section: PassphraseSection, book: OpenFile
) -> None:
    section.state.set.click()
    section.choose.new.kind.button("own").click()
    section.choose.new.own.setText("harbour")
    section.choose.seal.click()
    assert "at least 16 characters" in page.refusal
    assert section.choose.new.own.text() == "harbour"
    assert book.file.key is None
    section.choose.new.own.setText(" the heron stood  on Tuesday ")
    section.choose.seal.click()
    qtbot.waitUntil(lambda: book.file.key is not None, timeout=SAID)
    assert key_of_words(book.path, "the heron stood on Tuesday") == book.file.key
    qtbot.waitUntil(lambda: not section.sealing.is_busy, timeout=SAID)


def test_another_passphrase_shuts_out_the_first_from_the_file_and_its_backups(
    qtbot: QtBot, page: Heard, section: PassphraseSection, book: OpenFile, clock: FakeClock
) -> None:
    first = sealed(qtbot, section, page)
    section.words.have.click()
    page.done = ""
    second = sealed(qtbot, section, page)
    assert first != second
    paths = [book.path, *(one.path for one in backups.of(book.path, book.file.key))]
    assert len(paths) > 1
    for path in paths:
        with pytest.raises(WrongPassphrase):
            key_of_words(path, first)
        assert key_of_words(path, second) == book.file.key


def test_taking_it_off_says_what_that_means_and_forgets_the_key(
    qtbot: QtBot, page: Heard, section: PassphraseSection, book: OpenFile, store: InMemory
) -> None:
    sealed(qtbot, section, page)
    section.words.have.click()
    qtbot.waitUntil(lambda: bool(store.keys), timeout=SAID)
    section.state.off.click()
    assert section.panel == "off" and book.file.key is not None
    section.off.back.click()
    assert section.panel == "state" and book.file.key is not None
    section.state.off.click()
    section.off.go.click()
    qtbot.waitUntil(lambda: "open without a passphrase" in page.done, timeout=SAID)
    file.open_to_read(book.path).close()
    qtbot.waitUntil(lambda: not store.keys, timeout=SAID)


def test_this_computer_forgets_and_remembers_as_one_likes(
    qtbot: QtBot, page: Heard, section: PassphraseSection, book: OpenFile, store: InMemory
) -> None:
    sealed(qtbot, section, page)
    section.words.have.click()
    qtbot.waitUntil(section.state.forget.isVisible, timeout=SAID)
    section.state.forget.click()
    section.forget.go.click()
    qtbot.waitUntil(section.state.remember.isVisible, timeout=SAID)
    assert not store.keys
    assert "asks for the passphrase each time" in section.state.here.text()
    section.state.remember.click()
    qtbot.waitUntil(section.state.forget.isVisible, timeout=SAID)
    assert list(store.keys.values()) == [book.file.key]


def test_a_locked_key_store_is_told_and_can_be_asked_again(
    qtbot: QtBot, page: Heard, section: PassphraseSection, store: InMemory
) -> None:
    sealed(qtbot, section, page)
    section.words.have.click()
    store.state = "locked"
    section.refresh()
    qtbot.waitUntil(section.state.again.isVisible, timeout=SAID)
    assert "is locked" in section.state.here.text()
    store.state = None
    section.state.again.click()
    qtbot.waitUntil(section.state.forget.isVisible, timeout=SAID)


def test_beside_the_words_stands_whether_this_computer_remembers_them_as_was_wished(
    qtbot: QtBot, page: Heard, section: PassphraseSection, store: InMemory
) -> None:
    store.state = "locked"
    section.state.set.click()
    assert section.choose.remember.isChecked()
    section.choose.seal.click()
    qtbot.waitUntil(lambda: "sealed with the new passphrase" in page.done, timeout=SAID)
    qtbot.waitUntil(lambda: "is locked" in section.words.here.text(), timeout=SAID)
    store.state = None
    section.remembering.keep(section.book)
    qtbot.waitUntil(lambda: "remembers the key" in section.words.here.text(), timeout=SAID)
    assert section.panel == "words"


def test_another_sheet_needs_the_words_once_more(
    qtbot: QtBot, page: Heard, section: PassphraseSection, book: OpenFile
) -> None:
    words = sealed(qtbot, section, page)
    section.words.have.click()
    section.state.sheet.click()
    section.type.line.setText("not these words at all")
    section.type.go.click()
    qtbot.waitUntil(lambda: "it is another one" in page.refusal, timeout=SAID)
    assert section.type.line.text() == "not these words at all"
    section.type.line.setText(words.upper())
    section.type.go.click()
    qtbot.waitUntil(lambda: ("sheet", "recovery") in page.errands, timeout=SAID)
    assert book.fresh_words == words


def test_a_file_open_for_reading_keeps_the_passphrase_it_has(
    qtbot: QtBot, page: Heard, section: PassphraseSection, book: OpenFile, show: Callable[[Page], Page]
) -> None:
    sealed(qtbot, section, page)
    section.words.have.click()
    reader = OpenFile(file.open_to_read(book.path, book.file.key))
    reader.key_store = book.key_store
    section.show_file(reader)
    assert not section.state.set.isEnabled() and not section.state.off.isEnabled()
    assert section.state.sheet.isEnabled()
