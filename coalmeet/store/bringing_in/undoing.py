"""A bringing in taken back as a whole: the file is as if the copy had never come, but for what was erased."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from coalmeet.errors import NotAllowed
from coalmeet.ids import new_id
from coalmeet.store import values
from coalmeet.store.bringing_in import REBUILT
from coalmeet.store.bringing_in.applying import put_rows
from coalmeet.store.bringing_in.comparing import stamp
from coalmeet.store.bringing_in.memory import Remembered, last
from coalmeet.store.bringing_in.rebuilding import row_of
from coalmeet.store.bringing_in.values import Key, Row, Stamp, Target
from coalmeet.store.changes import of_rows
from coalmeet.store.file import CoalitionFile
from coalmeet.store.tables import BRINGING_IN, METADATA, SURVEY, SURVEY_ANSWER
from coalmeet.store.values import batches
from coalmeet.text import _

# In which column a row names what it builds upon, table by table.
_BUILDS_ON = {"change": "seen", "record": "seen", "move": "parent", "decision_entry": "answers"}


@dataclass(frozen=True, slots=True)
class Undone:
    """What went with the bringing in, so that it can be done again."""

    gone: Mapping[str, tuple[Row, ...]]
    rows: tuple[Target, ...]
    stamp: Stamp


def can_undo(con: Connection) -> str | None:
    """The name of the copy that came in last and can go again as a whole; None where there is none."""
    found = last(con)
    return None if found is None else found.copy


def undo(con: Connection, file: CoalitionFile) -> Undone:
    """Take back the last bringing in, with what was chosen for it.

    Raises NotAllowed where there is none, and where something has been written on top of it since.
    """
    found = last(con)
    if found is None:
        raise NotAllowed(
            _("No copy came in that could be taken back. Put a backup back on the page “The file”.")
        )
    undone = _take_out(con, found, _last_rows(con, found))
    file.writer = new_id()  # what it chose may live on in a copy: this opening must not seem to know of it
    return undone


def take_back_choice(con: Connection, file: CoalitionFile, made: Mapping[str, frozenset[str]]) -> Undone:
    """Let a question be open again: take out what answering it wrote, see applying.choose_now.

    Raises NotAllowed where something has been written on top of it since.
    """
    wanted = [row for row in _every(con, BRINGING_IN.name) if _says(row["came"], made)]
    undone = _take_out(con, Remembered(0, "", made, ()), wanted)
    file.writer = new_id()
    return undone


def _take_out(con: Connection, found: Remembered, remembered: Iterable[Row]) -> Undone:
    gone = {name: tuple(_rows(con, name, ids)) for name, ids in found.came.items() if name}
    gone[BRINGING_IN.name] = tuple(remembered)
    touched = {(row["table"], row["row"]) for row in gone.get("change", ())}
    touched |= {(table, row) for table, row, _field, _text in found.went}
    touched |= {_key(one) for one in found.came.get("", ())}
    _refuse_if_built_upon(con, found)
    for name, some in gone.items():
        table = METADATA.tables[name]
        for ids in batches(row["id"] for row in some):
            con.execute(delete(table).where(table.c.id.in_(ids)))
    rows = tuple(_as_before(con, touched, found))
    _refuse_if_named(con, rows)
    put_rows(con, ((one.table, one.row, one.after) for one in rows))
    _drop_answers(con, rows)
    return Undone(gone, rows, stamp(con))


def _every(con: Connection, name: str) -> list[Row]:
    return [dict(row) for row in con.execute(select(METADATA.tables[name])).mappings().all()]


def _says(came: Sequence[Sequence[str]], made: Mapping[str, frozenset[str]]) -> bool:
    """Whether a row of the memory is that of this choice alone."""
    return bool(came) and all(frozenset(ids) == made.get(table) for table, *ids in came)


def again(con: Connection, undone: Undone) -> None:
    """Bring in again what was just taken back. Raises NotAllowed where the file has changed since."""
    if stamp(con) != undone.stamp:
        raise NotAllowed(_("This file has changed since. Bring the copy in once more instead."))
    for name, some in undone.gone.items():
        if some:
            con.execute(insert(METADATA.tables[name]), [dict(row) for row in some])
    put_rows(con, ((one.table, one.row, one.before) for one in undone.rows))


def _key(text: str) -> Key:
    table, _colon, row_id = text.partition(":")
    return table, row_id


def _rows(con: Connection, name: str, ids: frozenset[str]) -> Iterator[Row]:
    table = METADATA.tables[name]
    for some in batches(sorted(ids)):
        for row in con.execute(select(table).where(table.c.id.in_(some))).mappings().all():
            yield dict(row)


def _last_rows(con: Connection, found: Remembered) -> Iterator[Row]:
    wanted = select(BRINGING_IN).where(BRINGING_IN.c.counter == found.counter)
    return (dict(row) for row in con.execute(wanted).mappings().all())


def _as_before(con: Connection, touched: set[Key], found: Remembered) -> Iterator[Target]:
    """The rows as their own history makes them, with what had been filled in without one."""
    filled: dict[Key, dict[str, Any]] = {}
    for table_name, row_id, field, text in found.went:
        fields = filled.setdefault((table_name, row_id), {})
        if field:
            fields[field] = values.from_json(METADATA.tables[table_name].c[field], text)
    for name in REBUILT:
        table = METADATA.tables[name]
        ids = sorted(row for of, row in touched if of == name)
        past = of_rows(con, name, ids)
        stands = {row["id"]: row for row in _rows(con, name, frozenset(ids))}
        for one in ids:
            unsaid = None
            if past.get(one) or (name, one) in filled:
                unsaid = {"id": one, **values.blank(table), **filled.get((name, one), {})}
            after = row_of(table, one, past.get(one, ()), unsaid)
            if after != stands.get(one):
                yield Target(name, one, stands.get(one), after)


def _refuse_if_built_upon(con: Connection, found: Remembered) -> None:
    """Nothing that was written since may hang in the air."""
    for name, column in _BUILDS_ON.items():
        came = found.came.get(name, frozenset())
        if not came:
            continue
        table = METADATA.tables[name]
        for row in con.execute(select(table.c.id, table.c[column])).all():
            upon = row[1] if isinstance(row[1], tuple) else (row[1],)
            if row.id not in came and came.intersection(upon):
                raise _changed_since()


def _refuse_if_named(con: Connection, rows: Sequence[Target]) -> None:
    """No row that stays may belong to a meeting that goes."""
    going = {one.row for one in rows if one.table == "meeting" and one.after is None}
    if not going:
        return
    gone = {(one.table, one.row) for one in rows if one.after is None}
    for name in (*REBUILT, "record", "move"):
        table = METADATA.tables[name]
        if "meeting" not in table.c:
            continue
        for some in batches(sorted(going)):
            ids = con.execute(select(table.c.id).where(table.c.meeting.in_(some))).scalars().all()
            if any((name, one) not in gone for one in ids):
                raise _changed_since()


def _drop_answers(con: Connection, rows: Sequence[Target]) -> None:
    """Answers to a survey that is no longer here; those of others stay, nobody can tell which of them came."""
    gone = [one.row for one in rows if one.table == SURVEY.name and one.after is None]
    for some in batches(gone):
        con.execute(delete(SURVEY_ANSWER).where(SURVEY_ANSWER.c.survey.in_(some)))


def _changed_since() -> NotAllowed:
    return NotAllowed(
        _(
            "What came in was changed or gone on with since. Take that back first, or put back the backup from before "
            "on the page “The file”."
        )
    )
