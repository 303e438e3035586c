"""What the agenda that goes round is made of, read at once: only what every member may know."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from coalmeet.coalition.waiting import Waiting, decisions_waiting
from coalmeet.meeting.ahead import Ahead
from coalmeet.meeting.events import MeetingOpened
from coalmeet.meeting.fold import apply
from coalmeet.meeting.state import Meeting
from coalmeet.store import carrying, decisions, meetings, opening, people, topics


def ahead(con: Connection, meeting_id: str) -> Ahead:
    """A planned meeting as every member may know it. Raises FileProblem for a meeting not in the file.

    Reviews and windows are reckoned to the day of the meeting, whenever it is read: the same file says the same.
    """
    frame = meetings.meeting(con, meeting_id)
    opened = opening.plan(con, meeting_id)
    names = {one.id: one.name for one in people.people(con)}
    names |= {one.id: one.name for one in people.organisations(con)}
    return Ahead(
        meeting=apply(Meeting(), opened, 0),
        place=frame.place,
        link=frame.link,
        topics=topics.earlier(con),
        waiting=_waiting(con, opened, frame.date),
        names=names,
    )


def _waiting(con: Connection, opened: MeetingOpened, day: date) -> tuple[Waiting, ...]:
    """Decisions that come back and stand on no agenda, and those that members can still object to before that day.

    A window that was over when the last meeting was held is told no more.
    """
    drafts = {one.proposal for one in opened.agenda}
    again = carrying.looked_at_again(con)
    since = date.fromisoformat(opened.last.date) if opened.last else date.min
    found = []
    for one in decisions_waiting(decisions.decisions(con), decisions.entries(con), day):
        ends_before = one.kind == "confirm" and not one.organisation and one.day is not None
        if one.id in again or one.title in drafts or (ends_before and (one.day or since) < since):
            continue
        found.append(replace(one, kind="provisional") if ends_before else one)
    return tuple(found)
