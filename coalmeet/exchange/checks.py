"""Checks that a value from outside has the type a key asks for; each refusal is one sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from coalmeet.errors import FileProblem
from coalmeet.text import _
from coalmeet.time_zone import is_time_zone

MOST_MINUTES = 100_000  # ten weeks; anything larger is a slip of the keyboard
CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?", re.ASCII)
ANOTHER_DAY = re.compile(r"(\d{4}-\d\d-\d\d)T", re.ASCII)
DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


@dataclass(frozen=True)
class Place:
    """Where in which file a value stands."""

    file: str
    path: str = ""

    def key(self, key: str) -> Place:
        return Place(self.file, f"{self.path}.{key}" if self.path else key)

    def index(self, number: int) -> Place:
        return Place(self.file, f"{self.path}[{number}]")

    def problem(self, sentence: str, **more: object) -> FileProblem:
        """sentence has the placeholders {file} and {key}."""
        return FileProblem(sentence.format(file=self.file, key=self.path, **more))


class Check(Protocol):
    """Raises FileProblem unless the value is as it should be."""

    def check(self, value: object, place: Place) -> None: ...


@dataclass(frozen=True)
class Simple:
    """A value that one function can judge; sentence() is asked late, in the language of the moment."""

    right: Callable[[object], bool]
    sentence: Callable[[], str]

    def check(self, value: object, place: Place) -> None:
        if not self.right(value):
            raise place.problem(self.sentence())


@dataclass(frozen=True)
class Many:
    """A list whose members are all of one kind; none of them may be null."""

    inner: Check

    def check(self, value: object, place: Place) -> None:
        if not isinstance(value, list):
            raise place.problem(_("{file}: “{key}” must be a list."))
        for number, member in enumerate(value):
            self.inner.check(member, place.index(number))


@dataclass(frozen=True)
class Codes:
    """One of a few fixed words."""

    codes: tuple[str, ...]

    def check(self, value: object, place: Place) -> None:
        if value not in self.codes:
            allowed = ", ".join(self.codes)
            raise place.problem(_("{file}: “{key}” must be one of: {allowed}."), allowed=allowed)


@dataclass(frozen=True)
class Keys:
    """An object; known keys are checked, missing ones and null are fine unless needed, unknown ones stay."""

    known: Mapping[str, Check]
    needed: tuple[str, ...] = ()

    def check(self, value: object, place: Place) -> None:
        if not isinstance(value, dict):
            raise place.problem(_("{file}: “{key}” must be an object with named values."))
        for key in self.needed:
            if value.get(key) is None:
                raise place.key(key).problem(_("{file}: “{key}” is missing, and a record needs it."))
        for key, inner in value.items():
            check = self.known.get(key)
            if check is not None and inner is not None:
                check.check(inner, place.key(key))


@dataclass(frozen=True)
class Span:
    """A pair [from, to] of local times, with a date where it is another day; either may be null when not known."""

    seconds: bool = False

    def check(self, value: object, place: Place) -> None:
        if not isinstance(value, list) or len(value) != 2:
            raise place.problem(_('{file}: “{key}” must be a pair of times such as ["14:05", "15:30"].'))
        for number, end in enumerate(value):
            if end is not None:
                (SECOND if self.seconds else TIME).check(without_day(end), place.index(number))


def without_day(value: object) -> object:
    """The time of a moment such as 2026-05-15T14:05 whose date is one; anything else as it is."""
    found = ANOTHER_DAY.match(value) if isinstance(value, str) else None
    return value[found.end() :] if isinstance(value, str) and found and _is_date(found[1]) else value


def _is_date(value: object) -> bool:
    if not isinstance(value, str) or not DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_number(value: object, least: int = 0) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and least <= value <= MOST_MINUTES


def _is_zone(value: object) -> bool:
    return isinstance(value, str) and is_time_zone(value)


TEXT = Simple(lambda value: isinstance(value, str), lambda: _("{file}: “{key}” must be text."))
FLAG = Simple(lambda value: isinstance(value, bool), lambda: _("{file}: “{key}” must be true or false."))
DAY = Simple(_is_date, lambda: _("{file}: “{key}” must be a date such as 2026-05-14."))
TIME = Simple(
    lambda value: isinstance(value, str) and len(value) == 5 and CLOCK.fullmatch(value) is not None,
    lambda: _("{file}: “{key}” must be a time such as 14:05."),
)
MOMENT = Simple(
    lambda value: TIME.right(without_day(value)),
    lambda: _("{file}: “{key}” must be a time such as 14:05, or 2026-05-15T14:05 on another day."),
)
SECOND = Simple(
    lambda value: isinstance(value, str) and CLOCK.fullmatch(value) is not None,
    lambda: _("{file}: “{key}” must be a time such as 14:05:30."),
)
NUMBER = Simple(_is_number, lambda: _("{file}: “{key}” must be a number of at least 0 and at most 100,000."))
MORE_OR_LESS = Simple(
    lambda value: _is_number(value, -MOST_MINUTES),
    lambda: _("{file}: “{key}” must be a number of at least -100,000 and at most 100,000."),
)
WHOLE = Simple(
    lambda value: isinstance(value, int) and _is_number(value),
    lambda: _("{file}: “{key}” must be a whole number of at least 0 and at most 100,000."),
)
ZONE = Simple(_is_zone, lambda: _("{file}: “{key}” must be a time zone's IANA name such as Europe/London."))
