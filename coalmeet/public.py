"""PublicView: all that the call may see as plain values. It imports nothing of ours: nothing private can ride along."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Stage(Enum):
    """What the shared window is showing."""

    WELCOME = "welcome"
    TEMPERATURE = "temperature"
    ITEM = "item"
    ROUND = "round"
    PROPOSAL = "proposal"
    CONSENT = "consent"
    VOTE = "vote"
    SELECTION = "selection"
    INTEGRATING = "integrating"
    RESULT = "result"
    WORK_PLAN = "work plan"
    BREAK = "break"
    CLOSING = "closing"
    CLOSED = "closed"


class ClockState(Enum):
    """How the clock stands; each state has a shape and a word of its own, never only a colour."""

    RUNNING = "running"
    LAST_MINUTE = "last minute"
    OVER = "over"
    PAUSED = "paused"
    OPEN = "open"  # no timebox: the clock counts up


@dataclass(frozen=True, slots=True)
class PublicClock:
    """The one clock: `left_ms` below zero is time over; `planned_minutes` is 0 without a timebox."""

    left_ms: int
    planned_minutes: int
    state: ClockState
    digits: str
    caption: str  # "left of 25 min", "Time is up", "Paused"


@dataclass(frozen=True, slots=True)
class PublicSegment:
    """One item in the ribbon of the agenda. `state` is done, now or next; `part` is how much of it is used, 0 to 1."""

    number: str
    title: str
    label: str
    minutes: int
    state: str
    part: float
    is_break: bool = False


@dataclass(frozen=True, slots=True)
class PublicItem:
    """The item that the meeting is in."""

    number: str
    place: str  # "Item 3 of 6"
    label: str  # decision, update, discussion or ""
    label_word: str
    title: str
    desired_outcome: str
    presenters: str
    brought_by: str
    how_decided: str
    urgent: str = ""  # that it cannot wait: who called it, why, by which rule of the charter


@dataclass(frozen=True, slots=True)
class PublicTurn:
    """One voice in a round. `state` is heard, now, next, waiting, passed or away; `note` is the word beside it."""

    name: str
    detail: str
    initials: str
    state: str
    note: str
    answer: str = ""  # consent, concern, objection, aside, yes, no or abstain, only once all have answered
    short: str = ""  # the organisation's own short name, for where the whole one has no room


@dataclass(frozen=True, slots=True)
class PublicAsking:
    """Somebody in the stack. `state` is now, next or waiting; `kind` is process, question, reply or "" for a new point;
    `times` says which time it is that they speak, in words, and never how long.
    """

    name: str
    detail: str
    initials: str
    state: str
    kind: str
    kind_word: str
    times: str


@dataclass(frozen=True, slots=True)
class PublicWord:
    """A temperature word as typed; `name` is set only while the word is still missing."""

    word: str
    name: str


@dataclass(frozen=True, slots=True)
class PublicPiece:
    """A piece of a text compared with its last version: `kind` is same, added or removed."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class PublicProposal:
    """A proposal as the call may read it."""

    version: int
    caption: str  # "Version 2, text fixed"
    locked: bool
    text: str
    pieces: tuple[PublicPiece, ...]
    brought_by: str
    need: str
    second: str = ""  # the text in a second language, said to be not binding


@dataclass(frozen=True, slots=True)
class PublicObjection:
    """An objection; `who` is empty unless the objector agreed to be named."""

    who: str
    reason: str
    ground: str
    standing: str  # "being worked on", "resolved by version 2"


@dataclass(frozen=True, slots=True)
class PublicResult:
    """How a decision came out, in exact words."""

    outcome: str
    outcome_word: str
    number: str
    text: str
    lines: tuple[str, ...]  # review date, concerns, until when provisional


@dataclass(frozen=True, slots=True)
class PublicLine:
    """One line of a list (the work plan, the agenda at the welcome)."""

    text: str
    detail: str
    state: str = ""
    at: str = ""  # the time of day at which an agenda item is planned to begin
    end: str = ""  # words at the end of the line: "due 30 Nov"


@dataclass(frozen=True, slots=True)
class PublicView:
    """Everything on the shared window at one moment."""

    coalition: str
    meeting: str
    facilitator: str
    stage: Stage
    sentence: str
    ends: str
    ends_note: str
    segments: tuple[PublicSegment, ...] = ()
    item: PublicItem | None = None
    clock: PublicClock | None = None
    next_title: str = ""
    turns: tuple[PublicTurn, ...] = ()
    words: tuple[PublicWord, ...] = ()
    proposal: PublicProposal | None = None
    can_say: tuple[str, ...] = ()
    objections: tuple[PublicObjection, ...] = ()
    result: PublicResult | None = None
    lines: tuple[PublicLine, ...] = ()
    news: str = ""
    return_time: str = ""  # when all are back from a break, with its day where that is another one
    another_day: bool = False  # stopped for the day; it goes on at `return_time`, if that is known
    off_record: bool = False
    next_meeting: str = ""
    next_facilitator: str = ""
    next_note_taker: str = ""
    rehearsal: bool = False
    co_facilitator: str = ""  # who learns to facilitate, at the welcome
    when: str = ""  # "Thursday 26 November 2026, 14:00 to 15:30", at the welcome
    presence: str = ""  # "9 of 12 organisations are here", at the welcome; `turns` are then those expected
    results: tuple[PublicResult, ...] = ()  # what was decided today, at the close
    tally: str = ""  # in a vote what it needs, and the whole count once all have answered
    asking: tuple[PublicAsking, ...] = ()  # the stack: who has the floor, then who comes next
    asking_rule: str = ""  # how the stack is ordered, in a sentence
    groups_until: str = ""  # when small groups come back: "14:25"
    themes: tuple[PublicLine, ...] = ()  # written down in this round; `state` is well, better or ""
    told: tuple[str, ...] = ()  # decisions taken since the last meeting, a sentence each, at the welcome
