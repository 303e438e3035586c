"""What a meeting takes up again of the decisions before it, gathered when it opens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from coalmeet.coalition.again import again, first_place
from coalmeet.coalition.decision import Decision, DecisionEntry, counting, open_objections, state
from coalmeet.coalition.plan import PlannedItem
from coalmeet.coalition.waiting import decisions_waiting
from coalmeet.errors import FileProblem
from coalmeet.ids import new_id
from coalmeet.meeting.events import NOTHING_BEFORE, Again, DecisionTold, Raised
from coalmeet.store import agenda, carrying, decisions, meetings, people, records
from coalmeet.store.file import CoalitionFile
from coalmeet.store.glance import PLAN
from coalmeet.store.tables import ITEM
from coalmeet.text import _

# The last record of each meeting counts.
_TOLD = """
SELECT t.value ->> 'id' FROM record r, json_each(r.body, '$.told') t
WHERE r.source <> ?
  AND r.id = (SELECT q.id FROM record q WHERE q.meeting = r.meeting ORDER BY q.counter DESC, q.id DESC LIMIT 1)
"""


def taken_up(con: Connection, ancestors: Mapping[str, str], today: date) -> dict[str, Again]:
    """What each item (by id) takes up again, of the decisions in `ancestors` (item to decision)."""
    wanted = {one for one in ancestors.values() if one}
    if not wanted:
        return {}
    entries = decisions.entries(con)
    known = {one.id: one for one in decisions.decisions(con) if one.id in wanted}
    made = {one.id: _again(con, one, entries, today) for one in known.values()}
    return {item: made.get(one, NOTHING_BEFORE) for item, one in ancestors.items() if one}


def _again(con: Connection, one: Decision, entries: tuple[DecisionEntry, ...], today: date) -> Again:
    code = state(one, entries, today)
    why = code if code in ("recommended", "reopened") else "review"
    raised: tuple[Raised, ...] = ()
    if why == "reopened":
        raised = tuple(_arrived(one, entries))
    elif why == "recommended":
        raised = tuple(_recorded(con, one))
    held = next((row.date for row in meetings.meetings(con) if row.id == one.meeting), one.decided_on)
    return Again(one.id, why, one.number, one.text, held.isoformat() if held else "", raised)


def _arrived(one: Decision, entries: tuple[DecisionEntry, ...]) -> Iterator[Raised]:
    of_it = counting(entries, one.id)
    for entry in open_objections(of_it):
        day = entry.on.isoformat() if entry.on else ""
        yield Raised("objection", entry.organisation, entry.text, "", day, entry.channel)
    for entry in of_it:
        if entry.kind == "mandate_refused":
            day = entry.on.isoformat() if entry.on else ""
            yield Raised("objection", entry.organisation, entry.text or _not_confirmed(), "", day, "")


def _not_confirmed() -> str:
    return _("It did not confirm the consent of its delegate.")


def _recorded(con: Connection, one: Decision) -> Iterator[Raised]:
    """Concerns and open objections as the record of the meeting tells them."""
    record: dict[str, Any] = records.find(con, one.meeting) or {}
    ids = {found.name.casefold(): found.id for found in people.organisations(con)}
    told = [
        d for item in record.get("agenda", ()) for d in item.get("decisions") or () if d.get("id") == one.id
    ]
    for decision in told:
        for said in decision.get("objections") or ():
            if said.get("ending") in (None, "", "open"):
                organisation = ids.get(str(said.get("organisation") or "").casefold(), "")
                yield Raised("objection", organisation, said.get("reason") or "", said.get("ground") or "")
        for said in decision.get("concerns") or ():
            organisation = ids.get(str(said.get("organisation") or "").casefold(), "")
            yield Raised("concern", organisation, said.get("text") or "")


def to_tell(con: Connection) -> tuple[DecisionTold, ...]:
    """Decisions taken outside a meeting that no meeting has been told of, the oldest first."""
    told = {row[0] for row in con.exec_driver_sql(_TOLD, (PLAN,)).all()}
    found = [
        one for one in decisions.decisions(con) if not one.meeting and one.decided_on and one.id not in told
    ]
    return tuple(
        DecisionTold(one.id, one.text, one.decided_by, one.authority, one.decided_on.isoformat())
        for one in sorted(found, key=lambda one: one.decided_on or date.min)
        if one.decided_on
    )


def coming_back(con: Connection, decision_id: str, why: str, item_id: str) -> PlannedItem:
    """The item, with this id, that takes a decision up again. Raises FileProblem for a decision not in the file."""
    one = decisions.decision(con, decision_id)
    if one is None:
        raise FileProblem(
            _("This decision is not in the file any more. Look at the list of decisions again.")
        )
    return again(why, one, item_id, topic_of_decision(con, decision_id))


def topic_of_decision(con: Connection, decision_id: str) -> str:
    """The topic of the item in which a decision was made, so that its history goes on; "" where nobody knows."""
    one = decisions.decision(con, decision_id)
    if one is None or not one.item:
        return ""
    found = con.execute(select(ITEM.c.topic).where(ITEM.c.id == one.item)).scalar()
    return found or one.item


def put_recommended_first(
    con: Connection, file: CoalitionFile, meeting_id: str, today: date
) -> tuple[str, ...]:
    """Put what was recommended for want of quorum first on this agenda, unless it stands on one already.

    Returns the changes, for undo.
    """
    there = carrying.looked_at_again(con)
    waiting = decisions_waiting(decisions.decisions(con), decisions.entries(con), today)
    changes: tuple[str, ...] = ()
    for one in reversed([one for one in waiting if one.kind == "recommended" and one.id not in there]):
        item = coming_back(con, one.id, "recommended", new_id())
        place = first_place(agenda.items(con, meeting_id))
        changes += agenda.insert(con, file, meeting_id, [item], place)
    return changes
