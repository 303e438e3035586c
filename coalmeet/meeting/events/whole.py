"""What happens to the meeting as a whole, from its opening to its close."""

from __future__ import annotations

from dataclasses import dataclass

from coalmeet.meeting.events.again import DecisionTold
from coalmeet.meeting.events.agreement import HOUSE, USUAL_TELLING, DecisionKind, Profile, Telling
from coalmeet.meeting.events.emergency import EmergencyCalled
from coalmeet.meeting.events.last_time import LastMeeting
from coalmeet.meeting.events.values import AgendaEntry, Member, OpenAction, Seat


@dataclass(frozen=True, slots=True)
class MeetingOpened:
    """The meeting was opened with this plan; the log needs nothing else to be replayed.

    `began` are the ids of those who began a round at earlier meetings, the latest one last; `emergency` is set where
    the meeting could not wait; `told` are decisions taken outside a meeting since the last one. `turn` and
    `notes_turn` are the organisations whose turn it is to facilitate and to take notes.
    """

    title: str
    coalition: str
    date: str
    time_zone: str
    planned_start: int
    planned_minutes: int
    members: tuple[Member, ...]
    people: tuple[Seat, ...]
    agenda: tuple[AgendaEntry, ...]
    open_actions: tuple[OpenAction, ...] = ()
    facilitator: str = ""
    planned_facilitator: str = ""
    turn: str = ""
    stand_in_reason: str = ""
    note_taker: str = ""
    quorum: int = 0
    place: str = ""
    profile: Profile = HOUSE
    kinds: tuple[DecisionKind, ...] = ()
    began: tuple[str, ...] = ()
    co_facilitator: str = ""
    last: LastMeeting | None = None
    emergency: EmergencyCalled | None = None
    told: tuple[DecisionTold, ...] = ()
    notes_turn: str = ""
    telling: Telling = USUAL_TELLING


@dataclass(frozen=True, slots=True)
class AgendaAgreed:
    """The agenda was shown and those present consented to it."""


@dataclass(frozen=True, slots=True)
class FacilitatorChanged:
    """Another person facilitates from now on, or leads only the decision of an item in the facilitator's place."""

    person: str
    reason: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class NoteTakerChanged:
    """Another person takes notes from now on."""

    person: str


@dataclass(frozen=True, slots=True)
class MeetingClosed:
    """The meeting ended."""


@dataclass(frozen=True, slots=True)
class MeetingReopened:
    """A closed meeting was taken up again while its minutes were a draft."""

    reason: str


@dataclass(frozen=True, slots=True)
class NextMeetingAgreed:
    """The next date was agreed."""

    date: str
    start: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class NextFacilitatorAgreed:
    """The next turn to facilitate was agreed; how is proposed, skipped, swapped or chosen.

    `organisation` is "" while nobody has agreed; `passed_over` were asked and skip.
    """

    organisation: str
    person: str = ""
    how: str = "proposed"
    passed_over: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NextNoteTakerAgreed:
    """The next turn to take notes was agreed, in the same words as the next turn to facilitate."""

    organisation: str
    person: str = ""
    how: str = "proposed"
    passed_over: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evaluated:
    """One voice of the closing round said what to keep and what to change."""

    organisation: str
    keep: str = ""
    change: str = ""


@dataclass(frozen=True, slots=True)
class Thanked:
    """Thanks that go into the minutes."""

    text: str
