"""What the desk asks of the coalition's file besides the meeting itself: access needs, and turns to facilitate."""

from __future__ import annotations

from datetime import date

from coalmeet.coalition.outcomes import outcomes
from coalmeet.errors import FileProblem
from coalmeet.meeting import rotation
from coalmeet.meeting.rotation import Standing
from coalmeet.meeting.state import Meeting
from ui.live import LiveMeeting


def access_needs(live: LiveMeeting) -> dict[str, str]:
    """What people need to take part, by person's id: shown at the opening, on this screen alone."""
    from coalmeet.store import people

    try:
        with live.file.reading() as con:
            return {one.id: one.access_needs for one in people.people(con) if one.access_needs}
    except FileProblem:
        return {}  # the meeting goes on without them


def standings(live: LiveMeeting) -> tuple[Standing, ...]:
    """Who should be asked to facilitate next, today's meeting counted. Empty where the file cannot tell."""
    from coalmeet.store import people
    from coalmeet.store import rotation as turns

    try:
        with live.file.reading() as con:
            history, notes = turns.history(con), turns.notes(con)
            organisations = people.organisations(con)
    except FileProblem:
        return ()
    held = tuple(one for one in history if one.meeting != live.meeting_id)
    meeting = live.meeting
    today = outcomes(live.meeting_id, meeting).turn  # as it will be kept when the meeting closes
    return rotation.standings((*held, today), organisations, _day(meeting), notes)


def _day(meeting: Meeting) -> date:
    return date.fromisoformat(meeting.date)
