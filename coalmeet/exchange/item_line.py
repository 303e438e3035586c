"""One line of an agenda as people write it, taken apart: "10 min Budget (decision) – Amina"."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from coalmeet.exchange.drafts import ItemDraft
from coalmeet.exchange.marks import (
    LONGEST_MARKED,
    SEPARATOR,
    find_minutes,
    label_in,
    minutes_in,
    plain,
    times_at_start,
)

MOST_WORDS_IN_A_NAME = 4
_BRACKETS = re.compile(r"\s*[(\[{（【]([^()\[\]{}（）【】]{1,200})[)\]}）】]\s*")
_PARTS = re.compile(r"\s+[–—-]{1,2}\s+|\s*[|·•\x1f]\s*|\s*[–—]\s+")
_INNER = re.compile(r"\s*[,;/|·•]\s*|\s+[–—-]\s+")
_LED_BY = re.compile(
    r"^(?:(?:led|presented|brought|hosted)\s+by|by|presenters?|leads?|leader|owner|host|speakers?|who|with)\b\s*[:=]?\s+"
    r"|^(?:presenters?|leads?|owner|host|speakers?|who)\s*[:=]\s*",
    re.IGNORECASE,
)
_MENTION = re.compile(r"(?:^|(?<=[\s,;&(]))@(\w[\w.\-]*)")
_PARTICLES = ("de", "van", "von", "der", "da", "al", "bin", "of")
_BETWEEN_NAMES = re.compile(r"\s*(?:[,;/&+、，]|\band\b|\bund\b|\bet\b)\s*")
_PREFIX = re.compile(r"^\s*(?P<word>[^\W\d_]+(?: [^\W\d_]+)?)\s*[:：]\s+(?=\S)")
_FRONT_BRACKET = re.compile(r"^\s*[\[({【]([^\])}】]{1,40})[\])}】]\s*:?\s*")
_ITEM_NUMBER = re.compile(r"^(?:agenda\s+)?item\s+\d+\s*[:.)–-]\s*", re.IGNORECASE)
_TAIL_NUMBER = re.compile(r"\s*[(\[](\d{1,3})[)\]]\s*$")


@dataclass
class Line:
    """What is left of the line, and what was taken out of it so far."""

    rest: str
    people: Collection[str] = ()
    label: str = ""
    minutes: int | None = None
    start: str = ""
    presenters: list[str] = field(default_factory=list)

    @property
    def marked(self) -> bool:
        """Whether the line carries anything that only an agenda item carries."""
        return bool(self.label or self.minutes or self.start or self.presenters)

    def take(self, words: str, *, names: bool) -> bool:
        """Whether the words are nothing but a mark, which is then kept; names allows guessing at people."""
        minutes = minutes_in(words)
        label = label_in(words)
        led_by = _LED_BY.match(words)
        found = names_in(words[led_by.end() :] if led_by else words)
        if minutes is not None:
            self.minutes = self.minutes or minutes
        elif label:
            self.label = self.label or label
        elif found and (led_by or self._are_known(found) or (names and all(map(_looks_like_name, found)))):
            self.presenters += [name for name in found if name not in self.presenters]
        else:
            return False
        return True

    def _are_known(self, names: list[str]) -> bool:
        known = {name.casefold() for name in self.people}
        known |= {first for name in known for first in name.split()[:1]}
        return bool(known) and all(name.casefold() in known for name in names)


def read_line(words: str, people: Collection[str] = ()) -> ItemDraft:
    """The draft that one line stands for; people are known names, recognised without any other mark.

    What cannot be understood stays in the title: nothing that was typed is lost.
    """
    text, addresses = plain(words.replace(SEPARATOR, " "))
    line = Line(_ITEM_NUMBER.sub("", text), people)
    if len(text) <= LONGEST_MARKED:
        _take_front(line)
        _take_mentions(line)
        _take_brackets(line)
        _take_minutes(line)
        _take_brackets(line)
        _take_ends(line)
    return ItemDraft(
        title=_tidy(line.rest) or _tidy(text) or words.strip(),
        label=line.label,
        minutes=line.minutes,
        presenters=tuple(line.presenters),
        notes="\n".join(addresses),
        start=line.start,
    )


def is_marked(words: str) -> bool:
    """Whether a line carries a timebox, a label, a time of day or a presenter."""
    draft = read_line(words)
    return bool(draft.label or draft.minutes or draft.start or draft.presenters)


def _take_front(line: Line) -> None:
    line.start, line.minutes, line.rest = times_at_start(line.rest)
    for _mark in range(3):
        match = _PREFIX.match(line.rest)
        if match and (label := label_in(match["word"])):
            line.label = line.label or label
            line.rest = line.rest[match.end() :]
        front = _FRONT_BRACKET.match(line.rest)
        if front and line.take(front[1], names=False):
            line.rest = line.rest[front.end() :]


def _take_minutes(line: Line) -> None:
    if line.minutes is None:
        line.minutes, line.rest = find_minutes(line.rest)
    if line.minutes is None and (match := _TAIL_NUMBER.search(line.rest)):
        line.minutes, line.rest = int(match[1]), line.rest[: match.start()]


def _take_brackets(line: Line) -> None:
    """(decision), (10 min, Amina): a bracket counts only if all of it is understood."""
    for match in reversed(list(_BRACKETS.finditer(line.rest))):
        parts = [part for part in _INNER.split(match[1]) if part]
        sure = line.marked or any(minutes_in(part) is not None or label_in(part) for part in parts)
        trial = replace(line, presenters=list(line.presenters))
        if parts and all(trial.take(part, names=sure) for part in parts):
            line.label, line.minutes, line.presenters = trial.label, trial.minutes, trial.presenters
            line.rest = f"{line.rest[: match.start()]} {SEPARATOR} {line.rest[match.end() :]}"


def _take_mentions(line: Line) -> None:
    found = [match[1].rstrip(".-") for match in _MENTION.finditer(line.rest)]
    if found and not line.presenters:
        line.presenters = list(dict.fromkeys(found))
        line.rest = _MENTION.sub(SEPARATOR, line.rest)


def _take_ends(line: Line) -> None:
    """Marks after the last and before the first separator, from the outside in; the middle is the title."""
    before = ""
    while line.rest != before:
        before = line.rest = line.rest.strip(f" {SEPARATOR}")
        pieces = list(_PARTS.finditer(line.rest))
        head, comma, tail = line.rest.rpartition(",")
        if pieces and line.take(line.rest[pieces[-1].end() :], names=line.marked):
            line.rest = line.rest[: pieces[-1].start()]
        elif pieces and line.take(line.rest[: pieces[0].start()], names=False):
            line.rest = line.rest[pieces[0].end() :]
        elif comma and head.strip() and line.take(tail.strip(), names=False):
            line.rest = head


def names_in(words: str) -> list[str]:
    return [name.lstrip("@").strip() for name in _BETWEEN_NAMES.split(words) if name.strip(" @")]


def _looks_like_name(words: str) -> bool:
    """Few words that begin with capitals, or a short one in a script that has none."""
    parts = [
        part
        for part in words.split()
        if part.lower() not in ("de", "van", "von", "der", "da", "al", "bin", "of")
    ]
    if not 0 < len(parts) <= MOST_WORDS_IN_A_NAME or any(sign.isdigit() for sign in words):
        return False
    capital = all(part[0].isalpha() and not part[0].islower() for part in parts)
    return capital and not all(part.isupper() and part.isascii() for part in parts)


def _tidy(words: str) -> str:
    bare = re.sub(r"\s+", " ", words.replace(SEPARATOR, " ")).strip()
    return bare.strip("–—|·•,;: ").removesuffix(" -").removeprefix("- ").strip()
