"""Two entries found to be one person or one organisation: joined by a mark that can be taken off again.

No row is rewritten: every query asks `Roots` who an id stands for now.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, select

from coalmeet.errors import NotAllowed
from coalmeet.store.edit import edit
from coalmeet.store.file import CoalitionFile
from coalmeet.store.tables import ORGANISATION, PERSON
from coalmeet.text import _

Kind = Literal["person", "organisation"]
_TABLES = {"person": PERSON, "organisation": ORGANISATION}


@dataclass(frozen=True, slots=True)
class Roots:
    """Who stands for whom, by ids; whoever was never joined stands for themselves."""

    people: Mapping[str, str]
    organisations: Mapping[str, str]

    def person(self, person_id: str) -> str:
        """The id that stands for this person now."""
        return self.people.get(person_id, person_id)

    def organisation(self, organisation_id: str) -> str:
        """The id that stands for this organisation now."""
        return self.organisations.get(organisation_id, organisation_id)

    def each(self, organisation_ids: Iterable[str]) -> tuple[str, ...]:
        """The ids that stand for these organisations now, each once, in their order."""
        stands = self.organisations
        here = (stands.get(one, one) for one in organisation_ids) if stands else organisation_ids
        return tuple(dict.fromkeys(here))


@dataclass(frozen=True, slots=True)
class Joined:
    """One entry that was joined with another: `id` and `name` of the one that no list shows any more."""

    id: str
    name: str
    into: str


def roots(con: Connection) -> Roots:
    """Who stands for whom in this file; two statements."""
    return Roots(_resolved(con, "person"), _resolved(con, "organisation"))


def joined(con: Connection, kind: Kind) -> tuple[Joined, ...]:
    """The entries that were joined with another, by name, so that it can be undone."""
    table = _TABLES[kind]
    wanted = select(table.c.id, table.c.name, table.c.merged_into).where(table.c.merged_into != "")
    return tuple(Joined(*row) for row in con.execute(wanted.order_by(table.c.name)).all())


def join(con: Connection, file: CoalitionFile, kind: Kind, gone: str, into: str) -> tuple[str, ...]:
    """Say that `gone` and `into` are one; `into` is shown from now on. Returns the changes, for undo.

    Raises NotAllowed when they already are one.
    """
    known = _resolved(con, kind)
    if known.get(into, into) == known.get(gone, gone):
        raise NotAllowed(_("These two are one already. Choose two entries that still stand apart."))
    return edit(con, file, kind, gone, merged_into=into)


def part(con: Connection, file: CoalitionFile, kind: Kind, gone: str) -> tuple[str, ...]:
    """Let them stand apart again; everything that was noted for either is still its own."""
    return edit(con, file, kind, gone, merged_into="")


def _resolved(con: Connection, kind: Kind) -> dict[str, str]:
    into = {one.id: one.into for one in joined(con, kind)}
    return {one: _end(one, into) for one in into}


def _end(start: str, into: Mapping[str, str]) -> str:
    # Two copies may each have joined one into the other: the smaller id of the circle then stands for both.
    walked = [start]
    while (following := into.get(walked[-1])) is not None:
        if following in walked:
            return min(walked[walked.index(following) :])
        walked.append(following)
    return walked[-1]
