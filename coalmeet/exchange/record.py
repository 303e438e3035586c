"""The meeting record, version 1: reading it with every key checked, and writing it back as it came.

The keys are described for people in resources/help/exchange-format.md. A record stays a plain
dictionary: nothing is renamed, completed or dropped, so that export gives back what import took.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from coalmeet.errors import FileProblem
from coalmeet.exchange.checks import Place
from coalmeet.exchange.json_text import load
from coalmeet.exchange.record_keys import RECORD
from coalmeet.text import _

FORMAT = "coalmeet.meeting"
VERSION = 1

Record = dict[str, Any]


def read(data: bytes | str, name: str) -> Record:
    """The record in data, exactly as written.

    name is what a person calls the source (a file name); it begins every refusal.
    Raises FileProblem naming the file, the key (`agenda[3].minutes`, counted from 0) and what was expected.
    """
    value = load(data, name)
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise FileProblem(
            _("{file}: this is not a meeting record; “format” should be “coalmeet.meeting”.").format(
                file=name
            )
        )
    _check_version(value.get("version"), name)
    RECORD.check(value, Place(name))
    return value


def _check_version(version: object, name: str) -> None:
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise FileProblem(_("{file}: “version” must be the whole number 1.").format(file=name))
    if version > VERSION:
        raise FileProblem(
            _(
                "{file}: “version” is {version}, and this Coalmeet reads version 1 of the meeting record; "
                "open it with a newer Coalmeet."
            ).format(file=name, version=str(version)[:20])
        )


def dump(record: Mapping[str, Any]) -> str:
    """The record as JSON text, keys in their own order, one value a line, ending with a line end."""
    return json.dumps(record, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def digest(record: Mapping[str, Any]) -> str:
    """SHA-256 in hex of what the record says; the order of keys and white space between them do not count."""
    text = json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(text.encode()).hexdigest()


def is_planned(record: Mapping[str, Any]) -> bool:
    """True if the meeting has not been held: no item has an outcome, notes, actions or a decision with one.

    In the format `outcome` is null while planned; a decision without one is a draft proposal. A
    record without items tells nothing that happened unless somebody is said to have been present.
    """
    for item in record["agenda"]:
        if item.get("outcome") or item.get("notes") or item.get("actions"):
            return False
        if any(decision.get("outcome") for decision in item.get("decisions") or ()):
            return False
    if record["agenda"]:
        return True
    return not any(person.get("present") for person in record.get("people") or ())
