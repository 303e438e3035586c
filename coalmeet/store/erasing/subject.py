"""Who is to be erased: all ids that stand for the person, every name and address, and who else is called so."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from coalmeet.coalition.mentions import Finder, Words, words_of
from coalmeet.errors import NotAllowed
from coalmeet.store.changes import Change, of_rows
from coalmeet.store.merging import roots
from coalmeet.store.tables import ACTION, AFFILIATION, LINK, ORGANISATION, PERSON
from coalmeet.text import _


@dataclass(frozen=True, slots=True)
class Subject:
    """One person. `gone` are the rows that are theirs alone, by table; `owners` says whose a row is by its id."""

    ids: frozenset[str]
    name: str
    words: Words
    namesakes: frozenset[str]
    others: frozenset[str]
    organisations: frozenset[str]
    gone: Mapping[str, tuple[str, ...]]
    owners: Mapping[tuple[str, str], str]

    @property
    def finder(self) -> Finder:
        """What looks for this person."""
        return Finder(self.words, namesake=bool(self.namesakes))

    def is_theirs(self, holder: Mapping[str, Any]) -> bool | None:
        """Whether a name in this row, seat or entry of a record is the person's; None where it does not say."""
        one = holder.get("person") or holder.get("owner")
        if "row" in holder and "table" in holder:  # a change: it speaks of a row
            one = self.owners.get((holder["table"], holder["row"]))
        if isinstance(one, str) and one in self.ids | self.others:
            return one in self.ids
        if self.namesakes and holder.get("organisation") in self.organisations:
            return True
        return None


def subject(con: Connection, person: str) -> Subject:
    """The person as the file knows them. Raises NotAllowed when nobody in it has this id."""
    stands = roots(con)
    rows = {row.id: row for row in con.execute(select(PERSON)).all()}
    if person not in rows:
        raise NotAllowed(_("This person is no longer in the file. Choose another one."))
    root = stands.person(person)
    ids = frozenset(one for one in rows if stands.person(one) == root)
    names, addresses = _known_as(con, ids, [rows[one] for one in ids])
    own = {one.casefold() for one in names}
    others = frozenset(rows) - ids
    namesakes = frozenset(one for one in others if " ".join(rows[one].name.split()).casefold() in own)
    gone = _gone(con, ids)
    belongs = con.execute(
        select(ORGANISATION.c.name)
        .join(AFFILIATION, AFFILIATION.c.organisation == ORGANISATION.c.id)
        .where(AFFILIATION.c.id.in_(gone["affiliation"]))
    )
    return Subject(
        ids,
        rows[root].name,
        words_of(names, addresses, _shared(con, rows, others - namesakes)),
        namesakes,
        others,
        frozenset(belongs.scalars().all()),
        gone,
        _owners(con, rows),
    )


def stranger(con: Connection, name: str) -> Subject:
    """Somebody of whom texts speak and who stands in no list. Raises NotAllowed for no name, and for one in a list."""
    name = " ".join(name.split())
    if not name:
        raise NotAllowed(_("Type the name that the texts have."))
    rows = {row.id: row for row in con.execute(select(PERSON)).all()}
    if any(" ".join(row.name.split()).casefold() == name.casefold() for row in rows.values()):
        raise NotAllowed(_("“{name}” is one of the people in Members. Choose them there.").format(name=name))
    none: frozenset[str] = frozenset()
    words = words_of([name], (), _shared(con, rows, rows))
    return Subject(none, name, words, none, frozenset(rows), none, {}, _owners(con, rows))


def _known_as(con: Connection, ids: frozenset[str], rows: Iterable[Any]) -> tuple[set[str], set[str]]:
    """Names and addresses, those that stood there earlier among them."""
    names, addresses = set(), set()
    for row in rows:
        names.add(row.name)
        addresses |= {row.email, row.phone}
    for change in _history(con, "person", ids):
        value = json.loads(change.value)
        if change.field == "name":
            names.add(value)
        elif change.field in ("email", "phone"):
            addresses.add(value)
    names |= set(con.execute(select(LINK.c.name).where(LINK.c.person.in_(ids))).scalars().all())
    names |= set(con.execute(select(ACTION.c.owner_name).where(ACTION.c.owner.in_(ids))).scalars().all())
    return {" ".join(one.split()) for one in names} - {""}, addresses - {""}


def _history(con: Connection, table: str, ids: Iterable[str]) -> Iterable[Change]:
    return (change for one in of_rows(con, table, ids).values() for change in one)


def _gone(con: Connection, ids: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """The rows that are about nobody else: the entries, where they belonged, who a name in a record is."""
    affiliations = con.execute(select(AFFILIATION.c.id).where(AFFILIATION.c.person.in_(ids))).scalars().all()
    links = con.execute(select(LINK.c.id).where(LINK.c.person.in_(ids))).scalars().all()
    return {
        "affiliation": tuple(sorted(affiliations)),
        "link": tuple(sorted(links)),
        "person": tuple(sorted(ids)),
    }


def _shared(con: Connection, rows: Mapping[str, Any], others: Iterable[str]) -> list[str]:
    organisations = con.execute(select(ORGANISATION.c.name)).scalars().all()
    return sorted({*organisations, *(rows[one].name for one in others)} - {""})


def _owners(con: Connection, rows: Iterable[str]) -> dict[tuple[str, str], str]:
    found = {("person", one): one for one in rows}
    for table, column in ((ACTION, ACTION.c.owner), (LINK, LINK.c.person)):
        found |= {(table.name, row[0]): row[1] for row in con.execute(select(table.c.id, column)).all()}
    return found
