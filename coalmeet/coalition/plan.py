"""A meeting as it is prepared: its frame and its agenda items, and what still asks for attention."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from coalmeet.text import _, ngettext

Label = Literal["decision", "update", "discussion", ""]
LABELS: tuple[Label, ...] = get_args(Label)
BuiltIn = Literal["opening", "temperature", "work_plan", "break", "closing", ""]
BUILT_INS: tuple[BuiltIn, ...] = get_args(BuiltIn)
BREAK_AFTER_MINUTES = 75  # people stop listening: then the agenda asks for a break


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """One agenda item as prepared; its private note is kept elsewhere and is no part of it.

    `position` counts from 0. `minutes` is None while nobody set a timebox. `topic` is the same id at every
    meeting that takes the matter up again. `proposer` is an organisation's id or "". `warn_minutes` before its end
    the desk says how many are left, 0 for the usual moment. `ancestor` is the decision that it takes up again.
    `vote_announced` says that a vote takes the place of consent, should it fail again.
    """

    id: str
    position: int
    built_in: str = ""
    title: str = ""
    label: str = ""
    minutes: int | None = None
    desired_outcome: str = ""
    presenters: tuple[str, ...] = ()
    proposal: str = ""
    need: str = ""
    proposer: str = ""
    kind: str = ""
    topic: str = ""
    warn_minutes: int = 0
    ancestor: str = ""
    vote_announced: bool = False


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """The frame of a meeting. `start` is "HH:MM" or ""; `minutes` the planned length, None when open.

    `facilitator`, `note_taker`, `prepared_by` and `co_facilitator`, who learns, are ids of people or ""; `turn` is
    the organisation whose turn to facilitate it is, "" when not yet agreed, `notes_turn` the same of taking notes.
    `quorum` counts organisations, None for the coalition's own. Of an emergency meeting, `called_by`, `cannot_wait`
    and `charter_rule` are words, "" until somebody says them.
    """

    id: str
    title: str
    date: date
    start: str = ""
    minutes: int | None = None
    place: str = ""
    link: str = ""
    facilitator: str = ""
    turn: str = ""
    note_taker: str = ""
    prepared_by: str = ""
    quorum: int | None = None
    emergency: bool = False
    called_by: str = ""
    cannot_wait: str = ""
    charter_rule: str = ""
    notes_turn: str = ""
    co_facilitator: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """A named agenda to begin from; its items have no dates and no topics."""

    id: str
    name: str
    items: tuple[PlannedItem, ...]


def total(items: Sequence[PlannedItem]) -> int:
    """Planned minutes of all items together; an item without a timebox counts nothing."""
    return sum(item.minutes or 0 for item in items)


def overbooked(meeting: PlannedMeeting, items: Sequence[PlannedItem]) -> tuple[str, ...]:
    """What the agenda still asks for, a sentence each: length, break, labels, timeboxes, outcomes."""
    return (*_too_long(meeting, items), *_no_break(items), *_missing(items))


def _too_long(meeting: PlannedMeeting, items: Sequence[PlannedItem]) -> tuple[str, ...]:
    over = total(items) - (meeting.minutes or 0)
    if not meeting.minutes or over <= 0:
        return ()
    sentence = ngettext(
        "The items need {over} minute more than the meeting has: shorten one, or move one to a later day.",
        "The items need {over} minutes more than the meeting has: shorten one, or move one to a later day.",
        over,
    )
    return (sentence.format(over=over),)


def _no_break(items: Sequence[PlannedItem]) -> tuple[str, ...]:
    stretch = 0
    for item in items:
        stretch = 0 if item.built_in == "break" else stretch + (item.minutes or 0)
        if stretch > BREAK_AFTER_MINUTES:
            sentence = _("People sit for more than {minutes} minutes: put a break before “{title}”.")
            return (sentence.format(minutes=BREAK_AFTER_MINUTES, title=item.title),)
    return ()


def _missing(items: Sequence[PlannedItem]) -> tuple[str, ...]:
    found = []
    for item in items:
        if item.minutes is None:
            found.append(_("“{title}” has no timebox yet.").format(title=item.title))
        if item.built_in:
            continue
        if not item.label:
            found.append(
                _("“{title}” has no label yet: decision, update or discussion?").format(title=item.title)
            )
        if not item.desired_outcome:
            found.append(_("“{title}” does not say yet what it should lead to.").format(title=item.title))
    return tuple(found)
