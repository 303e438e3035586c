"""What happens to the roles in a meeting: who has which, and who may lead although they have a stake."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LeadAllowed:
    """The group consented that a person leads the decision of an item although their organisation is a party in it.

    `proposal` names the decision where that was noticed, and asked, only after it was made.
    """

    item: str
    person: str
    proposal: str = ""


@dataclass(frozen=True, slots=True)
class RoleTaken:
    """From now on a person is co_facilitator, timekeeper or stack_keeper; `person` is "" for nobody any more."""

    role: str
    person: str
