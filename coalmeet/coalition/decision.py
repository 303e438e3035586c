"""Decisions after their meeting: append-only entries, and the state that follows from them and the day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

REVIEW_NEAR = timedelta(days=14)  # long enough to reach the next agenda of a fortnightly coalition
ADOPTED = ("agreed", "provisional")

EntryKind = Literal[
    "objection", "objection_resolved", "none_received", "mandate_confirmed",
    "kept", "replaced", "ended", "withdrawn", "responsible_named", "window_opened",
]  # fmt: skip
ENTRY_KINDS: tuple[EntryKind, ...] = get_args(EntryKind)


@dataclass(frozen=True, slots=True)
class Decision:
    """A result as its meeting left it; its creation never changes, its later life is entries.

    `number` is its number in the minutes ("D1"), `text` its exact words, `present` ids of organisations.
    `ancestor` is the decision that it changes or reopens, "" for none.
    """

    id: str
    meeting: str
    item: str
    number: str
    text: str
    outcome: str
    method: str = ""
    kind: str = ""
    proposed_by: str = ""
    responsible: str = ""
    review_date: date | None = None
    provisional_until: date | None = None
    present: tuple[str, ...] = ()
    ancestor: str = ""


@dataclass(frozen=True, slots=True)
class DecisionEntry:
    """Something that happened to a decision after its meeting.

    `on` is the day as it was said. `answers` names the entry that this one answers (an objection that it
    resolves). `review_date` is the new date where it was kept; `successor` the decision that replaced it.
    """

    id: str
    decision: str
    kind: str
    on: date | None = None
    organisation: str = ""
    channel: str = ""
    text: str = ""
    answers: str = ""
    review_date: date | None = None
    successor: str = ""


def state(decision: Decision, entries: Iterable[DecisionEntry], today: date) -> str:
    """The state as a code: in_force, provisional, review_due, overdue, reopened, replaced, ended, withdrawn.

    A decision that was never adopted keeps its outcome as state. The order of the entries does not count, so
    that two copies of a file agree once each has the other's; an objection in any copy reopens.
    Append-only, so that an objection entered in any copy of the file reopens it.
    """
    of_it = [entry for entry in entries if entry.decision == decision.id]
    kinds = {entry.kind for entry in of_it}
    for last_word in ("withdrawn", "ended", "replaced"):
        if last_word in kinds:
            return last_word
    if decision.outcome not in ADOPTED:
        return decision.outcome
    if _open_objections(of_it):
        return "reopened"
    if decision.outcome == "provisional" and not kinds & {"none_received", "mandate_confirmed"}:
        return "provisional"
    return _by_review(review_of(decision, of_it), today)


def review_of(decision: Decision, entries: Iterable[DecisionEntry]) -> date | None:
    """The day on which it comes back: the latest that was set."""
    later = [entry.review_date for entry in entries if entry.decision == decision.id and entry.review_date]
    return max(later) if later else decision.review_date


def _open_objections(entries: Iterable[DecisionEntry]) -> set[str]:
    entries = tuple(entries)
    raised = {entry.id for entry in entries if entry.kind == "objection"}
    return raised - {entry.answers for entry in entries if entry.kind == "objection_resolved"}


def _by_review(review: date | None, today: date) -> str:
    if review is None or today < review - REVIEW_NEAR:
        return "in_force"
    return "review_due" if today <= review else "overdue"
