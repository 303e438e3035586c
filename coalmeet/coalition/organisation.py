"""Member organisations: the unit that consents, rotates and carries load."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Organisation:
    """One organisation as the coalition knows it.

    `size` is its number of people, None when nobody said. It is a member from `joined` until the day before
    `left` (None: no limit known). `member` is false for one that is only known from a record or as a guest.
    `protected` is a small member, or one close to the problem, whose objection no fallback vote overrides on critical
    kinds; the coalition decided that, and looks at it again on `protection_review`.
    """

    id: str
    name: str
    short: str = ""
    size: int | None = None
    joined: date | None = None
    left: date | None = None
    facilitates: bool = True
    member: bool = True
    protected: bool = False
    protection_review: date | None = None

    @property
    def label(self) -> str:
        """The short name where there is one: what fits a narrow place."""
        return self.short or self.name

    def belongs(self, day: date) -> bool:
        """Whether it is a member of the coalition on that day."""
        return self.member and within(day, self.joined, self.left)


def within(day: date, since: date | None, until: date | None) -> bool:
    """Whether the day lies in a span; `until` is the first day that no longer counts."""
    return (since is None or since <= day) and (until is None or day < until)


def members_on(organisations: Iterable[Organisation], day: date) -> tuple[Organisation, ...]:
    """The member organisations of that day, in the order given."""
    return tuple(organisation for organisation in organisations if organisation.belongs(day))
