"""Opening a sealed file: what the key store knows opens it, and every other way ends in a question, never in a stop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from coalmeet.store import backups, file, header, ours, sealing
from coalmeet.store.key_store import State
from coalmeet.store.unlocking import key_of_words
from tests.ui.pages.conftest import FakeClock
from tests.ui.pages.key_stores import Hung, InMemory
from ui.app import App
from ui.settings import Settings
from ui.start.asking import AskForm

WORDS = "otter abacus zodiac grape lantern legend"
Start = Callable[[InMemory], App]


@pytest.fixture(scope="module")
def quickly() -> Iterator[None]:
    """All rounds of a key would take longer than all else here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sealing, "ROUNDS", 1000)
        yield


@pytest.fixture(scope="module")
def sealed_once(tmp_path_factory: pytest.TempPathFactory, quickly: None) -> bytes:
    """A sealed file of one coalition."""
    path = tmp_path_factory.mktemp("sealed") / "Harbour.coalmeet"
    file.create(path, "Harbour Quarter Alliance", now=FakeClock().wall, passphrase=WORDS).close()
    return path.read_bytes()


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory, quickly: None, dressed: None) -> Iterator[App]:
    """The program, started once: each test begins without a file."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(folder / "data"))
        program = App(Settings(folder / "settings.json"), FakeClock())
        program.unlocking._limit = 200  # milliseconds
        program.start()
        program.warming.wait()
        QApplication.processEvents()
        yield program
        program.close()
        program.window.close()
        program.window.deleteLater()


@pytest.fixture
def sealed(tmp_path: Path, sealed_once: bytes, program: App) -> Path:
    """That file, as if it had been made on this computer."""
    path = tmp_path / "Harbour.coalmeet"
    path.write_bytes(sealed_once)
    path.chmod(0o600)
    ours.remember(path)
    return path


@pytest.fixture
def start(program: App) -> Iterator[Start]:
    """The program at its first screen, with this key store."""

    def started(store: InMemory) -> App:
        program.unlocking._store = program.key_store = store
        return program

    yield started
    program.unlocking.leave()
    program._let_go()
    program.window.show_welcome()


def asked(qtbot: QtBot, app: App, why: str) -> AskForm:
    """The screen that asks, once it says this."""
    form = app.unlocking.form
    qtbot.waitUntil(lambda: form.isVisible() and why in form.why.text(), timeout=5_000)
    return form


def type_words(qtbot: QtBot, form: AskForm, typed: str) -> None:
    form.words.setText(typed)
    QTest.keyClick(form.words, Qt.Key.Key_Return)
    qtbot.waitUntil(form.go.isEnabled, timeout=20_000)


def is_open(app: App) -> bool:
    return app.book is not None and app.book.coalition().name == "Harbour Quarter Alliance"


def salt_of(path: Path) -> bytes:
    return header.inspect(path).salt


def test_where_the_computer_knows_the_key_one_click_opens_the_file(
    qtbot: QtBot, start: Start, sealed: Path
) -> None:
    store = InMemory()
    store.keys[salt_of(sealed)] = sealing.derive(WORDS, salt_of(sealed))
    app = start(store)
    app.open(sealed)
    qtbot.waitUntil(lambda: is_open(app), timeout=5_000)
    assert not app.unlocking.form.isVisible()
    assert not app.book.read_only


def test_a_new_computer_asks_once_says_why_and_remembers(qtbot: QtBot, start: Start, sealed: Path) -> None:
    store = InMemory()
    app = start(store)
    app.open(sealed)
    form = asked(qtbot, app, "does not know the key of this file yet")
    assert form.words.hasFocus() or not form.isActiveWindow()
    assert form.words.echoMode() == QLineEdit.EchoMode.Password  # the call may see this window
    type_words(qtbot, form, "  Otter abacus ZODIAC grape  lantern legend ")
    qtbot.waitUntil(lambda: is_open(app), timeout=5_000)
    qtbot.waitUntil(lambda: "remembers the key" in app.window.page.done.text(), timeout=5_000)
    assert list(store.keys) == [salt_of(sealed)]
    assert WORDS.encode() not in store.keys[salt_of(sealed)]
    assert form.words.text() == ""


def test_whoever_wants_no_trace_on_this_computer_leaves_none(
    qtbot: QtBot, start: Start, sealed: Path
) -> None:
    store = InMemory()
    app = start(store)
    app.open(sealed)
    form = asked(qtbot, app, "does not know")
    form.remember.setChecked(False)
    type_words(qtbot, form, WORDS)
    qtbot.waitUntil(lambda: is_open(app), timeout=5_000)
    assert store.keys == {}


def test_wrong_words_stay_to_be_mended_and_the_file_is_not_touched(
    qtbot: QtBot, start: Start, sealed: Path
) -> None:
    before = sealed.read_bytes()
    app = start(InMemory())
    app.open(sealed)
    form = asked(qtbot, app, "does not know")
    type_words(qtbot, form, "otter abacus zodiac grape lantren legend")
    assert "another one, or the file is damaged" in form.refusal.text()
    assert form.words.text() == "otter abacus zodiac grape lantren legend"
    assert "1 of the words is not on" in form.field._hint.text()
    form.seen.setChecked(True)
    assert "Not on Coalmeet’s list of words: lantren" in form.field._hint.text()
    assert form.words.echoMode() == QLineEdit.EchoMode.Normal
    assert form.words.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData  # no keyboard learns them
    assert sealed.read_bytes() == before
    type_words(qtbot, form, WORDS)
    qtbot.waitUntil(lambda: is_open(app), timeout=5_000)


@pytest.mark.parametrize(
    ("state", "why", "offers_again", "remembers"),
    [
        ("locked", "is locked", True, True),
        ("failed", "reported an error", True, True),
        ("none", "no key store that keeps secrets safely", False, False),
        ("wrong", "was changed elsewhere, or the file is damaged", False, True),
    ],
)
def test_whatever_state_the_key_store_is_in_the_words_open_the_file(
    qtbot: QtBot, start: Start, sealed: Path, state: State, why: str, offers_again: bool, remembers: bool
) -> None:
    app = start(InMemory(state))
    app.open(sealed)
    form = asked(qtbot, app, why)
    assert form.store_again.isVisible() is offers_again
    assert form.remember.isVisible() is remembers
    type_words(qtbot, form, WORDS)
    qtbot.waitUntil(lambda: is_open(app), timeout=5_000)


def test_a_key_that_was_good_before_the_passphrase_changed_leads_to_the_words_and_is_replaced(
    qtbot: QtBot, start: Start, sealed: Path
) -> None:
    store = InMemory()
    store.keys[salt_of(sealed)] = bytes(32)
    app = start(store)
    app.open(sealed)
    form = asked(qtbot, app, "was changed elsewhere")
    type_words(qtbot, form, WORDS)
    qtbot.waitUntil(lambda: store.keys[salt_of(sealed)] != bytes(32), timeout=5_000)
    assert is_open(app)


def test_a_hung_key_store_holds_nobody_up(qtbot: QtBot, start: Start, sealed: Path) -> None:
    store = Hung()
    app = start(store)
    app.open(sealed)
    form = asked(qtbot, app, "does not answer")
    assert form.store_again.isVisible()
    type_words(qtbot, form, WORDS)
    qtbot.waitUntil(lambda: is_open(app), timeout=5_000)
    store.let_go.set()


def test_an_answer_that_comes_late_opens_the_file_while_nobody_types(
    qtbot: QtBot, start: Start, sealed: Path
) -> None:
    store = Hung()
    store.keys[salt_of(sealed)] = sealing.derive(WORDS, salt_of(sealed))
    app = start(store)
    app.open(sealed)
    asked(qtbot, app, "does not answer")
    store.let_go.set()
    qtbot.waitUntil(lambda: is_open(app), timeout=5_000)


def test_an_answer_that_comes_while_somebody_types_presses_nothing_by_their_next_key(
    qtbot: QtBot, start: Start, sealed: Path
) -> None:
    store = Hung()
    store.keys[salt_of(sealed)] = sealing.derive(WORDS, salt_of(sealed))
    app = start(store)
    app.open(sealed)
    form = asked(qtbot, app, "does not answer")
    form.words.setText("otter ab")
    store.let_go.set()
    qtbot.waitUntil(lambda: not app.unlocking._answering._timer.isActive(), timeout=5_000)
    assert form.isVisible() and form.words.text() == "otter ab"
    type_words(qtbot, form, WORDS)
    qtbot.waitUntil(lambda: is_open(app), timeout=5_000)


def test_back_leads_to_where_one_was_and_another_file_can_be_opened(
    qtbot: QtBot, start: Start, sealed: Path
) -> None:
    app = start(InMemory())
    app.open(sealed)
    asked(qtbot, app, "does not know").back.click()
    assert app.window.screens.currentWidget() is app.window.welcome
    app.open_sample()
    sample = app.book
    app.open(sealed)
    form = asked(qtbot, app, "does not know")
    form.back.click()
    assert app.book is sample and not form.isVisible()
    app.open(sealed)
    type_words(qtbot, asked(qtbot, app, "does not know"), WORDS)
    qtbot.waitUntil(lambda: is_open(app), timeout=5_000)


def test_after_wrong_words_a_backup_can_be_looked_at(
    qtbot: QtBot, start: Start, sealed: Path, clock: FakeClock
) -> None:
    store = InMemory()
    app = start(store)
    key = sealing.derive(WORDS, salt_of(sealed))
    backups.keep_copy(sealed, key, backups.ASKED, now=clock().wall)
    app.open(sealed)
    form = asked(qtbot, app, "does not know")
    assert not form.backups.isVisible()
    type_words(qtbot, form, "not these words at all")
    assert form.backups.isVisible()
    store.keys[salt_of(sealed)] = key  # the key of the time before
    form.backups.opened.emit(form.backups._model.rows[0].key)
    qtbot.waitUntil(lambda: is_open(app), timeout=5_000)
    assert app.book.read_only and app.book.path != sealed


def test_where_the_right_words_do_not_help_a_backup_takes_the_place_of_the_damaged_file(
    qtbot: QtBot, start: Start, sealed: Path, clock: FakeClock
) -> None:
    app = start(InMemory())
    backups.keep_copy(sealed, sealing.derive(WORDS, salt_of(sealed)), backups.ASKED, now=clock().wall)
    with sealed.open("r+b") as damaged:
        damaged.seek(2000)
        damaged.write(bytes(8))
    bytes_of_it = sealed.read_bytes()
    app.open(sealed)
    form = asked(qtbot, app, "does not know")
    type_words(qtbot, form, WORDS)
    assert form.put_back.isVisible()
    form.put_back.click()
    assert "damaged" in app.recovering.form.why.text()
    app.recovering.form.put_back.click()
    form = asked(qtbot, app, "does not know")
    type_words(qtbot, form, WORDS)
    qtbot.waitUntil(lambda: is_open(app), timeout=20_000)
    assert app.book.path == sealed and not app.book.read_only
    kept = [one.path for one in backups.of(sealed, app.book.file.key) if one.why == backups.DAMAGED]
    assert [one.read_bytes() for one in kept] == [bytes_of_it]


def test_a_sealed_file_that_another_window_has_can_still_be_read(
    qtbot: QtBot, start: Start, sealed: Path
) -> None:
    app = start(InMemory())
    holder = file.open_to_write(sealed, sealing.derive(WORDS, salt_of(sealed)))
    app.open(sealed)
    type_words(qtbot, asked(qtbot, app, "does not know"), WORDS)
    done = app.window.welcome.done
    qtbot.waitUntil(lambda: "already open for writing" in done.text(), timeout=5_000)
    done.way.click()
    assert app.book.read_only
    holder.close()


def test_a_coalition_can_be_sealed_from_its_first_byte_and_its_words_are_shown_at_once(
    qtbot: QtBot, start: Start, tmp_path: Path, quickly: None
) -> None:
    store = InMemory()
    app = start(store)
    app.window.welcome.start.click()
    form = app.window.found
    form._folder = tmp_path
    form.name.setText("Harbour Quarter Alliance")
    form.sealing.setChecked(True)
    words = form.passphrase.offered.words()
    form.create_button.click()
    assert form.create_button.text() == "Sealing …"
    form.create_button.click()  # once more, out of impatience: it makes no second file
    qtbot.waitUntil(lambda: is_open(app), timeout=5_000)
    section = app.window.pages["file"].passphrase
    assert app.window.page is app.window.pages["file"]
    assert section.panel == "words" and section.words.words.words() == words
    qtbot.waitUntil(lambda: list(store.keys.values()) == [app.book.file.key], timeout=5_000)
    assert key_of_words(app.book.path, words) == app.book.file.key


def test_own_words_for_a_new_coalition_are_refused_where_they_were_typed(
    start: Start, tmp_path: Path
) -> None:
    app = start(InMemory())
    app.window.welcome.start.click()
    form = app.window.found
    form._folder = tmp_path
    form.name.setText("Harbour Quarter Alliance")
    form.sealing.setChecked(True)
    form.passphrase.kind.button("own").click()
    form.passphrase.own.setText("harbour")
    form.create_button.click()
    assert "at least 16 characters" in form.refusal.text()
    assert not list(tmp_path.glob("*.coalmeet"))
