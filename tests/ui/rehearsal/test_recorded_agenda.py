"""A rehearsal of an agenda that came in as a record shows as much as one of an agenda that was prepared here."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from coalmeet.exchange import record as records
from coalmeet.store import file
from coalmeet.store.file import CoalitionFile
from coalmeet.store.incoming import take_in
from ui.live import LiveMeeting
from ui.rehearsal import stage
from ui.rehearsal.clock import RehearsalClock
from ui.rehearsal.player import Player
from ui.rehearsal.script import script

NAMES = ("Ada", "Ben", "Cleo", "Dan")
BARE: dict[str, Any] = {
    "format": "coalmeet.meeting",
    "version": 1,
    "date": "2026-05-14",
    "coalition": "Round Table",
    "people": [{"name": name, "present": True} for name in NAMES],
    "agenda": [
        {"title": "News", "notes": "Said."},
        {"title": "The bridge", "decisions": [{"text": "We repair the bridge in May.", "outcome": "agreed"}]},
        {"title": "The well", "label": "decision"},
    ],
}


@pytest.fixture
def played(tmp_path: Path) -> Iterator[CoalitionFile]:
    made = file.create(tmp_path / "c.coalmeet", "X", now=1_750_000_000_000, language="en", time_zone="UTC")
    yield made
    made.close()


def rehearsed(
    played: CoalitionFile, record: dict[str, Any], answers: str = "sign"
) -> tuple[LiveMeeting, set[str], list[str]]:
    """The meeting after its rehearsal, the stages of which pictures were asked, and what was refused."""
    with played.writing() as con:
        held, _new = take_in(con, played, records.read(json.dumps(record), "r.json"))
    again, kept = stage.meeting_to_play(played, held)
    plan = stage.plan(played, again, kept)
    plan = replace(plan, profile=replace(plan.profile, answers=answers))
    clock = RehearsalClock(plan.planned_start)
    live = LiveMeeting.open(played, again, plan, now=clock, rehearsal=True)
    player = Player(live, clock, script(live))
    taken: set[str] = set()
    assert any(not player.step(lambda name: (taken.add(name), ())[1]) for _step in range(500)), (
        "it never ends"
    )
    live.close()
    return live, taken, [one.refused for one in player.timeline.entries if one.refused]


def test_a_bare_agenda_shows_every_stage(played: CoalitionFile, qapp: object) -> None:
    live, taken, refused = rehearsed(played, BARE)
    assert {"temperature", "over", "extended", "objection", "late", "result", "closing", "closed"} <= taken
    assert not refused
    assert live.meeting.title == "Round Table"


def test_what_was_decided_is_proposed_again_in_its_own_words(played: CoalitionFile, qapp: object) -> None:
    live, _taken, _refused = rehearsed(played, BARE)
    by_title = {item.entry.title: item for item in live.meeting.items}
    assert by_title["The bridge"].entry.proposal == "We repair the bridge in May."
    assert by_title["The bridge"].entry.label == "decision"


def test_a_decision_that_takes_long_is_given_time(played: CoalitionFile, qapp: object) -> None:
    live, _taken, _refused = rehearsed(played, BARE)
    bridge = next(item for item in live.meeting.items if item.entry.title == "The bridge")
    assert sum(change.minutes for change in bridge.extensions) >= 5
    assert bridge.outcome == "agreed"


def test_where_each_is_called_in_turn_nobody_is_asked_for_signs(played: CoalitionFile, qapp: object) -> None:
    live, _taken, refused = rehearsed(played, BARE, answers="turn")
    assert not refused
    decided = [one for one in live.meeting.proposals if one.outcome == "agreed"]
    assert len(decided) == 2
    assert live.meeting.closed_at


def test_timeboxes_of_the_record_stay(played: CoalitionFile, qapp: object) -> None:
    held = [{"title": "News", "minutes": 7, "notes": "Said."}, {"title": "More", "label": "update"}]
    timed = {**BARE, "agenda": held}
    live, _taken, _refused = rehearsed(played, timed)
    assert [item.entry.minutes for item in live.meeting.items] == [5, 5, 7, 5, 10]
