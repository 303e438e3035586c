"""People and where they belong: names are never keys, and an affiliation has a from and a to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from coalmeet.coalition.organisation import Organisation, within

Capacity = Literal["delegate", "alternate", "guest", "interpreter"]
CAPACITIES: tuple[Capacity, ...] = get_args(Capacity)
VOICES: tuple[Capacity, ...] = ("delegate", "alternate")  # guests and interpreters have no voice in decisions


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who comes to meetings. All but the name is optional; `access_needs` never enter minutes."""

    id: str
    name: str
    email: str = ""
    phone: str = ""
    language: str = ""
    access_needs: str = ""


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A person belongs to an organisation from `since` until the day before `until`; None is no limit."""

    id: str
    person: str
    organisation: str
    capacity: Capacity = "delegate"
    since: date | None = None
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether it holds on that day."""
        return within(day, self.since, self.until)


@dataclass(frozen=True, slots=True)
class Belonging:
    """A person as they belong on one day; `organisation` is None for somebody who belongs to none."""

    person: Person
    organisation: Organisation | None
    capacity: Capacity

    @property
    def has_voice(self) -> bool:
        """Whether the person speaks for an organisation in decisions."""
        return self.organisation is not None and self.organisation.member and self.capacity in VOICES


def belonging(
    people: Iterable[Person],
    organisations: Iterable[Organisation],
    affiliations: Iterable[Affiliation],
    day: date,
) -> tuple[Belonging, ...]:
    """Who belongs where on that day, a line each affiliation, in the order of the people.

    Somebody without an affiliation that day is a guest: a voice comes only with an organisation.
    """
    known = {organisation.id: organisation for organisation in organisations}
    held: dict[str, list[Affiliation]] = {}
    for affiliation in affiliations:
        if affiliation.holds(day) and affiliation.organisation in known:
            held.setdefault(affiliation.person, []).append(affiliation)
    found = []
    for person in people:
        if person.id not in held:
            found.append(Belonging(person, None, "guest"))
        found += [Belonging(person, known[one.organisation], one.capacity) for one in held.get(person.id, ())]
    return tuple(found)
