"""What the members page shows of a file, read in one go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from coalmeet.coalition.organisation import Organisation
from coalmeet.coalition.person import Affiliation, Person
from coalmeet.meeting import words

if TYPE_CHECKING:
    from coalmeet.store.connection import Connection

_ORDER = ("delegate", "alternate", "interpreter", "guest")


@dataclass(frozen=True, slots=True)
class MembersLook:
    """Organisations, people and who belongs where; `today` decides who is a member now."""

    organisations: tuple[Organisation, ...]
    people: tuple[Person, ...]
    affiliations: tuple[Affiliation, ...]
    today: date

    def organisation(self, id: str) -> Organisation | None:
        """The organisation with this id."""
        return next((one for one in self.organisations if one.id == id), None)

    def person(self, id: str) -> Person | None:
        """The person with this id."""
        return next((one for one in self.people if one.id == id), None)

    def of_person(self, person: str) -> tuple[Affiliation, ...]:
        """Where a person belongs or belonged, as noted."""
        return tuple(one for one in self.affiliations if one.person == person)

    def people_of(self, organisation: str) -> tuple[tuple[Person, Affiliation], ...]:
        """Who belongs to an organisation today, delegates first."""
        known = {person.id: person for person in self.people}
        found = [
            (known[one.person], one)
            for one in self.affiliations
            if one.organisation == organisation and one.holds(self.today) and one.person in known
        ]
        return tuple(sorted(found, key=lambda pair: (_ORDER.index(pair[1].capacity), pair[0].name)))

    def names_by_organisation(self) -> dict[str, str]:
        """The names of everybody of each organisation, for the line below it; one pass over all."""
        known = {person.id: person.name for person in self.people}
        names: dict[str, list[tuple[int, str]]] = {}
        for one in self.affiliations:
            if one.holds(self.today) and one.person in known:
                names.setdefault(one.organisation, []).append((_ORDER.index(one.capacity), known[one.person]))
        return {id: ", ".join(name for _order, name in sorted(found)) for id, found in names.items()}

    def places_by_person(self) -> dict[str, str]:
        """Where each person belongs today and in which capacity, in words; one pass over all."""
        known = {one.id: one.name for one in self.organisations}
        places: dict[str, list[str]] = {}
        for one in self.affiliations:
            if one.holds(self.today) and one.organisation in known:
                place = f"{known[one.organisation]}, {words.capacity(one.capacity)}"
                places.setdefault(one.person, []).append(place)
        return {person: " · ".join(found) for person, found in places.items()}


def look(con: Connection, today: date) -> MembersLook:
    """Read the page; a constant number of statements."""
    from coalmeet.store import people

    return MembersLook(people.organisations(con), people.people(con), people.affiliations(con), today)
