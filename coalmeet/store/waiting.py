"""What asks for a place on an agenda, read off the whole file, and how each comes onto one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection

from coalmeet.coalition import protection, retrospective
from coalmeet.coalition.again import first_place
from coalmeet.coalition.plan import PlannedItem
from coalmeet.coalition.waiting import (
    ASKS_FOR_AGENDA,
    Waiting,
    decisions_waiting,
    protection_waiting,
    topics_waiting,
)
from coalmeet.store import again, agenda, calendar, carrying, coalition, decisions, parked, people
from coalmeet.store.file import CoalitionFile

_OF_A_DECISION = {"review", "reopened", "recommended"}
_MADE = {"protection": protection.item_for, "retrospective": retrospective.item_for}


def for_agenda(con: Connection, items: Sequence[PlannedItem], today: date) -> tuple[Waiting, ...]:
    """What waits for a place on this agenda and stands on none yet, the most pressing first."""
    drafts = {item.proposal for item in items}
    there = carrying.looked_at_again(con)
    reviews = [
        one
        for one in decisions_waiting(decisions.decisions(con), decisions.entries(con), today)
        if one.kind in ASKS_FOR_AGENDA and one.title not in drafts and one.id not in there
    ]
    left_over, taken_up = carrying.not_reached(con), carrying.taken_up(con)
    topics = {topic for topic, _title in taken_up}
    voices = [
        one
        for one in protection_waiting(people.organisations(con), today)
        if protection.topic_of(one.id) not in topics
    ]
    here = coalition.read(con)
    held = calendar.retrospectives(con, retrospective.topic_of(here.id))
    comes_round = retrospective.retrospective_waiting(here.retrospective, here.id, held, today)
    return (
        *reviews,
        *voices,
        *comes_round,
        *topics_waiting(parked.parked(con, waiting_only=True), left_over, taken_up),
    )


def take_up(
    con: Connection,
    file: CoalitionFile,
    meeting: str,
    waiting: Waiting,
    item_id: str,
    *,
    at: int | None = None,
    minutes: int | None = None,
) -> tuple[str, ...]:
    """Put something that waits on the agenda, as an item with this id before place `at`; returns the changes.

    What was recommended comes first wherever it was to stand; a topic that was only noted has so many `minutes`.
    """
    if waiting.kind in _MADE:
        return agenda.insert(con, file, meeting, [_MADE[waiting.kind](waiting, item_id)], at)
    if waiting.kind not in _OF_A_DECISION:
        return carrying.take_up(con, file, meeting, waiting, item_id, at=at, minutes=minutes)
    if waiting.kind == "recommended":
        at = first_place(agenda.items(con, meeting))
    item = again.coming_back(con, waiting.id, waiting.kind, item_id)
    return agenda.insert(con, file, meeting, [item], at)
