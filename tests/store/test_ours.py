"""Which files this computer has made: a note for each, that tells nobody which."""

import os
import shutil
from pathlib import Path

import pytest

from coalmeet.store import file as files
from coalmeet.store import ours, sealing

NOW = 1_778_767_200_000  # 14 May 2026, 14:00 UTC


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "coalmeet"


@pytest.fixture
def made(path: Path) -> Path:
    files.create(path, "River Alliance", now=NOW).close()
    return path


def test_what_is_made_here_is_ours_and_a_copy_of_it_is_not(made: Path) -> None:
    copy = shutil.copyfile(made, made.with_name("copy.coalmeet"))
    assert ours.is_ours(made)
    assert not ours.is_ours(copy)


def test_a_moved_file_is_looked_through_in_its_new_place(made: Path) -> None:
    assert not ours.is_ours(made.rename(made.with_name("elsewhere.coalmeet")))


def test_writing_to_it_changes_nothing(made: Path) -> None:
    opened = files.open_to_write(made)
    with opened.writing() as con:
        con.exec_driver_sql("UPDATE coalition SET purpose = 'clean water'")
    opened.close()
    assert ours.is_ours(made)


@pytest.mark.parametrize("leave", [True, False], ids=["unlinked first", "renamed over"])
def test_what_is_put_in_its_place_is_not(made: Path, leave: bool) -> None:
    other = shutil.copyfile(made, made.with_name("other"))
    if leave:
        made.unlink()
        shutil.copyfile(other, made)  # most disks give it the number that has just become free
    else:
        other.replace(made)
    assert not ours.is_ours(made)


def test_what_the_program_itself_puts_in_its_place_is(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "ROUNDS", 2)
    opened = files.open_to_write(made)
    sealing.take(opened, sealing.copy_with(made, None, "six words of the coalition"))
    opened.close()
    assert ours.is_ours(made)


def test_a_link_leads_to_the_file_itself(made: Path) -> None:
    link = made.with_name("link.coalmeet")
    link.symlink_to(made)
    assert ours.is_ours(link)


def test_the_notes_are_for_their_owner_and_name_no_file(made: Path, data_folder: Path) -> None:
    (note,) = (data_folder / "ours").iterdir()
    assert note.stat().st_mode & 0o777 == 0o600
    assert made.stem not in note.name + note.read_text()


def test_where_no_note_can_be_kept_it_is_asked_about_again(path: Path, data_folder: Path) -> None:
    data_folder.parent.mkdir()
    data_folder.write_text("no folder")
    files.create(path, "River Alliance", now=NOW).close()
    assert not ours.is_ours(path)


def test_a_note_that_was_written_over_counts_for_nothing(made: Path, data_folder: Path) -> None:
    (note,) = (data_folder / "ours").iterdir()
    note.write_bytes(os.urandom(200))
    assert not ours.is_ours(made)


def test_what_an_earlier_program_knew_counts_once(made: Path, path: Path, data_folder: Path) -> None:
    shutil.rmtree(data_folder / "ours")
    ours.begin([made])
    assert ours.is_ours(made)
    later = shutil.copyfile(made, path.with_name("sent.coalmeet"))
    ours.begin([later])
    assert not ours.is_ours(later)
