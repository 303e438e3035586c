"""Plays meetings on a disk whose calls fail one after the other; run as a program, with `failing_disk.c` preloaded.

Each run lets one call of one kind fail, once or from then on, at every place of a few steps in turn. After each, the
process that goes on must know what the file holds, and save to it again.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

from coalmeet.errors import FileProblem, NotSaved
from coalmeet.store import file as files
from tests.faults import playing
from tests.faults.playing import Evening

CALLS = {"write": 1, "read": 2, "sync": 3, "unlink": 4, "open": 5}
FAILURES = (
    ("write", errno.EIO), ("write", errno.ENOSPC), ("sync", errno.EIO), ("unlink", errno.EIO), ("open", errno.EMFILE),
    ("open", errno.EACCES), ("read", errno.EIO),
)  # fmt: skip
STEPS = 4
SOURCE = Path(__file__).with_name("failing_disk.c")


def build(folder: Path) -> Path:
    """Compile what is preloaded."""
    made = folder / "failing_disk.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", str(made), str(SOURCE), "-ldl"], check=True)
    return made


def run(library: Path, path: Path, key: bytes | None, *, most: int, careless: bool = False) -> dict[str, int]:
    """Let up to `most` calls of each kind fail in a process of its own; the tally of what came of it.

    A `careless` program takes for saved what was refused: the tally must show that.
    """
    environment = {**os.environ, "LD_PRELOAD": str(library)}
    command = [
        sys.executable,
        "-m",
        "tests.faults.failing",
        str(library),
        str(path),
        key.hex() if key else "",
        str(most),
        "careless" if careless else "",
    ]
    root = SOURCE.parent.parent.parent
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


class Disk:
    """The switch of the preloaded calls."""

    def __init__(self, library: str, folder: Path) -> None:
        self._there = ctypes.CDLL(library)
        self._folder = str(folder).encode()
        self.ready = (
            "write",
            0,
            0,
            False,
        )  # which call, with which error, after how many, and whether it stays so

    def fail(self) -> None:
        """The call that was named fails from now on, or once."""
        call, code, number, stays = self.ready
        self._there.fail_at(self._folder, CALLS[call], code, number, int(stays))

    def works(self) -> bool:
        """All calls work again; whether one had failed."""
        struck = self._there.times_struck() > 0
        self._there.fail_at(self._folder, 0, 0, 0, 0)
        return struck


def play_through(disk: Disk, path: Path, key: bytes | None, most: int, *, careless: bool) -> Counter[str]:
    """Every failure at every place; see the keys for what is counted."""
    tally: Counter[str] = Counter()
    for call, code in FAILURES:
        for stays in (False, True):
            for number in range(most):
                fresh = path.with_name("fresh") / path.name
                fresh.parent.mkdir(exist_ok=True)
                shutil.copyfile(path, fresh)
                disk.ready = (call, code, number, stays)
                if not _one(disk, fresh, key, tally, careless=careless):
                    break  # there are no more such calls
                shutil.rmtree(fresh.parent)
    return tally


def _one(disk: Disk, path: Path, key: bytes | None, tally: Counter[str], *, careless: bool) -> bool:
    file = playing.open_file(path, key)
    evening = Evening(file, random.Random(disk.ready[2]), lambda _line: None)
    evening.go_on()
    disk.fail()
    for _step in range(STEPS):
        try:
            evening.go_on()
        except NotSaved:
            tally["refused"] += 1
            evening.kept.form += careless
    struck = disk.works()
    tally["injected"] += struck
    try:
        found = playing.held(file)
        shown = evening.kept
        tally["other than shown"] += shown.lost(found) + max(0, shown.beyond(found) - 1)
        # The disk reported an error after all was written: it is there, and doing it once more changes nothing.
        tally["there all the same"] += shown.beyond(found) == 1
        evening.go_on()
    except FileProblem:
        tally["not saved to again"] += 1
    file.close()
    faults = files.check(path) if key is None else files.check(path, key=key)
    tally["damaged"] += bool(faults)
    tally["untidy"] += len(list(path.parent.iterdir())) > 1
    return struck


if __name__ == "__main__":
    where = Path(sys.argv[2])
    given = bytes.fromhex(sys.argv[3]) if sys.argv[3] else None
    switch = Disk(sys.argv[1], where.with_name("fresh"))
    came_of_it = play_through(switch, where, given, int(sys.argv[4]), careless=bool(sys.argv[5]))
    sys.stdout.write(json.dumps(came_of_it))
