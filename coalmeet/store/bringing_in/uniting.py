"""Two copies read side by side: what each has of what is only added to, and what both together have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from coalmeet.errors import FileProblem
from coalmeet.store.bringing_in import REBUILT, UNITED
from coalmeet.store.bringing_in.erased import erased_in_both
from coalmeet.store.bringing_in.values import Key, Row
from coalmeet.store.changes import Change
from coalmeet.store.tables import CHANGE, METADATA, REDACTION
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
    erased: Rows = field(default_factory=dict)
    erased_here: Rows = field(default_factory=dict)
    erased_there: Rows = field(default_factory=dict)

    def is_gone(self, table: str, row_id: str) -> bool:
        """Whether a row was erased as a whole, in whichever copy: nothing that is said of it comes in either."""
        erased = self.erased.get(row_id)
        return erased is not None and bool(erased["gone"]) and erased["table"] == table

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
    both = United(erased_here=rows(ours, REDACTION.name), erased_there=rows(theirs, REDACTION.name))
    both.erased = {one: _more(one, both) for one in both.erased_here | both.erased_there}
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
        row = here[one] if one in here else there[one]
        if name == CHANGE.name and both.is_gone(row["table"], row["row"]):
            continue
        if one in both.erased:
            left = _left(name, one, here, there, both)
            if left is not None:
                yield one, left
        elif one in here and one in there and here[one] != there[one]:
            raise _two_things()
        else:
            yield one, row


def _left(name: str, one: str, here: Rows, there: Rows, both: United) -> Row | None:
    """What is left of a row that was erased: the words of a copy in which it was erased, never those of another."""
    if both.is_gone(name, one):
        return None
    left = [
        found[one]
        for found, erased in ((here, both.erased_here), (there, both.erased_there))
        if one in found and one in erased
    ]
    if len(left) == 2 and left[0] != left[1]:
        return {column: erased_in_both(value, left[1][column]) for column, value in left[0].items()}
    return left[0] if left else None


def _more(one: str, both: United) -> Row:
    """What both copies know to be erased of one row."""
    found = [erased[one] for erased in (both.erased_here, both.erased_there) if one in erased]
    return {"id": one, "table": min(row["table"] for row in found), "gone": any(row["gone"] for row in found)}


def _two_things() -> FileProblem:
    return FileProblem(
        _(
            "The two files say different things of one and the same entry, which no Coalmeet does: another program "
            "has changed one of them. Nothing was brought in. Look for an earlier copy of that file."
        )
    )
