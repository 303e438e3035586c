"""Decisions that come back: what an agenda item takes up again, and what came of a review."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Raised:
    """What stood against words when they come back: `kind` is objection or concern, of an organisation's id.

    `on` is the ISO day on which it was said, `channel` mail, phone or other where it arrived after the meeting.
    """

    kind: str
    organisation: str
    text: str = ""
    ground: str = ""
    on: str = ""
    channel: str = ""


@dataclass(frozen=True, slots=True)
class Again:
    """The decision that an item takes up again, by its id; `why` is review, reopened or recommended.

    `number`, `words` and the ISO day `date` are as its meeting left it.
    """

    decision: str = ""
    why: str = ""
    number: str = ""
    words: str = ""
    date: str = ""
    raised: tuple[Raised, ...] = ()


NOTHING_BEFORE = Again()


@dataclass(frozen=True, slots=True)
class DecisionTold:
    """A decision that was taken outside a meeting, told at this one: who took it, when, under which authority."""

    id: str
    words: str
    by: str = ""
    authority: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class DecisionReviewed:
    """A decision of an earlier meeting was reviewed in an item, and kept until another day, or ended."""

    item: str
    decision: str
    result: str
    review_date: str = ""
    note: str = ""
