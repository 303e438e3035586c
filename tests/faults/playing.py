"""A meeting played through the program's own store, which tells what it acknowledged: others then take the power away.

Forked, it plays in a process of its own, which can be killed or traced.
"""

from __future__ import annotations

import os
import random
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from coalmeet.coalition.plan import PlannedMeeting
from coalmeet.errors import NotAllowed
from coalmeet.ids import new_id
from coalmeet.meeting import events, fold
from coalmeet.meeting.journal import Move
from coalmeet.meeting.moves import clock, flow, people, work
from coalmeet.meeting.state import Meeting
from coalmeet.store import driver, live_meeting, log, meetings, notes
from coalmeet.store import file as files
from coalmeet.store.edit import edit
from coalmeet.store.file import CoalitionFile

NOW = 1_778_767_200_000  # 14 May 2026, 14:00 UTC
MEETING = "m"
FORM = "form"  # the person in whose row a form types
ITEMS = ("money", "press", "fair", "words", "end")
PLAN = events.MeetingOpened(
    title="Spring assembly",
    coalition="River Alliance",
    date="2026-05-14",
    time_zone="Europe/London",
    planned_start=NOW,
    planned_minutes=90,
    members=tuple(events.Member(f"o{n}", f"Member {n}") for n in range(4)),
    people=tuple(events.Seat(f"p{n}", f"Person {n}", f"o{n}") for n in range(4)),
    agenda=tuple(events.AgendaEntry(one, one.title(), "discussion", 10) for one in ITEMS),
    quorum=2,
)


def found(path: Path, passphrase: str = "") -> CoalitionFile:
    """A new file with the meeting prepared, open for writing."""
    more: dict[str, Any] = {"passphrase": passphrase} if passphrase else {}
    made = files.create(path, "River Alliance", now=NOW, **more)
    with made.writing() as con:
        meetings.save(con, made, PlannedMeeting(MEETING, "Spring assembly", date(2026, 5, 14), "14:00", 90))
    return made


@dataclass
class Held:
    """What a file holds, or was acknowledged: the moves by id, and the last version typed into a note and a form."""

    moves: list[str] = field(default_factory=list)
    note: int = 0
    form: int = 0

    def lost(self, found: Held) -> int:
        """How much of what was acknowledged is not in what was found."""
        gone = len(set(self.moves) - set(found.moves))
        return gone + max(0, self.note - found.note) + max(0, self.form - found.form)

    def beyond(self, found: Held) -> int:
        """How much was found that nobody acknowledged: one at most may have been on its way."""
        more = len(set(found.moves) - set(self.moves))
        return more + max(0, found.note - self.note) + max(0, found.form - self.form)

    def take(self, line: str) -> None:
        """Follow one line of what was acknowledged."""
        kind, what = line.split()
        if kind == "move":
            self.moves.append(what)
        else:
            setattr(self, kind, int(what))


def held(file: CoalitionFile) -> Held:
    """What the file holds. Raises FileProblem where the log cannot be followed."""
    with file.reading() as con:
        moves = [one.id for one in log.read(con, MEETING)]
        note = _version(notes.read(con, MEETING).get(ITEMS[0], ""))
        row = con.exec_driver_sql("SELECT name FROM person WHERE id = ?", (FORM,)).scalar()
    return Held(moves, note, _version(row or ""))


def _version(text: str) -> int:
    """What was typed begins with its number and is as long as that number says: half of it is none."""
    number = int(text.split(maxsplit=1)[0]) if text else 0
    assert text == _typed(number) or not text, f"half of a text was kept: {len(text)} characters of {number}"
    return number


def _typed(number: int) -> str:
    return f"{number} " + "said " * (number * 397 % 1800)


class Evening:
    """One meeting going on, as the desk carries it: fold, write, acknowledge."""

    def __init__(
        self, file: CoalitionFile, chance: random.Random, acknowledge: Callable[[str], object]
    ) -> None:
        self.file, self.chance, self.acknowledge = file, chance, acknowledge
        self.kept = held(file)
        with file.reading() as con:
            self.moves = live_meeting.moves(con, MEETING)
            self.notes = live_meeting.notes(con, MEETING)
        self.meeting: Meeting = fold.replay(self.moves)
        self.at = self.moves[-1].at if self.moves else NOW

    def go_on(self) -> str:
        """Something that a facilitator does; what is acknowledged for it."""
        if not self.moves:
            return self._write(lambda _meeting, _at: (PLAN,))
        does = self.chance.choice((self._move, self._move, self._move, self._type_note, self._fill_form))
        return does()

    def _move(self) -> str:
        while True:
            try:
                return self._write(self.chance.choice(MOVES))
            except NotAllowed:
                continue

    def _write(self, move: Callable[[Meeting, int], tuple[events.Event, ...]]) -> str:
        self.at += 1000
        what = move(self.meeting, self.at)
        draft = Move(new_id(), self.moves[-1].id if self.moves else "", what, self.at)
        after = fold.after(self.meeting, self.moves, draft)
        written = live_meeting.write(self.file, MEETING, draft, after, self.notes)
        self.moves, self.meeting = (*self.moves, written), after
        return self._acknowledged(f"move {written.id}")

    def _type_note(self) -> str:
        number = self.kept.note + 1
        live_meeting.write_note(self.file, MEETING, ITEMS[0], _typed(number), private=False)
        return self._acknowledged(f"note {number}")

    def _fill_form(self) -> str:
        number = self.kept.form + 1
        with self.file.writing() as con:
            edit(con, self.file, "person", FORM, name=_typed(number))
        return self._acknowledged(f"form {number}")

    def _acknowledged(self, line: str) -> str:
        self.kept.take(line)
        self.acknowledge(line)
        return line


def _arrive_or_leave(meeting: Meeting, at: int) -> tuple[events.Event, ...]:
    return (people.arrive if at % 3000 else people.depart)(meeting, at, f"p{at // 1000 % 4}")


MOVES: tuple[Callable[[Meeting, int], tuple[events.Event, ...]], ...] = (
    _arrive_or_leave,
    clock.pause,
    clock.resume,
    lambda meeting, at: clock.change_timebox(meeting, at, 1),
    lambda meeting, at: flow.start_item(meeting, at, ITEMS[at // 1000 % 4]),
    lambda meeting, at: work.agree_action(meeting, at, new_id(), f"Write to everybody ({at})", "", "", ""),
    lambda meeting, at: work.park_topic(meeting, at, new_id(), f"What comes after ({at})"),
    lambda meeting, at: work.thank(meeting, at, f"For the tea ({at})"),
)


def play(path: Path, key: bytes | None, seed: int, tell: Callable[[str], object], most: int = 10**9) -> None:
    """Open the file and go on with the meeting, `most` steps or for ever."""
    file = open_file(path, key)
    evening = Evening(file, random.Random(seed), tell)
    for _step in range(most):
        evening.go_on()
    file.close()


def fork(play_there: Callable[[], object]) -> int:
    """Do it in a process of its own; the number of that process."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # forking beside threads: this child only plays
        child = os.fork()
    if not child:
        try:
            play_there()
            os._exit(0)
        finally:
            os._exit(1)
    return child


def open_file(path: Path, key: bytes | None) -> CoalitionFile:
    """Open for writing, with the derived key of a file that has a passphrase."""
    return files.open_to_write(path) if key is None else files.open_to_write(path, key=key)


def with_synchronous(mode: str) -> tuple[str, ...]:
    """The pragmas of a writer, with another promise about the disk: what the controls break."""
    return tuple(f"synchronous={mode}" if one.startswith("synchronous") else one for one in driver.WRITING)


def lines_of(text: bytes) -> Iterator[str]:
    """The whole lines that were told; a last one that was cut off is none."""
    yield from text.decode().split("\n")[:-1]
