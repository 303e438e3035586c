"""A file that came from another computer: Enter takes it over, and it can be looked at as it is."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coalmeet.clock import now
from coalmeet.sample import make_sample
from coalmeet.store import backups, file, header, ours, people
from ui import newcomers
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
def documents(tmp_path, monkeypatch):
    """The folder for documents of whoever sits here."""
    folder = tmp_path / "documents"
    folder.mkdir()
    monkeypatch.setattr(newcomers, "documents", lambda: folder)
    return folder


@pytest.fixture(scope="module")
def hers(tmp_path_factory):
    """The sample, made on a colleague's laptop."""
    made = make_sample(now, tmp_path_factory.mktemp("her laptop"))
    made.close()
    return made.path


@pytest.fixture
def sent(hers, tmp_path, documents):
    """What she sent."""
    (tmp_path / "downloads").mkdir()
    return shutil.copyfile(hers, tmp_path / "downloads" / "from Ada.coalmeet")


def shown(qtbot, app, path):
    """The screen for a newcomer, once it was looked through."""
    app.open(path)
    form = app.newcomers.form
    assert app.window.screens.currentWidget() is form
    qtbot.waitUntil(form.take.isEnabled, timeout=20_000)
    return form


def test_enter_takes_it_over_into_the_documents(qtbot, app, sent, documents):
    before = sent.read_bytes()
    form = shown(qtbot, app, sent)
    assert "Lower Wend Alliance" in form.found.text()
    assert "4 meetings" in form.found.text()
    assert form.own.text() == str(documents / "Lower Wend Alliance.coalmeet")
    QTest.keyClick(app.window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: app.book is not None, timeout=20_000)
    assert app.book.path == documents / "Lower Wend Alliance.coalmeet"
    assert not app.book.read_only
    assert len(app.book.read(people.organisations)) == 8
    assert app.window.page.done.text().startswith("This is your own file now: ")
    assert sent.read_bytes() == before
    own = app.book.path
    app.open_sample()
    app.open(own)
    assert app.book.path == own  # at once, from then on


def test_another_copy_of_the_open_coalition_is_brought_into_it(qtbot, app, hers, sent):
    app._open_with(hers, None)
    qtbot.waitUntil(app.newcomers.form.take.isEnabled, timeout=20_000)
    app.newcomers.form.take.click()
    qtbot.waitUntil(lambda: app.book is not None, timeout=20_000)
    form = shown(qtbot, app, sent)
    QTest.keyClick(app.window, Qt.Key.Key_Return)
    page = app.window.page
    assert page is app.window.pages["file"]
    qtbot.waitUntil(lambda: page.copies.preview.coming is not None, timeout=20_000)
    assert page.copies.preview.coming.is_nothing  # it is the same, row by row
    assert not form.isVisible()


def test_it_can_be_looked_at_as_it_is(qtbot, app, sent, documents):
    shown(qtbot, app, sent).look.click()
    assert app.book.path == sent
    assert app.book.read_only
    assert list(documents.iterdir()) == []
    assert not ours.is_ours(sent)


def test_a_sealed_one_stays_sealed_with_its_passphrase(qtbot, app, clock, tmp_path, documents):
    hers = tmp_path / "her laptop.coalmeet"
    made = file.create(hers, "River Alliance", now=clock().wall, passphrase="six words of the coalition")
    made.close()
    sealed = shutil.copyfile(hers, tmp_path / "sealed.coalmeet")
    app._open_with(sealed, made.key)
    form = app.newcomers.form
    qtbot.waitUntil(form.take.isEnabled, timeout=20_000)
    form.take.click()
    qtbot.waitUntil(lambda: app.book is not None, timeout=20_000)
    assert app.book.path == documents / "River Alliance.coalmeet"
    assert header.inspect(app.book.path).salt == header.inspect(sealed).salt


def test_going_back_changes_nothing(qtbot, app, sent, documents):
    app.open(sent)
    app.newcomers.form.back.click()
    assert app.window.screens.currentWidget() is app.window.welcome
    assert list(documents.iterdir()) == []


def test_a_file_among_the_documents_stays_in_its_place(qtbot, app, sent, documents):
    mine = shutil.copyfile(sent, documents / "old laptop.coalmeet")
    form = shown(qtbot, app, mine)
    assert form.own.text() == str(mine)
    assert "among the backups" in form.stays.text()
    form.take.click()
    qtbot.waitUntil(lambda: app.book is not None, timeout=20_000)
    assert app.book.path == mine
    assert ours.is_ours(mine)
    assert len(backups.of(mine)) == 1


def test_a_damaged_one_is_refused_where_one_came_from(qtbot, app, sent):
    sent.write_bytes(sent.read_bytes()[:-4096])
    app.open(sent)
    welcome = app.window.welcome
    qtbot.waitUntil(lambda: welcome.refusal.text() != "", timeout=20_000)
    assert "did not arrive whole" in welcome.refusal.text()
    assert app.window.screens.currentWidget() is welcome
    assert app.book is None


def test_a_place_that_is_taken_is_refused_and_another_may_be_chosen(qtbot, app, sent, tmp_path):
    form = shown(qtbot, app, sent)
    form.show_target(sent.with_name("there.coalmeet"))
    form.target.write_text("mine")
    form.take.click()
    qtbot.waitUntil(lambda: form.refusal.text() != "", timeout=20_000)
    assert "already there" in form.refusal.text()
    form.show_target(tmp_path / "free.coalmeet")
    form.take.click()
    qtbot.waitUntil(lambda: app.book is not None, timeout=20_000)
    assert app.book.path == tmp_path / "free.coalmeet"


def test_a_file_put_in_the_place_of_ours_is_a_newcomer(qtbot, app, sent):
    app.open_sample()
    own = app.book.path
    app._let_go()
    own.unlink()
    shutil.copyfile(sent, own.with_name("other"))
    own.with_name("other").replace(own)
    shown(qtbot, app, own)


def test_what_an_earlier_program_opened_here_is_taken_for_ours(
    qtbot, clock, sent, tmp_path, monkeypatch, dressed
):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "fresh"))
    settings = Settings(tmp_path / "settings.json")
    settings.remember_file(sent)
    program = App(settings, clock)
    qtbot.addWidget(program.window)
    assert ours.is_ours(sent)
    program.close()
