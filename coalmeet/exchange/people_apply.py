"""Taking a list of organisations and people into the file: new ones are made, known ones completed."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from coalmeet.coalition.person import Affiliation
from coalmeet.exchange.people_values import OrganisationDraft, PeopleList, PersonDraft
from coalmeet.ids import new_id

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from coalmeet.store.file import CoalitionFile


@dataclass(frozen=True, slots=True)
class Applied:
    """What a list brought: counts of rows made, and of those that were there and were completed."""

    organisations: int
    people: int
    completed: int
    changes: tuple[str, ...]


def apply(con: Connection, file: CoalitionFile, found: PeopleList) -> Applied:
    """Take the list in; `changes` undo it.

    An organisation is known by its name; a person by name *and* organisation, and one that fits several
    people is made anew: nothing is joined silently. Fields that are filled already are not written over.
    """
    from coalmeet.store.edit import edit_rows

    rows = _Rows(con)
    for organisation in found.organisations:
        rows.take_organisation(organisation)
    for person in found.people:
        rows.take_person(person)
    changes: tuple[str, ...] = ()
    for table in ("organisation", "person", "affiliation"):
        changes += edit_rows(con, file, table, rows.of[table])
    return Applied(rows.made["organisation"], rows.made["person"], rows.completed, changes)


class _Rows:
    """Rows to write, by table and id."""

    def __init__(self, con: Connection) -> None:
        from coalmeet.store import people

        self.of: dict[str, dict[str, dict[str, Any]]] = {"organisation": {}, "person": {}, "affiliation": {}}
        self.made = {"organisation": 0, "person": 0}
        self.completed = 0
        self._organisations = {one.name.casefold(): one for one in people.organisations(con)}
        self._ids: dict[str, str] = {name: one.id for name, one in self._organisations.items()}
        self._people = {one.id: one for one in people.people(con)}
        self._places = _places(people.affiliations(con), self._people.keys())

    def take_organisation(self, draft: OrganisationDraft) -> None:
        known = self._organisations.get(draft.name.casefold())
        fields = {key: value for key, value in asdict(draft).items() if value not in ("", None)}
        if known is None:
            self._ids[draft.name.casefold()] = id = new_id()
            self.of["organisation"][id] = fields
            self.made["organisation"] += 1
        else:
            self._complete("organisation", known, {**fields, "member": True})

    def take_person(self, draft: PersonDraft) -> None:
        organisation = self._ids.get(draft.organisation.casefold(), "")
        fields = {key: value for key, value in asdict(draft).items() if value}
        del fields["capacity"]
        fields.pop("organisation", None)
        same = [
            one
            for one in self._people.values()
            if one.name == draft.name and organisation in self._places[one.id]
        ]
        if len(same) == 1:
            self._complete("person", same[0], fields)
            return
        id = new_id()
        self.of["person"][id] = fields
        self.made["person"] += 1
        if organisation:
            affiliation = {"person": id, "organisation": organisation, "capacity": draft.capacity}
            self.of["affiliation"][new_id()] = affiliation

    def _complete(self, table: str, known: Any, fields: dict[str, Any]) -> None:
        missing = {key: value for key, value in fields.items() if getattr(known, key) in ("", None, False)}
        if missing:
            self.of[table][known.id] = missing
            self.completed += 1


def _places(affiliations: tuple[Affiliation, ...], people: Any) -> dict[str, set[str]]:
    """Organisations of each person by id; "" for somebody who belongs to none."""
    places: dict[str, set[str]] = {id: set() for id in people}
    for one in affiliations:
        places.setdefault(one.person, set()).add(one.organisation)
    return {id: where or {""} for id, where in places.items()}
