"""What the call sees while a person is chosen for a role: each name with what was said for it, and no count."""

from __future__ import annotations

from datetime import date

from coalmeet.meeting.choosing import Nomination, Selection, nominee_name, nominees, selection_in
from coalmeet.meeting.state import Meeting
from coalmeet.public import PublicLine
from coalmeet.text import _, plain_day


def nominations(meeting: Meeting) -> tuple[PublicLine, ...]:
    """Each who is named, once, with all the reasons heard; so nobody looks for the longest list of names."""
    found = selection_in(meeting, meeting.current.id) if meeting.current else None
    if found is None:
        return ()
    return tuple(
        PublicLine(nominee_name(meeting, one), " · ".join(_reasons(found, one))) for one in nominees(found)
    )


def _reasons(selection: Selection, nominee: Nomination) -> list[str]:
    wanted = (nominee.person, nominee.name)
    return [one.reason for one in selection.nominations if (one.person, one.name) == wanted and one.reason]


def role_words(meeting: Meeting) -> str:
    """The role and its term: "Treasurer until 14 May 2027"; "" while nobody is chosen."""
    found = selection_in(meeting, meeting.current.id) if meeting.current else None
    if found is None:
        return ""
    role = found.role[:1].upper() + found.role[1:]  # it begins a line, however it was typed
    if not found.until:
        return role
    return _("{role} until {day}").format(role=role, day=plain_day(date.fromisoformat(found.until)))
