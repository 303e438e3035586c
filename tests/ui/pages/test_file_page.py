"""The page "The file": where the file lies, its backups, a copy to send, and whether it is sound."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from coalmeet.store import backups, coalition, driver
from coalmeet.store import file as files
from ui.keeping.page import FilePage


@pytest.fixture(autouse=True)
def data_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def choosing(monkeypatch):
    """Answers the question for a place with this one."""

    def choose(path: Path) -> None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_more: (str(path), ""))

    return choose


def rows(section) -> list[tuple[str, str]]:
    return [(row.title, row.below) for row in section.list._model.rows]


def done(qtbot, section) -> None:
    qtbot.waitUntil(lambda: not section.maker.work.isRunning(), timeout=20_000)
    qtbot.wait(1)


def test_it_names_the_one_file_and_its_folder(show, book):
    page = show(FilePage())
    assert page.place.name.text() == "Harbour.coalmeet"
    assert str(book.path.parent) in page.place.folder.text()
    assert page.place.amount.text().endswith("kB")


def test_a_backup_is_kept_on_demand_and_listed_with_its_reason(qtbot, show):
    page = show(FilePage())
    assert page.backups.none.isVisible()
    page.backups.keep.click()
    done(qtbot, page.backups)
    assert rows(page.backups) == [("Mon 23 Nov 2026, 06:47", "Asked for")]
    assert "kept, and checked" in page.done.text()
    assert not page.backups.none.isVisible()


def test_the_last_six_are_shown_and_the_others_on_demand(show, book):
    for minutes in range(8):
        backups.keep(book.file, backups.OPENED, now=book.now().wall - minutes * 60_000)
    page = show(FilePage())
    assert len(rows(page.backups)) == 6
    assert page.backups.more.text() == "2 older ones"
    page.backups.more.click()
    assert len(rows(page.backups)) == 8
    assert not page.backups.more.isVisible()


def test_the_chosen_one_is_made_ready_beside_the_file_and_handed_to_the_program(qtbot, show, book):
    backups.keep(book.file, backups.OPENED, now=book.now().wall)
    page = show(FilePage())
    page.backups.list.choose(page.backups.list._model.rows[0].key)
    assert "becomes a backup first" in page.backups.chosen.text()
    page.backups.restore.click()
    done(qtbot, page.backups)
    errand, ready = page.errands[-1]
    assert errand == "put_back"
    assert Path(ready).parent == book.path.parent
    Path(ready).unlink()


def test_a_damaged_backup_is_refused_where_one_looks(qtbot, show, book):
    kept = backups.keep(book.file, backups.OPENED, now=book.now().wall)
    kept.write_bytes(kept.read_bytes()[:9000])
    page = show(FilePage())
    page.backups.list.choose(str(kept))
    page.backups.restore.click()
    done(qtbot, page.backups)
    assert "damaged" in page.refusal.text()
    assert page.errands == []


def test_a_copy_to_send_says_what_travels_with_it(qtbot, show, tmp_path, choosing):
    page = show(FilePage())
    assert "1 meeting " in page.sending.along.text()
    assert "6 people with their addresses" in page.sending.along.text()
    assert "no passphrase" in page.sending.sealed.text()
    choosing(tmp_path / "for Ilie")
    page.sending.send.click()
    done(qtbot, page.sending)
    assert "for Ilie.coalmeet" in page.done.text()
    assert files.check(tmp_path / "for Ilie.coalmeet") == ()


def test_a_sound_file_is_said_to_be_sound(qtbot, show):
    page = show(FilePage())
    page.checking.check.click()
    done(qtbot, page.checking)
    assert "sound" in page.checking.found.text()
    assert not page.checking.rescue.isVisible()


def test_what_is_wrong_is_said_with_a_way_to_save_the_rest(qtbot, show, book, tmp_path, choosing):
    page = show(FilePage())
    con = driver.connect(book.path, "rw")
    con.execute("DELETE FROM coalition")
    con.close()
    page.checking.look()
    done(qtbot, page.checking)
    assert "which one coalition" in page.checking.found.text()
    choosing(tmp_path / "saved")
    page.checking.rescue.click()
    done(qtbot, page.checking)
    assert "6 people" in page.checking.found.text()
    with files.open_to_read(tmp_path / "saved.coalmeet").reading() as read:
        assert coalition.read(read).name == "Harbour"


def test_what_is_asked_for_by_name_has_the_keys_at_once(show):
    page = show(FilePage())
    page.choose("sending")
    assert page.focusWidget() is page.sending.send
    page.choose("backups")
    assert page.focusWidget() is page.backups.keep
