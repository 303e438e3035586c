"""The record of a meeting: one JSON value with the keys of the exchange format, which minutes, export and
search read.

It is made once, when the meeting closes, from the folded meeting and its notes. Private notes, access
needs and contacts are not given to it, so they cannot be in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from coalmeet.meeting.record_again import meeting_keys
from coalmeet.meeting.record_agenda import agenda
from coalmeet.meeting.record_changes import changes, corrections
from coalmeet.meeting.record_last_time import last_minutes
from coalmeet.meeting.record_people import guests, members, people
from coalmeet.meeting.record_roles import more_roles, roles
from coalmeet.meeting.record_talk import turns
from coalmeet.meeting.record_times import sittings
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.telling import temperature
from coalmeet.text import clock_time

FORMAT, VERSION = "coalmeet.meeting", 1


def record(
    meeting: Meeting,
    notes: Mapping[str, str],
    *,
    meeting_id: str = "",
    link: str = "",
    prepared_by: str = "",
) -> dict[str, Any]:
    """The record as a dict ready for JSON; `notes` are the texts of the items by item id, `prepared_by` a name.

    Keys that have nothing to say are left out, but for those that every reader of the format looks for.
    """
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "coalition": meeting.coalition,
        "title": meeting.title,
        "date": meeting.date,
        "timezone": meeting.time_zone,
        "start": _time(meeting, meeting.opened_at),
        "end": _time(meeting, meeting.closed_at),
        **roles(meeting),
        "people": people(meeting),
        "temperature": temperature(meeting),
        "agenda": agenda(meeting, notes),
    }
    return {**whole, **_said({**_more(meeting, meeting_id, link), "prepared_by": prepared_by})}


def _said(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in ("", [], None, 0, {})}


def _time(meeting: Meeting, moment: int) -> str | None:
    return clock_time(moment, meeting.time_zone) if moment else None


def _more(meeting: Meeting, meeting_id: str, link: str) -> dict[str, Any]:
    then = meeting.next_time
    return {
        "id": meeting_id,
        "place": meeting.place,
        "link": link,
        "state": "draft",
        "telling": asdict(meeting.telling),
        "planned_start": _time(meeting, meeting.planned_start),
        "planned_minutes": meeting.planned_minutes,
        "sittings": sittings(meeting),
        "members": members(meeting),
        "guests": guests(meeting),
        "quorum": {"needed": meeting.quorum, "present": _most_present(meeting)} if meeting.quorum else {},
        **more_roles(meeting),
        **meeting_keys(meeting),
        "changes": changes(meeting),
        "corrections": corrections(meeting),
        "parked": [topic.title for topic in meeting.parked],
        "thanks": list(meeting.thanks),
        "turns": turns(meeting),
        "evaluation": [
            _evaluation(meeting, one.organisation, one.keep, one.change) for one in meeting.evaluations
        ],
        "next_date": then.date,
        "next_start": then.start,
        "next_place": then.place,
        "next_facilitators": [meeting.name_of(then.person)] if then.person else [],
        "next_organisation": meeting.name_of(then.organisation),
        "next_note_takers": [meeting.name_of(then.notes.person)] if then.notes.person else [],
        "next_note_taking_organisation": meeting.name_of(then.notes.organisation),
        "next_prepared_by": meeting.name_of(then.prepares),
        "coming": [meeting.name_of(one) for one, coming in then.coming if coming],
        "not_coming": [meeting.name_of(one) for one, coming in then.coming if not coming],
        "last_minutes": last_minutes(meeting),
    }


def _evaluation(meeting: Meeting, unit: str, keep: str, change: str) -> dict[str, str]:
    return {"organisation": meeting.name_of(unit), "keep": keep, "change": change}


def _most_present(meeting: Meeting) -> int:
    """How many member organisations came at all."""
    came = {one.seat.organisation for one in meeting.people if one.spans and one.has_voice}
    return sum(1 for member in meeting.members if member.id in came)
