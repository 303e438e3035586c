"""A rehearsal plays the real thing, on a copy, and leaves pictures, minutes and a timeline."""

import argparse
import hashlib
import io
import json

import pytest
from PySide6.QtGui import QImage

from coalmeet.clock import Moment
from coalmeet.commands.terminal import Terminal
from coalmeet.errors import FileProblem
from coalmeet.sample import make_sample
from coalmeet.store import meetings
from coalmeet.text import wall
from ui.rehearsal import stage
from ui.rehearsal.clock import RehearsalClock
from ui.rehearsal.command import rehearse
from ui.rehearsal.practice import Practice

NOON = wall(__import__("datetime").date(2026, 5, 13), "12:00", "Europe/London")
NOW = Moment(NOON, NOON, "boot")


@pytest.fixture
def sample(tmp_path):
    made = make_sample(lambda: NOW, tmp_path / "home")
    path = made.path
    made.close()
    return path


def asked(file, out, meeting="", story=""):
    return argparse.Namespace(file=file, meeting=meeting, out=out, story=story)


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_it_leaves_pictures_of_both_windows_minutes_and_a_timeline(sample, tmp_path, qapp, monkeypatch):
    monkeypatch.setattr("ui.rehearsal.camera.CATCH_UP", 10)  # the pictures themselves are looked at by people
    monkeypatch.setattr("ui.rehearsal.camera.MINIATURE", 10)
    before, out = digest(sample), tmp_path / "out"
    rehearse(asked(sample, out), Terminal(out=io.StringIO()))
    pictures = sorted(path.name for path in out.glob("*.png"))
    for stage_name in (
        "temperature",
        "over",
        "extended",
        "consent",
        "objection",
        "amended",
        "late",
        "result",
        "closed",
    ):
        assert any(stage_name in name and "desk" in name for name in pictures)
        assert any(stage_name in name and "call" in name for name in pictures)
    assert all(not QImage(str(out / name)).isNull() for name in pictures)
    assert {QImage(str(path)).width() for path in out.glob("*-desk.png")} == {1280}
    kept = json.loads((out / "minutes.json").read_text())
    decisions = [decision for item in kept["agenda"] for decision in item["decisions"]]
    assert decisions[0]["objections"][0]["ending"] == "accepted"
    assert any("We heard where things stand" in item["notes"] for item in kept["agenda"])
    assert (out / "minutes.pdf").read_bytes().startswith(b"%PDF")
    timeline = (out / "timeline.md").read_text()
    assert "The slip is taken back." in timeline
    assert "The program said" not in timeline
    assert digest(sample) == before


def test_a_meeting_that_is_not_there_is_a_sentence(sample, tmp_path, qapp):
    with pytest.raises(FileProblem, match="There is no meeting"):
        rehearse(asked(sample, tmp_path / "out", "nothing"), Terminal(out=io.StringIO()))


def test_one_that_was_held_is_played_again_with_those_who_came(sample, tmp_path):
    played = stage.file.open_to_write(stage.copy_of(sample, tmp_path, None))
    try:
        with played.reading() as con:
            held = next(row for row in meetings.meetings(con) if row.state == "closed")
        again, record = stage.meeting_to_play(played, held.id)
        plan = stage.plan(played, again, record)
        assert again != held.id
        assert {seat.name for seat in plan.people} == {person["name"] for person in record["people"]}
        assert [entry.title for entry in plan.agenda] == [item["title"] for item in record["agenda"]]
    finally:
        played.close()


def test_practising_goes_step_by_step_on_a_copy_that_goes_away(sample, qapp):
    before = digest(sample)
    practice = Practice(sample)
    copy = practice.file.path
    practice.bar.step_button.click()
    practice.bar.step_button.click()
    assert practice.live.meeting.present_people
    assert practice.live.meeting.quorum == 5, "the coalition's own rule is what is practised"
    assert "arrives" in practice.bar.words.text()
    practice.close()
    assert not copy.exists()
    assert digest(sample) == before


def test_the_clock_goes_as_fast_as_it_is_told():
    real = [1_000]
    clock = RehearsalClock(NOON, lambda: Moment(0, real[0], "boot"))
    clock.go_on(2)
    assert clock().wall == NOON + 120_000
    clock.run(20)
    real[0] += 3_000
    assert clock().wall == NOON + 180_000
    clock.run(0)
    real[0] += 60_000
    assert clock().wall == NOON + 180_000
