"""Rescue: what can be read of a damaged file, saved into a new one, with an account of what was saved and what not."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from coalmeet.errors import FileProblem
from coalmeet.ids import new_id
from coalmeet.store import carving, codec, driver, header, migrations, ours
from coalmeet.store.backup_folder import SUFFIX, folder
from coalmeet.store.disk import copy_private, sync, sync_folder
from coalmeet.store.file import check, make_empty
from coalmeet.store.log import FIRST
from coalmeet.store.problems import as_problem
from coalmeet.store.reading_damaged import Damaged, Row
from coalmeet.text import _, ngettext

_OWN = frozenset({"format"})  # what a new file says of itself


@dataclass(frozen=True, slots=True)
class Account:
    """What was saved: rows by table, tables with something unreadable, meetings whose log breaks off, and what is
    still wrong with the new file.
    """

    path: Path
    saved: Mapping[str, int]
    torn: tuple[str, ...]
    cut_off: tuple[str, ...]
    doubts: tuple[str, ...]

    def sentences(self) -> tuple[str, ...]:
        """The account for a person."""
        return (*_saved_words(self), *_lost_words(self), *self.doubts)


def rescue(path: Path | str, to: Path | str, *, key: bytes | None = None, now: int) -> Account:
    """Save what can be read of the file at `path` into a new one; the damaged one is not touched.

    `key` opens a sealed file, and the new one is sealed alike; what comes from elsewhere stays a file from elsewhere.
    `now` is milliseconds since 1970 UTC. Any thread may do it. Raises FileProblem when nothing at all can be read, or
    the new file cannot be written; nothing is there then.
    """
    path, to = Path(os.path.realpath(path)), Path(to).absolute()
    to = to if to.suffix.lower() == SUFFIX else to.with_name(to.name + SUFFIX)
    header.must_be_ordinary(path)
    with _readable(path, key) as copy, as_problem(path, opening=True, sealed=key is not None):
        damaged = _opened(copy, key)
        make_empty(to)
        try:
            account = _saved(damaged, copy, path, to, key, now)
            sync(to)
            sync_folder(to.parent)
            if ours.is_ours(
                path
            ):  # else what was saved is somebody else's too, and is looked through when opened
                ours.remember(to)
        except BaseException:
            to.unlink(missing_ok=True)
            raise
        finally:
            if damaged is not None:
                damaged.close()
    return account


def _opened(path: Path, key: bytes | None) -> Damaged | None:
    """The file as a database; None where its beginning is gone, and only its pages are left."""
    try:
        return Damaged(path, key)
    except driver.Error:
        if key is not None:
            raise
        return None


@contextmanager
def _readable(path: Path, key: bytes | None) -> Iterator[Path]:
    """The file itself; where a save was cut off, a copy in which that can be undone."""
    beside = Path(f"{path}-journal")
    if not beside.exists():
        yield path
        return
    work = folder() / f"{new_id()}.part"
    try:
        with as_problem(path):
            work.mkdir(mode=0o700, parents=True)
            copy = work / path.name
            copy_private(path, copy)
            copy_private(beside, Path(f"{copy}-journal"))
        _undo(copy, key)
        yield copy
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _undo(copy: Path, key: bytes | None) -> None:
    """Undo the save that was cut off; where that cannot be done, what is there has to do without."""
    try:
        with closing(driver.connect(copy, "rw", key)) as con:
            con.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except driver.Error:
        Path(f"{copy}-journal").unlink(missing_ok=True)


def _whole_key(path: Path, key: bytes | None) -> bytes | None:
    """The key with the salt, for a file that is still empty."""
    if key is None:
        return None
    with closing(driver.connect(path, "ro", key)) as con:
        return key + bytes.fromhex(con.execute("PRAGMA cipher_salt").fetchone()[0])


def _saved(damaged: Damaged | None, copy: Path, path: Path, to: Path, key: bytes | None, now: int) -> Account:
    version = damaged.number("user_version") if damaged else 0
    steps = version if 1 <= version <= migrations.LATEST else migrations.LATEST
    torn: list[str] = []
    with closing(driver.connect(to, "rw", _whole_key(copy, key))) as con:
        con.execute("BEGIN IMMEDIATE")
        migrations.apply(con, migrations.STEPS[:steps])
        saved = {table: _save(damaged, con, table, torn) for table in _tables(con)}
        if torn and key is None:
            _save_loose_rows(damaged, copy, con, torn, saved)
        if not sum(saved.values()):
            raise _hopeless(path)
        con.execute("UPDATE format SET created = ?", (now,))
        _name_it(con, path.stem)
        cut_off = _cut_logs(con)
        migrations.apply(con)
        con.execute("COMMIT")
    return Account(to, saved, tuple(torn), cut_off, check(to, key))


def _save_loose_rows(
    damaged: Damaged | None, copy: Path, con: driver.Raw, torn: list[str], saved: dict[str, int]
) -> None:
    """Add rows to the torn tables that no table leads to any more."""
    # All tables count, or a row of a whole one could pass for one of another that looks alike.
    shapes = carving.shapes(con, _tables(con))
    known = {table: damaged.ids(table) for table in shapes} if damaged else {}
    for table, row in carving.found(copy, shapes, known):
        if table in torn:
            columns = shapes[table].columns[: len(row)]
            saved[table] += _insert(con, _insertion(table, columns), row, torn, table)


def _tables(con: driver.Raw) -> Sequence[str]:
    found = con.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
    return [name for (name,) in found if name not in _OWN]


def _save(damaged: Damaged | None, con: driver.Raw, table: str, torn: list[str]) -> int:
    """Copy the rows of a table that fit; answers how many."""
    ours = [row[1] for row in con.execute(f'PRAGMA table_info("{table}")').fetchall()]
    theirs = damaged.columns(table) if damaged else ()
    columns = [column for column in ours if column in theirs]
    if damaged is None or not columns:
        torn.append(table)
        return 0
    insert = _insertion(table, columns)
    return sum(_insert(con, insert, row, torn, table) for row in damaged.rows(table, columns, torn))


def _insertion(table: str, columns: Sequence[str]) -> str:
    named, places = ", ".join(f'"{one}"' for one in columns), ", ".join("?" * len(columns))
    return f'INSERT OR IGNORE INTO "{table}" ({named}) VALUES ({places})'  # noqa: S608 - names of our own structure


def _insert(con: driver.Raw, insert: str, row: Row, torn: list[str], table: str) -> int:
    try:
        return int(con.execute(insert, row).rowcount)
    except (driver.Error, OverflowError):  # a value that its column does not take: the cell was broken
        if table not in torn:
            torn.append(table)
        return 0


def _name_it(con: driver.Raw, name: str) -> None:
    """A file is of one coalition: where that row is lost, it is called as the file is."""
    if con.execute("SELECT count(*) FROM coalition").fetchone()[0] == 0:
        con.execute("INSERT INTO coalition (id, name) VALUES (?, ?)", (new_id(), name))


def _cut_logs(con: driver.Raw) -> tuple[str, ...]:
    """Let each log end where it breaks off, so that the meeting can be opened; answers the titles of those meetings."""
    rows = con.execute("SELECT id, parent, meeting, events FROM move").fetchall()
    moves = [(move, parent, meeting) for move, parent, meeting, _events in rows]
    broken = {move for move, _parent, _meeting, events in rows if not _is_readable(events)}
    after: dict[tuple[str, str], list[str]] = {}
    for move, parent, meeting in moves:
        after.setdefault((meeting, parent), []).append(move)
    reached: set[str] = set()
    waiting = [(meeting, FIRST) for _move, _parent, meeting in moves]
    while waiting:
        meeting, parent = waiting.pop()
        found = [move for move in after.pop((meeting, parent), []) if move not in broken]
        reached.update(found)
        waiting += [(meeting, move) for move in found]
    lost = [(move, meeting) for move, _parent, meeting in moves if move not in reached]
    con.executemany("DELETE FROM move WHERE id = ?", [(move,) for move, _meeting in lost])
    titles = dict(con.execute("SELECT id, title FROM meeting").fetchall())
    return tuple(sorted({titles.get(meeting) or meeting for _move, meeting in lost}))


def _is_readable(events: str) -> bool:
    try:
        codec.from_values(json.loads(events))
    except (ValueError, TypeError, KeyError, RecursionError):
        return False
    return True


def _hopeless(path: Path) -> FileProblem:
    return FileProblem(
        _(
            "Nothing can be read of “{name}”: its beginning is damaged. Restore a backup, or ask somebody who has "
            "a copy."
        ).format(name=path.name)
    )


def _saved_words(account: Account) -> Iterator[str]:
    counts = {
        one: account.saved.get(one, 0)
        for one in ("meeting", "record", "decision", "action", "person", "move")
    }
    told = (
        ngettext("{count} meeting", "{count} meetings", counts["meeting"]),
        ngettext("{count} record", "{count} records", counts["record"]),
        ngettext("{count} decision", "{count} decisions", counts["decision"]),
        ngettext("{count} action", "{count} actions", counts["action"]),
        ngettext("{count} person", "{count} people", counts["person"]),
        ngettext("{count} step of meetings", "{count} steps of meetings", counts["move"]),
    )
    parts = (words.format(count=count) for words, count in zip(told, counts.values(), strict=True))
    yield _("Saved into “{name}”: {told}.").format(name=account.path.name, told=_(", ").join(parts))


def _lost_words(account: Account) -> Iterator[str]:
    if account.torn:
        known = _words_of_tables()
        torn = dict.fromkeys(known.get(table, _("what else stands in the file")) for table in account.torn)
        yield _("Not all could be read of: {parts}. Compare with a backup.").format(parts=_(", ").join(torn))
    else:
        yield _("Every row could be read.")
    if account.cut_off:
        yield _("The log breaks off in: {meetings}. What came later in them is lost.").format(
            meetings=_(", ").join(account.cut_off)
        )


def _words_of_tables() -> Mapping[str, str]:
    return {
        "meeting": _("meetings"),
        "item": _("agendas"),
        "record": _("records"),
        "move": _("steps of meetings"),
        "change": _("the history of changes"),
        "decision": _("decisions"),
        "action": _("actions"),
        "organisation": _("organisations"),
        "person": _("people"),
        "affiliation": _("who belongs where"),
        "attendance": _("who was there"),
        "note": _("notes"),
        "private_note": _("private notes"),
        "coalition": _("what stands about the coalition"),
    }
