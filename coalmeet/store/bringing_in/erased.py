"""One text that two copies have erased something of, each its own: what stays is what both have left."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any

from coalmeet.coalition.mentions import ERASED
from coalmeet.text import _

_PIECES = re.compile(r"\w+|\W")


def erased_in_both(one: Any, other: Any) -> Any:
    """The value without what either copy erased, the same whichever comes first.

    Where the two differ, a word that stands for an erased one goes before any other, else the shorter.
    """
    if one == other:
        return one
    if not isinstance(one, str) or not isinstance(other, str):
        return min(one, other, key=repr)
    first, second = sorted((one, other))
    made = _united(_PIECES.findall(first), _PIECES.findall(second))
    return made if _is_json(first) == _is_json(made) else min(first, second, key=len)


def _united(one: Sequence[str], other: Sequence[str]) -> str:
    made = []
    for what, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        ours, theirs = "".join(one[a:b]), "".join(other[c:d])
        made.append(ours if what == "equal" else min(ours, theirs, key=_words_left))
    return "".join(made)


def _words_left(text: str) -> tuple[bool, int, str]:
    stands_for = any(mark in text for mark in (ERASED, _("a person")))
    return not stands_for and bool(text), len(text), text


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True
