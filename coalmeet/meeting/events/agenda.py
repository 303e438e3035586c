"""What happens to the agenda and its clock."""

from __future__ import annotations

from dataclasses import dataclass

from coalmeet.meeting.events.values import AgendaEntry


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
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ItemRenamed:
    """An item got another title on the way."""

    item: str
    title: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TopicChosen:
    """An item goes on with an earlier topic, whose last title was `title`; topic is "" for one of its own again."""

    item: str
    topic: str = ""
    title: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ItemSplit:
    """One item became two: `entry` is the new part, and its minutes are taken from those of the first."""

    item: str
    entry: AgendaEntry
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ItemMerged:
    """Two items became one: `item` is taken up within `into`, which gets its `minutes`."""

    item: str
    into: str
    minutes: int = 0
    reason: str = ""


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

    `payer` says who pays: grace, end, item, postponed, or given_back; `payer_item` which item, where one
    does.
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
class ReturnMoved:
    """The break became longer or shorter; `until` is when all are asked back now."""

    until: int


@dataclass(frozen=True, slots=True)
class BreakEnded:
    """The break was over."""


@dataclass(frozen=True, slots=True)
class MeetingAdjourned:
    """The meeting stopped for the day, to be continued; `until` is when, 0 while nobody knows."""

    until: int = 0


@dataclass(frozen=True, slots=True)
class MeetingContinued:
    """An adjourned meeting went on; `ago` is how many milliseconds earlier than it was entered."""

    ago: int = 0


@dataclass(frozen=True, slots=True)
class RecordSuspended:
    """From here on the item is off the record: nothing is decided and nothing typed."""

    item: str


@dataclass(frozen=True, slots=True)
class RecordResumed:
    """The item is on the record again."""

    item: str
