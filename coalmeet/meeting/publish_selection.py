"""What the call sees while a person is chosen for a role: each name with what was said for it, and no count."""

from __future__ import annotations

from datetime import date

from coalmeet.meeting.choosing import nominee_name, selection_in
from coalmeet.meeting.state import Meeting
from coalmeet.public import PublicLine
from coalmeet.text import _, plain_day


def nominations(meeting: Meeting) -> tuple[PublicLine, ...]:
    """Who is named and why, by whom, in the order in which they spoke."""
    found = selection_in(meeting, meeting.current.id) if meeting.current else None
    if found is None:
        return ()
    return tuple(
        PublicLine(nominee_name(meeting, one), one.reason, end=meeting.name_of(one.voice))
        for one in found.nominations
    )


def role_words(meeting: Meeting) -> str:
    """The role and its term: "Treasurer until 14 May 2027"; "" while nobody is chosen."""
    found = selection_in(meeting, meeting.current.id) if meeting.current else None
    if found is None:
        return ""
    if not found.until:
        return found.role
    return _("{role} until {day}").format(role=found.role, day=plain_day(date.fromisoformat(found.until)))
