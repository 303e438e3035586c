"""Three copies of one coalition's file in three hands, and what each of them says: read whole, to compare."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Connection, select

from coalmeet.errors import FileProblem
from coalmeet.store import file as files
from coalmeet.store.bringing_in import TOGETHER, UNITED
from coalmeet.store.bringing_in.applying import Choices, bring_in
from coalmeet.store.bringing_in.comparing import compare
from coalmeet.store.bringing_in.values import Coming
from coalmeet.store.file import CoalitionFile
from coalmeet.store.tables import METADATA

NOW = 1_778_767_200_000  # 14 May 2026, 14:00 UTC
Said = dict[str, dict[str, dict[str, Any]]]


_PREPARED: dict[Callable[[CoalitionFile], object], bytes] = {}


class Copies:
    """The files a, b and c, each open for writing in its own folder; b and c are copies of a."""

    def __init__(self, folder: Path, prepare: Callable[[CoalitionFile], object], count: int = 3) -> None:
        """`prepare` fills the file before it is copied; it is run once, what it made is copied from then on."""
        self.folder, self.count = folder, count
        self.files: list[CoalitionFile] = []
        if prepare not in _PREPARED:
            made = files.create(folder / "first.coalmeet", "River Alliance", now=NOW)
            prepare(made)
            made.close()
            _PREPARED[prepare] = made.path.read_bytes()
        for number in range(count):
            (folder / str(number)).mkdir()
            path = folder / str(number) / "river.coalmeet"
            path.write_bytes(_PREPARED[prepare])
            self.files.append(files.open_to_write(path))

    def reopen(self, number: int) -> None:
        """Close a copy and open it again: whoever writes now is somebody else."""
        path = self.files[number].path
        self.files[number].close()
        self.files[number] = files.open_to_write(path)

    def bring(self, into: int, source: int, random: Random | None = None) -> Coming:
        """Bring one copy into another; `random` chooses at random what is to be chosen, or leaves it open."""
        coming = compared(self.files[into], self.files[source])
        choices: dict[tuple[str, str, str], int] = {}
        for doubt in coming.doubts:
            if random is not None and random.random() < 0.3:
                choices[doubt.key] = random.randrange(len(doubt.sides))
        take(self.files[into], coming, choices)
        return coming

    def together(self, random: Random) -> None:
        """Bring each into each, in any order, until nothing is new to anybody."""
        ways = [
            (into, source) for into in range(self.count) for source in range(self.count) if into != source
        ]
        for _round in range(2):
            random.shuffle(ways)
            came = [self.bring(into, source) for into, source in ways]
            if all(one.is_nothing for one in came):
                return

    def close(self) -> None:
        """Let go of the files, and of the room they take: there may be thousands."""
        for one in self.files:
            one.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def compared(ours: CoalitionFile, theirs: CoalitionFile) -> Coming:
    """What would come in."""
    with ours.reading() as here, theirs.reading() as there:
        return compare(here, there)


def take(file: CoalitionFile, coming: Coming, choices: Choices | None = None) -> None:
    with file.writing() as con:
        bring_in(con, file, coming, choices, copy="another copy.coalmeet")


def said(file: CoalitionFile) -> Said:
    """Everything that a file says, but for what it remembers for itself."""
    with file.reading() as con:
        return {name: rows_of(con, name) for name in METADATA.tables if TOGETHER[name] != "own"}


def rows_of(con: Connection, name: str) -> dict[str, dict[str, Any]]:
    return {row["id"]: dict(row) for row in con.execute(select(METADATA.tables[name])).mappings().all()}


def ids(said_of: Mapping[str, Mapping[str, Any]]) -> set[tuple[str, str]]:
    """The ids of all that is only ever added to."""
    return {(name, one) for name in UNITED for one in said_of[name]}


@contextmanager
def refused() -> Iterator[list[str]]:
    """Collects the refusal of the block, if there is one."""
    found: list[str] = []
    try:
        yield found
    except FileProblem as problem:
        found.append(str(problem))
