"""What happens in a round."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RoundBegun:
    """A round began: kind is temperature, questions, reactions, consent, closing or free; order holds ids
    of the unit.

    `way` is turn (one after the other), popcorn (as they wish), sign (all at once), groups (first in small
    groups) or sweep (those not heard yet). `ready` names a ready-made round: well_better, stronger or thanks.
    `turn_seconds` is a time per turn where the group wants one, 0 for none.
    """

    id: str
    kind: str
    unit: str
    order: tuple[str, ...]
    purpose: str = ""
    way: str = "turn"
    ready: str = ""
    turn_seconds: int = 0


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
class NotAnswered:
    """One voice was called and gave no answer; after the second time they count as left from then."""

    unit: str


@dataclass(frozen=True, slots=True)
class RoundJoined:
    """Somebody who arrived during the round was added to its end."""

    unit: str


@dataclass(frozen=True, slots=True)
class DirectionTurned:
    """The round goes the other way around from here."""


@dataclass(frozen=True, slots=True)
class SignsSeen:
    """Several voices gave their sign at once."""

    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SweepBegun:
    """After all who wished have spoken, those not heard yet are called in turn."""


@dataclass(frozen=True, slots=True)
class GroupsFormed:
    """People went into small groups; the round comes back at that time."""

    until: int


@dataclass(frozen=True, slots=True)
class GroupsReturned:
    """The small groups came back, and the round goes on."""


@dataclass(frozen=True, slots=True)
class RoundEnded:
    """The round ended."""


@dataclass(frozen=True, slots=True)
class RoundTakenUp:
    """A round that had ended goes on for those whom it could not hear."""

    id: str


@dataclass(frozen=True, slots=True)
class ThemeNoted:
    """What was said in a ready-made round, in a few words; side is well, better or ""."""

    text: str
    side: str = ""


@dataclass(frozen=True, slots=True)
class WordGiven:
    """A person said one word about how they feel about the coalition; kept as typed."""

    person: str
    word: str
