"""Everything that can happen in a meeting happens in a story or in the rehearsal, and can be looked at there."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, get_args

import pytest

from coalmeet.clock import Moment
from coalmeet.meeting import events, moves
from coalmeet.sample import make_sample
from coalmeet.text import wall
from tests.stories.conftest import Headless, played
from ui.live import LiveMeeting
from ui.rehearsal import stage, stories
from ui.rehearsal.clock import RehearsalClock
from ui.rehearsal.player import Player
from ui.rehearsal.script import script

NEVER_TOLD = {
    "Unknown": "a newer program wrote it: this one cannot tell it, and keeps it as it came",
}


@dataclass
class Seen:
    """The kinds of event and the moves that were played."""

    kinds: set[str] = field(default_factory=set)
    moves: set[str] = field(default_factory=set)


def every_kind() -> set[str]:
    """The vocabulary of the log."""
    return {kind.__name__ for kind in get_args(events.Event)}


def every_move() -> set[str]:
    """What a facilitator may do: the functions that take a meeting and the time, and answer with events."""
    found = set()
    for module in iter_modules(moves.__path__):
        source = import_module(f"{moves.__name__}.{module.name}")
        for name, function in inspect.getmembers(source, inspect.isfunction):
            own = function.__module__ == source.__name__ and not name.startswith("_")
            if (
                own
                and [*inspect.signature(function).parameters][:2] == ["meeting", "at"]
                and _answers(function)
            ):
                found.add(f"{module.name}.{name}")
    return found


def _answers(function: Callable[..., Any]) -> bool:
    return str(function.__annotations__.get("return")) in {"Events", "tuple[events.Event, ...]"}


def name_of(move: Callable[..., Any]) -> str:
    """The name of a move as in `every_move`."""
    return f"{move.__module__.rpartition('.')[2]}.{move.__name__}"


@pytest.fixture(scope="module")
def seen(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Seen:
    """All stories, without windows, and the rehearsal of the sample; each move notes what it made happen."""
    noted = Seen()
    with pytest.MonkeyPatch.context() as patch:
        for table, write in ((Headless, "_write"), (LiveMeeting, "_happen")):
            patch.setattr(table, "do", noting(table.do, noted, name_of))
            patch.setattr(table, "correct", noting(table.correct, noted, lambda _first: "correct.correct"))
            patch.setattr(table, write, noting_kinds(getattr(table, write), noted))
        for name in stories.names():
            for sitting in stories.story(name).sittings:
                played(sitting)
        rehearse(tmp_path_factory.mktemp("sample"))
    return noted


def noting(do: Callable[..., Any], noted: Seen, name: Callable[..., str]) -> Callable[..., Any]:
    """Notes a move that was not refused: the table of the tests raises then, the live one answers no."""

    def note(self: Any, move: Any, *args: Any, **kwargs: Any) -> Any:
        answer = do(self, move, *args, **kwargs)
        if answer:
            noted.moves.add(name(move))
        return answer

    return note


def noting_kinds(write: Callable[..., Any], noted: Seen) -> Callable[..., Any]:
    def note(self: Any, what: tuple[events.Event, ...]) -> Any:
        answer = write(self, what)
        noted.kinds |= {type(one).__name__ for one in self.moves[-1].events}  # what reopened by itself too
        return answer

    return note


def rehearse(folder: Path) -> None:
    """The rehearsal of the sample, as fast as it goes."""
    noon = wall(date(2026, 5, 13), "12:00", "Europe/London")
    sample = make_sample(lambda: Moment(noon, noon, "boot"), folder)
    try:
        meeting, record = stage.meeting_to_play(sample)
        clock = RehearsalClock(noon)
        live = LiveMeeting.open(
            sample, meeting, stage.plan(sample, meeting, record), now=clock, rehearsal=True
        )
        Player(live, clock, script(live)).play_all(lambda _name: ())
        live.close()
    finally:
        sample.close()


def test_each_kind_of_event_happens(seen: Seen) -> None:
    assert sorted(every_kind() - seen.kinds - {*NEVER_TOLD}) == []


def test_each_move_is_made(seen: Seen) -> None:
    assert sorted(every_move() - seen.moves) == []


def test_the_moves_and_kinds_are_found() -> None:
    assert {"flow.next_item", "consent.adopt", "correct.correct"} <= every_move()
    assert {"ItemStarted", "ProposalAdopted", "Corrected"} <= every_kind()
    assert NEVER_TOLD.keys() <= every_kind()
