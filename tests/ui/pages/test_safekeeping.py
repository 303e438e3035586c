"""Backups in the program: made beside the work, never while a meeting runs, and one put in the open file's place."""

import pytest

from coalmeet.store import backups, header, resealing, sealing
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


def test_an_opened_file_is_copied_beside_the_work_and_again_only_when_it_changed(qtbot, app):
    app.open_sample()
    app.window.show_page("file")
    app.safekeeping.backing.work_now()
    qtbot.waitUntil(app.window.page.backups.list.isVisible, timeout=20_000)
    app.safekeeping.settle()
    assert [one.why for one in backups.of(app.book.path)] == ["opened"]
    app.safekeeping.opened(app.book)
    app.safekeeping.backing.work_now()
    app.safekeeping.settle()
    assert len(backups.of(app.book.path)) == 1


def test_no_backup_is_made_while_a_meeting_runs_and_one_when_it_was_closed(qtbot, app):
    app.open_sample()
    app.window.pages["start"].card.start.click()
    app.safekeeping.opened(app.book)
    app.safekeeping.backing.work_now()
    assert backups.of(app.book.path) == ()
    app.room.desk.close()
    app.safekeeping.meeting_closed(app.book)
    qtbot.waitUntil(lambda: len(backups.of(app.book.path)) == 1, timeout=20_000)
    assert backups.of(app.book.path)[0].why == "closed"


def test_a_backup_takes_the_place_of_the_open_file_and_what_stood_there_is_the_newest(qtbot, app):
    app.open_sample()
    path = app.book.path
    backups.keep(app.book.file, backups.ASKED, now=app.book.now().wall)
    app.window.show_page("settings")
    app.window.page.keep("name", "Another name")
    app.window.show_page("file")
    page = app.window.page
    page.backups.list.choose(page.backups.list._model.rows[0].key)
    page.backups.restore.click()
    qtbot.waitUntil(lambda: app.window.page.done.text() != "", timeout=20_000)
    assert app.book.path == path
    assert app.book.coalition().name == "Lower Wend Alliance"
    assert [one.why for one in backups.of(path)] == ["restoring", "asked"]
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_copy_waits_until_nobody_writes(app):
    app.open_sample()
    timer = app.safekeeping.backing._timer
    timer.start(1)
    app.window.show_page("settings")
    app.window.page.keep("name", "Another name")
    assert timer.remainingTime() > 1_000
    assert backups.of(app.book.path) == ()


def test_backups_that_a_power_cut_left_open_get_the_seal_of_the_file_soon_after_it_is_opened(
    app, monkeypatch
):
    monkeypatch.setattr(sealing, "ROUNDS", 2)
    app.open_sample()
    path, now = app.book.path, app.book.now().wall
    resealing.take(app.book.file, resealing.prepare(path, None, "otter softly paper grey seven", now=now))
    assert not any(header.inspect(one.path).sealed for one in backups.of(path, app.book.file.key))
    app.safekeeping.opened(app.book)
    app.safekeeping.backing.work_now()
    app.safekeeping.settle()
    assert all(header.inspect(one.path).sealed for one in backups.of(path, app.book.file.key))


def with_a_backup_chosen(app):
    """The page of the file, where a backup is chosen of a file that is then moved away; the file's old place."""
    app.open_sample()
    path = app.book.path
    backups.keep(app.book.file, backups.ASKED, now=app.book.now().wall)
    app.window.show_page("file")
    section = app.window.page.backups
    section.list.choose(section.list._model.rows[0].key)
    path.rename(path.with_name("moved.coalmeet"))
    return path, section


def test_a_backup_takes_the_place_of_a_file_that_was_moved_away(qtbot, app):
    path, section = with_a_backup_chosen(app)
    section.restore.click()
    qtbot.waitUntil(lambda: app.window.page.done.text() != "", timeout=20_000)
    assert app.book.coalition().name == "Lower Wend Alliance"
    assert {one.name for one in path.parent.iterdir()} == {path.name, "moved.coalmeet"}


def test_stopped_before_it_was_put_back_nothing_of_it_lies_beside_the_file(qtbot, app):
    path, section = with_a_backup_chosen(app)
    section.restore.click()
    section.maker.stop()
    qtbot.waitUntil(section.maker.work.isFinished, timeout=20_000)
    assert [one.name for one in path.parent.iterdir()] == ["moved.coalmeet"]
