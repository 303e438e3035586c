"""The calendar of a coalition: what its meetings left, as it stands now, in one file.

Ids are those that the meetings' own files use. What was done, kept on, ended or put off since has a higher sequence;
what no longer holds stays as "cancelled" while its day is ahead, so that calendars which have it let it go.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from coalmeet.coalition.action import Action
from coalmeet.coalition.coalition import Coalition
from coalmeet.coalition.decision import Decision, DecisionEntry, counting, review_of, state, waits
from coalmeet.coalition.retrospective import LASTS_MINUTES
from coalmeet.documents.calendar_file import Entry, Returning, calendar_file
from coalmeet.documents.ics import Origin, Since, due, mandate, next_meeting, origin_of, review, window
from coalmeet.meeting.minutes import minutes
from coalmeet.meeting.minutes_actions import action as told_action
from coalmeet.meeting.minutes_values import Action as Told
from coalmeet.meeting.minutes_words import Record, with_year
from coalmeet.text import _, speaking

_HOLD = ("in_force", "review_due", "overdue", "provisional", "recommended", "delegated")
_OUTCOMES = ("agreed", "provisional", "recommended", "delegated")


@dataclass(frozen=True, slots=True)
class GonePlan:
    """A planned meeting that was deleted, with the id under which calendars know it."""

    id: str
    day: date
    title: str
    changes: int


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that the calendar is made of, read from the file at once.

    `coming` are records of meetings still to come, and the last one's where it announced what nobody has planned.
    `records` are those that decisions and actions come from, by meeting; `changes` says how often actions were changed
    since, by id; `names` are of organisations, by id; `rhythm_changes` counts changes of the retrospective's rhythm.
    """

    coalition: Coalition
    coming: tuple[Record, ...] = ()
    gone: tuple[GonePlan, ...] = ()
    records: Mapping[str, Record] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    entries: tuple[DecisionEntry, ...] = ()
    actions: tuple[Action, ...] = ()
    changes: Mapping[str, int] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    rhythm_changes: int = 0


def coalition_ics(facts: Facts, today: date) -> bytes:
    """The file, in the coalition's language; the same facts on the same day give the same bytes."""
    with speaking(facts.coalition.language):
        found = tuple(one for one in entries(facts, today) if not one.off or _day(one) >= today)
        return calendar_file(found, name=facts.coalition.name, returning=_retrospective(facts, today))


def entries(facts: Facts, today: date) -> Iterator[Entry]:
    """What stands in it, what no longer holds too: meetings, decisions, work."""
    here = facts.coalition
    for record in facts.coming:
        told = minutes(record, coalition=here.name, lang=here.language, time_zone=here.time_zone)
        one = next_meeting(told, record)
        if one is not None:
            yield one
    for plan in facts.gone:
        yield Entry(plan.id, plan.day, plan.title, made=plan.day, sequence=plan.changes, off=True)
    origins = {id: origin_of(record, here.name) for id, record in facts.records.items()}
    by_decision: dict[str, list[DecisionEntry]] = {}
    for entry in facts.entries:
        by_decision.setdefault(entry.decision, []).append(entry)
    for decision in facts.decisions:
        origin = origins.get(decision.meeting) or _outside(decision)
        if decision.outcome in _OUTCOMES and origin is not None:
            yield from _of_decision(decision, by_decision.get(decision.id, []), origin, facts, today)
    for action in facts.actions:
        origin = origins.get(action.meeting)
        if origin is not None and action.due is not None:
            since = Since(facts.changes.get(action.id, 0), off=not action.is_open)
            yield due(origin, _told(action, origin), since)


def _of_decision(
    one: Decision, known: list[DecisionEntry], origin: Origin, facts: Facts, today: date
) -> Iterator[Entry]:
    changes = sum(entry.kind != "responsible_named" for entry in known)
    taken_up = one.outcome == "recommended" and any(other.ancestor == one.id for other in facts.decisions)
    holds = state(one, known, today) in _HOLD and not taken_up
    comes_back = review_of(one, known)
    if comes_back is not None:
        yield review(origin, one.number, one.text, comes_back, Since(changes, off=not holds))
    waiting = waits(one, known, today) if holds else ()
    last = _window_end(one, known)
    if last is not None:
        open_ = any(wait.kind in ("window", "window_over") for wait in waiting)
        yield window(origin, one.number, one.text, last, Since(changes, off=not open_))
    asked = {wait.organisation for wait in waiting if wait.kind == "mandate"}
    for place, (organisation, day) in enumerate(one.mandates, 1):
        since = Since(changes, off=organisation not in asked)
        name = facts.names.get(organisation, "")
        yield mandate(origin, (one.number, place), name, one.text, date.fromisoformat(day), since)


def _window_end(one: Decision, known: list[DecisionEntry]) -> date | None:
    """The last day to object: as it is reckoned now, or, where the window was closed since, as it was."""
    if one.outcome != "provisional" or (one.mandates and not one.window_days):
        return None
    if not one.window_days:
        return one.provisional_until
    opened = [entry.on for entry in known if entry.kind == "window_opened" and entry.on]
    counted = [e.on for e in counting(known, one.id) if e.kind == "window_opened" and e.on]
    days = counted or opened[-1:]
    return min(days) + timedelta(days=one.window_days) if days else None


def _outside(one: Decision) -> Origin | None:
    """Where a decision comes from that was taken outside a meeting; None for one whose meeting has no record."""
    if one.meeting or one.decided_on is None:
        return None
    words = _("Decided outside a meeting on {day}").format(day=with_year(one.decided_on.isoformat()))
    return Origin(one.id, words, "", one.decided_on)


def _told(action: Action, origin: Origin) -> Told:
    entry = {
        "text": action.text,
        "owner": action.owner_name,
        "organisation": action.organisation_name,
        "due": action.due.isoformat() if action.due else "",
        "hours": action.hours,
        "asked": action.asked,
    }
    return told_action(entry, action.number, 0, origin.day.isoformat())


def _retrospective(facts: Facts, today: date) -> tuple[Returning, ...]:
    """The rhythm; one that was given up is taken out of the calendars that have it."""
    here, changes = facts.coalition, facts.rhythm_changes
    rhythm = here.retrospective
    if rhythm.first is None or not (rhythm.is_set or changes):
        return ()
    text = _("What worked, what did not, and one thing that we try until the next time.")
    one = Entry(
        f"{here.id}-retrospective",
        rhythm.first,
        _("Retrospective of {coalition}").format(coalition=here.name),
        text,
        minutes=LASTS_MINUTES,
        made=rhythm.first,
        sequence=changes,
        off=not rhythm.is_set,
    )
    if one.off:
        rhythm = replace(rhythm, months=max(rhythm.months, 1))
    return (Returning(one, rhythm, here.time_zone),)


def _day(one: Entry) -> date:
    return date(one.begins.year, one.begins.month, one.begins.day)
