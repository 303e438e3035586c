"""Recognising a table's columns by what people call them, whatever the case, accents and punctuation."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence


def simple(heading: str) -> str:
    """The heading in lower case, without accents, brackets' contents kept, signs as single blanks."""
    spread = unicodedata.normalize("NFKD", heading.casefold())
    kept = "".join(sign if sign.isalnum() else " " for sign in spread if not unicodedata.combining(sign))
    return " ".join(kept.split())


def recognise(headings: Sequence[str], known: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Where each known column stands: known maps our name to the names people use, best first.

    A whole match wins over a heading that merely begins with the name ("Minutes (planned)"); a column serves
    once.
    """
    found: dict[str, int] = {}
    names = [simple(heading) for heading in headings]
    for begins in (False, True):
        for ours, theirs in known.items():
            free = {place: name for place, name in enumerate(names) if place not in found.values()}
            place = _first(free, theirs, begins=begins)
            if ours not in found and place is not None:
                found[ours] = place
    return found


def _first(headings: Mapping[int, str], theirs: Sequence[str], *, begins: bool) -> int | None:
    for name in theirs:
        for place, heading in headings.items():
            if heading == name or (begins and heading.startswith(name + " ")):
                return place
    return None
