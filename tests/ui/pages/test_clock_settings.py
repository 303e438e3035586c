"""How clocks are shown, and whether one hears them: preferences of this computer, off until somebody wants them."""

import pytest
from PySide6.QtWidgets import QApplication

from ui.app import App
from ui.preferences.page import SettingsPage
from ui.settings import Settings


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def entered(qtbot, clock, tmp_path, monkeypatch, dressed, settings):
    """Opens the sample and enters its meeting; answers with the desk."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    opened = []

    def enter():
        program = App(settings, clock)
        opened.append(program)
        qtbot.addWidget(program.window)
        program.start()
        qtbot.waitUntil(lambda: not program.warming.isRunning(), timeout=20_000)
        program.open_sample()
        program.window.pages["start"].card.start.click()
        return program.room.desk

    yield enter
    for program in opened:
        program.close()


def test_both_are_off_at_first_and_remembered(show, settings):
    page = show(SettingsPage(settings))
    assert (settings.whole_minutes, settings.chime) == (False, False)
    page.whole.click()
    page.chime.click()
    again = Settings(settings.path)
    assert (again.whole_minutes, again.chime) == (True, True)


def test_by_itself_the_desk_makes_no_sound_and_shows_seconds(entered):
    desk = entered()
    assert desk.parts.thresholds.ring is not QApplication.beep
    assert not desk.live.whole_minutes


def test_who_wants_it_hears_a_soft_sound_and_sees_whole_minutes(entered, settings):
    settings.whole_minutes = settings.chime = True
    desk = entered()
    assert desk.parts.thresholds.ring is QApplication.beep
    assert desk.live.whole_minutes
