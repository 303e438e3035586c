"""Making a file, opening it, and refusing what is none of ours: each refusal is one sentence and changes nothing."""

import hashlib
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from coalmeet.errors import FileProblem
from coalmeet.meeting.events import HOUSE
from coalmeet.store import coalition, driver, edit, glance, lock
from coalmeet.store import file as files
from coalmeet.store.file import CoalitionFile

NOW = 1_778_767_200_000


def state_of(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    return {
        one.name: (one.stat().st_mtime_ns, one.stat().st_mode, one.read_bytes() if one.is_file() else b"")
        for one in folder.iterdir()
    }


def names(folder: Path) -> list[str]:
    return [one.name for one in folder.iterdir()]


def test_a_new_file_is_private_and_alone(file: CoalitionFile, path: Path) -> None:
    assert names(path.parent) == ["river.coalmeet"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with file.reading() as con:
        assert coalition.read(con).name == "River Alliance"


def test_each_write_leaves_exactly_one_file(file: CoalitionFile, path: Path) -> None:
    for number in range(3):
        with file.writing() as con:
            edit.edit(con, file, "organisation", f"{number:032}", name=f"Member {number}")
        assert names(path.parent) == ["river.coalmeet"]
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "name", ["ü ñ 河.coalmeet", "100% #1?.coalmeet", "it's; drop.coalmeet", "a&b=c.coalmeet"]
)
def test_a_file_may_have_any_name(path: Path, name: str) -> None:
    odd = path.with_name(name)
    files.create(odd, "Odd", now=NOW).close()
    files.open_to_write(odd).close()
    assert files.check(odd) == ()
    assert names(path.parent) == [name]


def test_nothing_is_made_over_an_existing_file(closed: Path) -> None:
    before = state_of(closed.parent)
    with pytest.raises(FileProblem, match="already there"):
        files.create(closed, "Another", now=NOW)
    assert state_of(closed.parent) == before


def test_a_folder_that_is_not_there_is_named(path: Path) -> None:
    with pytest.raises(FileProblem, match="no folder"):
        files.create(path.parent / "missing" / "a.coalmeet", "A", now=NOW)


def test_a_failed_making_leaves_no_file(path: Path) -> None:
    with pytest.raises(Exception, match="invisible character"):
        files.create(path, "River\0", now=NOW)
    assert names(path.parent) == []


def foreign(path: Path) -> None:
    with sqlite3.connect(path) as con:
        con.execute("CREATE TABLE song (title TEXT)")
    con.close()


def altered(path: Path) -> None:
    con = sqlite3.connect(path)
    con.execute("CREATE TRIGGER leak AFTER INSERT ON note BEGIN DELETE FROM note; END")
    con.commit()
    con.close()


def torn(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def scribbled(path: Path) -> None:
    with path.open("r+b") as there:
        there.seek(4096 * 3)
        there.write(b"\xff" * 4096 * 8)


def newer(path: Path) -> None:
    con = sqlite3.connect(path)
    con.execute("PRAGMA user_version = 99")
    con.execute("UPDATE format SET min_reader = 99")
    con.commit()
    con.close()


def unfinished(path: Path) -> None:
    con = sqlite3.connect(path)
    con.execute("PRAGMA user_version = 0")
    con.commit()
    con.close()


def text_with_no_header(path: Path) -> None:
    path.write_text("Minutes of the spring meeting\n" * 50)


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def cut_short(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0")


Opening = Callable[[Path], CoalitionFile]
REFUSED: dict[str, tuple[Callable[[Path], None], str]] = {
    "empty": (emptied, "empty"),
    "a text": (text_with_no_header, "not a Coalmeet file"),
    "too short": (cut_short, "not a Coalmeet file"),
    "another program's": (foreign, "another program"),
    "altered": (altered, "structure"),
    "half of it": (torn, "damaged"),
    "scribbled over": (scribbled, "damaged"),
    "newer": (newer, "newer Coalmeet"),
    "without a version": (unfinished, "structure"),
}


@pytest.mark.parametrize("how", REFUSED)
@pytest.mark.parametrize("opening", [files.open_to_write, files.open_to_read])
def test_what_is_not_ours_is_refused_unchanged(closed: Path, how: str, opening: Opening) -> None:
    spoil, word = REFUSED[how]
    if how == "another program's":
        closed.unlink()
    spoil(closed)
    before = state_of(closed.parent)
    with pytest.raises(FileProblem, match=word) as refusal:
        opening(closed)
    assert closed.name in str(refusal.value)
    assert str(refusal.value).endswith(".")
    assert files.check(closed) == (str(refusal.value),)
    assert state_of(closed.parent) == before


def test_a_refused_file_is_not_kept_locked(closed: Path) -> None:
    sound = closed.read_bytes()
    torn(closed)
    with pytest.raises(FileProblem, match="damaged"):
        files.open_to_write(closed)
    closed.write_bytes(sound)
    files.open_to_write(closed).close()


def test_a_newer_file_may_be_read_where_it_allows_that(closed: Path) -> None:
    newer(closed)
    con = sqlite3.connect(closed)
    con.execute("UPDATE format SET min_reader = 1")
    con.commit()
    con.close()
    with files.open_to_read(closed).reading() as read:
        assert coalition.read(read).name == "River Alliance"
    with pytest.raises(FileProblem, match="reading only"):
        files.open_to_write(closed)


def test_a_missing_file_a_folder_and_a_pipe_are_refused(path: Path) -> None:
    with pytest.raises(FileProblem, match="no file"):
        files.open_to_write(path)
    with pytest.raises(FileProblem, match="folder"):
        files.open_to_write(path.parent)
    os.mkfifo(path)
    with pytest.raises(FileProblem, match="ordinary"):
        files.open_to_read(path)
    with pytest.raises(FileProblem, match="name"):
        files.open_to_read(path.with_name("x" * 300))


def test_a_file_of_somebody_else_asks_for_permission(
    closed: Path, refused_to_nobody: Callable[..., str]
) -> None:
    closed.chmod(0)
    said = refused_to_nobody(lambda: files.open_to_read(closed))
    assert "may not open" in said


def test_a_second_writer_is_told_who_has_it_and_may_read(file: CoalitionFile, path: Path) -> None:
    with pytest.raises(
        FileProblem, match=r"open for writing in another window on this computer.*reading only"
    ):
        files.open_to_write(path)
    key = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:32]
    (lock._folder(path) / f"{key}.holder").write_text("amina", encoding="utf-8")
    with pytest.raises(FileProblem, match=r"^amina has “.*” already open for writing on this computer\."):
        files.open_to_write(path)
    reader = files.open_to_read(path)
    with reader.reading() as con:
        assert coalition.read(con).name == "River Alliance"
    with pytest.raises(FileProblem, match="reading only"), reader.writing():
        pass
    file.close()
    files.open_to_write(path).close()


def test_a_link_to_the_file_is_the_same_file(file: CoalitionFile, path: Path) -> None:
    link = path.with_name("link.coalmeet")
    link.symlink_to(path)
    with pytest.raises(FileProblem, match="already open"):
        files.open_to_write(link)


def test_a_link_that_leads_back_to_itself_is_called_that(tmp_path: Path) -> None:
    link = tmp_path / "ours.coalmeet"
    link.symlink_to(link)
    for opening in (files.open_to_read, files.open_to_write):
        with pytest.raises(FileProblem, match="leads back to itself"):
            opening(link)


def test_each_opening_that_writes_is_a_writer_of_its_own(closed: Path) -> None:
    writers = set()
    for _time in range(2):
        opened = files.open_to_write(closed)
        writers.add(opened.writer)
        opened.close()
    assert len(writers) == 2
    assert files.open_to_read(closed).writer == ""


def test_reading_leaves_nothing_behind(closed: Path, runtime_folder: Path) -> None:
    shutil.rmtree(runtime_folder)
    before = state_of(closed.parent)
    reader = files.open_to_read(closed)
    with reader.reading() as con:
        coalition.read(con)
    reader.close()
    assert files.check(closed) == ()
    assert glance.meetings(closed) == ()
    assert state_of(closed.parent) == before
    assert not runtime_folder.exists()


def test_a_copy_of_the_open_file_has_everything_in_it(file: CoalitionFile, path: Path) -> None:
    with file.writing() as con:
        edit.edit(con, file, "organisation", "0" * 32, name="Reed Cooperative")
    copy = path.with_name("copy.coalmeet")
    shutil.copy(path, copy)
    with files.open_to_read(copy).reading() as con:
        assert con.exec_driver_sql("SELECT name FROM organisation").scalar() == "Reed Cooperative"


def test_the_pragmas_are_those_that_were_tried(file: CoalitionFile) -> None:
    wanted = {
        "journal_mode": "delete", "locking_mode": "normal", "synchronous": 3, "trusted_schema": 0, "secure_delete": 1,
        "temp_store": 2, "cell_size_check": 1, "mmap_size": 0, "foreign_keys": 1, "application_id": 0x434D4554,
    }  # fmt: skip
    with file.writing() as con:
        found = {name: con.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted}
    assert found == wanted
    with file.reading() as con:
        assert con.exec_driver_sql("PRAGMA query_only").scalar() == 1


def test_opening_and_the_first_list_do_without_sqlalchemy(closed: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from coalmeet.store import file, glance\n"
        "opened = file.open_to_write(sys.argv[1]); glance.meetings(Path(sys.argv[1])); opened.close()\n"
        "print([name for name in ('sqlalchemy', 'reportlab', 'keyring', 'PySide6', 'babel') if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code, closed], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]", said.stderr


def test_a_save_that_was_cut_off_is_put_right_by_opening_for_writing(closed: Path) -> None:
    con = driver.connect(closed, "rw")
    con.execute("PRAGMA cache_size=1")
    con.execute("BEGIN IMMEDIATE")
    con.executemany(
        "INSERT INTO note (id, text) VALUES (?, ?)", [(f"{n:032}", "x" * 3000) for n in range(50)]
    )
    journal = closed.with_name(closed.name + "-journal")
    torn_copy = closed.with_name("torn.coalmeet")
    shutil.copy(closed, torn_copy)
    shutil.copy(journal, torn_copy.with_name(torn_copy.name + "-journal"))
    con.execute("ROLLBACK")
    con.close()
    with pytest.raises(FileProblem, match="cut off"):
        files.open_to_read(torn_copy)
    opened = files.open_to_write(torn_copy)
    with opened.reading() as read:
        assert read.exec_driver_sql("SELECT count(*) FROM note").scalar() == 0
    opened.close()
    assert files.check(torn_copy) == ()


def test_a_new_coalition_decides_as_the_house_does_until_it_says_otherwise(file: CoalitionFile) -> None:
    with file.reading() as con:
        assert coalition.read(con).profile == HOUSE
