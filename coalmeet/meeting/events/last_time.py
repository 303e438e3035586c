"""What one meeting hands to the next: the minutes to approve, what to change, who comes, who prepares."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NotedCorrection:
    """A correction of minutes; `by` asked for it and `on` is the ISO day on which it was noted, both "" if not said."""

    text: str
    by: str = ""
    on: str = ""


@dataclass(frozen=True, slots=True)
class LastMeeting:
    """The meeting before this one: its id, its date (ISO), how its minutes stand, what its closing round would change.

    `state` is draft or circulated while its minutes wait to be approved, else ""; `waiting` are the corrections noted
    between the two meetings.
    """

    meeting: str
    date: str
    state: str = ""
    changes: tuple[str, ...] = ()
    waiting: tuple[NotedCorrection, ...] = ()


@dataclass(frozen=True, slots=True)
class CorrectionNoted:
    """Something in the minutes of the meeting before is put right, in a sentence."""

    text: str


@dataclass(frozen=True, slots=True)
class CorrectionLeftOut:
    """A correction that waited for this meeting is not taken up; `text` are its words."""

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
