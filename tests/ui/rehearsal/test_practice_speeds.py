"""Whoever practises chooses how fast the example plays, changes their mind, and takes over at any moment."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coalmeet.clock import Moment
from coalmeet.meeting.moves import flow
from coalmeet.sample import make_sample
from ui.rehearsal import player as playing
from ui.rehearsal.practice import Practice

NOW = Moment(1_778_767_200_000, 1_778_767_200_000, "boot")


@pytest.fixture
def practice(tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Practice]:
    monkeypatch.setattr(playing, "SHORTEST", 1)  # milliseconds: a person needs longer to see a step
    made = make_sample(lambda: NOW, tmp_path / "home")
    made.close()
    begun = Practice(made.path)
    yield begun
    begun.close()


def minutes(practice: Practice) -> float:
    return (practice.clock().wall - practice.live.meeting.planned_start) / 60_000


@pytest.mark.parametrize("speed", [1_000, 100_000])
def test_the_meeting_takes_as_long_at_every_speed(practice: Practice, qtbot: QtBot, speed: int) -> None:
    with qtbot.waitSignal(practice.player.finished, timeout=20_000):
        practice.player.play(speed)
    assert practice.live.meeting.closed_at
    told = sum(entry.beat.minutes for entry in practice.player.timeline.entries)
    assert minutes(practice) == pytest.approx(told, abs=0.2)
    assert "over" in practice.bar.words.text()
    assert not practice.player.playing


def test_the_clock_goes_while_a_step_is_waited_for(practice: Practice, qtbot: QtBot) -> None:
    practice.bar.step_button.click()
    practice.player.play(300)
    qtbot.waitUntil(lambda: 0.05 < minutes(practice) < 0.45, timeout=2_000)


def test_a_pause_leaves_the_clock_at_its_usual_pace(practice: Practice, qtbot: QtBot) -> None:
    practice.player.play(60)
    practice.player.pause()
    before = minutes(practice)
    practice.bar.step_button.click()
    assert minutes(practice) - before < 2
    assert not practice.player.playing


def test_another_speed_is_taken_in_the_middle_of_a_step(practice: Practice, qtbot: QtBot) -> None:
    practice.bar.speed.setCurrentIndex(0)
    practice.bar.play_button.click()
    practice.bar.speed.setCurrentIndex(3)
    assert practice.player.playing
    with qtbot.waitSignal(practice.player.finished, timeout=20_000):
        practice.player.play(100_000)


def test_who_takes_over_and_closes_ends_the_example(practice: Practice, qtbot: QtBot) -> None:
    for _step in range(12):
        practice.bar.step_button.click()
    practice.player.pause()
    assert practice.live.do(flow.close_meeting)
    with qtbot.waitSignal(practice.player.finished, timeout=20_000):
        practice.player.play(100_000)
    assert practice.live.meeting.closed_at


def test_going_on_alone_to_the_next_item_is_followed(practice: Practice, qtbot: QtBot) -> None:
    for _step in range(30):
        practice.bar.step_button.click()
    practice.live.do(flow.next_item)
    with qtbot.waitSignal(practice.player.finished, timeout=20_000):
        practice.player.play(100_000)
    assert practice.live.meeting.closed_at


def test_the_controls_stay_where_they_are(practice: Practice, qtbot: QtBot) -> None:
    practice.bar.resize(1280, 60)
    practice.bar.show()
    before = practice.bar.step_button.pos()
    practice.bar.play_button.click()
    assert practice.bar.play_button.text() == "Pause the example"
    assert practice.bar.step_button.pos() == before
    assert practice.bar.play_button.width() >= practice.bar.play_button.sizeHint().width()
    practice.bar.hide()
