"""What can happen in a meeting: past tense, frozen, one sentence each. This vocabulary is what the file keeps for ever."""

from __future__ import annotations

from dataclasses import dataclass

# Values that events carry. Times are milliseconds since 1970 UTC, 0 for "not said"; minutes are whole minutes,
# 0 for "none"; dates are ISO text, "" for none; ids are the store's random ids.


@dataclass(frozen=True, slots=True)
class Member:
    """A member organisation as it was on the day."""

    id: str
    name: str
    short: str = ""
    size: int = 0
    facilitates: bool = True


@dataclass(frozen=True, slots=True)
class Seat:
    """A person as they belong on the day; capacity is delegate, alternate, guest or interpreter."""

    person: str
    name: str
    organisation: str = ""
    capacity: str = "delegate"


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """An agenda item as prepared; built_in is opening, temperature, work_plan, break, closing or ""."""

    id: str
    title: str
    label: str = ""
    minutes: int = 0
    desired_outcome: str = ""
    presenters: tuple[str, ...] = ()
    built_in: str = ""
    proposal: str = ""
    need: str = ""
    proposer: str = ""
    kind: str = ""
    topic: str = ""


@dataclass(frozen=True, slots=True)
class OpenAction:
    """A piece of work that an earlier meeting left open."""

    id: str
    text: str
    owner: str = ""
    organisation: str = ""
    due: str = ""


# The meeting as a whole


@dataclass(frozen=True, slots=True)
class MeetingOpened:
    """The meeting was opened with this plan; the log needs nothing else to be replayed."""

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
    note_taker: str = ""
    quorum: int = 0
    review_days: int = 182
    place: str = ""


@dataclass(frozen=True, slots=True)
class AgendaAgreed:
    """The agenda was shown and those present consented to it."""


@dataclass(frozen=True, slots=True)
class FacilitatorChanged:
    """Another person facilitates from now on."""

    person: str
    reason: str = ""


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


# Who is here


@dataclass(frozen=True, slots=True)
class SeatAdded:
    """Somebody who was not on the list joined the meeting."""

    seat: Seat


@dataclass(frozen=True, slots=True)
class Arrived:
    """A person came in, in the room or by video or phone; `at` when that was earlier than it was entered."""

    person: str
    channel: str = ""
    at: int = 0


@dataclass(frozen=True, slots=True)
class Departed:
    """A person left; `at` when that was earlier than it was entered."""

    person: str
    at: int = 0


@dataclass(frozen=True, slots=True)
class DepartureAnnounced:
    """A person said until when they can stay."""

    person: str
    until: int


# The agenda and its clock


@dataclass(frozen=True, slots=True)
class ItemAdded:
    """An item was added to the agenda during the meeting, before another or at the end."""

    entry: AgendaEntry
    before: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ItemMoved:
    """An item took another place on the agenda."""

    item: str
    before: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ItemLabelled:
    """An item got a label, or another one, on the way."""

    item: str
    label: str


@dataclass(frozen=True, slots=True)
class ItemStarted:
    """The meeting turned to an item; `ago` is how many milliseconds earlier than it was entered."""

    item: str
    ago: int = 0


@dataclass(frozen=True, slots=True)
class ItemLeft:
    """The meeting left an item without an outcome, to take it up again."""

    item: str
    ago: int = 0


@dataclass(frozen=True, slots=True)
class ItemEnded:
    """An item was left with an outcome."""

    item: str
    outcome: str
    ago: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ItemSettled:
    """An item got an outcome without being the running one: postponed, parked, dropped, not reached."""

    item: str
    outcome: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ClockPaused:
    """The clock of the running item was paused."""

    ago: int = 0


@dataclass(frozen=True, slots=True)
class ClockResumed:
    """The clock of the running item goes on."""


@dataclass(frozen=True, slots=True)
class GapCounted:
    """A stretch in which the laptop slept or nobody was at it was counted as a pause."""

    since: int
    until: int


@dataclass(frozen=True, slots=True)
class TimeboxChanged:
    """An item has other minutes than planned: agreed by the group, a grace minute, or a correction.

    `payer` says who pays: grace, end, item, postponed, or given_back; `payer_item` which item, where one does.
    """

    item: str
    minutes: int
    payer: str = "grace"
    payer_item: str = ""


@dataclass(frozen=True, slots=True)
class BreakBegun:
    """A break began; `until` is when all are asked back."""

    until: int


@dataclass(frozen=True, slots=True)
class BreakEnded:
    """The break was over."""


@dataclass(frozen=True, slots=True)
class RecordSuspended:
    """From here on the item is off the record: nothing is decided and nothing typed."""

    item: str


@dataclass(frozen=True, slots=True)
class RecordResumed:
    """The item is on the record again."""

    item: str


# Rounds


@dataclass(frozen=True, slots=True)
class RoundBegun:
    """A round began: kind is temperature, questions, reactions, consent, closing or free; order holds ids of the unit."""

    id: str
    kind: str
    unit: str
    order: tuple[str, ...]
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class Spoke:
    """One voice of the round was heard."""

    unit: str


@dataclass(frozen=True, slots=True)
class Passed:
    """One voice of the round passed, where that is allowed."""

    unit: str


@dataclass(frozen=True, slots=True)
class AskedLater:
    """One voice of the round asked to be called at its end."""

    unit: str


@dataclass(frozen=True, slots=True)
class RoundJoined:
    """Somebody who arrived during the round was added to its end."""

    unit: str


@dataclass(frozen=True, slots=True)
class RoundEnded:
    """The round ended."""


@dataclass(frozen=True, slots=True)
class WordGiven:
    """A person said one word about how they feel about the coalition; kept as typed."""

    person: str
    word: str


# Work


@dataclass(frozen=True, slots=True)
class ActionAgreed:
    """A piece of work was written down; `owner` is a person's id or "", `owner_name` the name as said."""

    id: str
    text: str
    owner: str = ""
    owner_name: str = ""
    due: str = ""
    hours: float = 0.0
    item: str = ""


@dataclass(frozen=True, slots=True)
class ActionDropped:
    """An action of this meeting was struck out again."""

    id: str


@dataclass(frozen=True, slots=True)
class ActionReviewed:
    """An open action of an earlier meeting was looked at: done, moved, handed_on or dropped."""

    id: str
    state: str
    due: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True)
class TopicParked:
    """A topic went to the parking lot for a later meeting."""

    id: str
    title: str
    item: str = ""


# Decisions


@dataclass(frozen=True, slots=True)
class ProposalBrought:
    """A text was put to the coalition."""

    id: str
    item: str
    text: str
    proposer: str = ""
    need: str = ""
    kind: str = ""
    ancestor: str = ""


@dataclass(frozen=True, slots=True)
class StageReached:
    """A proposal came to a stage: presented, clarifying, reacting or amending."""

    proposal: str
    stage: str


@dataclass(frozen=True, slots=True)
class TextAmended:
    """The draft text of a proposal was changed; earlier answers no longer count."""

    proposal: str
    text: str


@dataclass(frozen=True, slots=True)
class TextLocked:
    """The text was restated and locked as the next version."""

    proposal: str
    version: int


@dataclass(frozen=True, slots=True)
class Answered:
    """An organisation answered a version: consent, concern, objection or aside; how is turn or sign."""

    proposal: str
    version: int
    organisation: str
    answer: str
    person: str = ""
    text: str = ""
    how: str = "turn"


@dataclass(frozen=True, slots=True)
class ObjectionRaised:
    """An organisation objected; its name is enough, `named` says whether the shared window may show it."""

    id: str
    proposal: str
    version: int
    organisation: str
    reason: str = ""
    ground: str = ""
    named: bool = False


@dataclass(frozen=True, slots=True)
class ObjectionUnderstood:
    """The reason or the ground of an objection was written down, or whether it may be named."""

    id: str
    reason: str = ""
    ground: str = ""
    named: bool = False


@dataclass(frozen=True, slots=True)
class ObjectionEnded:
    """An objection left the state open: withdrawn, accepted (the new text), concern, or deferred."""

    id: str
    ending: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ProposalAdopted:
    """A proposal was adopted in these exact words; the organisations then present are kept with it."""

    proposal: str
    words: str
    present: tuple[str, ...]
    left_before: tuple[str, ...] = ()
    review_date: str = ""
    provisional_until: str = ""


@dataclass(frozen=True, slots=True)
class ProposalSettled:
    """A proposal ended without being adopted: recommended, parked, referred, dropped, withdrawn or not_agreed."""

    proposal: str
    outcome: str
    present: tuple[str, ...] = ()
    until: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class ReviewSet:
    """The date on which a decision comes back was set."""

    proposal: str
    date: str


@dataclass(frozen=True, slots=True)
class ResponsibleNamed:
    """Somebody took responsibility for a decision."""

    proposal: str
    name: str


@dataclass(frozen=True, slots=True)
class DecisionReopened:
    """A result no longer held after a correction, and the proposal came back under a new id."""

    proposal: str
    successor: str
    reason: str


# The close


@dataclass(frozen=True, slots=True)
class NextMeetingAgreed:
    """The next date was agreed."""

    date: str
    start: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class NextFacilitatorAgreed:
    """The next turn to facilitate was agreed; how is proposed, skipped, swapped or chosen."""

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


# About moves


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The last effective move was taken back."""

    move: str


@dataclass(frozen=True, slots=True)
class Restored:
    """A move that had been taken back counts again."""

    move: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """One field of an event in an earlier move was put right in place; `index` counts that move's events from 0."""

    move: str
    index: int
    field: str
    text: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Unknown:
    """An event that a newer program wrote: kept as it came, it changes nothing here."""

    kind: str
    data: str


Event = (
    MeetingOpened | AgendaAgreed | FacilitatorChanged | NoteTakerChanged | MeetingClosed | MeetingReopened
    | SeatAdded | Arrived | Departed | DepartureAnnounced
    | ItemAdded | ItemMoved | ItemLabelled | ItemStarted | ItemLeft | ItemEnded | ItemSettled
    | ClockPaused | ClockResumed | GapCounted | TimeboxChanged | BreakBegun | BreakEnded
    | RecordSuspended | RecordResumed
    | RoundBegun | Spoke | Passed | AskedLater | RoundJoined | RoundEnded | WordGiven
    | ActionAgreed | ActionDropped | ActionReviewed | TopicParked
    | ProposalBrought | StageReached | TextAmended | TextLocked | Answered
    | ObjectionRaised | ObjectionUnderstood | ObjectionEnded
    | ProposalAdopted | ProposalSettled | ReviewSet | ResponsibleNamed | DecisionReopened
    | NextMeetingAgreed | NextFacilitatorAgreed | Evaluated | Thanked
    | TakenBack | Restored | Corrected | Unknown
)  # fmt: skip
