"""What the rotation page shows of a file, read in one go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from coalmeet.coalition.attendance import Attendance
from coalmeet.coalition.person import VOICES, Belonging
from coalmeet.coalition.plan import PlannedMeeting
from coalmeet.coalition.turn import Turn, TurnNote
from coalmeet.meeting.credit import in_order
from coalmeet.meeting.rotation import Standing, skip, standings
from coalmeet.text import _

if TYPE_CHECKING:
    from coalmeet.store.connection import Connection

SHOWN_MEETINGS = 6
Came = Literal["delegate", "alternate", "nobody"]


@dataclass(frozen=True, slots=True)
class RotationLook:
    """The order in which to ask, for the next meeting (`coming`, None while none is planned) or for today.

    `agreed` is the organisation that has the turn: by the plan of that meeting or, before it is planned, by the
    last close. `term` is how many meetings a turn lasts.
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

    @property
    def stand_in(self) -> str:
        """Who facilitates the next meeting for another organisation than their own, "" for nobody."""
        named = self.coming.facilitator if self.coming and self.coming.turn else ""
        own = {one.person.id for one in self.people_of(self.agreed)}
        return named if named not in own else ""

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

    def standing(self, organisation: str) -> Standing | None:
        """Where an organisation stands."""
        return next((one for one in self.order if one.organisation.id == organisation), None)

    def note(self, organisation: str, wish: str) -> TurnNote | None:
        """What an organisation said about this turn, if it said this; a skip also at the close of the last meeting."""
        if wish == "skip":
            return skip(organisation, in_order(self.history), self.notes)
        said = (one for one in self.notes if one.organisation == organisation and one.wish == wish)
        return next(said, None)


def look(con: Connection, today: date) -> RotationLook:
    """Read the page; a constant number of statements."""
    from coalmeet.store import attendance, coalition, meetings, people, rotation

    planned = [row for row in meetings.meetings(con) if row.state == "planned" and row.date >= today]
    nearest = min(planned, key=lambda row: (row.date, row.start), default=None)
    coming = meetings.meeting(con, nearest.id) if nearest else None
    day = coming.date if coming else today
    history, term = rotation.history(con), coalition.read(con).turn_meetings
    notes = tuple(one for one in rotation.notes(con) if one.meeting in {"", coming.id if coming else ""})
    known = people.organisations(con)
    organisations = [replace(one, name=one.name or _("No name yet")) for one in known]
    return RotationLook(
        day=day,
        coming=coming,
        order=standings(history, organisations, day, notes, term=term),
        term=term,
        notes=notes,
        history=history,
        belongings=people.on(con, day),
        agreed=coming.turn if coming else rotation.agreed(con, today)[0],
        came=_came(history[-SHOWN_MEETINGS:], attendance.attendance(con)),
    )


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
