"""Where a text speaks of a person: by name, by a part of it, by an address; and the same text without them."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["name", "part", "address"]

AROUND = 48  # characters of the line that are shown on each side of what was found
LEAST_PART = 3  # characters: of "Li" or "Jo" alone nobody is known
ERASED = "…"  # in the place of an address, and of a word that a person gave

# Words that stand in names and in ordinary sentences alike.
_PARTICLES = frozenset(
    {"van", "von", "der", "den", "del", "della", "das", "dos", "ben", "bin", "ibn", "the", "and", "zum"}
)


@dataclass(frozen=True, slots=True)
class Words:
    """What a person is known by. `shared` are names of others and of organisations in which some of it stands too."""

    names: tuple[str, ...]
    addresses: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[str, ...]:
        """The single words of the names that have several."""
        words = (word for name in self.names for word in re.findall(r"[^\s,.]+", name) if word != name)
        long = (one for one in words if len(one) >= LEAST_PART and one not in _PARTICLES)
        return tuple(dict.fromkeys(long))


@dataclass(frozen=True, slots=True)
class Spot:
    """One place in a text: what was found, and the line around it. Equal spots are taken for one by whoever chooses.

    `certain` says that it can be nobody else: an address, or a text that is the name and nothing more.
    """

    kind: Kind
    before: str
    found: str
    after: str
    certain: bool = False
    likely: bool = True


class Finder:
    """Looks for one person in many texts; `namesake` says that somebody else in the file has the same name."""

    def __init__(self, words: Words, *, namesake: bool = False) -> None:
        self._words, self._namesake = words, namesake
        self._pattern = _pattern(words)
        first = [_folded(one.split()[0]) for one in (*words.names, *words.addresses, *words.parts)]
        packed = [
            json.dumps(one, ensure_ascii=False)[1:-1] for one in first
        ]  # with quotes as JSON writes them
        self._hints = tuple(dict.fromkeys((*first, *packed)))
        self._addresses = frozenset(map(_folded, words.addresses))
        self._names = frozenset(map(_folded, words.names))
        # Only a name in which some of this one stands can hold a place that was found.
        others = [one for one in words.shared if self.may_speak(one) and _folded(one) not in self._names]
        self._others = _alternatives(others) if others else None

    def spots(self, text: str, *, theirs: bool | None = None) -> Iterator[tuple[int, int, Spot]]:
        """Where the text speaks of the person: from, to, and what stands there.

        `theirs` says whether what holds the text is the person's own (their row, their seat), another one's, or, None,
        neither is known.
        """
        if theirs is False or not self.may_speak(text):
            return
        apart: list[tuple[int, int]] | None = None
        for found in self._pattern.finditer(text):
            if apart is None:
                apart = [other.span() for other in self._others.finditer(text)] if self._others else []
            inside = any(start <= found.start() and found.end() <= end for start, end in apart)
            yield found.start(), found.end(), self._spot(text, found, theirs=theirs, inside=inside)

    def without(
        self, text: str, wanted: Callable[[Spot], bool], instead: str, *, theirs: bool | None = None
    ) -> str:
        """The text with `instead` in the place of every wanted spot; an address leaves a sign that something stood."""
        made, at = [], 0
        for start, end, spot in self.spots(text, theirs=theirs):
            if wanted(spot):
                made += [text[at:start], ERASED if spot.kind == "address" else instead]
                at = end
        return "".join([*made, text[at:]]) if made else text

    def may_speak(self, text: str) -> bool:
        """Whether a text, or JSON as a file keeps it, is worth a closer look: nearly all of them are not."""
        folded = text.casefold() if text.isascii() else _composed(text).casefold()
        return any(hint in folded for hint in self._hints)

    def _spot(self, text: str, found: re.Match[str], *, theirs: bool | None, inside: bool) -> Spot:
        folded = _folded(found[0])
        kind: Kind = "address" if folded in self._addresses else "name" if folded in self._names else "part"
        alone = text.strip() == found[0] and kind == "name"
        known = theirs or not self._namesake
        certain = kind == "address" or (alone and bool(known))
        before, after = _around(text, found.start(), found.end())
        likely = certain or (not inside and (bool(theirs) or self._is_likely(found[0], kind)))
        return Spot(kind, before, found[0], after, certain, likely)

    def _is_likely(self, found: str, kind: Kind) -> bool:
        if kind == "name" or self._namesake:
            return not self._namesake
        word = found.casefold()
        return not any(word in re.findall(r"[^\s,.]+", one.casefold()) for one in self._words.shared)


def words_of(names: Iterable[str], addresses: Iterable[str] = (), shared: Collection[str] = ()) -> Words:
    """What to look for: every spelling once, without empty ones, the longest first."""
    return Words(_cleaned(names), _cleaned(addresses), tuple(dict.fromkeys(shared)))


def _cleaned(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(
        sorted({" ".join(one.split()) for one in texts if one.strip()}, key=lambda one: (-len(one), one))
    )


def _pattern(words: Words) -> re.Pattern[str]:
    whole = [one for one in (*words.addresses, *words.names) if " " in one or one in words.addresses]
    # A single word may be one of the language: it is looked for as it is written.
    single = [one for one in (*words.names, *words.parts) if one not in whole]
    either = [f"(?i:{_any(whole)})"] if whole else []
    return re.compile(
        rf"(?<!\w)(?:{'|'.join([*either, *([_any(single)] if single else [])]) or '(?!)'})(?!\w)"
    )


def _alternatives(texts: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?i:{_any(texts)})(?!\w)")


def _any(texts: Iterable[str]) -> str:
    """Any of the texts, the longest first, with any white space between words, composed letters or not."""
    forms = {form for one in texts for form in (one, _composed(one), unicodedata.normalize("NFD", one))}
    return "|".join(
        r"\s+".join(map(re.escape, one.split())) for one in sorted(forms, key=lambda one: (-len(one), one))
    )


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _folded(text: str) -> str:
    return " ".join(_composed(text).casefold().split())


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands on the same line, cut where a word begins or ends."""
    begins, ends = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    before, after = text[begins:start], text[end : ends if ends >= 0 else len(text)]
    if len(before) > AROUND:
        before = "… " + before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0] + " …"
    return before, after
