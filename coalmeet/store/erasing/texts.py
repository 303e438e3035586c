"""Every text that a file holds, row by row, as SQLite has it: in columns, and in the JSON of logs and records."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, TableClause, column, select
from sqlalchemy import table as sql_table

from coalmeet.store.tables import CHANGE, METADATA, MOVE, QUIET, RECORD
from coalmeet.store.tables.kinds import Several

# Columns, and keys in JSON, that hold codes of the program alone: a person may be called like one of them.
CODES = frozenset(
    {
        "boot", "built_in", "capacity", "digest", "event", "field", "id", "label", "outcome", "row", "seen", "table",
        "tell_voices", "tell_words", "tested_by", "time_zone", "timezone", "unit", "writer",
    }
)  # fmt: skip
_COMPACT = (",", ":")
_JSON = frozenset({(MOVE.name, "events"), (RECORD.name, "body"), (CHANGE.name, "value")})

Value = Any
# What becomes of one text; the second value is the mapping that holds it, an empty one for none.
Rewrite = Callable[[str, Mapping[str, Value]], str]


@dataclass(frozen=True, slots=True)
class TextRow:
    """One row: its table, its id, and its columns of text by their names."""

    table: str
    id: str
    texts: Mapping[str, str]


def rows(con: Connection) -> Iterator[TextRow]:
    """Every row with its texts, the logs of meetings first. Reads one table at a time."""
    tables = sorted(METADATA.tables.values(), key=lambda one: (one is not MOVE, one.name))
    for table in tables:
        if table not in QUIET:
            yield from _of_table(con, table)


def columns(table: Table) -> tuple[str, ...]:
    """The columns that hold text, codes and ids among them."""
    texts = (one for one in table.columns if one.type.compile().upper() in {"TEXT", "VARCHAR"})
    return tuple(one.name for one in texts if one.name != "id")


def rewritten(row: TextRow, rewrite: Rewrite, is_worth_it: Callable[[str], bool]) -> dict[str, str]:
    """The columns of a row that come out otherwise, as they are to be kept; those not worth it are not looked into."""
    if row.table == CHANGE.name and row.texts.get("field") in CODES:
        return {}
    found = {}
    for name, text in row.texts.items():
        if name in CODES or not is_worth_it(text):
            continue
        new = _in_json(row, name, rewrite) if _is_json(row.table, name) else rewrite(text, row.texts)
        if new != text:
            found[name] = new
    return found


def walked(value: Value, rewrite: Rewrite, holder: Mapping[str, Value]) -> Value:
    """A value from JSON with every text in it rewritten, keys that are no words of the format among them."""
    if isinstance(value, str):
        return rewrite(value, holder)
    if isinstance(value, list):
        return [walked(one, rewrite, holder) for one in value]
    if isinstance(value, dict):
        return {
            key if _is_key(key) else rewrite(key, value): (
                one if key in CODES and isinstance(one, str) else walked(one, rewrite, value)
            )
            for key, one in value.items()
        }
    return value


def plain(table: Table) -> TableClause:
    """The table with its texts as SQLite has them, letter for letter: nothing is read into them, nothing packed."""
    return sql_table(table.name, column("id"), *(column(name) for name in columns(table)))


def _of_table(con: Connection, table: Table) -> Iterator[TextRow]:
    as_kept, names = plain(table), columns(table)
    for found in con.execute(select(as_kept).order_by(as_kept.c.id)).all():
        texts = {name: text for name, text in zip(names, found[1:], strict=True) if text}
        yield TextRow(table.name, found[0], texts)


def _is_json(table: str, name: str) -> bool:
    return (table, name) in _JSON or isinstance(METADATA.tables[table].columns[name].type, Several)


def _in_json(row: TextRow, name: str, rewrite: Rewrite) -> str:
    text = row.texts[name]
    value = json.loads(text)
    new = walked(value, rewrite, row.texts)
    if new == value:
        return text  # letter for letter, as others may have written it
    return json.dumps(
        new, ensure_ascii=False, separators=_COMPACT if row.table in (MOVE.name, RECORD.name) else None
    )


def _is_key(key: str) -> bool:
    return key.isidentifier() and key.islower()
