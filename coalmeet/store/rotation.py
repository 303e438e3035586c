"""The history of turns to facilitate and to take notes: what the proposals of the next ones are reckoned from."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from sqlalchemy import Connection, select

from coalmeet.coalition.plan import PlannedMeeting
from coalmeet.coalition.turn import Role, Turn, TurnNote
from coalmeet.errors import FileProblem
from coalmeet.ids import new_id
from coalmeet.meeting import fold
from coalmeet.store import log, meetings, people, records
from coalmeet.store.edit import edit
from coalmeet.store.file import CoalitionFile
from coalmeet.store.merging import Roots, roots
from coalmeet.store.rows import made
from coalmeet.store.tables import MEETING, TURN, TURN_NOTE

_SAID = {  # keys of the record: the organisation and the people named for next time
    "facilitator": ("next_organisation", "next_facilitators"),
    "note_taker": ("next_note_taking_organisation", "next_note_takers"),
}


def history(con: Connection) -> tuple[Turn, ...]:
    """The turns of all meetings that took place, the oldest first, with the notes that belong to each."""
    stands = roots(con)
    of_meeting: dict[str, list[TurnNote]] = {}
    for note in notes(con, stands):
        of_meeting.setdefault(note.meeting, []).append(note)
    wanted = select(TURN, MEETING.c.date).join(MEETING, MEETING.c.id == TURN.c.id)
    order = MEETING.c.date, MEETING.c.start, MEETING.c.id
    return tuple(
        made(
            Turn,
            row,
            meeting=row.id,
            present=stands.each(row.present),
            planned=stands.organisation(row.planned),
            actual=stands.organisation(row.actual),
            prepared=stands.organisation(row.prepared),
            to_note=stands.organisation(row.to_note),
            noted=stands.organisation(row.noted),
            notes=tuple(of_meeting.get(row.id, ())),
        )
        for row in con.execute(wanted.order_by(*order)).all()
    )


def notes(con: Connection, stands: Roots | None = None) -> tuple[TurnNote, ...]:
    """Everything said about turns: skips, swaps, "we will come", "we do not facilitate"."""
    stands = stands or roots(con)
    return tuple(
        made(
            TurnNote,
            row,
            organisation=stands.organisation(row.organisation),
            other=stands.organisation(row.other),
        )
        for row in con.execute(select(TURN_NOTE).order_by(TURN_NOTE.c.id)).all()
    )


def stand_in_reason(con: Connection, planned: PlannedMeeting) -> str:
    """Why somebody else than those of the organisation whose turn it is facilitates; "" where nobody said."""
    own = [
        one.person.id
        for one in people.on(con, planned.date)
        if one.organisation and one.organisation.id == planned.turn
    ]
    if not planned.turn or planned.facilitator in own:
        return ""
    of_turn = (one for one in notes(con) if (one.meeting, one.organisation) == (planned.id, planned.turn))
    return next((one.reason for one in of_turn if one.wish == "stand_in"), "")


def agreed(con: Connection, day: date, role: Role = "facilitator") -> tuple[str, str]:
    """The organisation and the person that were agreed at the last close for the meeting of `day`; "" for none.

    A meeting that was run here knows them by their ids; of one that only its record tells of, by their names.
    """
    last = next((row.id for row in meetings.meetings(con) if row.state == "closed"), "")
    try:
        moves = log.read(con, last) if last else ()
    except (
        FileProblem
    ):  # run on two laptops, and nobody has said yet which run counts: its record is all there is
        moves = ()
    if moves:
        then, stands = fold.replay(moves).next_time.turn(role), roots(con)
        return stands.organisation(then.organisation), stands.person(then.person)
    said = (records.find(con, last) or {}) if last else {}
    key, person = _SAID[role]
    name, named = said.get(key), said.get(person) or ()
    turn = next((one.id for one in people.organisations(con) if name and one.name == name), "")
    found = [
        one.person.id
        for one in people.on(con, day)
        if one.person.name in named and (not turn or (one.organisation and one.organisation.id == turn))
    ]
    return turn, (found or [""])[0]


def say(con: Connection, file: CoalitionFile, note: TurnNote) -> tuple[str, ...]:
    """Keep something said about a turn; one without an id gets one. Returns the changes, for undo."""
    fields = asdict(note)
    return edit(con, file, "turn_note", fields.pop("id") or new_id(), **fields)
