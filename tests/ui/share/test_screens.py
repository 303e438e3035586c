"""Screens come and go: the shared window returns to where it stood, and is never lost nor in the way of the desk."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.settings import Settings
from ui.share import place
from ui.share.window import ShareWindow

ROOT = Path(__file__).parents[3]
LAPTOP, HALL = ("laptop", 0, 0, 1280, 800), ("hall", 1280, 0, 1920, 1080)
MEETING = """
from PySide6.QtWidgets import QApplication
app = QApplication([])
from pathlib import Path
from ui.settings import Settings
from ui.share import place
from ui.share.window import ShareWindow
settings, window = Settings(Path(r"{settings}")), ShareWindow()
window.show()
place.put_back(settings, window)
app.processEvents()
{steps}
place.keep(settings, window)
screen = window.screen()
print(screen.name(), window.isFullScreen(), screen.geometry().contains(window.geometry()))
"""


@pytest.fixture
def window(qtbot: QtBot) -> ShareWindow:
    made = ShareWindow()
    qtbot.addWidget(made)
    made.show()
    return made


def unplug() -> None:
    """As when the cable of a screen is pulled out."""
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.screenRemoved.emit(application.primaryScreen())
    QApplication.processEvents()


def on_screen() -> QRect:
    return QGuiApplication.primaryScreen().availableGeometry()


def test_it_returns_to_sight_when_its_screen_is_unplugged(window: ShareWindow) -> None:
    window.move(5000, 3000)
    assert not on_screen().intersects(window.frameGeometry())
    unplug()
    shown = on_screen().intersected(window.frameGeometry())
    assert 2 * shown.width() >= window.width()
    assert 2 * shown.height() >= window.height()


def test_it_does_not_cover_the_one_screen_that_is_left_nor_return_to_the_one_that_is_gone(
    window: ShareWindow,
) -> None:
    window.move(5000, 3000)
    window.showFullScreen()
    assert window.normalGeometry().x() > on_screen().width()
    unplug()
    assert not window.isFullScreen()
    assert on_screen().contains(window.geometry().center())
    assert window.height() == 720  # as large as it was before it filled the screen


def test_it_looks_again_once_the_system_has_put_it_somewhere(
    window: ShareWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("ui.share.window.SETTLED_MS", 20)
    unplug()
    window.move(5000, 3000)  # as a window manager does, a moment later
    qtbot.waitUntil(lambda: on_screen().contains(window.geometry().center()), timeout=2000)


def test_it_stays_where_it_is_when_another_screen_is_unplugged(window: ShareWindow) -> None:
    window.resize(320, 180)
    window.move(100, 60)
    before = window.geometry()
    unplug()
    assert window.geometry() == before


def test_a_place_that_is_no_longer_there_is_not_returned_to(
    window: ShareWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    settings, other = Settings(tmp_path / "settings.json"), ShareWindow()
    qtbot.addWidget(other)
    window.showFullScreen()
    place.keep(settings, window)
    other.show()
    place.put_back(settings, other)
    assert not other.isFullScreen()
    assert on_screen().intersects(other.frameGeometry())


def with_screens(folder: Path, screens: tuple[tuple[object, ...], ...], steps: str = "") -> list[str]:
    """One sitting at these screens: where the window stands at its end, whether it fills the screen, and fits."""
    keys = ("name", "x", "y", "width", "height")
    made = [dict(zip(keys, one, strict=True), logicalDpi=96, dpr=1) for one in screens]
    config = folder / "screens.json"
    config.write_text(json.dumps({"screens": made}), encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", MEETING.format(settings=folder / "settings.json", steps=steps)],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return ran.stdout.split()


def test_f11_fills_the_second_screen_and_the_next_meeting_finds_it_there_if_it_is_there(
    tmp_path: Path,
) -> None:
    moved = "window.move(1400, 50); app.processEvents()"
    assert with_screens(tmp_path, (HALL, LAPTOP), moved) == ["hall", "False", "True"]
    assert with_screens(tmp_path, (LAPTOP, HALL), "window.fill_screen(True)")[:2] == ["hall", "True"]
    assert with_screens(tmp_path, (LAPTOP,))[:2] == ["laptop", "False"]
    assert with_screens(tmp_path, (LAPTOP, HALL))[:2] == ["hall", "True"]
    back = "window.fill_screen(False); app.processEvents(); window.move(10, 10); app.processEvents()"
    assert with_screens(tmp_path, (LAPTOP, HALL), back)[0] == "laptop"
    assert with_screens(tmp_path, (LAPTOP, HALL))[:2] == ["laptop", "False"]
