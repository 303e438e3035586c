"""Cuts the power at random moments of a recorded meeting, and opens what is left with the program's own store."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from coalmeet.errors import FileProblem
from coalmeet.store import file as files
from tests.faults import playing
from tests.faults.disk import Disk
from tests.faults.playing import Held
from tests.faults.recording import record


@dataclass
class Cuts:
    """How the power cuts fared."""

    cuts: int = 0
    lost: int = 0  # cuts after which something acknowledged was gone
    corrupt: int = 0
    unasked: int = 0
    syncs: float = 0  # of the file or its folder, for each step
    example: str = ""

    @property
    def holds(self) -> bool:
        """Whether nothing was lost and nothing broken."""
        return not (self.lost or self.corrupt or self.unasked)

    def words(self) -> str:
        """One line for the table."""
        lost, corrupt = self.lost / self.cuts, self.corrupt / self.cuts
        return f"{self.cuts} cuts: {self.lost} lost ({lost:.0%}), {self.corrupt} corrupt ({corrupt:.0%})"


def cut_often(
    path: Path, key: bytes | None, image: Path, *, times: int, steps: int = 40, synchronous: str = "EXTRA"
) -> Cuts:
    """Record a meeting of so many steps, then cut the power so many times; `image` is where disks are rebuilt."""
    before = path.read_bytes()
    ops = record(path, key, steps=steps, synchronous=synchronous)
    first = next(at for at, op in enumerate(ops) if op.kind == "told")
    chance = random.Random(1)
    moments = Counter(chance.randrange(first, len(ops)) for _cut in range(times))
    disk, told, tally = Disk(), Held(), Cuts()
    disk.begin_with(str(path), before)
    tally.syncs = sum(op.kind.startswith("sync") for op in ops[first:]) / steps
    for at, op in enumerate(ops):
        if op.kind == "told":
            told.take(op.name)
        else:
            disk.take(op)
        for _cut in range(moments[at]):
            left = disk.after_a_cut(chance)
            _put(image, {name.removeprefix(str(path)): content for name, content in left.items()})
            _look(image, key, told, tally)
    return tally


def _put(image: Path, left: dict[str, bytes]) -> None:
    for there in image.parent.iterdir():
        there.unlink()
    for end, content in left.items():
        Path(f"{image}{end}").write_bytes(content)


def _look(image: Path, key: bytes | None, told: Held, tally: Cuts) -> None:
    tally.cuts += 1
    try:
        file = playing.open_file(image, key)
        try:
            found = playing.held(file)
        finally:
            file.close()
        faults = files.check(image) if key is None else files.check(image, key=key)
    except (FileProblem, AssertionError) as problem:
        faults = (str(problem),)
    if faults:
        tally.corrupt += 1
        tally.example = tally.example or faults[0]
    elif told.lost(found):
        tally.lost += 1
    elif told.beyond(found) > 1:
        tally.unasked += 1
