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
    "kept", "replaced", "ended", "withdrawn", "responsible_named", "window_opened", "mandate_refused",
    "taken_back",
]  # fmt: skip
ENTRY_KINDS: tuple[EntryKind, ...] = get_args(EntryKind)


@dataclass(frozen=True, slots=True)
class Decision:
    """A result as its meeting left it; its creation never changes, its later life is entries.

    `number` is its number in the minutes ("D1"), `text` its exact words, `present` ids of organisations.
    `ancestor` is the decision that it changes or reopens, "" for none. `window_days` is how long the organisations in
    `absent` may object from when the minutes went round; `mandates` are pairs of an organisation and the ISO date by
    which it confirms its consent. One taken outside a meeting has no meeting: `decided_on` is its day, `decided_by`
    who took it, `authority` what gave them the right.
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
    window_days: int = 0
    absent: tuple[str, ...] = ()
    mandates: tuple[tuple[str, str], ...] = ()
    decided_on: date | None = None
    decided_by: str = ""
    authority: str = ""


@dataclass(frozen=True, slots=True)
class DecisionEntry:
    """Something that happened to a decision after its meeting.

    `on` is the day as it was said. `answers` names the entry that this one answers (an objection that it
    resolves, an entry that it takes back). `review_date` is the new date where it was kept; `successor` the
    decision that replaced it.
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


@dataclass(frozen=True, slots=True)
class Wait:
    """What a provisional decision waits for: circulate (the minutes have yet to go round), window (it is open until
    `day`), window_over (it ended on `day`, and nobody has said yet that nothing arrived) or mandate (the organisation
    confirms its consent by `day`).
    """

    kind: str
    day: date | None = None
    organisation: str = ""


def counting(entries: Iterable[DecisionEntry], decision: str) -> tuple[DecisionEntry, ...]:
    """The entries of a decision without those that were taken back."""
    of_it = tuple(entry for entry in entries if entry.decision == decision)
    gone = {entry.answers for entry in of_it if entry.kind == "taken_back"}
    return tuple(entry for entry in of_it if entry.kind != "taken_back" and entry.id not in gone)


def state(decision: Decision, entries: Iterable[DecisionEntry], today: date) -> str:
    """The state as a code: in_force, provisional, review_due, overdue, reopened, replaced, ended, withdrawn.

    A decision that was never adopted keeps its outcome as state. The order of the entries does not count, so
    that two copies of a file agree once each has the other's; an objection in any copy reopens.
    Append-only, so that an objection entered in any copy of the file reopens it.
    """
    of_it = counting(entries, decision.id)
    kinds = {entry.kind for entry in of_it}
    for last_word in ("withdrawn", "ended", "replaced"):
        if last_word in kinds:
            return last_word
    if decision.outcome not in ADOPTED:
        return decision.outcome
    if open_objections(of_it) or "mandate_refused" in kinds:
        return "reopened"
    if waits(decision, of_it, today):
        return "provisional"
    return _by_review(review_of(decision, of_it), today)


def review_of(decision: Decision, entries: Iterable[DecisionEntry]) -> date | None:
    """The day on which it comes back: the latest that was set."""
    later = [entry.review_date for entry in counting(entries, decision.id) if entry.review_date]
    return max(later) if later else decision.review_date


def waits(decision: Decision, entries: Iterable[DecisionEntry], today: date) -> tuple[Wait, ...]:
    """What an adopted decision is still provisional for: the window first, then each mandate.

    A window ends only when a person says that nothing arrived: the end of its days alone changes nothing.
    """
    if decision.outcome != "provisional":
        return ()
    of_it = counting(entries, decision.id)
    kinds = {entry.kind for entry in of_it}
    if not decision.window_days and not decision.mandates:  # a record from elsewhere names a date at most
        if kinds & {"none_received", "mandate_confirmed"}:
            return ()
        return (_until(decision.provisional_until, today),)
    window: tuple[Wait, ...] = ()
    if decision.window_days and "none_received" not in kinds:
        opened = window_opened(of_it)
        window = (
            _until(opened + timedelta(days=decision.window_days), today) if opened else Wait("circulate"),
        )
    confirmed = {entry.organisation for entry in of_it if entry.kind == "mandate_confirmed"}
    asked = tuple(
        Wait("mandate", date.fromisoformat(day), one)
        for one, day in decision.mandates
        if one not in confirmed
    )
    return (*window, *asked)


def window_opened(entries: Iterable[DecisionEntry]) -> date | None:
    """The day from which the window of one decision is reckoned: the first on which its minutes went round."""
    return min((one.on for one in entries if one.kind == "window_opened" and one.on), default=None)


def _until(day: date | None, today: date) -> Wait:
    return Wait("window" if day is None or today <= day else "window_over", day)


def open_objections(entries: Iterable[DecisionEntry]) -> tuple[DecisionEntry, ...]:
    """The objections among these entries that nothing has answered; entries that were taken back are to be left out."""
    entries = tuple(entries)
    answered = {entry.answers for entry in entries if entry.kind == "objection_resolved"}
    return tuple(entry for entry in entries if entry.kind == "objection" and entry.id not in answered)


def _by_review(review: date | None, today: date) -> str:
    if review is None or today < review - REVIEW_NEAR:
        return "in_force"
    return "review_due" if today <= review else "overdue"
