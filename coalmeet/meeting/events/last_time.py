"""What one meeting hands to the next: the minutes to approve, what to change, who comes, who prepares."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LastMeeting:
    """The meeting before this one: its id, its date (ISO), how its minutes stand, what its closing round would change.

    `state` is draft or circulated while its minutes wait to be approved, else "".
    """

    meeting: str
    date: str
    state: str = ""
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CorrectionNoted:
    """Something in the minutes of the meeting before is put right, in a sentence."""

    text: str


@dataclass(frozen=True, slots=True)
class MinutesApproved:
    """The minutes of the meeting before were approved, with the corrections noted until then."""


@dataclass(frozen=True, slots=True)
class ComingNextTime:
    """An organisation said whether somebody of it can come next time."""

    organisation: str
    coming: bool


@dataclass(frozen=True, slots=True)
class PreparerAgreed:
    """A person prepares the next meeting; "" for nobody, and then whoever facilitates it does."""

    person: str
