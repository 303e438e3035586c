"""What the rotation page shows of a file, read in one go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from coalmeet.coalition.attendance import Attendance
from coalmeet.coalition.person import VOICES, Belonging
from coalmeet.coalition.plan import PlannedMeeting
from coalmeet.coalition.turn import ROLES, Role, Turn, TurnNote
from coalmeet.meeting.credit import in_order
from coalmeet.meeting.rotation import Standing, skip
from coalmeet.meeting.rotation_both import both
from coalmeet.meeting.rotation_roles import said_of, turns_of
from coalmeet.text import _

if TYPE_CHECKING:
    from coalmeet.store.connection import Connection

SHOWN_MEETINGS = 6
Came = Literal["delegate", "alternate", "nobody"]
FIELDS: dict[Role, tuple[str, str]] = {  # of a planned meeting: whose turn it is, and who does it
    "facilitator": ("turn", "facilitator"),
    "note_taker": ("notes_turn", "note_taker"),
}


@dataclass(frozen=True, slots=True)
class RotationLook:
    """The order in which to ask, for the next meeting (`coming`, None while none is planned) or for today.

    `agreed` is the organisation that has the turn: by the plan of that meeting or, before it is planned, by the
    last close. `term` is how many meetings a turn lasts. Of everything said only what is about `role` is there.
    """

    day: date
    coming: PlannedMeeting | None
    order: tuple[Standing, ...]
    notes: tuple[TurnNote, ...]
    history: tuple[Turn, ...]
    belongings: tuple[Belonging, ...]
    came: Mapping[str, tuple[Came, ...]]
    agreed: str = ""
    term: int = 1
    role: Role = "facilitator"

    @property
    def named(self) -> str:
        """Who does it at the next meeting, "" while nobody is named."""
        return str(getattr(self.coming, FIELDS[self.role][1], ""))

    @property
    def stand_in(self) -> str:
        """Who does it at the next meeting for another organisation than their own, "" for nobody."""
        own = {one.person.id for one in self.people_of(self.agreed)}
        return self.named if self.coming and self.agreed and self.named not in own else ""

    @property
    def elsewhere(self) -> str:
        """Who does the other thing at the next meeting, "" for nobody: one person does not do both by themselves."""
        other = FIELDS["facilitator" if self.role == "note_taker" else "note_taker"][1]
        return str(getattr(self.coming, other, ""))

    @property
    def learns(self) -> str:
        """Who learns to facilitate at the next meeting, "" for nobody."""
        return self.coming.co_facilitator if self.coming and self.role == "facilitator" else ""

    @property
    def meetings(self) -> int:
        """How many of the last meetings are shown."""
        return min(len(self.history), SHOWN_MEETINGS)

    @property
    def meeting(self) -> str:
        """The id of the meeting that is spoken about, "" while none is planned."""
        return self.coming.id if self.coming else ""

    def people_of(self, organisation: str) -> tuple[Belonging, ...]:
        """Who speaks for an organisation on that day, delegates first."""
        found = [one for one in self.belongings if one.organisation and one.organisation.id == organisation]
        return tuple(
            sorted((one for one in found if one.has_voice), key=lambda one: one.capacity != "delegate")
        )

    def turn_of(self, organisation: str) -> dict[str, str]:
        """The turn as the meeting keeps it: the organisation's, with its delegate."""
        people = [one.person.id for one in self.people_of(organisation)]
        free = [one for one in people if one != self.elsewhere] or people
        return dict(zip(FIELDS[self.role], (organisation, next(iter(free), "")), strict=True))

    @property
    def voices(self) -> tuple[Belonging, ...]:
        """Everybody who speaks for an organisation on that day."""
        return tuple(one for one in self.belongings if one.has_voice)

    def standing(self, organisation: str) -> Standing | None:
        """Where an organisation stands."""
        return next((one for one in self.order if one.organisation.id == organisation), None)

    def note(self, organisation: str, wish: str) -> TurnNote | None:
        """What an organisation said about this turn, if it said this; a skip also at the close of the last meeting."""
        if wish == "skip":
            return skip(organisation, in_order(self.history), self.notes)
        said = (one for one in self.notes if one.organisation == organisation and one.wish == wish)
        return next(said, None)


def look(con: Connection, today: date, role: Role = "facilitator") -> RotationLook:
    """Read the page for a role; a constant number of statements."""
    from coalmeet.store import attendance, coalition, meetings, people, rotation

    planned = [row for row in meetings.meetings(con) if row.state == "planned" and row.date >= today]
    nearest = min(planned, key=lambda row: (row.date, row.start), default=None)
    coming = meetings.meeting(con, nearest.id) if nearest else None
    day = coming.date if coming else today
    history, term = rotation.history(con), coalition.read(con).turn_meetings
    notes = tuple(one for one in rotation.notes(con) if one.meeting in {"", coming.id if coming else ""})
    known = people.organisations(con)
    organisations = [replace(one, name=one.name or _("No name yet")) for one in known]
    belongings = people.on(con, day)
    agreed: dict[Role, str] = {
        one: getattr(coming, FIELDS[one][0]) if coming else rotation.agreed(con, today, one)[0]
        for one in ROLES
    }
    leads = agreed["facilitator"] or _organisation_of(belongings, coming.facilitator if coming else "")
    orders = both(history, organisations, day, notes, term=term, leads=leads)
    return RotationLook(
        day=day,
        coming=coming,
        order=orders[role],
        term=term,
        role=role,
        notes=said_of(role, notes),
        history=turns_of(role, history),
        belongings=belongings,
        agreed=agreed[role],
        came=_came(history[-SHOWN_MEETINGS:], attendance.attendance(con)),
    )


def _organisation_of(belongings: Sequence[Belonging], person: str) -> str:
    found = (one.organisation.id for one in belongings if one.person.id == person and one.organisation)
    return next(found, "")


def _came(turns: Sequence[Turn], attendance: Sequence[Attendance]) -> dict[str, tuple[Came, ...]]:
    """How each organisation was represented at the last meetings, the oldest first."""
    wanted = {turn.meeting for turn in turns}
    delegates: set[tuple[str, str]] = set()
    alternates: set[tuple[str, str]] = set()
    for one in attendance:
        if one.meeting in wanted and one.present and one.capacity in VOICES:
            (delegates if one.capacity == "delegate" else alternates).add((one.meeting, one.organisation))
    organisations = {id for turn in turns for id in (*turn.present, turn.actual) if id}
    return {id: tuple(_one(turn, id, delegates, alternates) for turn in turns) for id in organisations}


def _one(turn: Turn, id: str, delegates: set[tuple[str, str]], alternates: set[tuple[str, str]]) -> Came:
    place = turn.meeting, id
    if place in delegates:
        return "delegate"
    if place in alternates:
        return "alternate"
    return "delegate" if id in turn.present or id == turn.actual else "nobody"
