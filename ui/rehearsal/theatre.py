"""The house in which a story is played: a file of its own, with the story's coalition and its meetings in it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from pathlib import Path

from coalmeet.coalition.plan import PlannedMeeting
from coalmeet.meeting.events import MeetingOpened
from coalmeet.store import coalition, file, meetings
from coalmeet.store.connection import Connection
from coalmeet.store.edit import edit_rows
from coalmeet.store.file import CoalitionFile
from coalmeet.text import clock_time
from ui.rehearsal.story import Story


def house_for(story: Story, folder: Path) -> CoalitionFile:
    """A new file with everything that the first meeting begins with, and a prepared meeting for each sitting."""
    first = story.sittings[0].opening
    made = file.create(
        folder / f"{story.name}.coalmeet", first.coalition, now=first.planned_start, time_zone=first.time_zone
    )
    with made.writing() as con:
        _write_members(con, made, first)
        coalition.write(con, made, **asdict(first.profile))
        kinds = {one.id: {**asdict(one), "position": at} for at, one in enumerate(first.kinds)}
        edit_rows(con, made, "decision_kind", {key: _without_id(fields) for key, fields in kinds.items()})
        for number, sitting in enumerate(story.sittings):
            meetings.save(con, made, _planned(sitting_id(story, number), sitting.opening))
    return made


def sitting_id(story: Story, number: int) -> str:
    """The id of a story's meeting in its file; they count from 0."""
    return f"{story.name}-{number + 1}"


def _write_members(con: Connection, made: CoalitionFile, opening: MeetingOpened) -> None:
    members = {
        one.id: {"name": one.name, "short": one.short, "size": one.size or None, "protected": one.protected}
        for one in opening.members
    }
    edit_rows(con, made, "organisation", members)
    edit_rows(con, made, "person", {one.person: {"name": one.name} for one in opening.people})
    seats = {
        f"{one.person}-seat": {
            "person": one.person,
            "organisation": one.organisation,
            "capacity": one.capacity,
        }
        for one in opening.people
    }
    edit_rows(con, made, "affiliation", seats)


def _without_id(fields: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in fields.items() if name != "id"}


def _planned(id: str, opening: MeetingOpened) -> PlannedMeeting:
    return PlannedMeeting(
        id,
        opening.title,
        date.fromisoformat(opening.date),
        clock_time(opening.planned_start, opening.time_zone),
        opening.planned_minutes,
        facilitator=opening.facilitator,
    )
