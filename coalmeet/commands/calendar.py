"""The calendar of the coalition: read from the file at once, then written as one .ics."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from coalmeet import text
from coalmeet.commands.opened import to_read
from coalmeet.commands.terminal import Terminal, visible
from coalmeet.documents.coalition_calendar import Facts, GonePlan, coalition_ics
from coalmeet.exchange.outgoing import record_of
from coalmeet.exchange.whole_file import write_whole
from coalmeet.meeting.calendar_id import meeting_id
from coalmeet.meeting.minutes_words import Record
from coalmeet.text import _

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from coalmeet.store.calendar import Planned


def hand_out_calendar(path: Path, target: Path, terminal: Terminal, *, now: int) -> int:
    """Write the calendar of a coalition to target; `now` is wall time. Returns the exit status."""
    from coalmeet.store import coalition

    opened = to_read(path, terminal)
    try:
        with opened.reading() as con:
            today = text.local(now, coalition.read(con).time_zone).date()
            facts = read(con, today)
    finally:
        opened.close()
    write(facts, today, target)
    terminal.say(told(target))
    return 0


def told(target: Path) -> str:
    """What is said when the calendar was written: what to do with it."""
    return _(
        "Written: {path}. Open it with your calendar; bring it in again after each meeting: nothing doubles."
    ).format(path=visible(str(target)))


def write(facts: Facts, today: date, target: Path) -> None:
    """Write the file. Raises FileProblem."""
    write_whole(target, coalition_ics(facts, today))


def read(con: Connection, today: date) -> Facts:
    """Everything that the calendar needs, so that making it touches no file. Raises FileProblem."""
    from coalmeet.store import actions, calendar, coalition, decisions, people

    here, plans = coalition.read(con), calendar.plans(con)
    dated = tuple(one for one in decisions.decisions(con) if one.review_date or one.outcome == "provisional")
    # What is over matters to calendars only while its day is ahead.
    work = tuple(one for one in actions.actions(con) if one.due and (one.is_open or one.due >= today))
    return Facts(
        coalition=here,
        coming=_coming(con, plans, today),
        gone=tuple(
            GonePlan(meeting_id(one.announced_by, id), one.day, one.title or here.name, one.revision)
            for id, one in plans.items()
            if one.gone
        ),
        records=calendar.latest(con, [*(one.meeting for one in dated), *(one.meeting for one in work)]),
        decisions=dated,
        entries=decisions.entries(con),
        actions=work,
        changes=calendar.changed_since(con, [one.id for one in work]),
        names={one.id: one.name for one in people.organisations(con)},
        rhythm_changes=calendar.rhythm_changes(con),
    )


def _coming(con: Connection, plans: Mapping[str, Planned], today: date) -> tuple[Record, ...]:
    """The planned meetings in their order; first the last record, where nobody has planned what it announced."""
    from coalmeet.store import calendar, meetings

    rows = meetings.meetings(con)
    last = next((row.id for row in rows if row.state == "closed"), "")
    found = []
    said, taken = calendar.announcements(con).get(last), {one.announced_by for one in plans.values()}
    if said is not None and said.id not in taken and said.day >= today.isoformat():
        found.append(record_of(con, last))
    planned = sorted((row for row in rows if row.state == "planned"), key=lambda row: (row.date, row.start))
    return (*found, *(record_of(con, row.id) for row in planned))
