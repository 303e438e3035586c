"""A coalition file: making one, opening it to write or to read, checking it, and its transactions."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as sqlite

from coalmeet import clock
from coalmeet.errors import FileProblem, NotSaved
from coalmeet.ids import new_id
from coalmeet.store import backups, driver, header, migrations, ours
from coalmeet.store.at_place import clear_journal, identity
from coalmeet.store.at_place import make_empty as make_empty
from coalmeet.store.lock import WriterLock
from coalmeet.store.problems import (
    as_problem,
    damaged,
    missing_parts,
    moved,
    newer,
    older,
    passphrase_needed,
    problem_of,
    reading_only,
    unfinished,
)
from coalmeet.text import _

if TYPE_CHECKING:  # importing SQLAlchemy costs more than opening a file: it waits for the first transaction
    from sqlalchemy import Connection, Engine


class CoalitionFile:
    """One open file. `writer` is the random id of this opening, "" when it only reads.

    `key` is what opens a sealed file, None for one without a passphrase: it is kept in memory only. Writing belongs
    to the thread that opened it; any thread may read.
    """

    def __init__(
        self,
        path: Path,
        *,
        raw: driver.Raw | None = None,
        lock: WriterLock | None = None,
        key: bytes | None = None,
    ) -> None:
        self.path = path
        self.key = key
        self.read_only = raw is None
        self.writer = "" if raw is None else new_id()
        self._raw = raw
        self._lock = lock
        self._seen: int | None = 0 if raw is None else driver.pragma_number(raw, "data_version")
        self._identity = identity(path)
        self._thread = threading.get_ident()
        self._here = threading.local()
        self._open: Connection | None = None  # the one writing connection, while it is in use

    def make_sound(self) -> None:
        """Check the file just opened for writing and bring an older format up to date; raises FileProblem."""
        with as_problem(self.path, opening=True):
            _verify(self._raw, self.path)
            version = driver.pragma_number(self._raw, "user_version")
            if version > migrations.LATEST:  # of a sealed file its header did not say so
                raise newer(self.path, version, migrations.LATEST)
            if version < migrations.LATEST:
                kept = backups.keep_before_format(self.path, self.key, now=clock.now().wall)
                migrations.migrate(self._raw)
                backups.without_open_answers(kept, self.key)
            clear_journal(self._raw, self.path)

    def close(self) -> None:
        """Let go of the file and of its lock; closing twice is fine."""
        self._let_go()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _let_go(self) -> None:
        if "_writing_engine" in self.__dict__:
            self._writing_engine.dispose()
        if self._raw is not None:
            self._raw.close()
            self._raw = None

    def replace_by(self, other: Path, key: bytes | None) -> None:
        """Let `other`, a verified copy in the same folder that opens with `key`, take this file's place.

        For who writes, in the writing thread, outside any transaction. Raises FileProblem; then all is as it was.
        """
        self.must_be_writable()
        self.look()
        self._let_go()
        try:
            with as_problem(self.path):
                other.replace(os.path.realpath(self.path))
                self.key = key
            ours.remember(self.path)
        finally:
            for engine in ("_writing_engine", "_reading_engine"):
                self.__dict__.pop(engine, None)
            with as_problem(self.path, opening=True):
                self._raw = driver.connect(self.path, "rw", self.key)
                self._seen = driver.pragma_number(self._raw, "data_version")
            self._identity = identity(self.path)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one consistent state. Raises FileProblem when the file cannot be read.

        What was moved, deleted or replaced is read through the open connection: never another file in its place.
        """
        with self._said_plainly(reading=True), self._connection_to_read() as con:
            self._here.readings = self._readings_here() + 1
            try:
                yield con
            finally:
                self._here.readings -= 1

    @contextmanager
    def _connection_to_read(self) -> Iterator[Connection]:
        writes = self._lock is not None and threading.get_ident() == self._thread
        if writes and self._seen is None and self._open is None:
            self._put_in_order(alone=True)  # the disk may be well again since the save that failed
        if self.read_only or identity(self.path) == self._identity:
            with self._reading_engine.begin() as con:
                yield con
        elif not writes:
            raise self._moved()
        elif self._open is not None:
            yield self._open
        else:
            with self._in_writer() as con:
                yield con

    @contextmanager
    def _in_writer(self) -> Iterator[Connection]:
        with self._writing_engine.begin() as con:
            self._open = con
            try:
                yield con
            finally:
                self._open = None

    def _readings_here(self) -> int:
        return int(getattr(self._here, "readings", 0))

    def must_be_writable(self) -> None:
        """Raises FileProblem when the file is open for reading only: asked before anybody types what could not stay."""
        if self.read_only:
            raise FileProblem(reading_only().format(name=self.path.name))

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: all of it is in the file when the block ends, or nothing after any error.

        Raises FileProblem when the file is open for reading only, full, moved, or changed by somebody else.
        """
        self.must_be_writable()
        if self._lock is None or threading.get_ident() != self._thread or self._readings_here():
            # A reading that is still open would keep the commit waiting for itself.
            raise RuntimeError("writing needs an open file, its own thread, and no reading under way there")
        with self._said_plainly():
            alone = False
            try:
                with self._in_writer() as con:
                    self._refuse_if_changed(con.connection.driver_connection)
                    alone = True
                    yield con
            except BaseException:
                self._put_in_order(alone=alone)
                raise

    def _put_in_order(self, *, alone: bool) -> None:
        """Where a disk was full SQLite leaves its journal until the next access, and who only reads is shut out."""
        if alone:  # SQLite counts what it reads anew as a change, also after a failure of our own
            self._seen = None
        with suppress(sqlite.Error, OSError), self._raw_writing() as raw:
            clear_journal(raw, self.path)  # the error before says more than one from here
            if self._seen is None:
                self._seen = driver.pragma_number(raw, "data_version")

    def look(self) -> None:
        """Raises NotSaved when saving would fail: the file is not where it was opened, or somebody else wrote to it.

        In the writing thread, outside any transaction; takes less than a millisecond. Silent for a reader.
        """
        if self.read_only or self._lock is None:
            return
        if identity(self.path) != self._identity:
            raise self._moved()
        with self._said_plainly(), self._raw_writing() as raw:
            self._refuse_if_changed(raw)

    def copy_to(self, empty: Path) -> None:
        """Write all that the open file holds into an empty file; raises the driver's errors as they are."""
        with self._raw_writing() as raw:
            raw.execute("VACUUM INTO ?", (str(empty),))

    def rewrite(self) -> None:
        """Write every page anew, so that nothing of what was erased is left in the file; between transactions."""
        with self._said_plainly(), self._raw_writing() as raw:
            raw.execute("VACUUM")

    @contextmanager
    def _raw_writing(self) -> Iterator[driver.Raw]:
        """The one writing connection without a transaction; reading through it works where the file was moved too."""
        fairy = self._writing_engine.raw_connection()
        try:
            yield fairy.driver_connection
        finally:
            fairy.close()

    def _refuse_if_changed(self, raw: driver.Raw) -> None:
        version = driver.pragma_number(raw, "data_version")
        self._seen = version if self._seen is None else self._seen
        if version != self._seen:
            raise NotSaved(
                _(
                    "Another program has changed “{name}” while it was open here, so nothing was saved. "
                    "Close it, see that no other program uses it, and open it again; or save a rescue copy."
                ).format(name=self.path.name)
            )

    def _moved(self) -> NotSaved:
        return NotSaved(moved().format(name=self.path.name, folder=self.path.parent))

    @contextmanager
    def _said_plainly(self, *, reading: bool = False) -> Iterator[None]:
        from sqlalchemy.exc import DBAPIError

        try:
            yield
        except (DBAPIError, sqlite.Error) as error:
            cause = error.orig if isinstance(error, DBAPIError) else error
            problem = problem_of(cause, self.path, reading=reading) if cause else None
            if problem is None:
                raise
            if not reading and identity(self.path) != self._identity:
                problem = self._moved()
            raise problem if reading else NotSaved(str(problem)) from None

    @cached_property
    def _reading_engine(self) -> Engine:
        from coalmeet.store.engine import reading_engine

        return reading_engine(self.path, self.key)

    @cached_property
    def _writing_engine(self) -> Engine:
        from coalmeet.store.engine import writing_engine

        return writing_engine(self._hand_over)

    def _hand_over(self) -> driver.Raw:
        raw, self._raw = self._raw, None
        if raw is None:
            raise RuntimeError("there is one writing connection, and it was handed over before")
        return raw


def create(
    path: Path | str,
    name: str,
    *,
    now: int,
    language: str = "en",
    time_zone: str = "Europe/London",
    passphrase: str = "",
    first_key: bytes | None = None,
) -> CoalitionFile:
    """Make a new file for a coalition and open it for writing. `now` is milliseconds since 1970 UTC.

    With a `passphrase` it is sealed from its first byte, or with sealing.first_key of it from another thread. Raises
    FileProblem when something is there already or the folder cannot be written to; no file is left.
    """
    path = Path(path).absolute()
    make_empty(path)
    try:
        file = _locked(path, first_key or _first_key(passphrase))
        try:
            with file.writing() as con:
                migrations.apply(con.connection.driver_connection)
                _found(con, file, name=name, now=now, language=language, time_zone=time_zone)
        except BaseException:
            file.close()
            raise
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    ours.remember(path)
    return file


def _found(con: Connection, file: CoalitionFile, *, now: int, **fields: str) -> None:
    from coalmeet.store.edit import edit

    con.exec_driver_sql("UPDATE format SET created = ?", (now,))
    edit(con, file, "coalition", new_id(), **fields)


def _first_key(passphrase: str) -> bytes | None:
    if not passphrase:
        return None
    from coalmeet.store.sealing import first_key

    return first_key(passphrase)


def open_to_write(path: Path | str, key: bytes | None = None) -> CoalitionFile:
    """Open a file for writing, alone. Raises FileProblem naming the holder when somebody else has it.

    `key` opens a sealed one, see sealing.derive: without it PassphraseNeeded is raised, with another WrongPassphrase.
    A file of an older format is brought up to date. A newer, foreign or damaged one is refused, unchanged.
    """
    path = Path(path).absolute()
    found = header.inspect(path)
    if found.version > migrations.LATEST:
        raise newer(path, found.version, migrations.LATEST)
    file = _locked(path, _fitting(key, found, path))
    try:
        file.make_sound()
    except BaseException:
        file.close()
        raise
    return file


def _fitting(key: bytes | None, found: header.Header, path: Path) -> bytes | None:
    """The key as far as the file takes one: who left the passphrase elsewhere still has the key here."""
    if found.sealed and key is None:
        raise passphrase_needed(path)
    return key if found.sealed else None


def _locked(path: Path, key: bytes | None) -> CoalitionFile:
    lock = WriterLock(path)
    try:
        with as_problem(path, opening=True, sealed=key is not None):
            raw = driver.connect(path, "rw", key)
            return CoalitionFile(path, raw=raw, lock=lock, key=key and key[: driver.KEY])
    except BaseException:
        lock.release()
        raise


def open_to_read(path: Path | str, key: bytes | None = None) -> CoalitionFile:
    """Open a file for reading only: no lock, no trace. Raises FileProblem unless it is a sound one.

    `key` as for open_to_write.
    """
    path = Path(path).absolute()
    found = header.inspect(path)
    if found.wal:
        # SQLite would put two files beside it, even to read.
        raise FileProblem(unfinished().format(name=path.name))
    key = _fitting(key, found, path)
    with as_problem(path, opening=True, reading=True, sealed=key is not None):
        raw = driver.connect(path, "ro", key)
        try:
            _verify(raw, path)
            if driver.pragma_number(raw, "user_version") < migrations.LATEST:
                raise older(path)
        finally:
            raw.close()
    return CoalitionFile(path, key=key)


def check(path: Path | str, key: bytes | None = None) -> tuple[str, ...]:
    """What is wrong with a file, a sentence each; empty when all is well. Changes nothing."""
    from coalmeet.store.inspection import findings

    try:
        file = open_to_read(path, key)
        with file.reading() as con:
            return findings(con)
    except FileProblem as problem:
        return (str(problem),)


def _verify(raw: driver.Raw, path: Path) -> None:
    """Raise FileProblem unless the open file is whole and has exactly the structure of its format."""
    if driver.pragma_number(raw, "application_id") != driver.APPLICATION_ID:
        raise header.belongs_to_another(path)
    version = driver.pragma_number(raw, "user_version")
    if version > migrations.LATEST:
        if raw.execute("SELECT min_reader FROM format").fetchone()[0] > migrations.LATEST:
            raise newer(path, version, migrations.LATEST)
    elif version < 1 or migrations.schema(raw) != migrations.expected_schema(version):
        raise FileProblem(missing_parts().format(name=path.name))
    if driver.complaints(raw):
        raise FileProblem(damaged().format(name=path.name))
