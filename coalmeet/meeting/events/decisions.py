"""What happens to a proposal."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProposalBrought:
    """A text was put to the coalition."""

    id: str
    item: str
    text: str
    proposer: str = ""
    need: str = ""
    kind: str = ""
    ancestor: str = ""


@dataclass(frozen=True, slots=True)
class StageReached:
    """A proposal came to a stage: presented, clarifying, reacting or amending."""

    proposal: str
    stage: str


@dataclass(frozen=True, slots=True)
class TextAmended:
    """The draft text of a proposal was changed; earlier answers no longer count."""

    proposal: str
    text: str


@dataclass(frozen=True, slots=True)
class TranslationGiven:
    """The text on the table was written down in a second language (named as typed); it is not binding."""

    proposal: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class TextLocked:
    """The text was restated and locked as the next version."""

    proposal: str
    version: int


@dataclass(frozen=True, slots=True)
class Answered:
    """An organisation answered a version: consent, concern, objection or aside, or yes, no, abstain in a vote.

    `how` is turn, sign, quick or beforehand (read out by the person `reader`). Consent that a delegate gave without a
    mandate is to be confirmed by the date `confirm_by`.
    """

    proposal: str
    version: int
    organisation: str
    answer: str
    person: str = ""
    text: str = ""
    how: str = "turn"
    confirm_by: str = ""
    reader: str = ""


@dataclass(frozen=True, slots=True)
class ObjectionRaised:
    """An organisation objected; its name is enough, `named` says whether the shared window may show it."""

    id: str
    proposal: str
    version: int
    organisation: str
    reason: str = ""
    ground: str = ""
    named: bool = False
    reader: str = ""


@dataclass(frozen=True, slots=True)
class ObjectionUnderstood:
    """The reason or the ground of an objection was written down, or whether it may be named."""

    id: str
    reason: str = ""
    ground: str = ""
    named: bool = False


@dataclass(frozen=True, slots=True)
class ObjectionTested:
    """The group was asked whether an objection is a concern; `disagree` are those who think it stands."""

    id: str
    disagree: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ObjectionEnded:
    """An objection left the state open: withdrawn, accepted (the new text), concern, or deferred.

    A deferred one is looked at again by `to`, on or before the date `until`.
    """

    id: str
    ending: str
    note: str = ""
    to: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class LoopAllowed:
    """The group consented to work on a text once more than the charter allows."""

    proposal: str


@dataclass(frozen=True, slots=True)
class CriteriaSet:
    """How the coalition will see whether a decision works, when it stops it, and who must be told."""

    proposal: str
    success: str = ""
    stop_if: str = ""
    tell: str = ""


@dataclass(frozen=True, slots=True)
class ProposalAdopted:
    """A proposal was adopted in these exact words; the organisations then present are kept with it.

    Absent organisations may object for `window_days` from when the minutes go round; `provisional_until` is the date
    by which a mandate is to be confirmed.
    `decided_by` is the group or person who decided where that is delegated, `authority` what gives them the right.
    """

    proposal: str
    words: str
    present: tuple[str, ...]
    left_before: tuple[str, ...] = ()
    review_date: str = ""
    provisional_until: str = ""
    decided_by: str = ""
    authority: str = ""
    window_days: int = 0


@dataclass(frozen=True, slots=True)
class ProposalSettled:
    """A proposal ended without being adopted: recommended, parked, referred, dropped, withdrawn or
    not_agreed.
    """

    proposal: str
    outcome: str
    present: tuple[str, ...] = ()
    until: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class ReviewSet:
    """The date on which a decision comes back was set."""

    proposal: str
    date: str


@dataclass(frozen=True, slots=True)
class ResponsibleNamed:
    """Somebody took responsibility for a decision."""

    proposal: str
    name: str


@dataclass(frozen=True, slots=True)
class DecisionReopened:
    """A result no longer held after a correction, and the proposal came back under a new id."""

    proposal: str
    successor: str
    reason: str
