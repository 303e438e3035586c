"""A meeting as it stands: frozen values that only the fold makes. Everything that can be derived is
derived.
"""

from __future__ import annotations

from dataclasses import dataclass

from coalmeet.meeting.choosing import Selection
from coalmeet.meeting.events import (
    HOUSE,
    USUAL_TELLING,
    AgendaEntry,
    DecisionKind,
    LastMeeting,
    Member,
    OpenAction,
    Profile,
    Seat,
    Telling,
)
from coalmeet.meeting.events.again import DecisionReviewed, DecisionTold
from coalmeet.meeting.events.emergency import EmergencyCalled
from coalmeet.meeting.holding import NOTHING_AGREED
from coalmeet.meeting.holding import Leading as Leading
from coalmeet.meeting.holding import NextTime as NextTime
from coalmeet.meeting.holding import NextTurn as NextTurn
from coalmeet.meeting.holding import RoleHeld as RoleHeld
from coalmeet.meeting.mending import AgendaChange, Mending
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.talk import Asking, Floor, Theme
from coalmeet.meeting.talk import Round as Round

VOICES = (
    "delegate",
    "alternate",
)  # the capacities that speak for an organisation; guests and interpreters do not


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time in milliseconds since 1970 UTC; `until` is None while it lasts."""

    since: int
    until: int | None = None

    def length(self, now: int) -> int:
        """Milliseconds, up to now while it lasts; never negative, even when a clock was stepped back."""
        return max(0, (now if self.until is None else self.until) - self.since)


@dataclass(frozen=True, slots=True)
class Presence:
    """One person's comings and goings; somebody is present while the last stretch is open.

    `cut_off` says that their line broke, and that they are asked again when they are back; `cut_at` is when it last
    did (wall time, 0 for never), `noted` when a coming or going of theirs was last entered.
    """

    seat: Seat
    spans: tuple[Span, ...] = ()
    channel: str = ""
    leaves_at: int = 0
    cut_off: bool = False
    cut_at: int = 0
    noted: int = 0

    @property
    def here(self) -> bool:
        """Whether the person is in the meeting now."""
        return bool(self.spans) and self.spans[-1].until is None

    @property
    def has_voice(self) -> bool:
        """Whether the person speaks for a member organisation."""
        return bool(self.seat.organisation) and self.seat.capacity in VOICES


@dataclass(frozen=True, slots=True)
class Extension:
    """A change of an item's timebox in whole minutes, and who pays for it."""

    minutes: int
    payer: str
    payer_item: str
    at: int


@dataclass(frozen=True, slots=True)
class Item:
    """An agenda item in the meeting; `outcome` is "" until it has one.

    `number` is what people call it: once said it never changes. `merged_into` names the item that it is taken up
    within. `corrected` says that its beginning or its end was dated back.
    """

    entry: AgendaEntry
    slices: tuple[Span, ...] = ()
    pauses: tuple[Span, ...] = ()
    extensions: tuple[Extension, ...] = ()
    off_record: tuple[Span, ...] = ()
    outcome: str = ""
    reason: str = ""
    added: bool = False
    number: str = ""
    merged_into: str = ""
    corrected: bool = False

    @property
    def id(self) -> str:
        """The item's id."""
        return self.entry.id

    @property
    def minutes(self) -> int:
        """The timebox: minutes planned, as changed by agreed extensions; 0 without one."""
        return max(0, self.entry.minutes + sum(change.minutes for change in self.extensions))

    @property
    def started(self) -> bool:
        """Whether the meeting has turned to it at all."""
        return bool(self.slices)

    @property
    def running(self) -> bool:
        """Whether the meeting is in it now."""
        return bool(self.slices) and self.slices[-1].until is None

    @property
    def paused(self) -> bool:
        """Whether its clock stands still."""
        return bool(self.pauses) and self.pauses[-1].until is None

    @property
    def is_off_record(self) -> bool:
        """Whether nothing is written down at the moment."""
        return bool(self.off_record) and self.off_record[-1].until is None


@dataclass(frozen=True, slots=True)
class Word:
    """A temperature word, as typed."""

    person: str
    word: str
    at: int


@dataclass(frozen=True, slots=True)
class Action:
    """A piece of work agreed in this meeting; `asked` when its owner was absent and has yet to accept."""

    id: str
    text: str
    owner: str
    owner_name: str
    due: str
    hours: float
    item: str
    asked: bool = False


@dataclass(frozen=True, slots=True)
class ActionReview:
    """What was said of an open action of an earlier meeting; `asked` when it was handed on to somebody absent."""

    id: str
    state: str
    due: str
    owner: str
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic for a later meeting."""

    id: str
    title: str
    item: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What one voice of the closing round wants to keep and to change."""

    organisation: str
    keep: str
    change: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """The whole meeting, as the fold left it."""

    title: str = ""
    coalition: str = ""
    date: str = ""
    time_zone: str = "UTC"
    place: str = ""
    planned_start: int = 0
    planned_minutes: int = 0
    opened_at: int = 0
    closed_at: int = 0
    reopenings: tuple[str, ...] = ()
    agenda_agreed: bool = False
    members: tuple[Member, ...] = ()
    people: tuple[Presence, ...] = ()
    items: tuple[Item, ...] = ()
    open_actions: tuple[OpenAction, ...] = ()
    facilitator: str = ""
    planned_facilitator: str = ""
    turn: str = ""
    facilitators: tuple[Leading, ...] = ()
    planned_note_taker: str = ""
    notes_turn: str = ""
    notes_by: tuple[RoleHeld, ...] = ()
    leads_allowed: tuple[tuple[str, str], ...] = ()
    roles: tuple[RoleHeld, ...] = ()
    quorum: int = 0
    profile: Profile = HOUSE
    telling: Telling = USUAL_TELLING
    kinds: tuple[DecisionKind, ...] = ()
    rest: Span | None = None
    rest_return: int = 0
    adjournments: tuple[Span, ...] = ()
    continues_at: int = 0
    rounds: tuple[Round, ...] = ()
    began: tuple[str, ...] = ()
    emergencies: tuple[EmergencyCalled, ...] = ()
    told: tuple[DecisionTold, ...] = ()
    reviewed: tuple[DecisionReviewed, ...] = ()
    stack: tuple[Asking, ...] = ()
    floors: tuple[Floor, ...] = ()
    themes: tuple[Theme, ...] = ()
    words: tuple[Word, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    selections: tuple[Selection, ...] = ()
    actions: tuple[Action, ...] = ()
    reviews: tuple[ActionReview, ...] = ()
    parked: tuple[Topic, ...] = ()
    changes: tuple[AgendaChange, ...] = ()
    mendings: tuple[Mending, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    thanks: tuple[str, ...] = ()
    last: LastMeeting | None = None
    minutes_corrections: tuple[str, ...] = ()
    minutes_left_out: tuple[str, ...] = ()
    minutes_approved: bool = False
    next_time: NextTime = NOTHING_AGREED

    # Looking things up. Meetings are small (75 people, 58 items), so a walk along a tuple is quick enough.

    def item(self, item_id: str) -> Item | None:
        """The item of this id, or None."""
        return next((item for item in self.items if item.id == item_id), None)

    def member(self, organisation: str) -> Member | None:
        """The member organisation of this id, or None."""
        return next((member for member in self.members if member.id == organisation), None)

    def presence(self, person: str) -> Presence | None:
        """The person of this id, or None."""
        return next((presence for presence in self.people if presence.seat.person == person), None)

    def kind(self, name: str) -> DecisionKind:
        """The row of the decision matrix for a kind as it was named; the house's own way for one it does not know."""
        named = (one for one in self.kinds if one.name.casefold() == name.strip().casefold())
        return next(named, DecisionKind(name=name.strip()))

    def proposal(self, proposal_id: str) -> Proposal | None:
        """The proposal of this id, or None."""
        return next((proposal for proposal in self.proposals if proposal.id == proposal_id), None)

    def name_of(self, unit: str) -> str:
        """The name of a person or an organisation, "" if neither is known."""
        presence = self.presence(unit)
        if presence:
            return presence.seat.name
        member = self.member(unit)
        return member.name if member else ""

    @property
    def note_taker(self) -> str:
        """Who takes notes now, "" for nobody."""
        return self.notes_by[-1].person if self.notes_by else ""

    @property
    def note_takers(self) -> tuple[str, ...]:
        """Who took notes before, in order."""
        return tuple(one.person for one in self.notes_by[:-1])

    @property
    def current(self) -> Item | None:
        """The running item, at most one."""
        return next((item for item in self.items if item.running), None)

    @property
    def round(self) -> Round | None:
        """The round that is going on, or None."""
        return self.rounds[-1] if self.rounds and not self.rounds[-1].ended else None

    @property
    def is_open(self) -> bool:
        """Whether the meeting is going on."""
        return bool(self.opened_at) and not self.closed_at

    @property
    def on_break(self) -> bool:
        """Whether there is a break now."""
        return self.rest is not None and self.rest.until is None

    @property
    def is_adjourned(self) -> bool:
        """Whether the meeting has stopped for the day, to be continued."""
        return bool(self.adjournments) and self.adjournments[-1].until is None

    @property
    def present_people(self) -> tuple[Presence, ...]:
        """Everybody in the meeting now, guests too."""
        return tuple(presence for presence in self.people if presence.here)

    @property
    def present_members(self) -> tuple[str, ...]:
        """Ids of the organisations present now: those with a delegate or alternate here, in the members'
        order.
        """
        here = {
            presence.seat.organisation for presence in self.people if presence.here and presence.has_voice
        }
        return tuple(member.id for member in self.members if member.id in here)

    @property
    def voices(self) -> tuple[str, ...]:
        """Who decides now: ids of the organisations present or, where the charter counts people, of those with a
        voice.
        """
        if self.profile.unit != "person":
            return self.present_members
        return tuple(one.seat.person for one in self.people if one.here and one.has_voice)

    @property
    def has_quorum(self) -> bool:
        """Whether enough voices are present to decide."""
        return len(self.voices) >= self.quorum

    def proposals_of(self, item_id: str) -> tuple[Proposal, ...]:
        """All proposals of an item, in the order in which they came."""
        return tuple(proposal for proposal in self.proposals if proposal.item == item_id)

    def live_proposal(self, item_id: str) -> Proposal | None:
        """The proposal that the item is working on: the last undecided one, or None."""
        open_ones = [proposal for proposal in self.proposals_of(item_id) if not proposal.decided]
        return open_ones[-1] if open_ones else None
