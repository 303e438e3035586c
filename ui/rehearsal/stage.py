"""The stage of a rehearsal: a copy of the file in a folder of its own, a meeting in it that may be run."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from coalmeet import text
from coalmeet.errors import FileProblem
from coalmeet.ids import new_id
from coalmeet.meeting.events import MeetingOpened, Member, Seat
from coalmeet.store import agenda, file, meetings, opening, records
from coalmeet.store.file import CoalitionFile
from coalmeet.store.incoming import planned_items
from coalmeet.text import _
from ui.rehearsal.preparing import made_ready

Record = Mapping[str, Any]
FEW = 3  # fewer organisations than this cannot show a consent round


def copy_of(path: Path, folder: Path, key: bytes | None) -> Path:
    """A copy to play with, sealed like the file itself, which is only read. Raises FileProblem."""
    file.open_to_read(path, key).close()  # says what is wrong with it, if anything is
    target = folder / path.name
    try:
        shutil.copyfile(path, target)
        target.chmod(0o600)
    except OSError as error:
        raise FileProblem(
            _("A copy of “{name}” could not be made: {why}.").format(name=path.name, why=error.strerror or "")
        ) from error
    return target


def meeting_to_play(played: CoalitionFile, wanted: str = "") -> tuple[str, Record]:
    """The id of a meeting that can be opened: the wanted one, else the next prepared one, else any.

    With it comes the record of the meeting, if it has one: a record knows who came.

    One that was held already is played again from its agenda, as a meeting of its own in the copy.
    Raises FileProblem when there is none.
    """
    with played.reading() as con:
        rows = meetings.meetings(con)
    chosen = [row for row in rows if row.id == wanted] if wanted else []
    if wanted and not chosen:
        raise FileProblem(
            _("There is no meeting “{id}” in this file. See “coalmeet meetings FILE”.").format(id=wanted)
        )
    planned = [row for row in reversed(rows) if row.state == "planned"]
    candidates = [*chosen, *planned, *rows]
    if not candidates:
        raise FileProblem(
            _("There is no meeting in this file. Prepare one first, or rehearse with the sample.")
        )
    row = candidates[0]
    with played.reading() as con:
        record: Record = records.find(con, row.id) or {}
    return (row.id if row.state == "planned" else _held_again(played, row.id, record)), record


def _held_again(played: CoalitionFile, meeting_id: str, record: Record) -> str:
    again = new_id()
    with played.writing() as con:
        frame = meetings.meeting(con, meeting_id)
        items = agenda.items(con, meeting_id)
        if not items and record:
            items = tuple(planned_items(con, meeting_id, record))
        title = frame.title or record.get("coalition") or ""
        meetings.save(con, played, replace(frame, id=again, title=title))
        agenda.insert(con, played, again, [replace(item, id=new_id()) for item in made_ready(items, record)])
    return again


def plan(played: CoalitionFile, meeting_id: str, record: Record) -> MeetingOpened:
    """What the rehearsed meeting begins with; of one that was held, whom its record names.

    Where too few organisations have a voice to show a round, each person is given one for the rehearsal. The quorum is
    the coalition's own, unless those who can be played would not reach it.
    """
    with played.reading() as con:
        found = opening.plan(con, meeting_id)
    if record.get("people"):
        found = _as_recorded(found, record)
    voices = {seat.organisation for seat in found.people if seat.organisation}
    if len(voices) < FEW <= len(found.people):
        found = _each_a_voice(found)
    if not found.facilitator and found.people:
        found = replace(found, facilitator=found.people[0].person)
    start = found.planned_start or text.wall(date.fromisoformat(found.date), "18:00", found.time_zone)
    played_first = (
        len({seat.organisation for seat in found.people if seat.organisation}) - 1
    )  # one comes late
    return replace(found, planned_start=start, quorum=min(found.quorum, max(1, played_first)))


def _as_recorded(found: MeetingOpened, record: Record) -> MeetingOpened:
    """The people of a record, each name with its organisation once."""
    pairs = dict.fromkeys((one["name"], one.get("organisation") or "") for one in record.get("people") or ())
    organisations = dict.fromkeys(organisation for _name, organisation in pairs if organisation)
    ids = {name: f"organisation-{number}" for number, name in enumerate(organisations)}
    seats = tuple(
        Seat(f"person-{number}", name, ids.get(organisation, ""), "delegate" if organisation else "guest")
        for number, (name, organisation) in enumerate(pairs)
    )
    led = [seat.person for seat in seats if seat.name in (record.get("facilitators") or ())]
    return replace(
        found,
        facilitator=led[0] if led else "",
        members=tuple(Member(ids[name], name) for name in organisations),
        people=seats,
    )


def _each_a_voice(found: MeetingOpened) -> MeetingOpened:
    members = tuple(Member(f"voice-{seat.person}", seat.name) for seat in found.people)
    people = tuple(Seat(seat.person, seat.name, f"voice-{seat.person}") for seat in found.people)
    return replace(found, members=members, people=people)
