"""What the agenda page shows of a file, read in one go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from coalmeet.coalition.organisation import Organisation, members_on
from coalmeet.coalition.person import Belonging, Person
from coalmeet.coalition.plan import PlannedItem, PlannedMeeting, Template
from coalmeet.coalition.turn import ROLES, Role
from coalmeet.coalition.waiting import Waiting
from coalmeet.meeting.events import DecisionKind, EarlierTry
from coalmeet.meeting.handed_on import wished
from coalmeet.meeting.rotation import proposed
from coalmeet.meeting.rotation_both import both
from coalmeet.meeting.rotation_words import why_first
from coalmeet.text import _

if TYPE_CHECKING:
    from coalmeet.store.connection import Connection


@dataclass(frozen=True, slots=True)
class Proposed:
    """Whose turn it is in one role: the organisation that was agreed on, or the one that the rotation asks first.

    `why` is a sentence.
    """

    organisation: str
    why: str
    is_agreed: bool = False


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
    kinds: tuple[DecisionKind, ...] = ()
    fallback: str = ""  # the vote that the charter falls back on, "" for none
    tries: Mapping[str, EarlierTry] = field(default_factory=dict)  # by topic
    turns: Mapping[Role, Proposed] = field(default_factory=dict)
    wished: str = ""  # a sentence: what the last closing round wanted to change

    def name_of(self, person: str) -> str:
        """A person's name, "" for nobody."""
        return next((one.name for one in self.people if one.id == person), "")


def look(con: Connection, meeting_id: str, today: date) -> PrepareLook:
    """Read the page of one meeting. Raises FileProblem when the file has no such meeting."""
    from coalmeet.store import agenda, approving, coalition, meetings, notes, people, waiting
    from coalmeet.store.earlier_tries import earlier_tries

    frame = meetings.meeting(con, meeting_id)
    items = agenda.items(con, meeting_id)
    return PrepareLook(
        frame=frame,
        state=meetings.row(con, meeting_id).state,
        items=items,
        private=notes.read_private(con, meeting_id),
        people=people.people(con),
        belongings=people.on(con, frame.date),
        members=members_on(people.organisations(con), frame.date),
        templates=agenda.templates(con),
        waiting=waiting.for_agenda(con, items, today),
        kinds=coalition.kinds(con),
        fallback=coalition.read(con).profile.fallback,
        tries=earlier_tries(con, frame.date),
        turns=_turns(con, frame),
        wished=wished(approving.last_meeting(con, meeting_id, frame.date.isoformat())),
    )


def _turns(con: Connection, frame: PlannedMeeting) -> dict[Role, Proposed]:
    from coalmeet.store import coalition, people, rotation

    said = [note for note in rotation.notes(con) if note.meeting in {"", frame.id}]
    known = {one.id: one for one in people.organisations(con)}
    own = (
        one.organisation.id
        for one in people.on(con, frame.date)
        if one.organisation and one.person.id == frame.facilitator
    )
    orders = both(
        rotation.history(con),
        known.values(),
        frame.date,
        said,
        term=coalition.read(con).turn_meetings,
        leads=frame.turn or next(own, ""),
    )
    found: dict[Role, Proposed] = {}
    for role in ROLES:
        agreed = frame.turn if role == "facilitator" else frame.notes_turn
        first = proposed(orders[role])
        if agreed in known:
            words = _("It is the turn of {organisation}.").format(organisation=known[agreed].name)
            found[role] = Proposed(agreed, words, is_agreed=True)
        elif first is not None:
            found[role] = Proposed(first.organisation.id, why_first(orders[role]))
    return found


def meeting_of(con: Connection, item: str) -> str:
    """The id of the meeting on whose agenda this item stands, "" when it is no item."""
    from coalmeet.store import agenda

    return agenda.meeting_of(con, item)


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
