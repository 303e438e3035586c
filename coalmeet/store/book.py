"""What the facilitator's book is made of: private notes and needs too, for one person."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection

from coalmeet.coalition.plan import PlannedMeeting
from coalmeet.coalition.turn import Turn
from coalmeet.meeting.ahead import Ahead
from coalmeet.meeting.book import Alone
from coalmeet.meeting.leading import planned_organisation
from coalmeet.meeting.rotation import proposed
from coalmeet.meeting.rotation_both import Orders, both
from coalmeet.store import coalition, meetings, notes, parked, people, rotation
from coalmeet.store.ahead import ahead


def alone(con: Connection, meeting_id: str) -> Alone:
    """A meeting to come with what only the person who facilitates may know. Raises FileProblem for an unknown one."""
    frame = meetings.meeting(con, meeting_id)
    found = ahead(con, meeting_id)
    orders, later = _orders(con, frame, found)
    seats = {one.seat.person for one in found.meeting.people}
    return Alone(
        found,
        private=notes.read_private(con, meeting_id),
        needs=tuple(
            (one.name, one.access_needs)
            for one in people.people(con)
            if one.id in seats and one.access_needs.strip()
        ),
        orders=orders,
        later=later,
        parked=tuple(one.title for one in parked.parked(con, waiting_only=True)),
    )


def _orders(con: Connection, frame: PlannedMeeting, found: Ahead) -> tuple[Orders, Orders]:
    """Whom to ask for this meeting, and whom for the next if those come now who are expected."""
    held, term = rotation.history(con), coalition.read(con).turn_meetings
    said = [note for note in rotation.notes(con) if note.meeting in {"", frame.id}]
    known = people.organisations(con)
    leads = planned_organisation(found.meeting)
    now = both(held, known, frame.date, said, term=term, leads=leads)
    first, noting = proposed(now["facilitator"]), proposed(now["note_taker"])
    this = Turn(
        frame.id,
        frame.date,
        present=tuple(one.organisation.id for one in now["facilitator"] if one.is_expected),
        planned=leads or (first.organisation.id if first else ""),
        actual=leads or (first.organisation.id if first else ""),
        to_note=frame.notes_turn or (noting.organisation.id if noting else ""),
        noted=frame.notes_turn or (noting.organisation.id if noting else ""),
    )
    lasting = [note for note in said if not note.meeting]
    return now, both((*held, this), known, frame.date + timedelta(days=1), lasting, term=term)
