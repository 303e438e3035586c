"""Makes an agenda that was only recorded ready to be played: what a facilitator would add before the meeting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from coalmeet.coalition.plan import PlannedItem
from coalmeet.meeting import words

Record = Mapping[str, Any]
TIMEBOX = {"decision": 15, "discussion": 10, "update": 5, "": 5}  # minutes, by label
AROUND = {"opening": 5, "temperature": 5, "closing": 10}  # built-in items that every meeting has, in minutes


def made_ready(items: Sequence[PlannedItem], record: Record) -> list[PlannedItem]:
    """The items with a timebox each and the words that were decided as their drafts, between a beginning and an end.

    Most records name neither timeboxes nor drafts, and without them a rehearsal shows no clock that runs over and no
    proposal of this coalition's own. What is there stays as it is.
    """
    decided = [one.get("decisions") or () for one in record.get("agenda") or ()]
    if len(decided) != len(items):
        decided = [()] * len(items)
    ready = [_ready(item, said) for item, said in zip(items, decided, strict=True)]
    if any(item.built_in for item in items):
        return ready
    opening, temperature, closing = (_built_in(code) for code in AROUND)
    return [opening, temperature, *ready, closing]


def _ready(item: PlannedItem, decided: Sequence[Record]) -> PlannedItem:
    if decided and not item.built_in:
        item = replace(
            item, label=item.label or "decision", proposal=item.proposal or decided[0].get("text") or ""
        )
    return item if item.minutes else replace(item, minutes=AROUND.get(item.built_in) or TIMEBOX[item.label])


def _built_in(code: str) -> PlannedItem:
    return PlannedItem("", 0, code, words.built_in(code), minutes=AROUND[code])
