"""The agenda of the next meeting, filled with what waits: whoever facilitates it corrects a draft."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from coalmeet.coalition.plan import PlannedMeeting
from coalmeet.meeting.rotation import proposed
from coalmeet.meeting.rotation_both import both
from coalmeet.store import agenda, coalition, meetings, notes, people, planning, records, rotation, waiting
from coalmeet.store.file import CoalitionFile
from coalmeet.text import _, plain_day

FIRST_MINUTES = 10  # of an item that nobody gave a timebox yet
_STAYS = "parked"  # a parking lot is to choose from: it goes on waiting beside the agenda


@dataclass(frozen=True, slots=True)
class Draft:
    """What the draft came to: the meeting, who facilitates it by the rotation, and the titles that were put on it.

    `running` is a meeting in which the file changes hands: then nothing is drafted, and it goes on over there.
    """

    title: str
    date: date
    organisation: str
    person: str
    items: tuple[str, ...]
    evaluation: str
    running: bool = False


def fill(con: Connection, file: CoalitionFile, today: date) -> Draft:
    """Plan the next meeting where none is planned, name whose turn it is, and put on its agenda what waits for it.

    What was said of the last meeting at its close comes as a private note with the opening. Ids are made of what they
    stand for, so that the same draft made twice is still one when the files come together.
    """
    going = next((row for row in meetings.meetings(con) if row.state == "running"), None)
    if going is not None:
        return Draft(going.title, going.date, "", "", (), "", running=True)
    frame = _frame(con, file, today)
    titles = []
    for one in waiting.for_agenda(con, agenda.items(con, frame.id), today):
        if one.kind == _STAYS:
            continue
        items = agenda.items(con, frame.id)
        at = next((place for place, item in enumerate(items) if item.built_in == "closing"), None)
        item_id = _named(frame.id, one.kind, one.id, one.title)
        waiting.take_up(con, file, frame.id, one, item_id, at=at, minutes=FIRST_MINUTES)
        titles.append(one.title)
    said = _evaluation(con, frame)
    if said:
        _tell(con, file, frame.id, said)
    whose = next((one.name for one in people.organisations(con) if one.id == frame.turn), "")
    who = next((one.name for one in people.people(con) if one.id == frame.facilitator), "")
    return Draft(frame.title, frame.date, whose, who, tuple(titles), said)


def _frame(con: Connection, file: CoalitionFile, today: date) -> PlannedMeeting:
    coming = [row for row in meetings.meetings(con) if row.state == "planned" and row.date >= today]
    if coming:
        frame = meetings.meeting(con, min(coming, key=lambda row: (row.date, row.start)).id)
        fresh = False
    else:
        frame, fresh = planning.next_frame(con, today), True
        frame = replace(frame, id=_named(coalition.read(con).id, "meeting", frame.date.isoformat()))
    if not frame.facilitator:
        frame = _with_turn(con, frame)
    meetings.save(con, file, frame)
    if fresh:
        items = [replace(one, id=_named(frame.id, one.built_in)) for one in planning.frame_items()]
        agenda.insert(con, file, frame.id, items)
    return frame


def _with_turn(con: Connection, frame: PlannedMeeting) -> PlannedMeeting:
    """The frame with the organisation whose turn it is, and its delegate: a proposal, which people correct."""
    turn = frame.turn
    if not turn:
        said = [note for note in rotation.notes(con) if note.meeting in {"", frame.id}]
        term = coalition.read(con).turn_meetings
        orders = both(rotation.history(con), people.organisations(con), frame.date, said, term=term)
        first = proposed(orders["facilitator"])
        turn = first.organisation.id if first else ""
    voices = [
        one for one in people.on(con, frame.date)
        if one.organisation and one.organisation.id == turn and one.has_voice
    ]  # fmt: skip
    voices.sort(key=lambda one: one.capacity != "delegate")
    return replace(frame, turn=turn, facilitator=voices[0].person.id if voices else "")


def _evaluation(con: Connection, frame: PlannedMeeting) -> str:
    """What the closing round of the last meeting wanted to keep and to change, for whoever leads the next."""
    last = next(
        (row for row in meetings.meetings(con) if row.state == "closed" and row.date <= frame.date), None
    )
    record = (records.find(con, last.id) or {}) if last else {}
    parts = []
    for key, words in (("keep", _("Keep: {said}.")), ("change", _("Change: {said}."))):
        said = [str(one.get(key) or "").strip().rstrip(".") for one in record.get("evaluation") or ()]
        kept = list(dict.fromkeys(one for one in said if one))
        if kept:
            parts.append(words.format(said="; ".join(kept)))
    if not parts or last is None:
        return ""
    return _("From the closing round of {day}. {said}").format(day=plain_day(last.date), said=" ".join(parts))


def _tell(con: Connection, file: CoalitionFile, meeting: str, said: str) -> None:
    """Put it where the facilitator's book shows it, below what stands there already."""
    items = agenda.items(con, meeting)
    if not items:
        return
    item = next((one for one in items if one.built_in == "opening"), items[0])
    there = notes.read_private(con, meeting).get(item.id, "")
    if said not in there:
        notes.write_private(con, file, meeting, item.id, f"{there}\n{said}".strip())


def _named(*parts: str) -> str:
    """An id that is the same for the same thing, and from which nobody can read what it is."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
