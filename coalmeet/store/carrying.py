"""What comes over to the next agenda: items that were not reached or were put off, and the parking lot."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select

from coalmeet.coalition.plan import PlannedItem
from coalmeet.coalition.topic import topic_of
from coalmeet.coalition.waiting import NotReached, Waiting
from coalmeet.store import agenda, decisions, meetings
from coalmeet.store.edit import edit_rows
from coalmeet.store.file import CoalitionFile
from coalmeet.store.recorded import planned_item
from coalmeet.store.rows import made
from coalmeet.store.tables import ITEM, PARKED, RECORD

PUT_OFF = ("not reached", "postponed")
FIRST_MINUTES = 10  # of an item that nobody gave a timebox yet
LOOK_BACK = 5  # meetings; what nobody missed for so long comes back by itself or not at all


def not_reached(con: Connection) -> tuple[NotReached, ...]:
    """Items that the last meetings did not come to or put off, and that no later one dealt with, newest first."""
    return tuple(found for found, _item in _left_over(con))


def taken_up(con: Connection) -> tuple[tuple[str, str], ...]:
    """Topic and title of every item that stands on the agenda of a meeting still to come."""
    coming = [one.id for one in meetings.meetings(con) if one.state != "closed"]
    rows = con.execute(select(ITEM.c.topic, ITEM.c.title).where(ITEM.c.meeting.in_(coming))).all()
    return tuple((row.topic, row.title) for row in rows)


def looked_at_again(con: Connection) -> frozenset[str]:
    """Ids of the decisions that an item of a meeting still to come takes up again."""
    coming = [one.id for one in meetings.meetings(con) if one.state != "closed"]
    wanted = select(ITEM.c.ancestor).where(ITEM.c.meeting.in_(coming), ITEM.c.ancestor != "")
    return frozenset(con.execute(wanted).scalars().all())


def take_up(
    con: Connection,
    file: CoalitionFile,
    meeting_id: str,
    waiting: Waiting,
    item_id: str,
    *,
    at: int | None = None,
    minutes: int | None = None,
) -> tuple[str, ...]:
    """Put what waits on an agenda before place `at` (None: at the end), as an item with this id; returns the changes.

    What was not reached comes as it was prepared, with its label, timebox, desired outcome and draft proposal; an
    item that was parked comes with the text as it stood. A topic that was only noted for later has its title and so
    many `minutes`. What was parked waits no longer.
    """
    bare = PlannedItem(id="", position=0, title=waiting.title, minutes=minutes, topic=waiting.topic)
    kept = (_as_prepared if waiting.kind == "not_reached" else _as_parked)(con, waiting)
    changes = agenda.insert(con, file, meeting_id, [replace(kept or bare, id=item_id)], at)
    if waiting.kind != "parked":
        return changes
    return (*changes, *edit_rows(con, file, "parked", {waiting.id: {"taken_up": meeting_id}}))


def _as_prepared(con: Connection, waiting: Waiting) -> PlannedItem | None:
    """The item that waits, by its id and its title: items of records from elsewhere may have no id."""
    for found, item in _left_over(con):
        if (found.item, found.title) == (waiting.id, waiting.title):
            return replace(item, topic=found.topic)
    return None


def _as_parked(con: Connection, waiting: Waiting) -> PlannedItem | None:
    """The item that was parked, with the words that were on its table; None for a topic that was only noted.

    A vote that had been announced is not: it is announced for one meeting.
    """
    left = con.execute(select(PARKED).where(PARKED.c.id == waiting.id)).first()
    if left is None or left.item != left.id:
        return None
    row = con.execute(select(ITEM).where(ITEM.c.id == left.item)).first()
    bare = PlannedItem(id="", position=0, title=waiting.title, minutes=FIRST_MINUTES)
    plan = replace(made(PlannedItem, row) if row else bare, topic=waiting.topic, vote_announced=False)
    stood = [one for one in decisions.decisions(con) if one.item == left.item and one.outcome == "parked"]
    if not stood:
        return plan
    last = stood[-1]
    return replace(plan, label="decision", proposal=last.text, kind=last.kind, proposer=last.proposed_by)


def _left_over(con: Connection) -> Iterator[tuple[NotReached, PlannedItem]]:
    closed = [one for one in meetings.meetings(con) if one.state == "closed"][:LOOK_BACK]
    ids = [one.id for one in closed]
    rows = con.execute(select(ITEM).where(ITEM.c.meeting.in_(ids))).all()
    planned = {row.id: made(PlannedItem, row) for row in rows}
    bodies = _records(con, ids)
    dealt_with: set[str] = set()
    for meeting in closed:
        for item in bodies.get(meeting.id, {}).get("agenda", ()):
            plan = planned.get(item.get("id", "")) or replace(planned_item(item), topic=_topic(item))
            names = {plan.topic, plan.title.casefold()} - {""}
            if not names or names & dealt_with or plan.built_in:
                continue
            dealt_with |= names
            if item.get("outcome") in PUT_OFF:
                yield NotReached(plan.id or item.get("id", ""), plan.title, meeting.date, plan.topic), plan


def _topic(item: dict[str, Any]) -> str:
    """The topic of an item that only its record knows, so that its history comes along."""
    return topic_of(item.get("topic") or "", item.get("id") or "", item.get("title") or "")


def _records(con: Connection, ids: list[str]) -> dict[str, dict[str, Any]]:
    wanted = (
        select(RECORD.c.meeting, RECORD.c.body)
        .where(RECORD.c.meeting.in_(ids))
        .order_by(RECORD.c.counter, RECORD.c.id)
    )
    return {row.meeting: json.loads(row.body) for row in con.execute(wanted).all()}
