"""Rows behind forms, made anew of what all their changes say: the same in every copy that has the same changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Table

from coalmeet.store import values
from coalmeet.store.bringing_in import REBUILT
from coalmeet.store.bringing_in.erased import erased_in_both
from coalmeet.store.bringing_in.standing import standing
from coalmeet.store.bringing_in.uniting import Rows, United
from coalmeet.store.bringing_in.values import Key, Row, Target
from coalmeet.store.changes import Change
from coalmeet.store.tables import METADATA

Histories = Mapping[Key, Sequence[Change]]


def rebuilt(both: United, histories: Histories) -> Iterator[Target]:
    """The rows that become different here, table by table."""
    fresh = {
        (row["table"], row["row"])
        for one, row in both.all["change"].items()
        if one not in both.here["change"] or both.here["change"][one] != row
    }
    for name in REBUILT:
        here, there = both.here[name], both.there[name]
        touched = {row for table, row in fresh if table == name}
        touched |= {one for one in here.keys() | there.keys() if here.get(one) != there.get(one)}
        touched |= {one for one in both.erased if one in here or one in there}
        yield from _of_table(METADATA.tables[name], sorted(touched), here, there, both, histories)


def _of_table(
    table: Table, touched: Sequence[str], here: Rows, there: Rows, both: United, histories: Histories
) -> Iterator[Target]:
    for one in touched:
        unsaid = _unsaid(table, one, here.get(one), there.get(one), both)
        gone = both.is_gone(table.name, one)
        after = None if gone else row_of(table, one, histories.get((table.name, one), ()), unsaid)
        before = here.get(one)
        if after != before:
            yield Target(table.name, one, before, after)


def row_of(table: Table, row_id: str, history: Sequence[Change], unsaid: Row | None) -> Row | None:
    """The row that its history makes; a field of which nothing was ever said is as in `unsaid`, or blank."""
    if not history:
        return None if unsaid is None else dict(unsaid)
    found = standing(history)
    if found.gone:
        return None
    made: dict[str, Any] = {"id": row_id, **values.blank(table)}
    for column in table.columns:
        name = column.name
        if name in found.values:
            made[name] = values.from_json(column, found.values[name])
        elif name not in found.said and name != "id" and unsaid is not None:
            made[name] = unsaid[name]
    return made


def _unsaid(table: Table, row_id: str, here: Row | None, there: Row | None, both: United) -> Row | None:
    """What no change speaks of: what a step of the format filled in, in whichever copy; never what was erased."""
    if row_id in both.erased:
        left = [
            row
            for row, erased in ((here, both.erased_here), (there, both.erased_there))
            if row and row_id in erased
        ]
        if len(left) == 2:
            return {name: erased_in_both(value, left[1][name]) for name, value in left[0].items()}
        return left[0] if left else None
    if here is None or there is None:
        return here or there
    blank = {"id": row_id, **values.blank(table)}
    return {name: _larger(here[name], there[name], blank[name]) for name in here}


def _larger(one: Any, other: Any, blank: Any) -> Any:
    """The same whichever comes first: what is filled in goes before what is blank."""
    return max(one, other, key=lambda value: (value != blank, values.to_json(value)))
