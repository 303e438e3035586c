"""What can be done to the settings and to the decision matrix, each a gesture that can be taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from coalmeet.coalition.retrospective import LONGEST_MONTHS
from coalmeet.ids import new_id
from coalmeet.meeting.events import DecisionKind
from coalmeet.text import _
from ui.open_file import OpenFile, Writing

if TYPE_CHECKING:
    from coalmeet.store.connection import Connection


def settle(book: OpenFile, settings: Mapping[str, Any]) -> None:
    """Change settings of the consent profile."""
    from coalmeet.store import coalition

    with book.step(_("Change how we decide")) as writing:
        writing.do(coalition.write, **settings)


def settle_rhythm(book: OpenFile, field: str, value: Any) -> None:
    """Change when the retrospective comes round; a rhythm without a first day begins at the next meeting."""
    from coalmeet.store import coalition

    before = book.coalition().retrospective
    settings = {field: value}
    if field == "retro_months":
        settings = {field: min(value, LONGEST_MONTHS)}
        if value and before.first is None:
            settings["retro_first"] = book.read(_next_meeting, book.today())
    with book.step(_("Change the retrospective")) as writing:
        writing.do(coalition.write, **settings)


def _next_meeting(con: Connection, today: date) -> date:
    """The day of the next meeting, or one in four weeks where none is planned."""
    from coalmeet.store import meetings

    coming = [one.date for one in meetings.meetings(con) if one.state == "planned" and one.date >= today]
    return min(coming, default=today + timedelta(weeks=4))


def add_kinds(book: OpenFile, kinds: Sequence[DecisionKind], begin: int) -> None:
    """Add rows to the matrix, from this place on."""
    with book.step(_("Add to the decision matrix")) as writing:
        for at, kind in enumerate(kinds, start=begin):
            writing.edit("decision_kind", new_id(), **_fields(kind), position=at)


def change_kind(book: OpenFile, kind: DecisionKind) -> None:
    """Change a row of the matrix; where its name is another one now, the items of meetings to come follow."""
    from coalmeet.store import coalition

    with book.step(_("Change the decision matrix")) as writing:
        before = next((one.name for one in coalition.kinds(writing.con) if one.id == kind.id), "")
        writing.edit("decision_kind", kind.id, **_fields(kind))
        renamed = before and kind.name and before != kind.name
        for item in coalition.items_of_kind(writing.con, before) if renamed else ():
            writing.edit("item", item, kind=kind.name)


def remove_kind(book: OpenFile, kinds: Sequence[DecisionKind], at: int) -> None:
    """Take a row out; agenda items that name it keep its name, and are decided by consent."""
    with book.step(_("Take a kind out of the decision matrix")) as writing:
        writing.delete("decision_kind", kinds[at].id)
        _number(writing, [one for one in kinds if one.id != kinds[at].id])


def move_kind(book: OpenFile, kinds: Sequence[DecisionKind], at: int, to: int) -> None:
    """Put a row into another place."""
    order = [one for place, one in enumerate(kinds) if place != at]
    order.insert(to, kinds[at])
    with book.step(_("Move a row of the decision matrix")) as writing:
        _number(writing, order)


def _number(writing: Writing, order: Sequence[DecisionKind]) -> None:
    for place, one in enumerate(order):
        writing.edit("decision_kind", one.id, position=place)


def _fields(kind: DecisionKind) -> dict[str, Any]:
    return {name: value for name, value in asdict(kind).items() if name != "id"}
