"""Organisations, people and where they belong. Entries that were joined with another are left out."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, select

from coalmeet.coalition.organisation import Organisation
from coalmeet.coalition.person import Affiliation, Belonging, Person, belonging
from coalmeet.store.merging import roots
from coalmeet.store.rows import every, made
from coalmeet.store.tables import AFFILIATION, ORGANISATION, PERSON


def organisations(con: Connection) -> tuple[Organisation, ...]:
    """All organisations, members first, each by name."""
    order = ORGANISATION.c.member.desc(), ORGANISATION.c.name, ORGANISATION.c.id
    standing = roots(con).organisations
    found = every(con, Organisation, select(ORGANISATION).order_by(*order))
    return tuple(one for one in found if standing.get(one.id, one.id) == one.id)


def people(con: Connection) -> tuple[Person, ...]:
    """All people by name."""
    standing = roots(con).people
    found = every(con, Person, select(PERSON).order_by(PERSON.c.name, PERSON.c.id))
    return tuple(one for one in found if standing.get(one.id, one.id) == one.id)


def name_of(con: Connection, person: str) -> str:
    """The name of a person, "" for nobody."""
    return con.execute(select(PERSON.c.name).where(PERSON.c.id == person)).scalar() or "" if person else ""


def affiliations(con: Connection) -> tuple[Affiliation, ...]:
    """Who belongs where since when, with the ids that stand for joined entries, each case once."""
    stands = roots(con)
    found: dict[object, Affiliation] = {}
    for row in con.execute(select(AFFILIATION).order_by(AFFILIATION.c.since, AFFILIATION.c.id)).all():
        person, organisation = stands.person(row.person), stands.organisation(row.organisation)
        one = made(
            Affiliation,
            row,
            person=person,
            organisation=organisation,
            capacity=row.capacity or "delegate",
        )
        found.setdefault((person, organisation, one.capacity, one.since, one.until), one)
    return tuple(found.values())


def on(con: Connection, day: date) -> tuple[Belonging, ...]:
    """Who belongs where on that day, a line each affiliation, by name."""
    return belonging(people(con), organisations(con), affiliations(con), day)
