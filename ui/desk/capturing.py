"""Turns finished lines of notes into actions and parked topics, and knows which lines did."""

from __future__ import annotations

from datetime import date

from coalmeet.ids import new_id
from coalmeet.meeting.capture import Captured, capture, completions
from coalmeet.meeting.moves import work
from coalmeet.meeting.state import Meeting
from ui.desk.hands import Hands


def names(meeting: Meeting) -> tuple[str, ...]:
    """Everybody who can be named: those who are here first."""
    ordered = sorted(meeting.people, key=lambda one: not one.here)
    return tuple(one.seat.name for one in ordered)


def offered(meeting: Meeting, before: str) -> tuple[str, ...]:
    """Names that complete what was typed before the cursor."""
    return completions(before, names(meeting))


def meant(meeting: Meeting, line: str) -> Captured | None:
    """What a line of notes stands for, if it is more than a note."""
    return capture(line, day_of(meeting), names(meeting), next_day(meeting))


def day_of(meeting: Meeting) -> date:
    """The day of the meeting, from which "by Friday" counts."""
    return date.fromisoformat(meeting.date)


def next_day(meeting: Meeting) -> date | None:
    """The day of the next meeting, once it is agreed."""
    return date.fromisoformat(meeting.next_time.date) if meeting.next_time.date else None


def keep(hands: Hands, line: str) -> bool:
    """Make the action or topic that a finished line stands for; False when it is a plain note or was refused."""
    meeting = hands.meeting
    found = meant(meeting, line)
    if found is None or is_kept(meeting, found):
        return False
    if found.kind == "parked":
        return hands.do(work.park_topic, new_id(), found.text)
    person = person_called(meeting, found.owner)
    due = found.due.isoformat() if found.due else ""
    return hands.do(work.agree_action, new_id(), found.text, person, found.owner, due)


def is_kept(meeting: Meeting, found: Captured) -> bool:
    """Whether the meeting has it already: a line that is finished twice counts once."""
    if found.kind == "parked":
        return any(one.title == found.text for one in meeting.parked)
    return any(one.text == found.text and one.owner_name == found.owner for one in meeting.actions)


def person_called(meeting: Meeting, name: str) -> str:
    """The id of the one person with this name, "" when nobody or more than one has it."""
    found = [one.seat.person for one in meeting.people if name and one.seat.name == name]
    return found[0] if len(found) == 1 else ""
