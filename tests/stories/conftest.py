"""Tells a story without windows or file: on a clock that goes as the lines say, as strictly as the desk does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from coalmeet.errors import NotAllowed
from coalmeet.meeting.events import MeetingOpened
from coalmeet.meeting.journal import Move
from coalmeet.meeting.minutes import minutes
from coalmeet.meeting.minutes_values import Decision, Minutes
from coalmeet.meeting.moves import correct as corrections
from coalmeet.meeting.record import record
from coalmeet.meeting.state import Meeting
from tests.meeting.conftest import Facilitator
from ui.rehearsal import stories
from ui.rehearsal.story import Line, Sitting


class Headless(Facilitator):
    """A facilitator who also types notes and puts entries right, as a story may ask."""

    def __init__(self, opening: MeetingOpened) -> None:
        self.notes: dict[str, str] = {}
        super().__init__(opening)
        self.now = opening.planned_start

    @property
    def moves(self) -> tuple[Move, ...]:
        return self.log

    def write_note(self, item_id: str, text: str) -> None:
        self.notes[item_id] = text

    def correct(self, move_id: str, index: int, field: str, value: str | float) -> Facilitator:  # type: ignore[override]
        put_right = corrections.correct(
            self.meeting, self.now, self.log, move_id, index, field, value, self.new_id()
        )
        self._write(put_right)
        return self


@dataclass
class Told:
    """One meeting of a story, as it came out; `refusals` are what the program said against it, in order."""

    meeting: Meeting
    record: dict[str, Any]
    minutes: Minutes
    refusals: list[str] = field(default_factory=list)

    @property
    def decision(self) -> Decision:
        """The first decision of the minutes."""
        return self.minutes.decisions[0]

    def facts(self, at: int = 0) -> dict[str, str]:
        """What the minutes tell of a decision, by label."""
        return {fact.label: " ".join(fact.texts) for fact in self.minutes.decisions[at].facts}


def played(sitting: Sitting) -> Told:
    """Play one meeting; a line that is refused and should not be, or the other way round, fails."""
    table = Headless(sitting.opening)
    refusals = [said for one in sitting.lines if (said := _spoken(table, one))]
    kept = record(table.meeting, table.notes, meeting_id="story")
    return Told(table.meeting, kept, minutes(kept, coalition=sitting.opening.coalition), refusals)


def _spoken(table: Headless, line: Line) -> str:
    table.later(line.minutes)
    if not line.refused:
        line.act(table)
        return ""
    before = table.meeting
    with pytest.raises(NotAllowed) as refusal:
        line.act(table)
    assert table.meeting is before
    assert line.refused in str(refusal.value)
    return str(refusal.value)


@pytest.fixture
def told() -> Callable[[str], list[Told]]:
    """Tells the story of this name, and hands back its meetings as they came out."""
    return lambda name: [played(sitting) for sitting in stories.story(name).sittings]
