"""Transactions: all or nothing, and a sentence when the world says no."""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as SecondCheckout

from coalmeet.errors import FileProblem, NotAllowed
from coalmeet.ids import new_id
from coalmeet.store import coalition, edit, migrations, notes
from coalmeet.store import file as files
from coalmeet.store.file import CoalitionFile

SECRET = "the treasurer resigned"


class Slip(RuntimeError):
    """A mistake in the middle of a write."""


def count(file: CoalitionFile, table: str) -> int:
    with file.reading() as con:
        return int(con.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())


def slip_in_the_middle(file: CoalitionFile) -> None:
    with file.writing() as con:
        edit.edit(con, file, "organisation", new_id(), name="Reed Cooperative")
        con.exec_driver_sql("CREATE TABLE extra (id INTEGER)")
        con.exec_driver_sql("PRAGMA user_version = 7")
        raise Slip


def fill_the_disk(file: CoalitionFile) -> None:
    with file.writing() as con:
        edit.edit(con, file, "organisation", new_id(), name="Reed Cooperative")
        notes.write(con, file, "m" * 32, "i" * 32, SECRET * 5000)


def write_the_same_twice(file: CoalitionFile, row_id: str) -> None:
    with file.writing() as con:
        for _twice in range(2):
            con.exec_driver_sql("INSERT INTO note (id, text) VALUES (?, ?)", (row_id, SECRET))


def write_both(file: CoalitionFile, text: str) -> None:
    with file.writing() as con:
        edit.edit(con, file, "organisation", new_id(), name="Reed Cooperative")
        edit.edit(con, file, "item", new_id(), title="Budget", presenters=("Ana", text))


def test_a_slip_takes_everything_back_structure_and_version_included(file: CoalitionFile) -> None:
    with pytest.raises(Slip):
        slip_in_the_middle(file)
    assert count(file, "organisation") == 0
    with file.reading() as con:
        assert con.exec_driver_sql("PRAGMA user_version").scalar() == migrations.LATEST
        assert con.exec_driver_sql("SELECT count(*) FROM sqlite_schema WHERE name = 'extra'").scalar() == 0


def test_a_full_disk_is_said_and_leaves_nothing_half_written(file: CoalitionFile, path: Path) -> None:
    with file.writing() as con:
        pages = con.exec_driver_sql("PRAGMA page_count").scalar_one()
        con.exec_driver_sql(f"PRAGMA max_page_count = {pages + 5}")
    with pytest.raises(FileProblem, match=r"disk is full.*nothing is lost") as problem:
        fill_the_disk(file)
    assert SECRET not in str(problem.value)
    assert count(file, "organisation") == 0
    assert count(file, "change") == count_of_creation(file)
    with file.writing() as con:
        con.exec_driver_sql("PRAGMA max_page_count = 100000")
        edit.edit(con, file, "organisation", new_id(), name="Reed Cooperative")
    assert count(file, "organisation") == 1
    file.close()
    assert files.check(path) == ()


@contextmanager
def a_small_disk(size: int) -> Iterator[None]:
    """No file grows beyond so many bytes, for the system itself."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_disk_that_fills_within_one_long_text_leaves_a_file_that_reads(
    file: CoalitionFile, path: Path
) -> None:
    with a_small_disk(path.stat().st_size + 100_000), pytest.raises(FileProblem), file.writing() as con:
        notes.write(con, file, "m" * 32, "i" * 32, SECRET * 200_000)
    assert [one.name for one in path.parent.iterdir() if "journal" in one.name] == []
    assert files.check(path) == ()


def count_of_creation(file: CoalitionFile) -> int:
    """The changes that naming the coalition made."""
    with file.reading() as con:
        where = "WHERE \"table\" = 'coalition'"
        return int(con.exec_driver_sql(f"SELECT count(*) FROM change {where}").scalar_one())


@pytest.mark.parametrize("replaced", [False, True])
def test_a_file_that_was_moved_away_is_not_written_to(
    file: CoalitionFile, path: Path, replaced: bool
) -> None:
    elsewhere = path.with_name("elsewhere.coalmeet")
    path.rename(elsewhere)
    if replaced:
        shutil.copy(elsewhere, path)
    before = elsewhere.read_bytes()
    with pytest.raises(FileProblem, match="no longer where it was opened"), file.writing() as con:
        edit.edit(con, file, "organisation", new_id(), name="Reed Cooperative")
    assert elsewhere.read_bytes() == before
    if not replaced:
        elsewhere.rename(path)
        with file.writing() as con:
            edit.edit(con, file, "organisation", new_id(), name="Reed Cooperative")
        assert count(file, "organisation") == 1


def test_a_file_that_may_only_be_read_says_so(closed: Path, refused_to_nobody: Callable[..., str]) -> None:
    closed.chmod(0o444)

    def write() -> None:
        opened = files.open_to_write(closed)
        with opened.writing() as con:
            edit.edit(con, opened, "organisation", new_id(), name="Reed Cooperative")

    assert "may not be written to" in refused_to_nobody(write)


def test_a_folder_that_lets_no_journal_in_says_so(
    closed: Path, refused_to_nobody: Callable[..., str]
) -> None:
    closed.chmod(0o666)

    def write() -> None:
        opened = files.open_to_write(closed)
        with opened.writing() as con:
            edit.edit(con, opened, "organisation", new_id(), name="Reed Cooperative")

    assert "its folder" in refused_to_nobody(write, locked=closed.parent)
    assert files.check(closed) == ()


def test_another_program_that_wrote_is_noticed(file: CoalitionFile, path: Path) -> None:
    other = sqlite.connect(path)
    other.execute("UPDATE coalition SET purpose = 'written from outside'")
    other.commit()
    other.close()
    for _again in range(2):
        with pytest.raises(FileProblem, match="Another program has changed"), file.writing() as con:
            edit.edit(con, file, "organisation", new_id(), name="Reed Cooperative")
    with file.reading() as con:
        assert coalition.read(con).purpose == "written from outside"


def test_a_file_that_another_program_holds_says_so(file: CoalitionFile, path: Path) -> None:
    with file.writing() as con:
        con.exec_driver_sql("PRAGMA busy_timeout = 1")
    other = sqlite.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(FileProblem, match="holding"), file.writing():
        pass
    other.execute("ROLLBACK")
    other.close()
    with file.writing() as con:
        edit.edit(con, file, "organisation", new_id(), name="Reed Cooperative")


def test_one_transaction_at_a_time(file: CoalitionFile) -> None:
    with file.writing() as con:
        edit.edit(con, file, "organisation", new_id(), name="Reed Cooperative")
        with pytest.raises(SecondCheckout), file.writing():
            pass
    assert count(file, "organisation") == 1
    with file.reading(), pytest.raises(RuntimeError, match="reading"), file.writing():
        pass


def test_a_closed_file_is_not_written_to(file: CoalitionFile) -> None:
    file.close()
    file.close()
    with pytest.raises(RuntimeError), file.writing():
        pass


def test_readers_in_other_threads_do_not_disturb_the_writer(file: CoalitionFile) -> None:
    stop = threading.Event()
    seen: list[int] = []
    failed: list[BaseException] = []

    def read() -> None:
        while not stop.is_set():
            try:
                seen.append(count(file, "organisation"))
            except Exception as error:  # noqa: BLE001 - whatever it is, the test shows it
                failed.append(error)

    readers = [threading.Thread(target=read) for _number in range(2)]
    for reader in readers:
        reader.start()
    for number in range(40):
        with file.writing() as con:
            edit.edit(con, file, "organisation", new_id(), name=f"Member {number}")
    stop.set()
    for reader in readers:
        reader.join()
    assert failed == []
    assert count(file, "organisation") == 40
    assert all(0 <= one <= 40 for one in seen)


def test_the_writers_connection_belongs_to_its_thread(file: CoalitionFile) -> None:
    said: list[BaseException] = []

    def write() -> None:
        try:
            with file.writing() as con:
                edit.edit(con, file, "organisation", new_id(), name="Reed Cooperative")
        except Exception as error:  # noqa: BLE001 - whatever it is, the test shows it
            said.append(error)

    thread = threading.Thread(target=write)
    thread.start()
    thread.join()
    assert len(said) == 1
    with file.writing() as con:
        edit.edit(con, file, "organisation", new_id(), name="Reed Cooperative")
    assert count(file, "organisation") == 1


def test_no_error_repeats_what_people_wrote(file: CoalitionFile) -> None:
    with pytest.raises(DBAPIError) as slip:
        write_the_same_twice(file, new_id())
    assert SECRET not in str(slip.value)
    assert SECRET not in repr(slip.value)


@pytest.mark.parametrize("text", ["before\0after", "half \ud800 character"])
def test_text_that_no_file_can_keep_is_refused_with_a_sentence(file: CoalitionFile, text: str) -> None:
    with pytest.raises(NotAllowed, match="cannot be kept"):
        write_both(file, text)
    assert count(file, "organisation") == 0


@pytest.mark.parametrize(
    "text", ["𝔘nicode 河 \u202e \u0085 \x01 \ufffe", "'; DROP TABLE note; --", " \n\r\n\t "]
)
def test_every_other_text_comes_back_as_it_was(file: CoalitionFile, text: str) -> None:
    with file.writing() as con:
        notes.write(con, file, "m" * 32, "i" * 32, text)
    with file.reading() as con:
        assert notes.read(con, "m" * 32) == {"i" * 32: text}
