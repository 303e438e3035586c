"""What a file remembers of the last bringing in: which rows came, and what they took the place of.

Answers of surveys are not remembered: which of them came together would say who gave them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select, update

from coalmeet.ids import new_id
from coalmeet.store.bringing_in.values import Key
from coalmeet.store.tables import BRINGING_IN

_TOGETHER = 20_000  # ids in one row: a longer text would be more than any reader of the file takes in


@dataclass(frozen=True, slots=True)
class Remembered:
    """The last bringing in: the name of the copy, the ids that came by table, and what went for them.

    `went` are fields of rows that no change of this file spoke of: table, row, field, JSON text; a row that had no
    change at all is there with the field "".
    """

    counter: int
    copy: str
    came: Mapping[str, frozenset[str]]
    went: tuple[tuple[str, str, str, str], ...]


def remember(
    con: Connection,
    copy: str,
    came: Mapping[str, Iterable[str]],
    went: Sequence[tuple[str, str, str, str]],
    doubts: Iterable[Key],
) -> None:
    """Keep what came in just now, in the place of what came in before: only the last can be undone."""
    con.execute(update(BRINGING_IN).values(came=(), went=()))
    counter = (con.execute(select(func.max(BRINGING_IN.c.counter))).scalar() or 0) + 1
    parts = [(table, *some) for table, ids in came.items() for some in _parts(sorted(ids))]
    for number, part in enumerate(parts or [()]):
        row = {"id": new_id(), "counter": counter, "copy": copy, "came": (part,) if part else ()}
        first = number == 0
        con.execute(
            insert(BRINGING_IN),
            {**row, "went": tuple(went) if first else (), "doubts": tuple(sorted(doubts)) if first else ()},
        )


def also(con: Connection, came: Mapping[str, Iterable[str]]) -> None:
    """Count these rows among those of the last bringing in, where it can still be undone: what was chosen for it."""
    found = last(con)
    parts = tuple((table, *sorted(ids)) for table, ids in came.items() if ids)
    if found is not None and parts:
        con.execute(
            insert(BRINGING_IN),
            {"id": new_id(), "counter": found.counter, "copy": found.copy, "came": parts},
        )


def last(con: Connection) -> Remembered | None:
    """The last bringing in that can still be undone; None where there is none."""
    newest = select(func.max(BRINGING_IN.c.counter)).scalar_subquery()
    rows = con.execute(select(BRINGING_IN).where(BRINGING_IN.c.counter == newest)).all()
    came: dict[str, set[str]] = {}
    for row in rows:
        for table, *ids in row.came:
            came.setdefault(table, set()).update(ids)
    if not came:
        return None
    went = tuple((one[0], one[1], one[2], one[3]) for row in rows for one in row.went)
    return Remembered(
        rows[0].counter, rows[0].copy, {name: frozenset(ids) for name, ids in came.items()}, went
    )


def open_doubts(con: Connection) -> tuple[Key, ...]:
    """The rows about which something was in doubt after the last bringing in; some may be settled since."""
    newest = select(func.max(BRINGING_IN.c.counter)).scalar_subquery()
    found = con.execute(select(BRINGING_IN.c.doubts).where(BRINGING_IN.c.counter == newest)).scalars().all()
    return tuple((one[0], one[1]) for some in found for one in some)


def _parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), _TOGETHER):
        yield ids[start : start + _TOGETHER]
