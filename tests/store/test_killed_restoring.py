"""Killed while a backup takes the place of the file: there is one whole file, and whatever was there is to be had."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from coalmeet.store import backups, coalition, edit
from coalmeet.store import file as files
from tests.conftest import Figures

NOW = 1_778_767_200_000
ROOT = Path(__file__).parents[2]
TIMES = 60 if os.environ.get("COALMEET_EXAMPLES") == "full" else 2

RESTORING = """
import sys
from pathlib import Path
from coalmeet.store import restoring
path, kept = map(Path, sys.argv[1:3])
print("begun", flush=True)
for number in range(10_000):
    restoring.restore(path, restoring.stage(kept, path), now=1_778_767_300_000 + number)
"""
# A program that writes the backup over the file, page by page.
WRITING_OVER = """
import os, sys
from pathlib import Path
path, kept = map(Path, sys.argv[1:3])
there, was = kept.read_bytes(), path.read_bytes()
print("begun", flush=True)
for number in range(10_000):
    with path.open("r+b", buffering=0) as file:
        for at in range(0, len(there), 4096):
            file.write((was if number % 2 else there)[at : at + 4096])
            os.fsync(file.fileno())
"""


@pytest.fixture
def two(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """A file, and a backup of an earlier state that is quite another one."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    file = files.create(path, "River Alliance", now=NOW)
    kept = backups.keep(file, backups.OPENED, now=NOW)
    with file.writing() as con:
        coalition.write(con, file, name="River and Sea")
        edit.edit_rows(con, file, "person", {f"{n:032}": {"name": f"Person {n}"} for n in range(200)})
    file.close()
    return path, kept


def killed(program: str, path: Path, kept: Path, times: int) -> Iterator[bool]:
    """Whether there was one whole file, and the later state to be had, after each kill at a moment of chance."""
    chance, was = random.Random(7), path.read_bytes()
    for _kill in range(times):
        path.write_bytes(was)
        command = [sys.executable, "-c", program, str(path), str(kept)]
        here = {**os.environ, "PYTHONPATH": "."}
        with subprocess.Popen(command, cwd=ROOT, env=here, stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == b"begun\n"
            with suppress(subprocess.TimeoutExpired):
                child.wait(chance.uniform(0.005, 0.3))
            child.kill()
        yield files.check(path) == () and "River and Sea" in states(path)


def states(path: Path) -> set[str]:
    found = set()
    for one in (path, *(backup.path for backup in backups.of(path))):
        with files.open_to_read(one).reading() as con:
            found.add(coalition.read(con).name)
    return found


@pytest.mark.faults
def test_killed_while_a_backup_is_put_back_there_is_one_whole_file(
    two: tuple[Path, Path], figures: Figures
) -> None:
    held = list(killed(RESTORING, *two, TIMES))
    figures(
        "Killed while a backup is put back",
        f"{len(held)} kills; {held.count(False)} without a whole file and all that was there",
        holds=all(held),
    )
    assert all(held)


@pytest.mark.faults
def test_the_kills_would_show_a_program_that_writes_over_the_file(
    two: tuple[Path, Path], figures: Figures
) -> None:
    held = list(killed(WRITING_OVER, *two, TIMES))
    figures(
        "Control: writes the backup over the file, must fail",
        f"{len(held)} kills; {held.count(False)} without a whole file and all that was there",
        holds=not all(held),
    )
    assert not all(held)
