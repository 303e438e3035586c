"""The coalition's file as the pages share it: they read it, change it at once, and take their changes back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from coalmeet import clock, text
from coalmeet.clock import Moment
from coalmeet.coalition.coalition import Coalition
from coalmeet.errors import FileProblem, NotAllowed, NotSaved
from coalmeet.store.key_store import KeyStore

if TYPE_CHECKING:  # SQLAlchemy is imported in a thread after the first paint, never by importing a window
    from coalmeet.store.connection import Connection
    from coalmeet.store.file import CoalitionFile
    from coalmeet.store.gesture import Turned

T = TypeVar("T")
P = ParamSpec("P")
Changes = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """What one gesture changed: taken back and done again as a whole. `words` name it for a person.

    What is no change of rows is turned by `turn`: back for True, forth again for False.
    """

    words: str
    rows: tuple[Turned, ...]
    turn: Callable[[bool], object] | None = None
    tables: frozenset[str] = frozenset()


Saved = tuple[Step, bool]  # and whether it can be taken back
Call = tuple[Callable[..., Changes | None], tuple[Any, ...], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A gesture that could not be saved: it waits here, with all that was typed, and is tried again."""

    words: str
    calls: tuple[Call, ...]
    back: bool

    def place(self) -> tuple[object, ...]:
        """What it changes, whatever the value: the functions, and what they take by position and by name."""
        return (self.words, *((write, args, tuple(named)) for write, args, named in self.calls))


class Writing:
    """A transaction in which a gesture changes rows; see OpenFile.step.

    Where nothing can be saved, what the gesture would write is noted all the same, so that it can be tried again.
    """

    def __init__(self, con: Connection | None, file: CoalitionFile, refused: Exception | None = None) -> None:
        self._con = con
        self.file = file
        self.refused = refused
        self.changes: list[str] = []
        self.calls: list[Call] = []

    @property
    def con(self) -> Connection:
        """The open transaction. Raises the problem where there is none."""
        if self._con is None:
            raise self.refused or NotSaved
        return self._con

    def do(self, write: Callable[..., Changes | None], *args: Any, **kwargs: Any) -> None:
        """Let a function of the store write: one that returns the changes it made, or None for none to take back."""
        self.calls.append((write, args, kwargs))
        if self.refused is not None:
            return
        try:
            self.changes += write(self.con, self.file, *args, **kwargs) or ()
        except (NotAllowed, FileProblem):
            raise
        except Exception as error:  # noqa: BLE001 - raised again when all of the gesture is noted
            self.refused = error

    def saved(self, words: str, *, back: bool) -> Saved:
        """What the gesture changed; to be asked before the commit. Raises what it failed with."""
        if self.refused is not None:
            raise self.refused
        if not self.changes:
            return Step(words, ()), back
        from coalmeet.store.gesture import turned

        return Step(words, turned(self.con, self.changes)), back

    def edit(self, table: str, row: str, **fields: Any) -> None:
        """Insert or change a row; unchanged fields may be left out."""
        from coalmeet.store.edit import edit

        self.do(edit, table, row, **fields)

    def delete(self, table: str, row: str) -> None:
        """Delete a row, if it is there."""
        from coalmeet.store.edit import delete

        self.do(delete, table, row)


class OpenFile(QObject):
    """One open coalition.

    `changed` names the tables that a step touched, `saved` the moment (milliseconds since 1970 UTC, as an
    object: Qt's int is too small).
    """

    changed = Signal(object)
    saved = Signal(object)
    waits = Signal(int)  # how many gestures could not be saved and wait

    def __init__(self, file: CoalitionFile, moment: Callable[[], Moment] = clock.now) -> None:
        super().__init__()
        self.file = file
        self.now = moment
        self.key_store = KeyStore()  # what remembers the key of a sealed file on this computer
        self.fresh_words = ""  # a passphrase just set, until somebody has it on paper; kept nowhere else
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._waiting: list[Unsaved] = []

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.file.path

    @property
    def read_only(self) -> bool:
        """Whether it was opened for reading only."""
        return self.file.read_only

    def read(self, query: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What a query of the store answers. Raises FileProblem when the file cannot be read."""
        with self.file.reading() as con:
            return query(con, *args, **kwargs)

    def coalition(self) -> Coalition:
        """The coalition as the file names it."""
        from coalmeet.store import coalition

        return self.read(coalition.read)

    def today(self) -> date:
        """The day it is where the coalition meets."""
        return text.local(self.now().wall, self.coalition().time_zone).date()

    @contextmanager
    def step(self, words: str, *, back: bool = True) -> Iterator[Writing]:
        """One gesture: everything in the block is saved at once, or nothing; it can be taken back as a whole.

        `words` say what it is ("Move the item"); without `back` it is nothing that people take back, such as a draft.
        Raises NotSaved when the file cannot be written to: then it waits, and is saved before the next one or when it
        is tried again. Raises whatever the functions of the store refuse with.
        """
        writing = Writing(None, self.file)
        saved: list[Saved] = []
        try:
            with ExitStack() as stack:
                try:
                    writing = Writing(stack.enter_context(self.file.writing()), self.file)
                except NotSaved as refused:
                    writing = Writing(None, self.file, refused)
                else:
                    self._write_waiting(writing, saved)
                yield writing
                saved.append(writing.saved(words, back=back))
        except NotSaved:
            self._wait(Unsaved(words, tuple(writing.calls), back))
            raise
        if self._waiting:
            self.give_up_waiting()
        self._did(saved)

    def _write_waiting(self, now: Writing, saved: list[Saved]) -> None:
        """What waits goes first, in the same transaction; where it fails, what comes now is only noted."""
        for one in tuple(self._waiting):
            writing = Writing(now.con, self.file, now.refused)
            try:
                for write, args, kwargs in one.calls:
                    writing.do(write, *args, **kwargs)
            except NotAllowed:
                self._waiting.remove(one)  # something stands against it now, and that is said
                raise
            now.refused = writing.refused
            if now.refused is None:
                saved.append(writing.saved(one.words, back=one.back))

    def _wait(self, one: Unsaved) -> None:
        """Of a text that is still being typed only the latest waits."""
        if self._waiting and self._waiting[-1].place() == one.place():
            self._waiting.pop()
        if one.words and one.calls:
            self._waiting.append(one)
            self.waits.emit(len(self._waiting))

    def _did(self, saved: list[Saved]) -> None:
        """Count what was saved, the gestures that waited first."""
        done = [step for step, back in saved if back and step.rows]
        if done:
            self._done += done
            self._undone.clear()
        tables = {row.table for step, _back in saved for row in step.rows}
        if tables:
            self.wrote(*tables)

    @property
    def waiting(self) -> tuple[str, ...]:
        """What people did that is not saved yet, in words and in order."""
        return tuple(one.words for one in self._waiting)

    def try_again(self) -> tuple[str, ...]:
        """Save what waits, all or nothing; its words. Raises NotSaved when it still cannot be saved."""
        words = self.waiting
        from coalmeet.store.rescue_copy import write_something

        with self.step("", back=False) as writing:
            writing.do(write_something)
        self.saved.emit(self.now().wall)
        return words

    def give_up_waiting(self) -> None:
        """Let what waits go: it is saved, or somebody wants to close without it."""
        self._waiting.clear()
        self.waits.emit(0)

    def go_on_in(self, file: CoalitionFile) -> None:
        """Everything happens in another file from now on, a rescue copy of this one; this one is closed.

        What was done here since is done there again, should it be a copy from before.
        """
        from coalmeet.store.gesture import put
        from coalmeet.store.tables import METADATA

        with file.writing() as con:
            for step in self._done:
                put(con, file, step.rows, back=False)
        before, self.file = self.file, file
        before.close()
        self.try_again()
        self.changed.emit(frozenset(METADATA.tables))

    def edit(self, words: str, table: str, row: str, **fields: Any) -> None:
        """A gesture that changes one row."""
        with self.step(words) as writing:
            writing.edit(table, row, **fields)

    def did(self, words: str, turn: Callable[[bool], object], *tables: str) -> None:
        """A gesture that wrote a version of a record, and is done: `turn(True)` takes it back, `turn(False)` does it
        again, each in a transaction of its own.
        """
        self._done.append(Step(words, (), turn, frozenset(tables)))
        self._undone.clear()
        self.wrote(*tables)

    def wrote(self, *tables: str) -> None:
        """Say what was saved, also by others: a record, a closed meeting."""
        self.saved.emit(self.now().wall)
        self.changed.emit(frozenset(tables))

    def take_back(self) -> str:
        """Take back the last gesture; its words, or "" when there is none. The history keeps both.

        One that waits to be saved is let go.
        """
        if self._waiting:
            gone = self._waiting.pop()
            self.waits.emit(len(self._waiting))
            return gone.words
        return self._turn(self._done, self._undone, back=True)

    def restore(self) -> str:
        """Do the gesture again that was taken back last; its words, or "" when there is none."""
        return self._turn(self._undone, self._done, back=False)

    def forget_steps(self) -> None:
        """Let nothing be taken back any more: a meeting has happened since, and what it changed stays."""
        self._done.clear()
        self._undone.clear()

    def _turn(self, source: list[Step], target: list[Step], *, back: bool) -> str:
        if not source:
            return ""
        step = source[-1]
        try:
            if step.turn is not None:
                step.turn(back)
            else:
                self._put(step, back=back)
        except NotAllowed:
            source.pop()  # something stands against it now: what was done before can still be taken back
            raise
        target.append(source.pop())
        self.wrote(*step.tables, *{one.table for one in step.rows})
        return step.words

    def _put(self, step: Step, *, back: bool) -> None:
        with self.file.writing() as con:
            from coalmeet.store.gesture import put

            put(con, self.file, step.rows, back=back)
