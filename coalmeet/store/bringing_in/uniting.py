"""Two copies read side by side: what each has of what is only added to, and what both together have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from coalmeet.errors import FileProblem
from coalmeet.store.bringing_in import REBUILT, UNITED
from coalmeet.store.bringing_in.values import Key, Row
from coalmeet.store.changes import Change
from coalmeet.store.tables import METADATA, REDACTION
from coalmeet.text import _

Rows = dict[str, Row]  # by id
# Built once: for small tables, building a statement costs more than running it.
_EVERY = {name: select(table) for name, table in METADATA.tables.items()}


@dataclass(slots=True)
class United:
    """`here` and `there` are the rows of each copy by table, `all` those of both; what was erased is out of all three.

    `erased` are the ids of what lost words or is gone, with whether it is gone, of both copies.
    """

    here: dict[str, Rows] = field(default_factory=dict)  # the rows behind forms too
    there: dict[str, Rows] = field(default_factory=dict)
    all: dict[str, Rows] = field(default_factory=dict)
    erased: dict[Key, Row] = field(default_factory=dict)
    erased_here: dict[Key, Row] = field(default_factory=dict)
    erased_there: dict[Key, Row] = field(default_factory=dict)

    def changes(self) -> dict[Key, list[Change]]:
        """The whole history of each row that changes speak of, in no order that means anything."""
        found: dict[Key, list[Change]] = {}
        for row in self.all["change"].values():
            found.setdefault((row["table"], row["row"]), []).append(as_change(row))
        return found

    def of_meetings(self, table: str) -> dict[str, list[Row]]:
        """The moves, or the versions of records, by meeting."""
        found: dict[str, list[Row]] = {}
        for row in self.all[table].values():
            found.setdefault(row["meeting"], []).append(row)
        return found


def unite(ours: Connection, theirs: Connection) -> United:
    """Read both. Raises FileProblem where one id stands for two things: another program has changed a file."""
    both = United(erased_here=_erased(ours), erased_there=_erased(theirs))
    both.erased = {key: _more(key, both) for key in both.erased_here | both.erased_there}
    for name in UNITED:
        here, there = rows(ours, name), rows(theirs, name)
        both.here[name], both.there[name] = here, there
        both.all[name] = dict(_together(name, here, there, both))
    for name in REBUILT:
        both.here[name], both.there[name] = rows(ours, name), rows(theirs, name)
    return both


def rows(con: Connection, table: str) -> Rows:
    """Every row of a table by its id."""
    result = con.execute(_EVERY[table])
    names = tuple(result.keys())
    return {row.id: dict(zip(names, row, strict=True)) for row in result.all()}


def as_change(row: Row) -> Change:
    """A row of the history as a change."""
    return Change(**{name: row[name] for name in Change.__slots__})


def _together(name: str, here: Rows, there: Rows, both: United) -> Iterator[tuple[str, Row]]:
    for one in here.keys() | there.keys():
        if (name, one) in both.erased:
            left = _left(name, one, here, there, both)
            if left is not None:
                yield one, left
        elif one in here and one in there and here[one] != there[one]:
            raise _two_things()
        else:
            yield one, here[one] if one in here else there[one]


def _left(name: str, one: str, here: Rows, there: Rows, both: United) -> Row | None:
    """What is left of a row that was erased: the words of a copy in which it was erased, never those of another."""
    key = name, one
    if both.erased[key]["gone"]:
        return None
    left = [rows[one] for rows, erased in ((here, both.erased_here), (there, both.erased_there))
            if one in rows and key in erased]  # fmt: skip
    if not left:
        return None
    return min(left, key=lambda row: (len(repr(sorted(row.items()))), repr(sorted(row.items()))))


def _erased(con: Connection) -> dict[Key, Row]:
    return {(row["table"], row["id"]): dict(row) for row in con.execute(select(REDACTION)).mappings().all()}


def _more(key: Key, both: United) -> dict[str, Any]:
    found = [erased[key] for erased in (both.erased_here, both.erased_there) if key in erased]
    return {**found[0], "gone": any(one["gone"] for one in found)}


def _two_things() -> FileProblem:
    return FileProblem(
        _(
            "The two files say different things of one and the same entry, which no Coalmeet does: another program "
            "has changed one of them. Nothing was brought in. Look for an earlier copy of that file."
        )
    )
