"""What the start page shows of a file, read in one go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from coalmeet.coalition.coalition import Coalition
from coalmeet.coalition.meeting_row import MeetingRow
from coalmeet.coalition.organisation import members_on
from coalmeet.coalition.plan import PlannedItem, PlannedMeeting
from coalmeet.coalition.retrospective import retrospective_waiting, topic_of
from coalmeet.coalition.waiting import Waiting, actions_waiting, decisions_waiting, protection_waiting

if TYPE_CHECKING:
    from coalmeet.store.connection import Connection


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """The meeting that comes next, or goes on; names are "" where nobody is named."""

    row: MeetingRow
    frame: PlannedMeeting
    items: tuple[PlannedItem, ...]
    facilitator: str = ""
    note_taker: str = ""


@dataclass(frozen=True, slots=True)
class StartLook:
    """The whole page: `held` is how many meetings the file has that are over."""

    coalition: Coalition
    today: date
    members: int
    held: int
    coming: NextMeeting | None
    waiting: tuple[Waiting, ...]
    people: int = 0


def steps(seen: StartLook) -> tuple[str, ...]:
    """What has to be done before a meeting can be ready, in this order: members, people, items, facilitator."""
    coming = seen.coming
    if coming is None or coming.row.state != "planned":
        return ()
    asked = {
        "members": not seen.members,
        "people": bool(seen.members) and not seen.people,
        "items": all(item.built_in for item in coming.items),
        "facilitator": not (coming.facilitator or coming.row.facilitators),
    }
    return tuple(step for step, is_asked in asked.items() if is_asked)


def look(con: Connection, today: date) -> StartLook:
    """Read the page. A meeting that runs comes before one that is planned; then the nearest day counts."""
    from coalmeet.store import actions, calendar, coalition, decisions, meetings, people

    here = coalition.read(con)
    rows = meetings.meetings(con)
    chosen = next_meeting(rows, today)
    members = members_on(people.organisations(con), today)
    waiting = (
        *decisions_waiting(decisions.decisions(con), decisions.entries(con), today),
        *protection_waiting(members, today),
        *retrospective_waiting(
            here.retrospective, here.id, calendar.retrospectives(con, topic_of(here.id)), today
        ),
        *actions_waiting(actions.actions(con, open_only=True), today),
    )
    return StartLook(
        coalition=here,
        today=today,
        members=len(members),
        held=sum(row.state == "closed" for row in rows),
        coming=_coming(con, chosen) if chosen else None,
        waiting=waiting,
        people=len(people.people(con)),
    )


def next_meeting(rows: Sequence[MeetingRow], today: date) -> MeetingRow | None:
    """The one that runs; else the nearest planned from today on; else the last one planned and never held."""
    running = [row for row in rows if row.state == "running"]
    planned = [row for row in rows if row.state == "planned"]
    coming = [row for row in planned if row.date >= today]
    if running:
        return max(running, key=lambda row: (row.date, row.start))
    if coming:
        return min(coming, key=lambda row: (row.date, row.start))
    return max(planned, key=lambda row: (row.date, row.start), default=None)


def _coming(con: Connection, row: MeetingRow) -> NextMeeting:
    from coalmeet.store import agenda, meetings, people

    frame = meetings.meeting(con, row.id)
    names = {person.id: person.name for person in people.people(con)}
    return NextMeeting(
        row,
        frame,
        agenda.items(con, row.id),
        names.get(frame.facilitator, ""),
        names.get(frame.note_taker, ""),
    )
