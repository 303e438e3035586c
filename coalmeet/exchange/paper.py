"""A meeting held on paper, entered afterwards: what was typed on one page becomes a record marked so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from coalmeet.exchange.record import FORMAT, VERSION, Record

DECIDED = ("agreed", "provisional", "recommended", "not agreed")


@dataclass(frozen=True, slots=True)
class PaperItem:
    """One thing that was dealt with; `words` are the exact words of a decision, "" where none was made."""

    title: str
    outcome: str = ""
    words: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class PaperAction:
    """One piece of work, as noted; `owner` is a name or "" for nobody yet."""

    text: str
    owner: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class PaperMember:
    """A member organisation of that day and the people who came for it; nobody named does not mean absent."""

    organisation: str
    present: bool
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperMeeting:
    """What was typed. Times are "HH:MM" or ""; actions belong to the meeting, not to an item."""

    day: date
    title: str = ""
    start: str = ""
    end: str = ""
    place: str = ""
    time_zone: str = ""
    coalition: str = ""
    facilitators: tuple[str, ...] = ()
    note_takers: tuple[str, ...] = ()
    members: tuple[PaperMember, ...] = ()
    guests: tuple[str, ...] = ()
    items: tuple[PaperItem, ...] = ()
    actions: tuple[PaperAction, ...] = ()


def with_roles(paper: PaperMeeting, places: Mapping[str, str]) -> PaperMeeting:
    """The same meeting with facilitators and note takers among those who came: they were there.

    `places` are names of organisations by names of people. Without this the turn would be paid by nobody, as the
    page asks for names beside an organisation only where they are known.
    """
    named = {name for member in paper.members for name in member.people} | set(paper.guests)
    missing = [name for name in dict.fromkeys((*paper.facilitators, *paper.note_takers)) if name not in named]
    came: dict[str, list[str]] = {}
    for name in missing:
        came.setdefault(places.get(name, ""), []).append(name)
    members = [
        replace(one, present=True, people=(*one.people, *came[one.organisation]))
        if one.organisation in came
        else one
        for one in paper.members
    ]
    return replace(paper, members=tuple(members))


def without_organisation(paper: PaperMeeting, names: Sequence[str]) -> tuple[str, ...]:
    """The names of these, where none of them came for an organisation: then nobody pays the turn.

    `paper` is the meeting with its roles among those who came. One who has an organisation is enough.
    """
    placed = {name for member in paper.members for name in member.people}
    return () if placed & set(names) else tuple(names)


def paper_record(paper: PaperMeeting, work_title: str) -> Record:
    """The record of a meeting held on paper.

    Actions stand in an item of their own, named `work_title`, since nobody noted where they came up. A time,
    an outcome or a name that nobody wrote down is left out, not guessed.
    """
    record: Record = {
        "format": FORMAT,
        "version": VERSION,
        "date": paper.day.isoformat(),
        "coalition": paper.coalition,
        "title": paper.title,
        "start": paper.start,
        "end": paper.end,
        "timezone": paper.time_zone,
        "place": paper.place,
        "facilitators": list(paper.facilitators),
        "note_takers": list(paper.note_takers),
        "people": _people(paper),
        "members": [_member(member) for member in paper.members],
        "guests": list(paper.guests),
        "state": "draft",
        "entered_afterwards": True,
    }
    record = {key: value for key, value in record.items() if value not in ("", [])}
    record["agenda"] = _agenda(paper, work_title)
    return record


def _people(paper: PaperMeeting) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for member in paper.members:
        organisation = member.organisation
        found += [{"name": name, "organisation": organisation, "present": True} for name in member.people]
    return found + [{"name": name, "present": True} for name in paper.guests]


def _member(member: PaperMember) -> dict[str, Any]:
    return {"organisation": member.organisation, "present": member.present, "people": list(member.people)}


def _agenda(paper: PaperMeeting, work_title: str) -> list[dict[str, Any]]:
    present = [member.organisation for member in paper.members if member.present]
    agenda = []
    decisions = 0
    for item in paper.items:
        decisions += bool(item.words)
        agenda.append(_item(item, f"D{decisions}", present))
    if paper.actions:
        actions = [_action(action, f"A{number}") for number, action in enumerate(paper.actions, start=1)]
        agenda.append({"title": work_title, "actions": actions})
    return agenda


def _item(item: PaperItem, number: str, present: list[str]) -> dict[str, Any]:
    value: dict[str, Any] = {"title": item.title}
    outcome = item.outcome or ("agreed" if item.words else "")
    if outcome:
        value["outcome"] = outcome
    if item.words:
        value["label"] = "decision"
        decided = outcome if outcome in DECIDED else "agreed"
        value["decisions"] = [{"number": number, "text": item.words, "outcome": decided, "present": present}]
    if item.notes:
        value["notes"] = item.notes
    return value


def _action(action: PaperAction, number: str) -> dict[str, Any]:
    value: dict[str, Any] = {"number": number, "text": action.text}
    if action.owner:
        value["owner"] = action.owner
    if action.due:
        value["due"] = action.due.isoformat()
    return value


def paper_of(record: Mapping[str, Any], work_title: str) -> PaperMeeting:
    """What was typed, from the record that was made of it, to be put right on the same page."""
    agenda = record.get("agenda") or ()
    return PaperMeeting(
        day=date.fromisoformat(record["date"]),
        title=record.get("title") or "",
        start=record.get("start") or "",
        end=record.get("end") or "",
        place=record.get("place") or "",
        time_zone=record.get("timezone") or "",
        coalition=record.get("coalition") or "",
        facilitators=tuple(record.get("facilitators") or ()),
        note_takers=tuple(record.get("note_takers") or ()),
        members=tuple(
            PaperMember(one["organisation"], bool(one.get("present")), tuple(one.get("people") or ()))
            for one in record.get("members") or ()
        ),
        guests=tuple(record.get("guests") or ()),
        items=tuple(_paper_item(item) for item in agenda if not _is_work(item, work_title)),
        actions=tuple(_paper_action(action) for item in agenda for action in item.get("actions") or ()),
    )


def _is_work(item: Mapping[str, Any], work_title: str) -> bool:
    return item.get("title") == work_title and bool(item.get("actions"))


def _paper_item(item: Mapping[str, Any]) -> PaperItem:
    words = next((one.get("text") or "" for one in item.get("decisions") or ()), "")
    return PaperItem(item.get("title") or "", item.get("outcome") or "", words, item.get("notes") or "")


def _paper_action(action: Mapping[str, Any]) -> PaperAction:
    due = action.get("due")
    return PaperAction(
        action.get("text") or "", action.get("owner") or "", date.fromisoformat(due) if due else None
    )
