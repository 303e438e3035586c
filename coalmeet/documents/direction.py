"""Text that runs from right to left: put into the order in which it is seen, Arabic letters in their joined forms.

A plain part of Unicode's bidirectional algorithm (UAX 9): letters, numbers and what stands between them; no
embeddings, whose controls are removed from user text anyway. Extracted text comes back in the order of reading,
because programs that extract turn such stretches around again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_LETTERS = {"L": "L", "R": "R", "AL": "R"}
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")


@dataclass(frozen=True, slots=True)
class Sign:
    """One character to draw, what it stands for, and its place in the order of reading."""

    drawn: str
    means: str
    place: int


def has_right_to_left(text: str) -> bool:
    """Whether any of it runs from right to left."""
    return bool(_RIGHT_TO_LEFT.search(text))


def is_right_to_left(text: str) -> bool:
    """Whether a paragraph runs from right to left: its first letter does (UAX 9, P2 and P3)."""
    found = next((kind for kind in map(unicodedata.bidirectional, text) if kind in _LETTERS), "L")
    return _LETTERS[found] == "R"


def visual(text: str, *, right_to_left: bool) -> list[Sign]:
    """The characters of one line in the order in which they are seen from the left."""
    levels = _levels(text, 1 if right_to_left else 0)
    order = list(range(len(text)))
    # L2: every stretch of a level or higher is turned around, from the highest level down to the first odd one.
    for level in range(max(levels, default=0), 0, -1):
        order = _turned(order, [levels[at] >= level for at in order])
    drawn = _joined(text)
    return [
        Sign(drawn[at].translate(_MIRRORED) if levels[at] % 2 else drawn[at], text[at], at) for at in order
    ]


def _turned(order: list[int], high: list[bool]) -> list[int]:
    turned: list[int] = []
    for is_high, stretch in groupby(zip(high, order, strict=True), key=lambda pair: pair[0]):
        places = [place for _high, place in stretch]
        turned += reversed(places) if is_high else places
    return turned


def _levels(text: str, base: int) -> list[int]:
    kinds = list(_kinds(text, "R" if base else "L"))
    return [{"R": 1, "N": 2, "L": base * 2}[kind] for kind in kinds]


def _kinds(text: str, base: str) -> Iterator[str]:
    """R, L, or N for a number among letters of the other direction; what stands between follows its neighbours."""
    strong = base
    following = _next_letters(text)
    rough: list[str] = []
    for place, character in enumerate(text):
        kind = unicodedata.bidirectional(character)
        if kind in _LETTERS:
            strong = _LETTERS[kind]
            rough.append(strong)
        elif kind in ("EN", "AN"):
            # Unlike UAX 9 a number goes with the letters after it: our sentences carry names of any script.
            rough.append("N" if strong == "R" and (following[place] == "R" or base == "R") else "L")
        elif kind == "NSM" and rough:
            rough.append(rough[-1])
        else:
            rough.append("?")
    at = 0
    for kind, stretch in groupby(rough):
        end = at + len(list(stretch))
        before, after = rough[at - 1] if at else base, rough[end] if end < len(rough) else base
        yield from [_between(before, after, text[at:end], base) if kind == "?" else kind] * (end - at)
        at = end


def _next_letters(text: str) -> list[str]:
    """For each character the direction of the next letter after it; R where none follows."""
    found = ["R"] * len(text)
    for at in range(len(text) - 2, -1, -1):
        kind = unicodedata.bidirectional(text[at + 1])
        found[at] = _LETTERS.get(kind, found[at + 1])
    return found


def _between(before: str, after: str, text: str, base: str) -> str:
    if before == after == "N":
        # "12:30" and "1,000" are one number; "3 - 5" are two.
        return "N" if len(text) == 1 and text in ".,:/+-" else "R"
    one, two = ("R" if kind == "N" else kind for kind in (before, after))
    return one if one == two else base


def _joined(text: str) -> list[str]:
    """The characters of a text, Arabic letters in the form that joins them to their neighbours."""
    joined: list[str] = []
    for at, character in enumerate(text):
        forms = _forms().get(character)
        if not forms:
            joined.append(character)
            continue
        before, after = _neighbour(text, at, -1), _neighbour(text, at, 1)
        to_before = "initial" in _forms().get(before, {}) and "final" in forms
        to_after = "initial" in forms and "final" in _forms().get(after, {})
        form = ("medial" if to_after else "final") if to_before else ("initial" if to_after else "isolated")
        joined.append(forms.get(form, character))
    return joined


def _neighbour(text: str, at: int, step: int) -> str:
    at += step
    while 0 <= at < len(text) and unicodedata.combining(text[at]):
        at += step
    return text[at] if 0 <= at < len(text) else ""


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Letter → its isolated, initial, medial and final form, as Unicode's own decompositions name them."""
    forms: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFC00), *range(0xFE80, 0xFEF5)):
        name, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        if len(letters) == 1:
            forms.setdefault(chr(int(letters[0], 16)), {})[name.strip("<>")] = chr(code)
    return forms
