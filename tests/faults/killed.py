"""Kills a process at a random moment while it plays a meeting, again and again on the same file."""

from __future__ import annotations

import os
import random
import select
import signal
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from coalmeet import clock
from coalmeet.store import file as files
from tests.faults import playing
from tests.faults.playing import Held

LATEST = 0.045  # seconds after the last awaited acknowledgement at which the signal comes
SLOW = 200.0  # milliseconds in which a file must be open again
Play = Callable[[Path, bytes | None, int, Callable[[str], object]], None]


@dataclass
class Tally:
    """How the kills fared."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    unasked: int = 0  # kills after which more than the one step on its way was in the file
    damaged: int = 0
    untidy: int = 0  # kills after which something else lay in the folder once the file was open again
    interrupted: int = 0  # kills that left a journal behind: they came within a save
    milliseconds: list[float] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        """Whether nothing was lost and nothing broken."""
        return not (self.lost or self.unasked or self.damaged or self.untidy)

    def words(self) -> str:
        """One line for the table."""
        usual, nearly_all, longest = self.times()
        return (
            f"{self.kills} kills, {self.interrupted} within a save; {self.lost} of {self.acknowledged} steps lost, "
            f"{self.damaged} damaged; open again in {usual:.0f} ms, 19 of 20 in {nearly_all:.0f}, at most {longest:.0f}"
        )

    def times(self) -> tuple[float, float, float]:
        """Milliseconds until it was open again: the median, what 19 of 20 stay below, the longest."""
        times = sorted(self.milliseconds)
        return times[len(times) // 2], times[len(times) * 19 // 20], times[-1]


def kill_often(path: Path, key: bytes | None, times: int, play: Play = playing.play, seed: int = 1) -> Tally:
    """Play and kill so many times, and look after each what the file holds."""
    chance, tally, all_of_it = random.Random(seed), Tally(), Held()
    for number in range(times):
        _play_and_kill(path, key, play, number, chance, all_of_it)
        _look(path, key, tally, all_of_it)
    tally.acknowledged = len(all_of_it.moves) + all_of_it.note + all_of_it.form
    return tally


def _play_and_kill(
    path: Path, key: bytes | None, play: Play, seed: int, chance: random.Random, kept: Held
) -> None:
    reading, writing = os.pipe()
    child = playing.fork(lambda: play(path, key, seed, lambda line: os.write(writing, f"{line}\n".encode())))
    os.close(writing)
    told = _wait(reading, chance.randrange(12), chance.uniform(0, LATEST))
    os.kill(child, signal.SIGKILL)
    _pid, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the meeting ended by itself, before it was killed"
    while more := os.read(reading, 65_536):
        told += more
    os.close(reading)
    for line in playing.lines_of(told):
        kept.take(line)


def _wait(reading: int, steps: int, seconds: float) -> bytes:
    """Until so many steps are acknowledged and then so long."""
    told = b""
    while told.count(b"\n") < steps and (more := os.read(reading, 65_536)):
        told += more
    until = clock.now().mono + seconds * 1000
    while (left := until - clock.now().mono) > 0:
        if not select.select([reading], [], [], left / 1000)[0]:
            break
        more = os.read(reading, 65_536)
        if not more:
            break
        told += more
    return told


def _look(path: Path, key: bytes | None, tally: Tally, kept: Held) -> None:
    tally.kills += 1
    tally.interrupted += Path(f"{path}-journal").exists()
    before = clock.now().mono
    file = playing.open_file(path, key)
    tally.milliseconds.append(clock.now().mono - before)
    try:
        found = playing.held(file)
    finally:
        file.close()
    tally.lost += kept.lost(found)
    tally.unasked += kept.beyond(found) > 1
    tally.damaged += bool(files.check(path) if key is None else files.check(path, key=key))
    tally.untidy += not is_tidy(path)
    # What was on its way and is there counts from now on.
    kept.moves, kept.note, kept.form = found.moves, found.note, found.form


def is_tidy(path: Path) -> bool:
    """Whether the file is the only one in its folder, and nobody else may read it."""
    return list(path.parent.iterdir()) == [path] and stat.S_IMODE(path.stat().st_mode) == 0o600
