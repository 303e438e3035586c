"""The register of decisions, and the entries that are their later life."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy import Connection, func, insert, select

from coalmeet.coalition.decision import Decision, DecisionEntry
from coalmeet.ids import new_id
from coalmeet.store.file import CoalitionFile
from coalmeet.store.merging import roots
from coalmeet.store.rows import every, maker
from coalmeet.store.safe_text import refuse_unkept
from coalmeet.store.tables import DECISION, DECISION_ENTRY, MEETING


def decisions(con: Connection) -> tuple[Decision, ...]:
    """All decisions, those of the newest meeting first; a constant number of statements."""
    stands = roots(con)
    wanted = select(DECISION).join(MEETING, MEETING.c.id == DECISION.c.meeting, isouter=True)
    order = (
        MEETING.c.date.desc(),
        DECISION.c.meeting,
        func.length(DECISION.c.number),
        DECISION.c.number,
        DECISION.c.id,
    )
    result = con.execute(wanted.order_by(*order))
    make = maker(Decision, tuple(result.keys()))
    return tuple(
        make(
            row,
            present=stands.each(row.present),
            absent=stands.each(row.absent),
            mandates=tuple((stands.organisation(one), day) for one, day in row.mandates),
            proposed_by=stands.organisation(row.proposed_by),
        )
        for row in result.all()
    )


def entries(con: Connection, decision_id: str | None = None) -> tuple[DecisionEntry, ...]:
    """What happened to decisions after their meetings, in the order in which it was entered."""
    wanted = select(DECISION_ENTRY).order_by(DECISION_ENTRY.c.counter, DECISION_ENTRY.c.id)
    if decision_id is not None:
        wanted = wanted.where(DECISION_ENTRY.c.decision == decision_id)
    return every(con, DecisionEntry, wanted)


def decision(con: Connection, decision_id: str) -> Decision | None:
    """One decision, None where the file has none of this id."""
    return next((one for one in decisions(con) if one.id == decision_id), None)


def of_meeting(con: Connection, meeting_id: str) -> tuple[Decision, ...]:
    """The decisions of one meeting."""
    return tuple(one for one in decisions(con) if one.meeting == meeting_id)


def enter(con: Connection, file: CoalitionFile, entry: DecisionEntry) -> DecisionEntry:
    """Add an entry; one without an id gets one. Raises NotAllowed for a text that cannot be kept."""
    entry_id = entry.id or new_id()
    fields = {**asdict(entry), "id": entry_id}
    refuse_unkept(fields)
    counter = con.execute(select(func.max(DECISION_ENTRY.c.counter))).scalar() or 0
    con.execute(insert(DECISION_ENTRY), {**fields, "counter": counter + 1, "writer": file.writer})
    return DecisionEntry(**fields)
