"""Writing what lives on after a meeting as rows, again and again the same for the same outcomes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, select

from coalmeet.coalition.action import Reviewed
from coalmeet.coalition.decision import DecisionEntry
from coalmeet.coalition.later_life import taken_back
from coalmeet.coalition.outcomes import Outcomes
from coalmeet.coalition.turn import Role
from coalmeet.ids import new_id
from coalmeet.store import decisions
from coalmeet.store.edit import delete, edit_rows
from coalmeet.store.file import CoalitionFile
from coalmeet.store.tables import ACTION, ATTENDANCE, DECISION, PARKED, TURN_NOTE

SKIPS, COMES = ("skip_next",), ("coming_next", "away_next")

# What happens to a row after its meeting; a meeting closed once more must not undo it.
_LATER = {"action": {"done", "dropped"}, "parked": {"taken_up", "dropped"}}


def keep(con: Connection, file: CoalitionFile, meeting_id: str, left: Outcomes) -> None:
    """Write the rows. Those of an earlier close of the same meeting are changed, or deleted if they no longer hold."""
    rows = {table: _rows(table, values) for table, values in _lasting(left).items()}
    rows["attendance"] = _with_ids(
        con, ATTENDANCE, "person", _of(ATTENDANCE, meeting_id), [asdict(one) for one in left.attendance]
    )
    # Said at this close for the meeting to come, which may not be planned yet.
    rows["turn_note"] = {
        **_wishes(con, meeting_id, SKIPS, left),
        **_wishes(con, meeting_id, SKIPS, left, "note_taker"),
        **_wishes(con, meeting_id, COMES, left),
    }
    for table in (DECISION, ACTION, PARKED, ATTENDANCE, TURN_NOTE):
        there = con.execute(select(table.c.id).where(_of(table, meeting_id))).scalars().all()
        delete(con, file, table.name, *(one for one in there if one not in rows[table.name]))
        edit_rows(con, file, table.name, rows[table.name])
    turn = asdict(left.turn)
    names = ("planned", "actual", "reason", "prepared", "present", "to_note", "noted")
    kept = {name: turn[name] for name in names}
    edit_rows(con, file, "turn", {meeting_id: kept})
    _review(con, file, left.reviews)
    _later_life(con, file, meeting_id, left.later)


def _wishes(
    con: Connection, meeting_id: str, wishes: tuple[str, ...], left: Outcomes, role: Role = "facilitator"
) -> dict[str, dict[str, Any]]:
    """What organisations said of the meeting to come, one of these wishes each in a role."""
    passed_over = left.passed_over if role == "facilitator" else left.notes_passed_over
    said = [(one, "skip_next") for one in passed_over]
    said += [(one, "coming_next" if coming else "away_next") for one, coming in left.coming]
    values = [
        {"meeting": meeting_id, "organisation": one, "wish": wish, "role": role}
        for one, wish in said
        if wish in wishes
    ]
    same = TURN_NOTE.c.meeting == meeting_id, TURN_NOTE.c.role == role
    return _with_ids(con, TURN_NOTE, "organisation", and_(*same, TURN_NOTE.c.wish.in_(wishes)), values)


def _of(table: Table, meeting_id: str) -> ColumnElement[bool]:
    """The rows that a close of this meeting writes: a swap or a skip agreed for it before is not among them."""
    of_meeting = table.c.meeting == meeting_id
    return and_(of_meeting, table.c.wish.in_((*SKIPS, *COMES))) if table is TURN_NOTE else of_meeting


def _lasting(left: Outcomes) -> Mapping[str, Iterable[Any]]:
    return {"decision": left.decisions, "action": left.actions, "parked": left.parked}


def _rows(table: str, values: Iterable[Any]) -> dict[str, dict[str, Any]]:
    rows = {}
    for value in values:
        fields = asdict(value)
        row_id = fields.pop("id")
        rows[row_id] = {name: one for name, one in fields.items() if name not in _LATER.get(table, ()) or one}
    return rows


def _with_ids(
    con: Connection, table: Table, key: str, of_meeting: ColumnElement[bool], values: list[dict[str, Any]]
) -> dict[str, dict[str, Any]]:
    """The rows under the ids that they had before, found by the meeting and one other column."""
    wanted = select(table.c.id, table.c[key]).where(of_meeting).order_by(table.c.id.desc())
    had = {row[1]: row[0] for row in con.execute(wanted).all()}
    return {
        had.get(fields[key]) or new_id(): {name: one for name, one in fields.items() if name != "id"}
        for fields in values
    }


def _later_life(
    con: Connection, file: CoalitionFile, meeting_id: str, later: Iterable[DecisionEntry]
) -> None:
    """What the meeting did to decisions of earlier ones. A meeting closed once more takes back what it no longer says.

    Entries are only added to: whose they are is told by the beginning of their ids.
    """
    mine = f"{meeting_id}:"
    known = decisions.entries(con)
    gone = {one.answers for one in known if one.kind == "taken_back"}
    had = {replace(one, id=""): one for one in known if one.id.startswith(mine) and one.id not in gone}
    wanted = set(later)
    for said, entry in had.items():
        if said not in wanted:
            decisions.enter(con, file, taken_back(entry))
    for said in sorted(wanted - had.keys(), key=lambda one: (one.decision, one.kind)):
        decisions.enter(con, file, replace(said, id=mine + new_id()))


def _review(con: Connection, file: CoalitionFile, reviews: Iterable[Reviewed]) -> None:
    """What was said of actions of earlier meetings."""
    reviews = tuple(reviews)
    there = set(
        con.execute(select(ACTION.c.id).where(ACTION.c.id.in_([one.id for one in reviews]))).scalars().all()
    )
    edit_rows(con, file, "action", {one.id: _reviewed(one) for one in reviews if one.id in there})


def _reviewed(review: Reviewed) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    if review.state in {"done", "dropped"}:
        fields[review.state] = True
    if review.due:
        fields["due"] = review.due
    if review.state == "handed_on":
        names = ("owner", "owner_name", "organisation", "organisation_name", "asked")
        fields |= {name: getattr(review, name) for name in names}
    return fields
