"""Files of every format that was ever released open in the program of today; newer ones are read where they may be."""

from __future__ import annotations

import gzip
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from coalmeet.errors import FileProblem
from coalmeet.meeting import fold
from coalmeet.store import backups, coalition, decisions, driver, log, meetings, migrations, people, records
from coalmeet.store import file as files

NEVER_RELEASED = {9}
FILES = Path(__file__).parents[1] / "files"
FORMATS = sorted(int(path.name.removeprefix("format-").split(".")[0]) for path in FILES.glob("format-*.gz"))


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def unpacked(number: int, folder: Path) -> Path:
    path = folder / f"format {number}.coalmeet"
    path.write_bytes(gzip.decompress((FILES / f"format-{number}.coalmeet.gz").read_bytes()))
    path.chmod(0o600)
    return path


def version(path: Path) -> int:
    con = driver.connect(path, "ro")
    try:
        return driver.pragma_number(con, "user_version")
    finally:
        con.close()


def test_a_file_of_each_earlier_format_is_kept() -> None:
    assert set(FORMATS) >= set(range(1, migrations.LATEST)) - NEVER_RELEASED


@pytest.mark.parametrize("number", FORMATS)
def test_it_opens_with_everything_in_it_and_stays_beside_as_it_was(number: int, tmp_path: Path) -> None:
    path = unpacked(number, tmp_path)
    assert version(path) == number
    opened = files.open_to_write(path)
    with opened.reading() as con:
        assert coalition.read(con).name == "Lower Wend Alliance"
        assert len(people.organisations(con)) == 8
        assert len(people.people(con)) >= 17
        assert decisions.decisions(con)
        rows = meetings.meetings(con)
        assert len(rows) == 4
        played = [row for row in rows if log.read(con, row.id)]
        assert len(played) == 1
        meeting = fold.replay(log.read(con, played[0].id))
        assert bool(meeting.closed_at) == (played[0].state == "closed")
        for row in rows:
            if row.state == "closed":
                assert records.read(con, row.id)["agenda"]
    opened.close()
    assert version(path) == migrations.LATEST
    assert files.check(path) == ()
    kept = [one for one in backups.of(path) if one.why == backups.FORMAT]
    assert [version(one.path) for one in kept] == ([number] if number < migrations.LATEST else [])


def of_tomorrow(path: Path, min_reader: int) -> None:
    """What a later program may do to the file: another table, another column."""
    con = driver.connect(path, "rw")
    con.execute("CREATE TABLE mood (id TEXT PRIMARY KEY NOT NULL, words TEXT NOT NULL DEFAULT '') STRICT")
    con.execute("ALTER TABLE meeting ADD COLUMN mood TEXT NOT NULL DEFAULT ''")
    con.execute("UPDATE format SET min_reader = ?", (min_reader,))
    con.execute(f"PRAGMA user_version={migrations.LATEST + 1}")
    con.close()


def test_a_newer_file_that_allows_it_is_read_and_never_written(tmp_path: Path) -> None:
    path = unpacked(FORMATS[-1], tmp_path)
    files.open_to_write(path).close()
    of_tomorrow(path, migrations.LATEST)
    before = path.read_bytes()
    opened = files.open_to_read(path)
    with opened.reading() as con:
        assert len(meetings.meetings(con)) == 4
    with pytest.raises(FileProblem, match="reading only"), opened.writing():
        pass
    with pytest.raises(FileProblem, match="newer Coalmeet"):
        files.open_to_write(path)
    assert path.read_bytes() == before


def test_a_newer_file_that_does_not_is_not_even_read(tmp_path: Path) -> None:
    path = unpacked(FORMATS[-1], tmp_path)
    files.open_to_write(path).close()
    of_tomorrow(path, migrations.LATEST + 1)
    with pytest.raises(FileProblem, match="newer Coalmeet"):
        files.open_to_read(path)


KILLED = """
import os, signal, sys
from pathlib import Path
from coalmeet.store import driver, migrations

def torn(con):
    con.execute("UPDATE person SET access_needs = hex(randomblob(3000))")
    con.execute("UPDATE meeting SET title = 'half written'")
    os.kill(os.getpid(), signal.SIGKILL)

con = driver.connect(Path(sys.argv[1]), "rw")
con.execute("PRAGMA cache_size=1")
migrations.migrate(con, (*migrations.STEPS[:int(sys.argv[2])], torn))
"""


def test_killed_inside_a_step_the_older_file_is_whole(tmp_path: Path) -> None:
    path = unpacked(6, tmp_path)
    before = path.read_bytes()
    command = [sys.executable, "-c", KILLED, str(path), "8"]
    done = subprocess.run(command, check=False, cwd=FILES.parents[1], env={**os.environ, "PYTHONPATH": "."})
    assert done.returncode == -signal.SIGKILL
    assert path.read_bytes() != before  # half of the step had reached the disk
    opened = files.open_to_write(path)
    with opened.reading() as con:
        assert "half written" not in {row.title for row in meetings.meetings(con)}
    opened.close()
    assert files.check(path) == ()
    (kept,) = (one for one in backups.of(path) if one.why == backups.FORMAT)
    assert version(kept.path) == 6
