"""A file of an older format: copied as it was, then brought up to date; never without the copy."""

import stat
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from coalmeet.errors import FileProblem
from coalmeet.store import backups, migrations
from coalmeet.store import file as files
from coalmeet.store.driver import pragma_number


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the program keeps its copies."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    return tmp_path / "home" / "coalmeet" / "backups"


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A file as the first format had it, with something in it."""
    path = tmp_path / "river.coalmeet"
    con = sqlite.connect(path, isolation_level=None)
    con.execute("BEGIN")
    migrations.apply(con, migrations.STEPS[:1])
    con.execute("UPDATE format SET created = 1")
    con.execute("INSERT INTO coalition (id, name) VALUES ('c', 'River')")
    con.execute("COMMIT")
    con.close()
    path.chmod(0o600)
    return path


def version(path: Path) -> int:
    con = sqlite.connect(path)
    try:
        return pragma_number(con, "user_version")
    finally:
        con.close()


def test_it_is_copied_as_it_was_and_then_brought_up_to_date(first: Path, home: Path) -> None:
    files.open_to_write(first).close()
    assert version(first) == migrations.LATEST
    (kept,) = backups.of(first)
    copy = kept.path
    assert kept.why == backups.FORMAT
    assert version(copy) == 1
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    con = sqlite.connect(copy)
    assert con.execute("SELECT name FROM coalition").fetchone() == ("River",)
    con.close()


def test_without_a_copy_it_is_left_as_it_is(first: Path, home: Path) -> None:
    home.parent.mkdir(parents=True)
    home.write_text("a file where the folder should be")
    before = first.read_bytes()
    with pytest.raises(FileProblem, match="left as it is"):
        files.open_to_write(first)
    assert first.read_bytes() == before


def test_a_copy_that_is_not_whole_counts_for_nothing(
    first: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoilt(part: Path) -> None:
        part.write_bytes(part.read_bytes()[:-4096])

    monkeypatch.setattr(backups, "sync", spoilt)
    with pytest.raises(FileProblem, match="left as it is"):
        files.open_to_write(first)
    assert list(home.iterdir()) == []
    assert version(first) == 1


def test_a_file_of_today_is_not_copied(first: Path, home: Path) -> None:
    files.open_to_write(first).close()
    files.open_to_write(first).close()
    assert len(backups.of(first)) == 1


def test_who_only_reads_is_told_what_to_do_and_nothing_is_touched(first: Path, home: Path) -> None:
    before = first.read_bytes()
    with pytest.raises(FileProblem, match="Open it once"):
        files.open_to_read(first)
    assert first.read_bytes() == before
    assert not home.exists()
