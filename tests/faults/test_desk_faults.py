"""A whole meeting in which every input meets a broken disk first: what the desk shows is what the file holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coalmeet.meeting import fold
from coalmeet.meeting.moves import flow
from coalmeet.store import log, notes
from tests.conftest import Figures
from tests.faults import breaking
from tests.faults.breaking import FAULTS, KINDS, Fault, Moved, Unplugged
from tests.faults.share import only_whole
from tests.ui.desk.conftest import Robot, found
from tests.ui.desk.test_desk_story import (
    test_a_whole_meeting_from_the_first_name_to_the_minutes as whole_story,
)
from ui.live import LiveMeeting


class Unlucky(Robot):
    """Whatever is done meets a fault first, and is tried again once that is healed."""

    faults: Iterator[Fault]
    met = again = 0

    def presses(self, key: str) -> None:
        self._meets(lambda: super(Unlucky, self).presses(key))

    def clicks(self, words: str) -> None:
        self._meets(lambda: super(Unlucky, self).clicks(words))

    def arrive(self, *names: str) -> None:
        for name in names:
            self._meets(lambda name=name: super(Unlucky, self).arrive(name))

    def _meets(self, does: Callable[[], None]) -> None:
        fault, before, shown = next(self.faults), self.live.moves, self.meeting
        fault.strike()
        try:
            does()
            assert (self.live.moves, self.meeting) == (before, shown), "the desk shows what was not saved"
            refused = self.refusal()
            assert not refused or self.offers("Save a rescue copy"), refused
        finally:
            fault.heal()
        self.holds()
        if not refused:
            return
        self.met += 1
        QTest.mouseClick(self.button("Try again"), Qt.MouseButton.LeftButton)
        self.settles()
        self.again += self.live.moves != before
        if self.live.moves == before:  # a gesture of several moves: one does it once more
            does()
        self.holds()

    def offers(self, words: str) -> bool:
        """Whether a button with these words is seen."""
        return words in self.texts().split("\n")

    def holds(self) -> None:
        """What the desk shows is what the file holds."""
        with self.live.file.reading() as con:
            moves = log.read(con, "m")
            assert [one.id for one in moves] == [one.id for one in self.live.moves]
            assert fold.replay(moves) == self.meeting
            assert notes.read(con, "m") == {item: text for item, text in self.live.notes.items() if text}


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    """The file of a coalition, in a folder that can be pulled out like a stick."""
    folder = tmp_path / "documents"
    folder.mkdir()
    yield folder / "fair.coalmeet"
    breaking.release(folder)


@pytest.fixture
def unlucky(path: Path, qtbot: QtBot) -> Iterator[Callable[..., Unlucky]]:
    """A facilitator who meets these faults in turn."""
    made: list[Unlucky] = []

    def facilitator(*names: str) -> Unlucky:
        faults = [KINDS[name](path) for name in sorted(names, key=lambda name: KINDS[name] is not Unplugged)]
        robot = Unlucky(found(path))
        robot.faults = cycle(faults)
        made.append(robot)
        return robot

    yield facilitator
    for robot in made:
        robot.leaves()
        robot.live.file.close()


def consent(robot: Unlucky) -> None:
    """The middle of a meeting: a text, its answers, an objection."""
    robot.goes_to("freeze")
    robot.presses("Enter")
    robot.presses("F")
    robot.presses("3")
    robot.presses("S")
    assert robot.tool == "workbench"
    assert len(robot.meeting.proposals[-1].answers) == 8


def test_an_answer_meets_a_broken_disk_and_is_given_again(unlucky: Callable[..., Unlucky]) -> None:
    robot = unlucky(*FAULTS[:4])
    consent(robot)
    assert (robot.met, robot.again) == (4, 4)


@pytest.mark.faults
@only_whole
@pytest.mark.parametrize("fault", FAULTS)
def test_a_whole_meeting_on_a_disk_that_fails_at_every_input(
    unlucky: Callable[..., Unlucky], fault: str, figures: Figures
) -> None:
    robot = unlucky(fault)
    whole_story(robot, robot.live.file)
    words = f"{robot.met} inputs of a meeting; “Try again” saved {robot.again}, a second press the others"
    holds = robot.met > 50 and robot.again > 0.9 * robot.met
    figures(f"At the desk: {fault}", words, holds=holds)
    assert holds, words


@pytest.mark.parametrize("size", [(480, 560), (720, 580), (1280, 800)])
def test_the_sentence_and_its_ways_out_are_seen_whole(
    unlucky: Callable[..., Unlucky], path: Path, size: tuple[int, int]
) -> None:
    robot, gone = unlucky("moved"), Moved(path)
    robot.desk.resize(*size)
    robot.goes_to("freeze")
    gone.strike()
    robot.desk.press("primary")
    for _moment in range(6):
        robot.settles()
    said = robot.desk.parts.refusal
    for part in (said._sentence, *said.ways):
        assert part.visibleRegion().boundingRect() == part.rect()
    gone.heal()


def test_what_is_typed_meanwhile_stays_in_its_field_and_is_saved_later(
    unlucky: Callable[..., Unlucky], path: Path
) -> None:
    robot, gone = unlucky("moved"), Moved(path)
    robot.goes_to("press")
    robot.presses("M")
    gone.strike()
    robot.types("We need somebody who answers at weekends")
    robot.desk.parts.notes.keep()
    assert robot.offers("Save a rescue copy")
    assert not robot.desk.close()
    assert robot.sees("1 note is not saved yet")
    gone.heal()
    robot.live.do(flow.start_item, "budget")  # the notes of another item are shown: these were not lost
    assert robot.live.notes["press"] == "We need somebody who answers at weekends"
    robot.holds()


@pytest.mark.faults
def test_the_check_would_show_a_desk_that_shows_what_was_not_saved(
    unlucky: Callable[..., Unlucky], monkeypatch: pytest.MonkeyPatch, figures: Figures
) -> None:
    robot = unlucky("moved")
    monkeypatch.setattr(LiveMeeting, "_refuse", lambda live, problem: live._happen_unsaved())
    monkeypatch.setattr(LiveMeeting, "_happen_unsaved", _pretend, raising=False)
    with pytest.raises(AssertionError, match="what was not saved"):
        robot.clicks("All delegates are here")
    figures("Control: a desk that shows first, must fail", "seen at the first input", holds=True)


def _pretend(live: LiveMeeting) -> None:
    """What a program does that shows first and writes later."""
    live.moves = live.moves[:-1]
