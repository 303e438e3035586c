"""What waits for a place on the next agenda, or for somebody before the next meeting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from coalmeet.coalition.action import Action
from coalmeet.coalition.decision import REVIEW_NEAR, Decision, DecisionEntry, Wait, review_of, state, waits
from coalmeet.coalition.organisation import Organisation
from coalmeet.coalition.parked import Parked

Kind = Literal[
    "review", "provisional", "reopened", "recommended", "confirm", "circulate", "not_reached", "parked", "overdue",
    "nobody", "protection", "retrospective",
]  # fmt: skip
ASKS_FOR_AGENDA: tuple[Kind, ...] = (
    "recommended",
    "reopened",
    "review",
    "protection",
    "retrospective",
    "not_reached",
    "parked",
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits.

    `id` is that of the decision, parked topic, agenda item, action or organisation; `day` the date it is about, if any;
    `organisation`, `topic` and the `meeting` it came from as far as known.
    """

    kind: Kind
    id: str
    title: str
    day: date | None = None
    organisation: str = ""
    topic: str = ""
    meeting: str = ""


@dataclass(frozen=True, slots=True)
class NotReached:
    """An agenda item that a closed meeting did not come to, or put off."""

    item: str
    title: str
    day: date
    topic: str = ""


def decisions_waiting(
    decisions: Sequence[Decision], entries: Sequence[DecisionEntry], today: date
) -> tuple[Waiting, ...]:
    """Decisions to look at again: recommendations and reopened ones first, then due reviews, then what provisional ones
    wait for: an answer that is due (confirm), minutes that have not gone round (circulate), a window that is open.

    A recommendation waits until another decision takes it up; records from elsewhere do not say what became of one.
    """
    by_decision: dict[str, list[DecisionEntry]] = {}
    for entry in entries:
        by_decision.setdefault(entry.decision, []).append(entry)
    order = ("recommended", "reopened", "review", "confirm", "circulate", "provisional")
    taken_up = {one.ancestor for one in decisions}
    found = []
    for decision in decisions:
        of_it = by_decision.get(decision.id, [])
        code = state(decision, of_it, today)
        if code == "recommended" and decision.item and decision.id not in taken_up:
            found.append(Waiting("recommended", decision.id, decision.text))
        elif code == "reopened":
            found.append(Waiting("reopened", decision.id, decision.text))
        elif code in {"review_due", "overdue"}:
            found.append(Waiting("review", decision.id, decision.text, review_of(decision, of_it)))
        elif code == "provisional":
            each = [_provisional(decision, one, today) for one in waits(decision, of_it, today)]
            found.append(min(each, key=lambda one: (order.index(one.kind), one.day or date.max)))
    return tuple(sorted(found, key=lambda one: (order.index(one.kind), one.day or date.max)))


def _provisional(decision: Decision, wait: Wait, today: date) -> Waiting:
    due = wait.kind == "window_over" or (wait.kind == "mandate" and wait.day is not None and wait.day < today)
    kind: Kind = "confirm" if due else "circulate" if wait.kind == "circulate" else "provisional"
    return Waiting(kind, decision.id, decision.text, wait.day, wait.organisation, meeting=decision.meeting)


def topics_waiting(
    parked: Iterable[Parked], not_reached: Iterable[NotReached], taken_up: Iterable[tuple[str, str]]
) -> tuple[Waiting, ...]:
    """Topics for an agenda: items that were not reached, the latest first, then the parking lot.

    `taken_up` are pairs of topic and title of items that stand on an agenda already or were dealt with later;
    the same topic is offered once.
    """
    seen_topics = {topic for topic, _title in taken_up if topic}
    seen_titles = {title.casefold() for _topic, title in taken_up}
    offered = [
        Waiting("not_reached", one.item, one.title, one.day, topic=one.topic)
        for one in sorted(not_reached, key=lambda one: one.day, reverse=True)
    ]
    offered += [Waiting("parked", one.id, one.title, topic=one.topic) for one in parked if one.waits]
    found = []
    for one in offered:
        if one.topic in seen_topics or one.title.casefold() in seen_titles:
            continue
        found.append(one)
        seen_titles.add(one.title.casefold())
        if one.topic:
            seen_topics.add(one.topic)
    return tuple(found)


def protection_waiting(members: Iterable[Organisation], today: date) -> tuple[Waiting, ...]:
    """Protected voices that are to be looked at again soon, or were to be: who is protected is reviewed yearly."""
    found = [
        Waiting("protection", one.id, one.name, one.protection_review)
        for one in members
        if one.protected and one.protection_review and one.protection_review - REVIEW_NEAR <= today
    ]
    return tuple(sorted(found, key=lambda one: one.day or date.max))


def actions_waiting(actions: Iterable[Action], today: date) -> tuple[Waiting, ...]:
    """Open actions that nobody took, then those past their date, the oldest first."""
    found = []
    for action in actions:
        if action.is_open and action.has_nobody:
            found.append(Waiting("nobody", action.id, action.text, action.due, meeting=action.meeting))
        elif action.is_overdue(today):
            whose = action.organisation_name
            found.append(
                Waiting("overdue", action.id, action.text, action.due, whose, meeting=action.meeting)
            )
    return tuple(sorted(found, key=lambda one: (one.kind != "nobody", one.day or date.max)))
