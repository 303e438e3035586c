"""Who the people and organisations of a record are: found by name and organisation within one coalition.

A doubtful match makes a new person and never joins two silently; joining is a person's own step, later. The
record's text is not touched: links stand beside it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from coalmeet.ids import new_id
from coalmeet.store import people as people_rows
from coalmeet.store.coalition import read as read_coalition
from coalmeet.store.edit import edit_rows
from coalmeet.store.file import CoalitionFile
from coalmeet.store.merging import roots
from coalmeet.store.tables import LINK, MEETING
from coalmeet.store.values import batches

Pair = tuple[str, str]  # a name and the name of an organisation, as `key` makes them


def key(name: object) -> str:
    """A name as it is compared: composed characters, single spaces. Spelling and capitals count."""
    return " ".join(unicodedata.normalize("NFC", str(name or "")).split())


@dataclass(slots=True)
class Links:
    """The ids that the names of one record stand for."""

    people: dict[Pair, str] = field(default_factory=dict)
    organisations: dict[str, str] = field(default_factory=dict)

    def organisation(self, name: object) -> str:
        """The id of an organisation by its name, "" when it is not linked."""
        return self.organisations.get(key(name), "")

    def person(self, name: object, organisation: object = "") -> str:
        """The id of a person; without an organisation only where one person of the record has that name."""
        pair = key(name), key(organisation)
        if pair in self.people:
            return self.people[pair]
        same = {one for (named, _of), one in self.people.items() if named == pair[0]}
        return same.pop() if len(same) == 1 and not pair[1] else ""


def link_people(con: Connection, file: CoalitionFile, meeting_id: str, record: Mapping[str, Any]) -> Links:
    """Link the names of a record to people and organisations, making those that are new, and give the links.

    The meeting's row must be there.
    """
    pairs = _pairs(record)
    scope = key(record.get("coalition"))
    own = scope in {"", key(read_coalition(con).name)}
    names = {organisation for _name, organisation in pairs if organisation}
    known = _Known(con, scope, pairs, names, own=own)
    links = Links()
    links.organisations = {name: known.organisation(name) or new_id() for name in sorted(names)}
    links.people = {pair: known.person(pair) or new_id() for pair in sorted(pairs) if pair[0]}
    _make(con, file, links, known, member=own)
    rows = {new_id(): _link(meeting_id, links, pair) for pair in sorted(pairs)}
    edit_rows(con, file, "link", rows)
    return links


def links_of(con: Connection, meeting_id: str) -> Links:
    """The links beside a meeting's record, with the ids that stand for joined entries."""
    stands = roots(con)
    links = Links()
    for row in con.execute(select(LINK).where(LINK.c.meeting == meeting_id)).all():
        if row.person:
            links.people[row.name, row.organisation_name] = stands.person(row.person)
        if row.organisation:
            links.organisations[row.organisation_name] = stands.organisation(row.organisation)
    return links


def _pairs(record: Mapping[str, Any]) -> set[Pair]:
    """The people of a record with their organisations; an organisation that came without a name has ""."""
    found = {(key(one.get("name")), key(one.get("organisation"))) for one in record.get("people") or ()}
    for member in record.get("members") or ():
        organisation = key(member.get("organisation"))
        found.add(("", organisation))
        found |= {(key(name), organisation) for name in member.get("people") or ()}
    return {pair for pair in found if any(pair)}


class _Known:
    """Who is known already in the same coalition; more than one candidate is as good as none."""

    def __init__(self, con: Connection, scope: str, pairs: set[Pair], names: set[str], *, own: bool) -> None:
        self._people: dict[Pair, set[str]] = {}
        self._organisations: dict[str, set[str]] = {}
        self._from_links(con, {scope, ""} if own else {scope}, {name for name, _of in pairs}, names)
        if own:
            self._from_members(con)
        self.people_ids = set().union(*self._people.values()) if self._people else set()
        self.organisation_ids = set().union(*self._organisations.values()) if self._organisations else set()

    def person(self, pair: Pair) -> str:
        return _only(self._people.get(pair))

    def organisation(self, name: str) -> str:
        return _only(self._organisations.get(name))

    def _from_links(self, con: Connection, scopes: set[str], people: set[str], names: set[str]) -> None:
        stands = roots(con)
        wanted = (
            select(LINK).join(MEETING, MEETING.c.id == LINK.c.meeting).where(MEETING.c.coalition.in_(scopes))
        )
        for some in batches(people - {""}):
            for row in con.execute(wanted.where(LINK.c.name.in_(some), LINK.c.person != "")).all():
                _add(self._people, (row.name, row.organisation_name), stands.person(row.person))
        for some in batches(names):
            for row in con.execute(
                wanted.where(LINK.c.organisation_name.in_(some), LINK.c.organisation != "")
            ).all():
                _add(self._organisations, row.organisation_name, stands.organisation(row.organisation))

    def _from_members(self, con: Connection) -> None:
        organisations = {one.id: one for one in people_rows.organisations(con) if one.member}
        for one in organisations.values():
            _add(self._organisations, key(one.name), one.id)
            if one.short:
                _add(self._organisations, key(one.short), one.id)
        belongs: dict[str, set[str]] = {}
        for affiliation in people_rows.affiliations(con):
            if affiliation.organisation in organisations:
                _add(belongs, affiliation.person, affiliation.organisation)
        for person in people_rows.people(con):
            for one_id in belongs.get(person.id, ()):
                organisation = organisations[one_id]
                for named in {key(organisation.name), key(organisation.short)} - {""}:
                    _add(self._people, (key(person.name), named), person.id)


def _add(into: dict[Any, set[str]], where: object, what: str) -> None:
    into.setdefault(where, set()).add(what)


def _only(candidates: Iterable[str] | None) -> str:
    found = tuple(candidates or ())
    return found[0] if len(found) == 1 else ""


def _make(con: Connection, file: CoalitionFile, links: Links, known: _Known, *, member: bool) -> None:
    """Write rows for those who were not known."""
    organisations = {
        one: {"name": name, "member": member}
        for name, one in links.organisations.items()
        if one not in known.organisation_ids
    }
    fresh = {one: pair for pair, one in links.people.items() if one not in known.people_ids}
    edit_rows(con, file, "organisation", organisations)
    edit_rows(con, file, "person", {one: {"name": name} for one, (name, _of) in fresh.items()})
    edit_rows(
        con,
        file,
        "affiliation",
        {
            new_id(): {"person": one, "organisation": links.organisation(named), "capacity": "delegate"}
            for one, (_name, named) in fresh.items()
            if named
        },
    )


def _link(meeting_id: str, links: Links, pair: Pair) -> dict[str, str]:
    return {
        "meeting": meeting_id,
        "name": pair[0],
        "organisation_name": pair[1],
        "person": links.people.get(pair, ""),
        "organisation": links.organisation(pair[1]),
    }
