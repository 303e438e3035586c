"""A facilitator without windows or file: makes moves on a fake clock, as the program would, and keeps the log."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

import pytest

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events, fold
from coalmeet.meeting.journal import Move
from coalmeet.meeting.moves import correct as corrections
from coalmeet.meeting.soundness import reopenings
from coalmeet.meeting.state import Meeting
from coalmeet.text import wall

OPENING = wall(__import__("datetime").date(2026, 5, 14), "18:00", "Europe/London")
MINUTE = 60_000
MEMBERS = ("Harbour Union", "Open Maps", "Mill Road", "Legal Aid")
PEOPLE = ("Priya Raman", "Łukasz Zieliński", "Sana Iqbal", "Ruth Abelson")


def plan(
    members: int = 4, items: tuple[events.AgendaEntry, ...] | None = None, **more: Any
) -> events.MeetingOpened:
    """A meeting of up to four organisations, one delegate each, with five items in an hour."""
    return events.MeetingOpened(
        title="May assembly",
        coalition="Renters’ Coalition",
        date="2026-05-14",
        time_zone="Europe/London",
        planned_start=OPENING,
        planned_minutes=60,
        members=tuple(events.Member(f"o{n}", MEMBERS[n]) for n in range(members)),
        agenda=AGENDA if items is None else items,
        facilitator="p0",
        **{"quorum": 2, "people": _delegates(members), **more},
    )


def _delegates(members: int) -> tuple[events.Seat, ...]:
    return tuple(events.Seat(f"p{n}", PEOPLE[n], f"o{n}") for n in range(members))


AGENDA = (
    events.AgendaEntry("temperature", "Temperature", minutes=5, built_in="temperature"),
    events.AgendaEntry("fund", "Strike fund", "decision", 20, "We know who is paid", proposer="o1"),
    events.AgendaEntry("news", "News", "update", 10),
    events.AgendaEntry("tired", "How tired are we?", "discussion", 20),
    events.AgendaEntry("close", "Closing", minutes=5, built_in="closing"),
)


class Facilitator:
    """Plays a meeting; `now` moves only when told."""

    def __init__(self, opening: events.MeetingOpened | None = None, at: int = OPENING) -> None:
        self.now = at
        self.log: tuple[Move, ...] = ()
        self.meeting = Meeting()
        self._ids = count(1)
        self._write((opening or plan(),))

    def new_id(self) -> str:
        return f"id{next(self._ids)}"

    def _write(self, what: tuple[events.Event, ...]) -> None:
        parent = self.log[-1].id if self.log else ""
        move = Move(self.new_id(), parent, what, self.now)
        after = fold.after(self.meeting, self.log, move)
        fallen = reopenings(self.meeting, after, self.new_id)
        if fallen:
            move = Move(move.id, parent, (*what, *fallen), self.now)
            after = fold.after(self.meeting, self.log, move)
        self.log, self.meeting = (*self.log, move), after

    def do(self, move: Callable[..., tuple[events.Event, ...]], *args: Any, **kwargs: Any) -> Facilitator:
        self._write(move(self.meeting, self.now, *args, **kwargs))
        return self

    def refused(self, move: Callable[..., tuple[events.Event, ...]], *args: Any, **kwargs: Any) -> str:
        """The sentence with which the move is refused; nothing changes."""
        before = self.meeting
        with pytest.raises(NotAllowed) as refusal:
            self.do(move, *args, **kwargs)
        assert self.meeting is before
        return str(refusal.value)

    def later(self, minutes: float) -> Facilitator:
        self.now += int(minutes * MINUTE)
        return self

    def take_back(self) -> Facilitator:
        self._write((events.TakenBack(fold.effective(self.log)[-1].id),))
        return self

    def restore(self) -> Facilitator:
        self._write((events.Restored(fold.taken_back(self.log)[-1]),))
        return self

    def correct(self, kind: type, field: str, value: str | float, last: bool = True) -> Facilitator:
        entry = [one for one in corrections.entries(self.log) if type(one.event) is kind][0 if last else -1]
        self._write(
            corrections.correct(
                self.meeting, self.now, self.log, entry.move, entry.index, field, value, self.new_id()
            )
        )
        return self


@pytest.fixture
def facilitator() -> Facilitator:
    return Facilitator()


@pytest.fixture
def facilitating() -> Callable[..., Facilitator]:
    """Opens a meeting with another plan: number of members, items, quorum."""
    return lambda **changes: Facilitator(plan(**changes))
