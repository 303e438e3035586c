"""The coalition's file as the pages share it: they read it, change it at once, and take their changes back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from coalmeet import clock, text
from coalmeet.clock import Moment
from coalmeet.coalition.coalition import Coalition
from coalmeet.errors import NotAllowed

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


class Writing:
    """A transaction in which a gesture changes rows; see OpenFile.step."""

    def __init__(self, con: Connection, file: CoalitionFile) -> None:
        self.con = con
        self.file = file
        self.changes: list[str] = []

    def do(self, write: Callable[..., Changes], *args: Any, **kwargs: Any) -> None:
        """Let a function of the store write: one that returns the changes it made."""
        self.changes += write(self.con, self.file, *args, **kwargs)

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

    def __init__(self, file: CoalitionFile, moment: Callable[[], Moment] = clock.now) -> None:
        super().__init__()
        self.file = file
        self.now = moment
        self._done: list[Step] = []
        self._undone: list[Step] = []

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
    def step(self, words: str) -> Iterator[Writing]:
        """One gesture: everything in the block is saved at once, or nothing; it can be taken back as a whole.

        `words` say what it is ("Move the item"). Raises FileProblem when the file cannot be written to, and
        whatever the functions of the store refuse with.
        """
        with self.file.writing() as con:
            from coalmeet.store.gesture import turned

            writing = Writing(con, self.file)
            yield writing
            rows = turned(con, writing.changes)
        if rows:
            self._done.append(Step(words, rows))
            self._undone.clear()
            self.wrote(*{one.table for one in rows})

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
        """Take back the last gesture; its words, or "" when there is none. The history keeps both."""
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
