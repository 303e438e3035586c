"""Erasing a person: rows go, words are left out wherever they stand, and the file is written anew without them.

What coalitions decided stands, with "a person" in the place of the name. Moves keep their random ids, so that the
log of a meeting still tells how it went: somebody came, somebody spoke, and no longer who.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from coalmeet.coalition.mentions import Spot
from coalmeet.errors import FileProblem, NotAllowed
from coalmeet.store import meetings
from coalmeet.store.backup_folder import state
from coalmeet.store.edit import edit
from coalmeet.store.erasing.subject import Subject, stranger, subject
from coalmeet.store.erasing.sweep import Key, Sweep, Update
from coalmeet.store.erasing.texts import TextRow, plain, rows
from coalmeet.store.file import CoalitionFile
from coalmeet.store.tables import ACTION, CHANGE, MEETING, METADATA, REDACTION
from coalmeet.store.values import batches
from coalmeet.text import _

_ROLES = ("facilitator", "note_taker", "prepared_by", "co_facilitator")


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be written, worked out while nothing is locked; `state` tells whether the file changed since."""

    who: Subject
    updates: tuple[Update, ...]
    state: list[int]


def plan(file: CoalitionFile, person: str, chosen: Collection[Key], *, listed: bool = True) -> Plan:
    """Work out what erasing a person writes; `chosen` are the keys of mentions in free text that go too.

    `person` and `listed` are those of `look`, which raises the same. Any thread may do it.
    """

    def decide(spot: Spot, key: Key, _row: TextRow) -> bool:
        return spot.certain or key in chosen

    before = state(file.path)
    with file.reading() as con:
        who = subject(con, person) if listed else stranger(con, person)
        return Plan(who, tuple(Sweep(rows(con), who).updates(decide)), before)


def erase(file: CoalitionFile, planned: Plan, today: date) -> None:
    """Write it in one transaction; then write the whole file anew, so that none of its bytes says the old words.

    Raises NotAllowed while a meeting is running, and when the file was written to since; FileProblem.
    """
    if state(file.path) != planned.state:
        raise NotAllowed(_("The file has changed since you looked. Look again, then erase."))
    with file.writing() as con:
        refuse_while_running(con)
        for table, ids in planned.who.gone.items():
            _remove(con, table, ids)
        _write(con, planned.updates)
        _hand_on(con, file, planned.who.ids, today)
        _redact(con, [(table, one, True) for table, ids in planned.who.gone.items() for one in ids])
        _redact(con, [(one.table, one.id, False) for one in planned.updates])
    try:
        file.rewrite()
    except FileProblem as problem:
        raise FileProblem(
            _(
                "The person is erased, but the file could not be written anew, so its bytes may still hold old words. "
                "{problem} Then make a copy of the file and go on in that one."
            ).format(problem=problem)
        ) from None


def refuse_while_running(con: Connection) -> None:
    """Raise NotAllowed while a meeting is running: what it holds in memory would bring the words back."""
    if any(one.state == "running" for one in meetings.meetings(con)):
        raise NotAllowed(_("A meeting is still open. Close it first, then erase."))


def _remove(con: Connection, table: str, ids: Iterable[str]) -> None:
    for some in batches(ids):
        wanted = METADATA.tables[table]
        con.execute(delete(wanted).where(wanted.c.id.in_(some)))
        con.execute(delete(CHANGE).where(CHANGE.c.table == table, CHANGE.c.row.in_(some)))


def _hand_on(con: Connection, file: CoalitionFile, ids: frozenset[str], today: date) -> None:
    """What the person was still to do is nobody's yet: open actions, and their parts in coming meetings."""
    mine = select(ACTION.c.id).where(ACTION.c.owner.in_(ids), ~ACTION.c.done, ~ACTION.c.dropped)
    for action in con.execute(mine).scalars().all():
        edit(con, file, "action", action, owner="", owner_name="", asked=False)
    coming = select(MEETING).where(MEETING.c.date >= today)
    for row in con.execute(coming).all():
        freed = {role: "" for role in _ROLES if getattr(row, role) in ids}
        if freed:
            edit(con, file, "meeting", row.id, **freed)


def _write(con: Connection, updates: Iterable[Update]) -> None:
    for one in updates:
        as_kept = plain(METADATA.tables[one.table])
        con.execute(update(as_kept).where(as_kept.c.id == one.id).values(dict(one.texts)))


def _redact(con: Connection, wanted: Iterable[tuple[str, str, bool]]) -> None:
    found = [{"id": one, "table": table, "gone": gone} for table, one, gone in wanted]
    if found:
        con.execute(insert(REDACTION).on_conflict_do_nothing(), found)
