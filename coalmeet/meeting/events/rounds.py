"""What happens in a round."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RoundBegun:
    """A round began: kind is temperature, questions, reactions, consent, closing or free; order holds ids
    of the unit.
    """

    id: str
    kind: str
    unit: str
    order: tuple[str, ...]
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class Spoke:
    """One voice of the round was heard."""

    unit: str


@dataclass(frozen=True, slots=True)
class Passed:
    """One voice of the round passed, where that is allowed."""

    unit: str


@dataclass(frozen=True, slots=True)
class AskedLater:
    """One voice of the round asked to be called at its end."""

    unit: str


@dataclass(frozen=True, slots=True)
class RoundJoined:
    """Somebody who arrived during the round was added to its end."""

    unit: str


@dataclass(frozen=True, slots=True)
class RoundEnded:
    """The round ended."""


@dataclass(frozen=True, slots=True)
class WordGiven:
    """A person said one word about how they feel about the coalition; kept as typed."""

    person: str
    word: str
