"""What a hand-over leaves out: left out of the file that travels, never deleted from the coalition.

Its history stays away with it. When the file comes back, what was left out is still in the one that stayed.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, delete, func, select, update

from coalmeet.store.tables import BRINGING_IN, CHANGE, PERSON, PRIVATE_NOTE
from coalmeet.text import _, ngettext

Kept = Literal["private_notes", "contacts", "access_needs"]
KINDS: tuple[Kept, ...] = ("private_notes", "contacts", "access_needs")
_FIELDS = {"contacts": ("email", "phone"), "access_needs": ("access_needs",)}


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How much of one kind stays behind: notes, or people of whom it is known."""

    kind: Kept
    count: int


def private(con: Connection) -> tuple[LeftOut, ...]:
    """How much there is of each kind that travels only when somebody ticks it."""
    counted = (LeftOut(kind, _count(con, kind)) for kind in KINDS)
    return tuple(one for one in counted if one.count)


def leave_out(con: Connection, kinds: Collection[str]) -> None:
    """Take these kinds out of a file that is to travel, with their history, and what the file remembers for itself."""
    con.execute(delete(BRINGING_IN))
    if "private_notes" in kinds:
        con.execute(delete(PRIVATE_NOTE))
        con.execute(delete(CHANGE).where(CHANGE.c.table == PRIVATE_NOTE.name))
    fields = [field for kind in kinds for field in _FIELDS.get(kind, ())]
    if fields:
        con.execute(update(PERSON).values(dict.fromkeys(fields, "")))
        con.execute(delete(CHANGE).where(CHANGE.c.table == PERSON.name, CHANGE.c.field.in_(fields)))


def words(one: LeftOut) -> str:
    """What stays behind, as a person says it."""
    table = {
        "private_notes": ngettext("{count} private note", "{count} private notes", one.count),
        "contacts": ngettext(
            "e-mail and phone of {count} person", "e-mail and phone of {count} people", one.count
        ),
        "access_needs": ngettext(
            "access needs of {count} person", "access needs of {count} people", one.count
        ),
    }
    return table[one.kind].format(count=one.count)


def left_out_words(left: Collection[LeftOut]) -> str:
    """What was left out, in a sentence; that it is not deleted is the point of it."""
    if not left:
        return _("Nothing was left out.")
    return _("Left out, not deleted: {things}. It stays in your own file.").format(
        things=_(", ").join(words(one) for one in left)
    )


def _count(con: Connection, kind: str) -> int:
    if kind == "private_notes":
        return con.execute(select(func.count()).select_from(PRIVATE_NOTE)).scalar_one()
    has = [PERSON.c[field] != "" for field in _FIELDS[kind]]
    known = has[0] if len(has) == 1 else has[0] | has[1]
    return con.execute(select(func.count()).select_from(PERSON).where(known)).scalar_one()
