"""A meeting that is still to come as a record: the agenda that travels before the meeting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from coalmeet.coalition.coalition import Coalition
from coalmeet.coalition.plan import PlannedItem, PlannedMeeting
from coalmeet.exchange.record import FORMAT, VERSION, Record
from coalmeet.meeting import words

Names = Mapping[str, str]  # of people and organisations, by id


def plan_record(
    coalition: Coalition,
    planned: PlannedMeeting,
    items: Sequence[PlannedItem],
    names: Names,
    *,
    announced_by: str = "",
    revision: int = 0,
) -> Record:
    """The record; what nobody said is left out. A draft proposal is a decision without an outcome.

    `announced_by` is the meeting whose minutes announced this one, `revision` says how often its plan was changed:
    calendars know it by them.
    Private notes are not given to it, so they cannot be in it.
    """
    facilitator = names.get(planned.facilitator, "")
    note_taker = names.get(planned.note_taker, "")
    learner = names.get(planned.co_facilitator, "")
    record: Record = {
        "format": FORMAT,
        "version": VERSION,
        "coalition": coalition.name,
        "title": planned.title,
        "date": planned.date.isoformat(),
        "timezone": coalition.time_zone,
        "start": planned.start,
        "planned_minutes": planned.minutes,
        "place": planned.place,
        "link": planned.link,
        "facilitators": [facilitator] if facilitator else [],
        "note_takers": [note_taker] if note_taker else [],
        "roles": [{"role": "co_facilitator", "names": [learner]}] if learner else [],
        "id": planned.id,
        "announced_by": announced_by,
        "revision": revision or None,
    }
    kept = {key: value for key, value in record.items() if value not in ("", None, [])}
    return {**kept, "agenda": [plan_item(item, names) for item in items]}


def plan_item(item: PlannedItem, names: Names) -> dict[str, Any]:
    """One item of the agenda; its outcome is null while it is planned."""
    entry: dict[str, Any] = {
        "title": item.title or words.built_in(item.built_in),
        "label": item.label or None,
        "minutes": item.minutes,
        "presenters": list(item.presenters),
        "desired_outcome": item.desired_outcome,
        "outcome": None,
        "built_in": item.built_in,
    }
    entry = {key: value for key, value in entry.items() if value not in ("", []) or key == "outcome"}
    draft = {
        "text": item.proposal,
        "outcome": None,
        "need": item.need,
        "proposed_by": names.get(item.proposer, ""),
        "kind": item.kind,
    }
    said = {key: value for key, value in draft.items() if value}
    return {**entry, "decisions": [{**said, "outcome": None}]} if said else entry


def same_agenda(ones: Sequence[PlannedItem], others: Sequence[PlannedItem]) -> bool:
    """Whether two agendas say the same, whatever their ids."""
    return [_bare(one) for one in ones] == [_bare(other) for other in others]


def _bare(item: PlannedItem) -> PlannedItem:
    return replace(item, id="", position=0, topic="")
