"""Bringing another copy in: everything of it in one transaction, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, Table, delete, insert, select, update

from coalmeet.errors import NotAllowed
from coalmeet.store import values
from coalmeet.store.bringing_in.choosing import choose
from coalmeet.store.bringing_in.comparing import stamp
from coalmeet.store.bringing_in.memory import also, remember
from coalmeet.store.bringing_in.values import Coming, Doubt, Key, Row, Target
from coalmeet.store.changes import largest_counter, of_rows
from coalmeet.store.file import CoalitionFile
from coalmeet.store.tables import CHANGE, DECISION_ENTRY, METADATA, RECORD, REDACTION
from coalmeet.text import _

ANSWERS = "survey_answer"
Choices = Mapping[tuple[str, str, str], int]  # the key of a doubt with the number of the side that holds
_MADE = (RECORD, DECISION_ENTRY)


def bring_in(
    con: Connection, file: CoalitionFile, coming: Coming, choices: Choices | None = None, *, copy: str = ""
) -> None:
    """Take in all that the comparison found, and settle what was chosen; `copy` is the name of the other file.

    What nobody chose stays open: both values are in the file, and `open_questions` lists them. A backup comes first:
    see backups.keep. Raises NotAllowed where this file has changed since the comparison, and then nothing may be
    committed.
    """
    if stamp(con) != coming.stamp:
        raise NotAllowed(
            _("This file has changed since both were compared. Compare them again, then bring the copy in.")
        )
    if coming.is_nothing:
        return
    stays = {row["id"] for row in coming.erased}  # their words are nowhere kept
    went = tuple(_went(con, [one for one in coming.rows if one.row not in stays]))
    _erase(con, coming)
    for name, fresh in coming.united.items():
        _insert(con, METADATA.tables[name], fresh)
    put_rows(con, ((one.table, one.row, one.after) for one in coming.rows))
    made = _choose(con, file, coming.doubts, choices or {})
    came = {name: {row["id"] for row in rows} for name, rows in coming.united.items() if name != ANSWERS}
    came = {name: ids | made.get(name, set()) for name, ids in came.items()}
    told = {(row["table"], row["row"]) for row in coming.united[CHANGE.name]}
    silent = (one for one in coming.rows if (one.table, one.row) not in told and one.row not in stays)
    came |= {"": {f"{one.table}:{one.row}" for one in silent}}
    remember(con, copy, {name: ids for name, ids in came.items() if ids}, went, _in_doubt(coming))


def choose_now(
    con: Connection, file: CoalitionFile, doubts: Iterable[Doubt], choices: Choices
) -> Mapping[str, frozenset[str]]:
    """Settle what was left open when the copy came in. Undoing that takes the choice along.

    Returns the ids of what was written by table, for undoing.take_back_choice.
    """
    made = {name: frozenset(ids) for name, ids in _choose(con, file, doubts, choices).items() if ids}
    also(con, made)
    return made


def put_rows(con: Connection, rows: Iterable[tuple[str, str, Row | None]]) -> None:
    """Let rows behind forms be as they are here; None deletes. No change is written: their history is there already."""
    of_table: dict[str, dict[str, Row | None]] = {}
    for name, row_id, row in rows:
        of_table.setdefault(name, {})[row_id] = row
    for name, wanted in of_table.items():
        table = METADATA.tables[name]
        for ids in values.batches(wanted):
            con.execute(delete(table).where(table.c.id.in_(ids)))
        fresh = [dict(row) for row in wanted.values() if row is not None]
        if fresh:
            con.execute(insert(table), fresh)


def _insert(con: Connection, table: Table, fresh: Sequence[Row]) -> None:
    if not fresh:
        return
    if table.name == ANSWERS:  # all out and in again: else those that came would lie beside each other
        every = [dict(row) for row in con.execute(select(table)).mappings().all()]
        con.execute(delete(table))
        fresh = sorted((*every, *fresh), key=lambda row: str(row["id"]))
    con.execute(insert(table), [dict(row) for row in fresh])


def _erase(con: Connection, coming: Coming) -> None:
    """What was erased in the other copy is erased here: this alone stays when the bringing in is undone."""
    for row in coming.erased:
        con.execute(delete(REDACTION).where(REDACTION.c.id == row["id"]))
        con.execute(insert(REDACTION), dict(row))
    for name, row in coming.replaced:
        table = METADATA.tables[name]
        con.execute(update(table).where(table.c.id == row["id"]).values(**row))
    for name, row_id in coming.lost:
        table = METADATA.tables[name]
        con.execute(delete(table).where(table.c.id == row_id))


def _went(con: Connection, rows: Sequence[Target]) -> Iterator[tuple[str, str, str, str]]:
    """What the rows say here of which no change speaks: it could not be found again after undoing."""
    of_table: dict[str, list[Target]] = {}
    for one in rows:
        if one.before is not None:
            of_table.setdefault(one.table, []).append(one)
    for name, some in of_table.items():
        past = of_rows(con, name, [one.row for one in some])
        blank = values.blank(METADATA.tables[name])
        for one in some:
            said = {change.field for change in past.get(one.row, ())}
            if not said:
                yield name, one.row, "", ""
            for column, usual in blank.items():
                if one.before is not None and column not in said and one.before[column] != usual:
                    yield name, one.row, column, values.to_json(one.before[column])


def _choose(
    con: Connection, file: CoalitionFile, doubts: Iterable[Doubt], choices: Choices
) -> dict[str, set[str]]:
    """Settle what was chosen; the ids of what that wrote, so that undoing takes it along."""
    before, counter = {table.name: _ids(con, table) for table in _MADE}, largest_counter(con)
    for doubt in doubts:
        if doubt.key in choices:
            choose(con, file, doubt, choices[doubt.key])
    made = {table.name: _ids(con, table) - before[table.name] for table in _MADE}
    own = select(CHANGE.c.id).where(CHANGE.c.writer == file.writer, CHANGE.c.counter > counter)
    return {**made, CHANGE.name: set(con.execute(own).scalars().all())}


def _ids(con: Connection, table: Table) -> set[str]:
    return set(con.execute(select(table.c.id)).scalars().all())


def _in_doubt(coming: Coming) -> Iterator[Key]:
    return iter({(one.table, one.row) for one in coming.doubts})
