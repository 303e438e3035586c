"""What lives on after a meeting that only its record tells of: the same outcomes as those of a meeting run here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from coalmeet.coalition.action import Action
from coalmeet.coalition.attendance import Attendance
from coalmeet.coalition.decision import Decision
from coalmeet.coalition.outcomes import Outcomes
from coalmeet.coalition.parked import Parked
from coalmeet.coalition.person import CAPACITIES, VOICES, Capacity
from coalmeet.coalition.plan import PlannedItem
from coalmeet.coalition.turn import Turn
from coalmeet.ids import new_id
from coalmeet.store.matching import Links, key
from coalmeet.text import wall

Record = Mapping[str, Any]
Spans = tuple[tuple[int, int | None], ...]


def recorded_outcomes(meeting_id: str, record: Record, links: Links, zone: str) -> Outcomes:
    """The outcomes; names are turned into ids where they are linked. `zone` is an IANA name for its times."""
    attendance = _attendance(meeting_id, record, links, zone)
    return Outcomes(
        turn=_turn(meeting_id, record, links, attendance),
        decisions=tuple(
            _decision(meeting_id, item, decision, links, number)
            for number, (item, decision) in enumerate(_each(record, "decisions"), 1)
        ),
        actions=tuple(
            _action(meeting_id, action, links, number)
            for number, (_item, action) in enumerate(_each(record, "actions"), 1)
        ),
        attendance=attendance,
        parked=tuple(Parked(new_id(), title, meeting_id) for title in record.get("parked") or ()),
    )


def _each(record: Record, name: str) -> Iterator[tuple[Record, Record]]:
    for item in record["agenda"]:
        for one in item.get(name) or ():
            yield item, one


def _decision(meeting_id: str, item: Record, decision: Record, links: Links, number: int) -> Decision:
    return Decision(
        id=new_id(),
        meeting=meeting_id,
        item="",
        number=decision.get("number") or f"D{number}",
        text=decision.get("text") or "",
        outcome=decision.get("outcome") or item.get("outcome") or "noted",
        method=decision.get("method") or "",
        kind=decision.get("kind") or "",
        proposed_by=links.organisation(decision.get("proposed_by")),
        responsible=decision.get("responsible") or "",
        review_date=_day(decision.get("review_date")),
        provisional_until=_day(decision.get("provisional_until")),
        present=tuple(filter(None, (links.organisation(one) for one in decision.get("present") or ()))),
    )


def _action(meeting_id: str, action: Record, links: Links, number: int) -> Action:
    owner, organisation = action.get("owner") or "", action.get("organisation") or ""
    return Action(
        id=new_id(),
        meeting=meeting_id,
        number=action.get("number") or f"A{number}",
        text=action.get("text") or "",
        owner=links.person(owner, organisation) if owner else "",
        owner_name=owner,
        organisation=links.organisation(organisation),
        organisation_name=organisation,
        due=_day(action.get("due")),
        hours=action.get("hours"),
        done=bool(action.get("done")),
        asked=bool(action.get("asked")),
    )


def _attendance(meeting_id: str, record: Record, links: Links, zone: str) -> tuple[Attendance, ...]:
    guests = {key(name) for name in record.get("guests") or ()}
    found: dict[str, Attendance] = {}
    for one in record.get("people") or ():
        person = links.person(one.get("name"), one.get("organisation"))
        if not person:
            continue
        spans = tuple(_spans(one, record["date"], zone))
        before = found.get(person)
        found[person] = Attendance(
            id="",
            meeting=meeting_id,
            person=person,
            organisation=links.organisation(one.get("organisation")),
            capacity=_capacity(one, guests),
            present=one.get("present") is not False or bool(before and before.present),
            spans=(*(before.spans if before else ()), *spans),
        )
    return tuple(found.values())


def _capacity(person: Record, guests: set[str]) -> Capacity:
    said = person.get("capacity")
    if said in CAPACITIES:
        return CAPACITIES[CAPACITIES.index(said)]
    return "guest" if key(person.get("name")) in guests else "delegate"


def _spans(person: Record, day: str, zone: str) -> Iterator[tuple[int, int | None]]:
    pairs = person.get("presence") or [[person.get("arrived"), person.get("left")]]
    for came, went in pairs:
        if came is None:
            continue
        start = _wall(day, came, zone)
        yield start, None if went is None else _after(start, day, went, zone)


def _wall(day: str, time: str, zone: str) -> int:
    """The moment of a time of day; one of another day carries its own date."""
    own, apart, rest = time.partition("T")
    return wall(date.fromisoformat(own if apart else day), rest or own, zone)


def _after(start: int, day: str, went: str, zone: str) -> int:
    """An end before its start is on the next day, as the format has it."""
    end = _wall(day, went, zone)
    return (
        end if end >= start or "T" in went else wall(date.fromisoformat(day) + timedelta(days=1), went, zone)
    )


def _turn(meeting_id: str, record: Record, links: Links, attendance: tuple[Attendance, ...]) -> Turn:
    belongs = {one.person: one.organisation for one in attendance}
    actual, noted = (
        next((belongs[one] for name in record.get(key) or () if belongs.get(one := links.person(name))), "")
        for key in ("facilitators", "note_takers")
    )
    present = [
        one.organisation for one in attendance if one.present and one.organisation and one.capacity in VOICES
    ]
    present += [
        links.organisation(one.get("organisation"))
        for one in record.get("members") or ()
        if one.get("present")
    ]
    return Turn(
        meeting=meeting_id,
        date=date.fromisoformat(record["date"]),
        present=tuple(dict.fromkeys(filter(None, present))),
        planned=actual,
        actual=actual,
        to_note=noted,
        noted=noted,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def planned_item(item: Record, links: Links | None = None) -> PlannedItem:
    """An item of a record as one that is prepared; it has no id and no topic yet.

    A decision without an outcome is its draft proposal; the proposer is known only with the record's links.
    """
    minutes = item.get("minutes")
    draft: Record = next((one for one in item.get("decisions") or () if not one.get("outcome")), {})
    return PlannedItem(
        id="",
        position=0,
        built_in=item.get("built_in") or "",
        title=item.get("title") or "",
        label=item.get("label") or "",
        minutes=None if minutes is None else round(minutes),
        desired_outcome=item.get("desired_outcome") or "",
        presenters=tuple(item.get("presenters") or ()),
        proposal=draft.get("text") or "",
        need=draft.get("need") or "",
        proposer=links.organisation(draft.get("proposed_by")) if links else "",
        kind=draft.get("kind") or "",
    )
