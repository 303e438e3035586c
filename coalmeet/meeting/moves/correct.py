"""Putting an earlier entry right in its own place, without undoing what followed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events
from coalmeet.meeting.fold import effective, replay
from coalmeet.meeting.journal import Move
from coalmeet.meeting.moves.people import CAPACITIES
from coalmeet.meeting.moves.stretches import beginnings, placed
from coalmeet.meeting.moves.voided import UNASKED, voided
from coalmeet.meeting.moves.work import a_date
from coalmeet.meeting.outcomes import ITEM_OUTCOMES, check_outcome
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.timing import last_turn, overlap_ms
from coalmeet.meeting.voting import VOTES
from coalmeet.text import _

Events = tuple[events.Event, ...]

# What may be put right afterwards: what somebody said, when something happened, who took what on.
CORRECTABLE: dict[type, tuple[str, ...]] = {
    events.Answered: ("answer", "text", "version"),
    events.WordGiven: ("word",),
    events.Arrived: ("at", "channel", "organisation", "capacity", "mistaken"),
    events.Departed: ("at", "mistaken"),
    events.ItemStarted: ("ago",),
    events.ItemEnded: ("outcome", "ago"),
    events.ItemSettled: ("outcome", "reason"),
    events.ItemLabelled: ("label",),
    events.ItemRenamed: ("title",),
    events.ActionAgreed: ("text", "owner", "owner_name", "due", "hours"),
    events.ActionReviewed: ("state", "due", "owner"),
    events.TopicParked: ("title",),
    events.ProposalBrought: ("proposer", "need", "kind"),
    events.ObjectionRaised: ("reason", "ground", "named"),
    events.ObjectionUnderstood: ("reason", "ground", "named"),
    events.ObjectionEnded: ("ending", "note"),
    events.ProposalAdopted: ("review_date", "decided_by", "authority"),
    events.FallbackTaken: ("reason",),
    events.EmergencyCalled: ("by", "why", "rule"),
    events.DecisionReviewed: ("review_date", "note"),
    events.ProposalSettled: ("until", "to"),
    events.NextMeetingAgreed: ("date", "start", "place"),
    events.Evaluated: ("keep", "change"),
    events.Thanked: ("text",),
    events.ThemeNoted: ("text",),
    events.StackMoved: ("reason",),
}
CHOICES: dict[str, tuple[str, ...]] = {
    "answer": ("consent", "concern", "objection", "aside", UNASKED),
    "capacity": CAPACITIES,
    "ground": ("purpose", "charter", "risk", "improvement", ""),
    "ending": ("withdrawn", "accepted", "concern", "deferred"),
    "outcome": ITEM_OUTCOMES,
    "label": ("decision", "update", "discussion", ""),
    "channel": ("room", "video", "phone", ""),
    "state": ("done", "moved", "handed_on", "dropped"),
}
DATES = ("due", "review_date", "until", "date")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry that can be corrected: where it stands in the log, when it was made (wall ms), what it
    holds.
    """

    move: str
    index: int
    at: int
    event: events.Event
    fields: tuple[str, ...]


def entries(moves: Iterable[Move]) -> tuple[Entry, ...]:
    """All entries that can be corrected, the latest first, as they stand after earlier corrections.

    An action that was struck out is none any more.
    """
    counting = effective(moves)
    gone = struck_out(counting)
    begins = beginnings(counting)
    left_out = _pointless(counting)
    found = [
        Entry(move.id, index, move.at, event, _fields(event, left_out, turns=(move.id, index) in begins))
        for move in counting
        for index, event in enumerate(move.events)
        if type(event) in CORRECTABLE and not (isinstance(event, events.ActionAgreed) and event.id in gone)
    ]
    return tuple(reversed(found))


def _pointless(counting: Iterable[Move]) -> frozenset[str]:
    """Fields that could be nothing else: the kind where there are none, the version where there is one."""
    happened = [event for move in counting for event in move.events]
    opened = next((one for one in happened if isinstance(one, events.MeetingOpened)), None)
    locked = [one.version for one in happened if isinstance(one, events.TextLocked)]
    return frozenset(
        name
        for name, needless in (
            ("kind", opened is None or not opened.kinds),
            ("version", max(locked, default=0) < 2),
        )
        if needless
    )


def _fields(event: events.Event, left_out: frozenset[str], *, turns: bool) -> tuple[str, ...]:
    """What may be put right in an entry; who decided only where it was not the coalition itself.

    `turns` says whether somebody came or left with it: else it only says how they take part, or it was a slip.
    """
    if isinstance(event, events.ProposalAdopted) and not event.decided_by:
        return ("review_date",)
    if isinstance(event, events.Arrived | events.Departed) and not turns:
        return ("mistaken",) if event.mistaken or isinstance(event, events.Departed) else ("channel",)
    return tuple(one for one in CORRECTABLE[type(event)] if one not in left_out)


def struck_out(counting: Iterable[Move]) -> frozenset[str]:
    """Ids of the actions that were noted by mistake, among the moves that count."""
    return frozenset(
        event.id for move in counting for event in move.events if isinstance(event, events.ActionDropped)
    )


def correct(
    meeting: Meeting,
    at: int,
    moves: Sequence[Move],
    move_id: str,
    index: int,
    field: str,
    value: str | float,
    objection_id: str = "",
) -> Events:
    """Put one field of an earlier entry right. It stands in the minutes as corrected.

    `objection_id` is the id that an objection gets when an answer turns out to have been one. Raises
    NotAllowed when there is no such entry, or when the value could not have been entered in the first
    place.
    """
    move = _move(moves, move_id, index)
    target: Any = move.events[index]
    if field not in CORRECTABLE.get(type(target), ()):
        raise NotAllowed(_("This cannot be corrected in place. Take it back, or add a note."))
    allowed = _checked(target, field, value)
    _must_be_known(meeting, moves, move, index, field, allowed)
    if field == "at":
        allowed = placed(meeting, at, effective(moves), move, index, int(value))
    item = meeting.item(getattr(target, "item", ""))
    if item is not None and field == "outcome":
        check_outcome(meeting, item, str(allowed))
    if field == "ago" and move.at - float(allowed) < _turned_before(moves, move):
        raise NotAllowed(_("The meeting was elsewhere then. Choose a later moment."))
    if allowed == stands(meeting, move.at, target, field):
        raise NotAllowed(_("That is what stands there already. Choose something else, or leave it."))
    corrections = tuple(_correction(move_id, one, field, allowed) for one in _places(move, index, field))
    if field == "ago":
        one_at_a_time(meeting, at, moves, corrections)
    if field in ("organisation", "capacity", "mistaken"):
        put_right = replay((*moves, Move("", "", corrections, at)))
        return (*corrections, *voided(meeting, put_right, moves))
    return (*corrections, *_consequences(meeting, target, corrections[0], objection_id))


def stands(meeting: Meeting, at: int, event: events.Event, field: str) -> object:
    """What a field of an entry holds: a time that was not said is when it was entered (`at`, wall time), and for whom
    and as what somebody came is as the list has it, where the entry says nothing else.
    """
    held: object = getattr(event, field)
    if held or not isinstance(event, events.Arrived | events.Departed):
        return held
    if field == "at":
        return at
    presence = meeting.presence(event.person) if field in ("organisation", "capacity") else None
    return getattr(presence.seat, field) if presence else held


def _must_be_known(
    meeting: Meeting, moves: Sequence[Move], move: Move, index: int, field: str, value: str | float
) -> None:
    """Raises NotAllowed for an organisation, a kind or a version that there is not, or was not then."""
    if field == "organisation" and meeting.member(str(value)) is None:
        raise NotAllowed(_("This organisation is not a member. Put the capacity right instead: a guest."))
    if field == "kind" and value and value not in {one.name for one in meeting.kinds}:
        raise NotAllowed(_("The decision matrix does not know this kind. Choose one from the list."))
    if field != "version":
        return
    target = move.events[index]
    counting = effective(moves)
    until = counting[: next(number for number, one in enumerate(counting) if one.id == move.id) + 1]
    known = [
        event.version
        for one in until
        for event in one.events
        if isinstance(event, events.TextLocked) and event.proposal == getattr(target, "proposal", "")
    ]
    if value not in known:
        raise NotAllowed(_("They cannot have answered that version then. Choose an earlier one."))


def _turned_before(moves: Sequence[Move], move: Move) -> int:
    """When the meeting had last turned to something before this move, as wall time."""
    counting = effective(moves)
    place = next(number for number, one in enumerate(counting) if one.id == move.id)
    return last_turn(replay(counting[:place]))


def _correction(move_id: str, index: int, field: str, value: str | float) -> events.Corrected:
    if isinstance(value, str):
        return events.Corrected(move_id, index, field, value)
    return events.Corrected(move_id, index, field, number=value)


def _places(move: Move, index: int, field: str) -> list[int]:
    """One item's end is the next one's start: their common moment is corrected for both, as long as it is one. An
    objection is raised to the version that was answered.
    """
    target: Any = move.events[index]
    if field == "version":
        return [
            number
            for number, one in enumerate(move.events)
            if isinstance(one, events.Answered | events.ObjectionRaised)
            and (one.organisation, one.version) == (target.organisation, target.version)
        ]
    if field != "ago":
        return [index]
    together = (events.ItemStarted, events.ItemEnded, events.ItemLeft, events.MeetingContinued)
    moment = getattr(move.events[index], "ago", 0)
    return [
        number
        for number, event in enumerate(move.events)
        if isinstance(event, together) and event.ago == moment
    ]


def one_at_a_time(
    meeting: Meeting, at: int, moves: Sequence[Move], corrections: tuple[events.Corrected, ...]
) -> None:
    """Raises NotAllowed when the meeting would have been in two items at once after these corrections."""
    after = replay((*moves, Move("", "", corrections, at)))
    if overlap_ms(after) > overlap_ms(meeting):
        raise NotAllowed(_("The meeting was in another item then. Choose another moment."))


def _move(moves: Sequence[Move], move_id: str, index: int) -> Move:
    for move in effective(moves):
        if move.id == move_id and 0 <= index < len(move.events):
            return move
    raise NotAllowed(_("This entry was taken back. Choose one from the list."))


def choices(event: events.Event, field: str) -> tuple[str, ...]:
    """What may stand in a field of this entry: an answer to a vote stays one."""
    if isinstance(event, events.Answered) and field == "answer" and event.answer in VOTES:
        return (*VOTES, UNASKED)
    return CHOICES[field]


def _checked(target: events.Event, field: str, value: str | float) -> str | float:
    if field in CHOICES and value not in choices(target, field):
        raise NotAllowed(_("“{value}” cannot stand here. Choose one from the list.").format(value=value))
    if field in DATES:
        return a_date(str(value))
    if field in ("ago", "hours") and float(value) < 0:
        raise NotAllowed(_("This cannot be below zero. Enter zero or more."))
    if field in ("word", "text", "title", "keep") and not str(value).strip() and field != "keep":
        raise NotAllowed(_("It cannot be empty. Take it back instead."))
    return value


def _consequences(meeting: Meeting, target: Any, correction: events.Corrected, objection_id: str) -> Events:
    """An answer that was or was not an objection carries the objection with it, and its words are the reason."""
    if isinstance(target, events.Answered) and correction.field == "text":
        return _as_reason(meeting, target, correction.text)
    if not isinstance(target, events.Answered) or correction.field != "answer":
        return ()
    proposal = meeting.proposal(target.proposal)
    own = [
        one
        for one in (proposal.open_objections if proposal else ())
        if one.organisation == target.organisation and one.version == target.version
    ]
    if correction.text == "objection" and not own:
        if not objection_id:
            raise ValueError("an objection needs an id")
        raised = events.ObjectionRaised(
            objection_id, target.proposal, target.version, target.organisation, target.text
        )
        return (raised,)
    if target.answer == "objection" and own and target.organisation not in meeting.voices:
        raise NotAllowed(
            _("{name} is not here. Only they can say that it was no objection.").format(
                name=meeting.name_of(target.organisation)
            )
        )
    if target.answer == "objection" and not _said_again(proposal, target):
        return tuple(events.ObjectionEnded(one.id, "withdrawn", "corrected") for one in own)
    return ()


def _as_reason(meeting: Meeting, target: events.Answered, words: str) -> Events:
    """The words of an answer that objects are the objection's reason, as long as it has none of its own.

    So too where the decision reopened since, and the objection came along.
    """
    found, proposal = [], meeting.proposal(target.proposal)
    while proposal is not None:
        found += [
            events.ObjectionUnderstood(one.id, words.strip(), one.ground, one.named)
            for one in proposal.objections
            if one.organisation == target.organisation
            and one.version in (target.version, 0)
            and one.reason in ("", target.text)
            and target.answer == "objection"
        ]
        proposal = meeting.proposal(proposal.reopened_as)
    return tuple(found)


def _said_again(proposal: Proposal | None, target: events.Answered) -> bool:
    """Whether the organisation objects to that version in more entries than the one that is corrected."""
    said = [
        one
        for one in (proposal.answers if proposal else ())
        if (one.organisation, one.version, one.answer) == (target.organisation, target.version, "objection")
    ]
    return len(said) > 1


def field_kind(event: events.Event, field: str) -> str:
    """How a window asks for a field: choice, date, time, number, yes_no or text."""
    if field in CHOICES:
        return "choice"
    if field in DATES:
        return "date"
    if field == "at":
        return "time"
    value = next(getattr(event, one.name) for one in fields(event) if one.name == field)
    if isinstance(value, bool):
        return "yes_no"
    return "number" if isinstance(value, int | float) else "text"
