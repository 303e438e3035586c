"""What happens when a person is chosen for a role by consent: nominations with reasons, and who is proposed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SelectionBegun:
    """Somebody is to be chosen for a role, until the date `until` (ISO)."""

    id: str
    item: str
    role: str
    until: str


@dataclass(frozen=True, slots=True)
class Nominated:
    """A voice named one person for the role, with reasons; `name` where that person is not on the list.

    A later nomination of the same voice replaces an earlier one: reasons that were heard may change a mind.
    """

    selection: str
    voice: str
    person: str
    reason: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class TermAgreed:
    """The role is given until another date (ISO)."""

    selection: str
    until: str


@dataclass(frozen=True, slots=True)
class CandidateProposed:
    """The group is asked about the person for whom the strongest reasons were heard; `reason` says which."""

    selection: str
    proposal: str
    person: str
    reason: str = ""
    name: str = ""
