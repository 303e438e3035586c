"""What the agenda page shows of a file, read in one go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from coalmeet.coalition.meeting_row import MeetingRow
from coalmeet.coalition.organisation import Organisation, members_on
from coalmeet.coalition.person import Belonging, Person
from coalmeet.coalition.plan import PlannedItem, PlannedMeeting, Template
from coalmeet.coalition.waiting import NotReached, Waiting, decisions_waiting, topics_waiting
from coalmeet.meeting.rotation import proposed, standings
from coalmeet.meeting.rotation_words import why_first

if TYPE_CHECKING:
    from coalmeet.store.connection import Connection

LOOKED_BACK = 3  # meetings; an item not reached four meetings ago was given up in silence, or parked
CARRIED = ("not reached", "postponed")


@dataclass(frozen=True, slots=True)
class PrepareLook:
    """One planned meeting with all that its page needs. Private notes are by the ids of items."""

    frame: PlannedMeeting
    state: str
    items: tuple[PlannedItem, ...]
    private: Mapping[str, str]
    people: tuple[Person, ...]
    belongings: tuple[Belonging, ...]
    members: tuple[Organisation, ...]
    templates: tuple[Template, ...]
    waiting: tuple[Waiting, ...]
    turn: str = ""  # a sentence: who is first in the rotation, and why
    turn_of: str = ""

    def name_of(self, person: str) -> str:
        """A person's name, "" for nobody."""
        return next((one.name for one in self.people if one.id == person), "")


def look(con: Connection, meeting_id: str, today: date) -> PrepareLook:
    """Read the page of one meeting. Raises FileProblem when the file has no such meeting."""
    from coalmeet.store import agenda, meetings, notes, people

    frame = meetings.meeting(con, meeting_id)
    items = agenda.items(con, meeting_id)
    turn_of, turn = _turn(con, frame)
    return PrepareLook(
        frame=frame,
        state=meetings.row(con, meeting_id).state,
        items=items,
        private=notes.read_private(con, meeting_id),
        people=people.people(con),
        belongings=people.on(con, frame.date),
        members=members_on(people.organisations(con), frame.date),
        templates=agenda.templates(con),
        waiting=_waiting(con, items, today),
        turn=turn,
        turn_of=turn_of,
    )


def _turn(con: Connection, frame: PlannedMeeting) -> tuple[str, str]:
    from coalmeet.store import people, rotation

    said = [note for note in rotation.notes(con) if note.meeting in {"", frame.id}]
    order = standings(rotation.history(con), people.organisations(con), frame.date, said)
    first = proposed(order)
    return (first.organisation.id, why_first(order)) if first else ("", "")


def _waiting(con: Connection, items: tuple[PlannedItem, ...], today: date) -> tuple[Waiting, ...]:
    from coalmeet.store import decisions, meetings, parked, records

    closed = [row for row in meetings.meetings(con) if row.state == "closed" and row.source != "imported"]
    latest = [(row, records.find(con, row.id)) for row in closed[:LOOKED_BACK]]
    taken_up = [(item.topic, item.title) for item in items]
    missed: list[NotReached] = []
    for row, record in latest:  # the newest first: what a later meeting dealt with is no longer missed
        dealt, open_ones = _sorted_out(row, record or {})
        missed += [one for one in open_ones if ("", one.title) not in taken_up]
        taken_up += dealt
    reviews = [
        one for one in decisions_waiting(decisions.decisions(con), decisions.entries(con), today)
        if one.kind != "provisional" and one.title not in {item.proposal for item in items}
    ]  # fmt: skip
    return (*reviews, *topics_waiting(parked.parked(con, waiting_only=True), missed, taken_up))


def _sorted_out(row: MeetingRow, record: Mapping[str, Any]) -> tuple[list[tuple[str, str]], list[NotReached]]:
    items: Iterable[Mapping[str, Any]] = record.get("agenda") or ()
    dealt, missed = [], []
    for item in items:
        title = item.get("title") or ""
        if item.get("built_in") or not title:
            continue
        if item.get("outcome") in CARRIED:
            missed.append(NotReached(item.get("id") or f"{row.id}:{title}", title, row.date))
        else:
            dealt.append(("", title))
    return dealt, missed


def chosen_or_next(con: Connection, chosen: str, today: date) -> str:
    """The id of the meeting to prepare: the chosen one while it is planned, else the nearest; "" when none is."""
    from coalmeet.store import meetings

    planned = [row for row in meetings.meetings(con) if row.state == "planned"]
    if any(row.id == chosen for row in planned):
        return chosen
    coming = [row for row in planned if row.date >= today]
    if coming:
        return min(coming, key=lambda row: (row.date, row.start)).id
    return max(planned, key=lambda row: (row.date, row.start)).id if planned else ""
