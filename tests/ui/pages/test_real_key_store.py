"""A sealed file through the window with a real GNOME keyring in each of its six states: it opens in every one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from coalmeet import clock
from coalmeet.store import file, header, ours, sealing
from coalmeet.store.key_store import KeyStore
from tests.conftest import Figures
from tests.store.own_bus import LINES_LEFT_OPEN, OwnBus, own_bus
from tests.ui.pages.conftest import FakeClock
from ui.app import App
from ui.settings import Settings

pytestmark = pytest.mark.filterwarnings(LINES_LEFT_OPEN)
WORDS = "otter abacus zodiac grape lantern legend"
LIMIT_MS = 400  # instead of eight seconds
WAITS_MS = 30_000  # on a slow machine under load
# What the screen says in each; the first is open before anything is said.
STATES = {
    "present": "",
    "unknown": "does not know the key",
    "changed": "was changed elsewhere",
    "hung": "does not answer",
    "locked": "is locked",
    "none": "no key store",
}


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OwnBus]:
    monkeypatch.setattr(sealing, "ROUNDS", 1000)  # all of them would only take time
    with own_bus(tmp_path, monkeypatch) as made:
        made.start_keyring()
        yield made


@pytest.fixture
def sealed(tmp_path: Path, bus: OwnBus) -> Path:
    path = tmp_path / "Harbour.coalmeet"
    file.create(path, "Harbour Quarter Alliance", now=FakeClock().wall, passphrase=WORDS).close()
    ours.remember(path)
    return path


@pytest.fixture
def app(qtbot: QtBot, tmp_path: Path, sealed: Path, dressed: None) -> Iterator[App]:
    program = App(Settings(tmp_path / "settings.json"), FakeClock())
    program.unlocking._limit = LIMIT_MS
    qtbot.addWidget(program.window)
    program.start()
    qtbot.waitUntil(
        lambda: not (program.warming.isRunning() or program.warming_windows.is_busy()), timeout=WAITS_MS
    )
    yield program
    program.close()


def bring_about(state: str, bus: OwnBus, path: Path) -> None:
    """Bring the key store into a state; each follows from the one before."""
    store, salt = KeyStore(), header.inspect(path).salt
    steps: dict[str, Callable[[], object]] = {
        "present": lambda: store.keep(salt, sealing.derive(WORDS, salt)).wait(),
        "unknown": lambda: store.forget(salt).wait(),
        "changed": lambda: store.keep(salt, bytes(32)).wait(),
        "hung": bus.hang,
        "locked": lambda: (bus.wake(), bus.lock()),
        "none": bus.stop,
    }
    steps[state]()


def open_and_close(qtbot: QtBot, app: App, path: Path, why: str) -> int:
    """Open the file, with the words where they are asked for; milliseconds until it was open, or could be typed."""
    form, began = app.unlocking.form, clock.now().mono
    app.open(path)
    qtbot.waitUntil(lambda: app.book is not None or form.isVisible(), timeout=WAITS_MS)
    waited = clock.now().mono - began
    if why:
        qtbot.waitUntil(lambda: why in form.why.text(), timeout=WAITS_MS)
        form.remember.setChecked(False)
        form.words.setText(WORDS)
        form.words.returnPressed.emit()
    qtbot.waitUntil(lambda: app.book is not None, timeout=WAITS_MS)
    assert app.book is not None and app.book.coalition().name == "Harbour Quarter Alliance"
    assert not app.book.read_only
    app._let_go()
    app.window.show_welcome()
    return waited


@pytest.mark.faults
def test_in_each_state_of_the_key_store_the_file_opens_and_nobody_waits_for_it(
    qtbot: QtBot, app: App, bus: OwnBus, sealed: Path, figures: Figures
) -> None:
    waits = {}
    for state, why in STATES.items():
        bring_about(state, bus, sealed)
        waits[state] = open_and_close(qtbot, app, sealed, why)
    longest = max(waits, key=lambda one: waits[one])
    words = (
        f"{len(waits)} states: opened in each; at most {waits[longest]} ms until one could type ({longest})"
    )
    figures("Key store of the system", words, holds=len(waits) == 6)


def ticks_while(qtbot: QtBot, act: Callable[[], object]) -> int:
    """How often the window's loop turned, once in ten milliseconds at most."""
    counted: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: counted.append(1))
    timer.start(10)
    act()
    timer.stop()
    return len(counted)


def test_asked_in_the_windows_own_thread_a_hung_store_would_stop_it(
    qtbot: QtBot, app: App, bus: OwnBus, sealed: Path
) -> None:
    salt = header.inspect(sealed).salt
    bus.hang()
    form = app.unlocking.form

    def through_the_program() -> None:
        app.open(sealed)
        qtbot.waitUntil(lambda: "does not answer" in form.why.text(), timeout=WAITS_MS)

    assert ticks_while(qtbot, lambda: KeyStore().look(salt).wait(LIMIT_MS / 1000)) == 0
    assert ticks_while(qtbot, through_the_program) > 5
