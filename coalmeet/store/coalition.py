"""What the file says about its coalition."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from coalmeet.coalition.coalition import Coalition
from coalmeet.coalition.retrospective import Rhythm
from coalmeet.errors import FileProblem
from coalmeet.meeting.events import HOUSE, DecisionKind, Profile, Telling
from coalmeet.store import meetings
from coalmeet.store.edit import edit
from coalmeet.store.file import CoalitionFile
from coalmeet.store.rows import every, made
from coalmeet.store.tables import COALITION, DECISION_KIND, ITEM
from coalmeet.text import _


def read(con: Connection) -> Coalition:
    """The one coalition of the file. Raises FileProblem when its row is gone."""
    found = con.execute(select(COALITION).order_by(COALITION.c.id).limit(1)).first()
    if found is None:
        raise FileProblem(_("The file does not say which coalition it belongs to; open a backup."))
    profile = made(
        Profile,
        found,
        quorum=found.quorum or 0,
        review_days=HOUSE.review_days if found.review_days is None else found.review_days,
    )
    rhythm = Rhythm(found.retro_months, found.retro_first, found.retro_start)
    telling = Telling(found.tell_words, found.tell_voices)
    return made(Coalition, found, profile=profile, retrospective=rhythm, telling=telling)


def kinds(con: Connection) -> tuple[DecisionKind, ...]:
    """The decision matrix, in the order that the coalition gave it."""
    return every(
        con, DecisionKind, select(DECISION_KIND).order_by(DECISION_KIND.c.position, DECISION_KIND.c.id)
    )


def items_of_kind(con: Connection, name: str) -> tuple[str, ...]:
    """Ids of the items of meetings still to come that are of this kind, by its name in whatever case."""
    coming = {one.id for one in meetings.meetings(con) if one.state == "planned"}
    rows = con.execute(select(ITEM.c.id, ITEM.c.meeting, ITEM.c.kind).where(ITEM.c.kind != "")).all()
    return tuple(row.id for row in rows if row.meeting in coming and row.kind.casefold() == name.casefold())


def write(con: Connection, file: CoalitionFile, **fields: Any) -> tuple[str, ...]:
    """Change what the file says about it; returns the changes, for undo."""
    return edit(con, file, "coalition", read(con).id, **fields)
