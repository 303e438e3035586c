"""What is still to be chosen after copies came together, found in this file alone."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from coalmeet.store.bringing_in.asking import Material, doubts_of
from coalmeet.store.bringing_in.memory import last, open_doubts
from coalmeet.store.bringing_in.uniting import rows
from coalmeet.store.bringing_in.values import Doubt, Key
from coalmeet.store.changes import Change, of_rows
from coalmeet.store.tables import MOVE, RECORD

_NAMES = ("person", "organisation", "meeting", "item", "decision", "template", "parked")


def open_questions(con: Connection) -> tuple[Doubt, ...]:
    """What only a person can choose, in an order that is the same in every copy. Nothing, once all is settled.

    Of each side `there` says that it came in with the last copy.
    """
    keys = open_doubts(con)
    return questions_about(con, keys) if keys else ()


def questions_about(con: Connection, keys: Iterable[Key]) -> tuple[Doubt, ...]:
    """What is to be chosen about these rows."""
    keys = set(keys)
    meetings = sorted({row for table, row in keys if table in ("move", "record", "meeting")})
    keys |= {("meeting", one) for one in meetings}
    histories: dict[Key, list[Change]] = {}
    for table in {table for table, _row in keys} - {"move", "record"}:
        found = of_rows(con, table, [row for of, row in keys if of == table])
        histories |= {(table, row): history for row, history in found.items()}
    material = Material(
        histories,
        {one: _of_meeting(con, "record", one) for one in meetings},
        {one: _of_meeting(con, "move", one) for one in meetings},
        _rows_by_key(con, keys),
        **_here_and_there(con, histories, meetings),
    )
    return doubts_of(material, keys)


def _of_meeting(con: Connection, name: str, meeting: str) -> list[dict[str, object]]:
    table = {"record": RECORD, "move": MOVE}[name]
    return [
        dict(row) for row in con.execute(select(table).where(table.c.meeting == meeting)).mappings().all()
    ]


def _rows_by_key(con: Connection, keys: Iterable[Key]) -> dict[Key, dict[str, object]]:
    tables = {*_NAMES, *(table for table, _row in keys)} - {"move", "record"}
    return {(name, one): dict(row) for name in sorted(tables) for one, row in rows(con, name).items()}


def _here_and_there(
    con: Connection, histories: dict[Key, list[Change]], meetings: Iterable[str]
) -> dict[str, frozenset[str]]:
    found = last(con)
    came = frozenset().union(*found.came.values()) if found else frozenset()
    every = {one.id for history in histories.values() for one in history}
    for meeting in meetings:
        for name in ("record", "move"):
            every |= {str(row["id"]) for row in _of_meeting(con, name, meeting)}
    return {"here": frozenset(every - came), "there": frozenset(came)}
