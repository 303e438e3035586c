"""The log: moves are appended, read by following their parents, and survive a kill at any moment."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert

from coalmeet.clock import Moment
from coalmeet.errors import FileProblem, NotAllowed
from coalmeet.ids import new_id
from coalmeet.meeting.events import AgendaAgreed, ItemStarted, Thanked, Unknown
from coalmeet.meeting.journal import Move
from coalmeet.store import codec, log
from coalmeet.store import file as files
from coalmeet.store.file import CoalitionFile
from coalmeet.store.tables import MOVE

At = Callable[[int], Moment]
MEETING = "m" * 32


def append_some(file: CoalitionFile, at: At, count: int, parent: str = log.FIRST) -> list[Move]:
    made = []
    for number in range(count):
        with file.writing() as con:
            move = log.append(
                con, file, MEETING, (ItemStarted(f"item {number}"),), parent=parent, at=at(number)
            )
        made.append(move)
        parent = move.id
    return made


def test_moves_come_back_as_they_were_written(file: CoalitionFile, at: At) -> None:
    made = append_some(file, at, 5)
    with file.reading() as con:
        assert log.read(con, MEETING) == tuple(made)
        assert log.read(con, "another meeting") == ()
        assert log.leaves(con, MEETING) == (made[-1].id,)
    assert [move.counter for move in made] == [1, 2, 3, 4, 5]
    assert [move.parent for move in made] == ["", *(move.id for move in made[:-1])]
    assert {move.writer for move in made} == {file.writer}
    assert (made[2].at, made[2].mono, made[2].boot) == (at(2).wall, at(2).mono, "boot")


def test_a_move_that_was_folded_first_keeps_its_id(file: CoalitionFile) -> None:
    draft = Move(new_id(), log.FIRST, (AgendaAgreed(), Thanked("Ana")), 5)
    with file.writing() as con:
        written = log.write(con, file, MEETING, draft)
    assert (written.id, written.counter, written.writer) == (draft.id, 1, file.writer)
    with file.reading() as con:
        assert log.read(con, MEETING) == (written,)


def test_no_order_comes_from_a_clock(file: CoalitionFile, at: At) -> None:
    parent = log.FIRST
    for minutes in (90, 5, 5, -3000):
        with file.writing() as con:
            parent = log.append(con, file, MEETING, (AgendaAgreed(),), parent=parent, at=at(minutes)).id
    with file.reading() as con:
        assert [move.at for move in log.read(con, MEETING)] == [at(one).wall for one in (90, 5, 5, -3000)]


def test_a_move_after_an_old_one_is_refused(file: CoalitionFile, at: At) -> None:
    made = append_some(file, at, 3)
    for stale in (made[0].id, log.FIRST, "unknown"):
        with pytest.raises(NotAllowed, match="gone on"):
            append_some(file, at, 1, stale)
    with file.reading() as con:
        assert len(log.read(con, MEETING)) == 3


def put(con: Connection, move_id: str, parent: str, counter: int) -> None:
    row = {"id": move_id, "meeting": MEETING, "parent": parent, "counter": counter, "writer": "w", "at": 1}
    con.execute(insert(MOVE), {**row, "mono": 1, "boot": "b", "events": codec.dumps((Thanked(move_id),))})


def test_the_order_follows_the_parent_even_against_the_counter(file: CoalitionFile) -> None:
    with file.writing() as con:
        put(con, "first", "", 9)
        put(con, "second", "first", 3)
        put(con, "third", "second", 3)
    with file.reading() as con:
        assert [move.id for move in log.read(con, MEETING)] == ["first", "second", "third"]


def test_a_meeting_run_on_two_laptops_is_not_read_as_one(file: CoalitionFile, path: Path) -> None:
    with file.writing() as con:
        put(con, "first", "", 1)
        put(con, "here", "first", 2)
        put(con, "there", "first", 2)
    with file.reading() as con:
        assert log.leaves(con, MEETING) == ("here", "there")
        with pytest.raises(FileProblem, match="two laptops"):
            log.read(con, MEETING)
    file.close()
    (finding,) = files.check(path)
    assert "two laptops" in finding


@pytest.mark.parametrize("parents", [("", "gone"), ("b", "a"), ("", "c")])
def test_a_log_with_a_gap_is_said_to_have_one(file: CoalitionFile, parents: tuple[str, str]) -> None:
    with file.writing() as con:
        for number, (move_id, parent) in enumerate(zip("ab", parents, strict=True)):
            put(con, move_id, parent, number)
    with file.reading() as con, pytest.raises(FileProblem, match="gap"):
        log.read(con, MEETING)


def test_a_log_that_is_no_json_is_said_to_be_unreadable(file: CoalitionFile, path: Path) -> None:
    with file.writing() as con:
        put(con, "first", "", 1)
        con.exec_driver_sql("UPDATE move SET events = '[{'")
    with file.reading() as con, pytest.raises(FileProblem, match="cannot be read"):
        log.read(con, MEETING)
    file.close()
    assert "cannot be read" in files.check(path)[0]


def test_a_move_of_a_newer_program_is_kept(file: CoalitionFile) -> None:
    with file.writing() as con:
        put(con, "first", "", 1)
        con.exec_driver_sql("""UPDATE move SET events = '[{"event":"HologramShown","of":"river"}]'""")
    with file.reading() as con:
        (move,) = log.read(con, MEETING)
    assert move.events == (Unknown("HologramShown", '{"event":"HologramShown","of":"river"}'),)


def test_text_that_no_file_can_keep_writes_no_move(file: CoalitionFile, at: At) -> None:
    with pytest.raises(NotAllowed, match="invisible character"), file.writing() as con:
        log.append(con, file, MEETING, (Thanked("a\0b"),), parent=log.FIRST, at=at(0))
    with file.reading() as con:
        assert log.read(con, MEETING) == ()


WRITER = """
import sys
from coalmeet.clock import Moment
from coalmeet.meeting.events import Thanked
from coalmeet.store import file, log
opened = file.open_to_write(sys.argv[1])
with opened.reading() as con:
    moves = log.read(con, "m")
parent = moves[-1].id if moves else ""
while True:
    with opened.writing() as con:
        parent = log.append(con, opened, "m", (Thanked("x" * 300),), parent=parent, at=Moment(1, 1, "b")).id
    print(parent, flush=True)
"""


def test_a_kill_loses_no_acknowledged_move(closed: Path, root: Path) -> None:
    acknowledged: list[str] = []
    for number in range(3):
        child = subprocess.Popen(
            [sys.executable, "-c", WRITER, closed], stdout=subprocess.PIPE, text=True, cwd=root
        )
        assert child.stdout is not None
        acknowledged += [child.stdout.readline().strip() for _move in range(5 + 7 * number)]
        os.kill(child.pid, signal.SIGKILL)
        acknowledged += child.stdout.read().split()
        child.wait()
        child.stdout.close()
        opened = files.open_to_write(closed)
        with opened.reading() as con:
            kept = [move.id for move in log.read(con, "m")]
        opened.close()
        assert kept[: len(acknowledged)] == acknowledged
        assert len(kept) <= len(acknowledged) + 1
        acknowledged = kept
    assert files.check(closed) == ()
