"""A file that does not open: its backups stand there, one press puts one back, and what can be read is saved."""

import pytest
from PySide6.QtWidgets import QFileDialog

from coalmeet.store import backups
from coalmeet.store import file as files
from ui.app import App
from ui.settings import Settings


@pytest.fixture
def app(qtbot, clock, tmp_path, monkeypatch, dressed):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    program = App(Settings(tmp_path / "settings.json"), clock)
    qtbot.addWidget(program.window)
    program.start()
    qtbot.waitUntil(lambda: not program.warming.isRunning(), timeout=20_000)
    yield program
    program.close()


@pytest.fixture
def path(tmp_path, app, clock):
    """A file with a backup, damaged since; nobody has it open."""
    path = tmp_path / "river.coalmeet"
    file = files.create(path, "River Alliance", now=clock().wall)
    backups.keep(file, backups.CLOSED, now=clock().wall)
    file.close()
    with path.open("r+b") as there:
        there.seek(4096 * 3)
        there.write(bytes(4096))
    return path


def test_the_last_backup_is_one_press_away(qtbot, app, path):
    app.open(path)
    form = app.recovering.form
    assert form.isVisible()
    assert "damaged" in form.why.text()
    assert [row.below for row in form.backups._model.rows] == ["After a meeting"]
    form.put_back.click()
    qtbot.waitUntil(lambda: app.book is not None, timeout=20_000)
    assert app.book.path == path
    assert app.book.coalition().name == "River Alliance"
    assert backups.DAMAGED in [one.why for one in backups.of(path)]


def test_a_file_that_is_gone_comes_back(qtbot, app, path):
    path.unlink()
    app.open(path)
    form = app.recovering.form
    assert form.isVisible()
    assert not form.rescue.isVisible()
    form.put_back.click()
    qtbot.waitUntil(lambda: app.book is not None, timeout=20_000)
    assert files.check(path) == ()


def test_what_can_be_read_is_saved_and_told(qtbot, app, path, tmp_path, monkeypatch):
    app.open(path)
    before = path.read_bytes()
    target = tmp_path / "saved.coalmeet"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_more: (str(target), ""))
    form = app.recovering.form
    form.rescue.click()
    qtbot.waitUntil(lambda: form.told.text() != "" or form.refusal.text() != "", timeout=20_000)
    assert "saved.coalmeet" in form.told.text()
    assert files.check(target) == ()
    assert path.read_bytes() == before


def test_going_back_changes_nothing(app, path):
    before = path.read_bytes()
    app.open(path)
    app.recovering.form.back.click()
    assert app.window.welcome.isVisible()
    assert path.read_bytes() == before


def test_what_was_never_ours_is_only_refused(app, tmp_path):
    poem = tmp_path / "poem.coalmeet"
    poem.write_text("a poem")
    app.open(poem)
    assert app.window.welcome.isVisible()
    assert "not a Coalmeet file" in app.window.welcome.refusal.text()
