"""Whether a value that somebody else has written is one that the program itself could have written there.

The kinds are those of coalmeet.store.tables.rules. Nothing here needs SQLAlchemy: it runs in the process that reads.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from coalmeet.errors import FileProblem
from coalmeet.exchange.json_text import load

LONGEST_ID = 32  # characters
LONGEST_TEXT = 1 << 20  # bytes: a book of five hundred pages
LONGEST_JSON = 8 << 20  # bytes; the longest of 265 real records has a tenth of one megabyte times six
MOST_VALUES = 300_000  # in one JSON text; read, each takes up to two hundred bytes
# A day, and so many days after it, are still a date; so is a moment, and so many minutes after it.
LARGEST_NUMBER = 1_000_000
LAST_YEAR = 7000
FIRST_MOMENT, LAST_MOMENT = (
    -62_000_000_000_000,
    158_700_000_000_000,
)  # milliseconds since 1970; the years 5 and 6998
LARGEST_COUNT = 1 << 53

Fits = Callable[[Any], bool]
Rule = tuple[str, bool]


def bytes_of(kind: str) -> int:
    """The most bytes that a value of this kind takes in the file; numbers are measured by themselves."""
    return {"id": 4 * LONGEST_ID, "day": 10, "text": LONGEST_TEXT}.get(kind, LONGEST_JSON)


def fits(rule: Rule, value: Any) -> bool:
    """Whether the value, as SQLite answered it, may stand in a column with this rule."""
    kind, may_be_empty = rule
    return may_be_empty if value is None else _KINDS[kind](value)


def change_fits(rule: Rule | None, text: str) -> bool:
    """Whether a change may say that a field with this rule got the value in this JSON; None: its row was deleted."""
    try:
        value = json_of(text)
    except ValueError:
        return False
    if rule is None or value is None:
        return value is None and (rule is None or rule[1])
    kind = rule[0]
    if kind == "flag":
        return value in (True, False)
    return _SHAPES[kind](value) if kind in _SHAPES else _KINDS[kind](value)


def json_of(text: str) -> Any:
    """The value of a JSON text. Raises ValueError for one that is none, too deep, or of too many parts."""
    if text == "[]":  # half of all: a change that replaces none
        return []
    if sum(text.count(sign) for sign in ",[{") > MOST_VALUES:
        raise ValueError("too many values")
    try:
        return load(text, "")
    except FileProblem as problem:
        raise ValueError("no JSON that we would write") from problem


def _is_id(value: Any) -> bool:
    return _is_text(value) and 0 < len(value) <= LONGEST_ID


def _is_text(value: Any) -> bool:
    return type(value) is str and "\0" not in value


def _is_day(value: Any) -> bool:
    if type(value) is not str or len(value) != len("2026-05-14"):
        return False
    try:
        found = date.fromisoformat(value)
    except ValueError:
        return False
    return found.year <= LAST_YEAR and found.isoformat() == value


def _is_flag(value: Any) -> bool:
    return type(value) is int and value in (0, 1)


def _is_number(value: Any) -> bool:
    return type(value) is int and -LARGEST_NUMBER <= value <= LARGEST_NUMBER


def _is_count(value: Any) -> bool:
    return type(value) is int and 0 <= value <= LARGEST_COUNT


def _is_moment(value: Any) -> bool:
    return type(value) is int and FIRST_MOMENT <= value <= LAST_MOMENT


def _is_hours(value: Any) -> bool:
    return type(value) in (int, float) and math.isfinite(value) and abs(value) <= LARGEST_NUMBER


def _are(fits_one: Fits) -> Fits:
    return lambda value: isinstance(value, list) and all(fits_one(one) for one in value)


def _is_mandate(value: Any) -> bool:
    """An organisation, and the day until which it says."""
    return isinstance(value, list) and len(value) == 2 and _is_text(value[0]) and _is_day(value[1])


def _is_span(value: Any) -> bool:
    """From when until when; the end may be open."""
    pair = isinstance(value, list) and len(value) == 2
    return pair and _is_moment(value[0]) and (value[1] is None or _is_moment(value[1]))


def _are_rows(value: Any) -> bool:
    """A table, and ids of rows in it."""
    return _are(_is_text)(value) and len(value) >= 2


def _is_field(value: Any) -> bool:
    """Table, row, field, and the JSON of what stood there."""
    return _are(_is_text)(value) and len(value) == 4


def _are_events(value: Any) -> bool:
    from coalmeet.store import codec

    try:
        codec.from_values(json_of(value))
    except ValueError:
        return False
    return True


def _is_record(value: Any) -> bool:
    from coalmeet.exchange.checks import Place
    from coalmeet.exchange.record_keys import RECORD

    def is_one(found: Any) -> bool:
        try:
            RECORD.check(found, Place(""))
        except FileProblem:
            return False
        return True

    return _is_json(value, is_one)


def _is_json(value: Any, fits: Fits) -> bool:
    try:
        return type(value) is str and fits(json_of(value))
    except ValueError:
        return False


# What the members of a list are.
_SHAPES: dict[str, Fits] = {
    "texts": _are(_is_text),
    "mandates": _are(_is_mandate),
    "spans": _are(_is_span),
    "rows": _are(_are_rows),
    "fields": _are(_is_field),
}
_KINDS: dict[str, Fits] = {
    "id": _is_id,
    "text": _is_text,
    "day": _is_day,
    "flag": _is_flag,
    "number": _is_number,
    "count": _is_count,
    "moment": _is_moment,
    "hours": _is_hours,
    **{name: partial(_is_json, fits=shape) for name, shape in _SHAPES.items()},
    "events": _are_events,
    "record": _is_record,
    # What a change says is measured by the rule of the field that it speaks of.
    "value": _is_text,
}
