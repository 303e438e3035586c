"""What the decisions page shows of a file, read in one go; the minutes of one decision are read when it is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from coalmeet.coalition.decision import ADOPTED, Decision, DecisionEntry, review_of, state
from coalmeet.coalition.meeting_row import MeetingRow
from coalmeet.meeting.minutes import minutes
from coalmeet.meeting.minutes_values import Decision as Said

if TYPE_CHECKING:
    from coalmeet.store.connection import Connection

PAST = ("replaced", "ended", "withdrawn")
LOOK_AGAIN = ("review_due", "overdue", "reopened", "provisional")


@dataclass(frozen=True, slots=True)
class Standing:
    """One decision as it stands today: its state as a code, and the day on which it comes back."""

    decision: Decision
    meeting: MeetingRow | None
    state: str
    review: date | None

    @property
    def group(self) -> str:
        """Under which of the page's choices it falls: look, force, past, or other (never adopted)."""
        if self.state in PAST:
            return "past"
        if self.state in LOOK_AGAIN:
            return "look"
        return "force" if self.decision.outcome in ADOPTED else "other"


def look(con: Connection, today: date) -> tuple[Standing, ...]:
    """All decisions, those of the newest meeting first; a constant number of statements."""
    from coalmeet.store import decisions, meetings

    entries: dict[str, list[DecisionEntry]] = {}
    for entry in decisions.entries(con):
        entries.setdefault(entry.decision, []).append(entry)
    known: Mapping[str, MeetingRow] = {row.id: row for row in meetings.meetings(con)}
    found = []
    for one in decisions.decisions(con):
        of_it = entries.get(one.id, [])
        found.append(Standing(one, known.get(one.meeting), state(one, of_it, today), review_of(one, of_it)))
    return tuple(found)


def said_at_meeting(con: Connection, decision: Decision, language: str) -> Said | None:
    """The decision as the minutes of its meeting tell it, with concerns and versions; None where they do not."""
    from coalmeet.store import records

    record = records.find(con, decision.meeting)
    if record is None:
        return None
    told = minutes(record, lang=language)
    every = [one for item in told.items for one in item.decisions]
    same = [one for one in every if one.text == decision.text] or [
        one for one in every if one.number == decision.number
    ]
    return same[0] if same else None
