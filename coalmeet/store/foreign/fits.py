"""Whether a value that somebody else has written is one that the program itself could have written there.

The kinds are those of coalmeet.store.tables.rules. Nothing here needs SQLAlchemy: it runs in the process that reads.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date
from typing import Any

from coalmeet.errors import FileProblem
from coalmeet.exchange.json_text import load

LONGEST_ID = 32  # characters
LONGEST_TEXT = 1 << 20  # bytes: a book of five hundred pages
LONGEST_JSON = 8 << 20  # bytes; the longest of 265 real records has a tenth of one megabyte times six
MOST_VALUES = 300_000  # in one JSON text; read, each takes up to two hundred bytes
LARGEST_NUMBER = 1_000_000_000  # people, minutes, days: what a window can still show
LARGEST_COUNT = 1 << 53
LAST_MOMENT = 253_402_128_000_000  # 30 December 9999: in each time zone still a date that has four digits

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
    return _is_plain(value) if kind == "several" else _KINDS[kind](value)


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
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_flag(value: Any) -> bool:
    return type(value) is int and value in (0, 1)


def _is_number(value: Any) -> bool:
    return type(value) is int and -LARGEST_NUMBER <= value <= LARGEST_NUMBER


def _is_count(value: Any) -> bool:
    return type(value) is int and 0 <= value <= LARGEST_COUNT


def _is_moment(value: Any) -> bool:
    return type(value) is int and 0 <= value <= LAST_MOMENT


def _is_hours(value: Any) -> bool:
    return type(value) in (int, float) and math.isfinite(value) and abs(value) <= LARGEST_NUMBER


def _is_several(value: Any) -> bool:
    return _is_json(value, _is_plain)


def _is_plain(value: Any) -> bool:
    """A list of texts, numbers and lists of those, as a tuple is kept; the reader has refused what is too deep."""
    if not isinstance(value, list):
        return False
    return all(_is_plain(one) if isinstance(one, list) else not isinstance(one, dict) for one in value)


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


_KINDS: dict[str, Fits] = {
    "id": _is_id,
    "text": _is_text,
    "day": _is_day,
    "flag": _is_flag,
    "number": _is_number,
    "count": _is_count,
    "moment": _is_moment,
    "hours": _is_hours,
    "several": _is_several,
    "events": _are_events,
    "record": _is_record,
    # What a change says is measured by the rule of the field that it speaks of.
    "value": _is_text,
}
