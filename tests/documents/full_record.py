"""A record in which everything stands that a record may hold, each text a word of its own: by the checks of import."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import Any

from coalmeet.exchange import checks
from coalmeet.exchange.checks import Check, Codes, Keys, Many, Span
from coalmeet.exchange.record_keys import RECORD

Record = dict[str, Any]
_FIRST = {
    checks.DAY: "2026-05-20",
    checks.FLAG: False,
    checks.MOMENT: "18:10",
    checks.MORE_OR_LESS: 5,
    checks.NUMBER: 30,
    checks.TIME: "18:00",
    checks.WHOLE: 1,
    checks.ZONE: "Europe/Berlin",
}


def full_record(known: Mapping[str, Any]) -> tuple[Record, dict[str, str]]:
    """The record, and the path of each of its words; `known` are values of paths that mean something."""
    numbers, words = count(1), {}

    def fill(check: Check, path: str) -> Any:
        if path in known:
            return known[path]
        if isinstance(check, Keys):
            return {key: fill(inner, f"{path}.{key}".lstrip(".")) for key, inner in check.known.items()}
        if isinstance(check, Many):
            return [fill(check.inner, path)]
        if isinstance(check, Codes):
            return check.codes[0]
        if isinstance(check, Span):
            return ["18:00:00", "18:30:00"] if check.seconds else ["18:00", "18:30"]
        if check is checks.TEXT:
            word = f"w{next(numbers)}ord"
            words[word] = path
            return word
        return next(value for kind, value in _FIRST.items() if kind is check)

    record = fill(RECORD, "")
    return record | {"format": "coalmeet.meeting", "version": 1, "date": "2026-05-14"}, words
