"""Every story plays through the file and the windows as it does without them, and leaves what a rehearsal leaves."""

import argparse
import io
import json
from dataclasses import replace
from itertools import chain

import pytest

from coalmeet import cli
from coalmeet.commands.terminal import Terminal
from coalmeet.errors import NotAllowed
from coalmeet.meeting.events import DecisionKind
from ui.live import LiveMeeting
from ui.rehearsal import stories, theatre
from ui.rehearsal.clock import RehearsalClock
from ui.rehearsal.command import list_stories, rehearse
from ui.rehearsal.player import Player
from ui.rehearsal.script import script
from ui.rehearsal.story import beats


@pytest.mark.parametrize("name", stories.names())
def test_a_story_plays_through_the_file(name, qapp, tmp_path):
    story = stories.story(name)
    assert story.name == name
    assert story.about.endswith(".")
    played = theatre.house_for(story, tmp_path)
    try:
        for number, sitting in enumerate(story.sittings):
            clock = RehearsalClock(sitting.opening.planned_start)
            live = LiveMeeting.open(
                played, theatre.sitting_id(story, number), sitting.opening, now=clock, rehearsal=True
            )
            player = Player(live, clock, beats(live, sitting.lines))
            player.play_all(lambda _name: ())
            live.close()
            expected = [one.refused for one in sitting.lines]
            said = [entry.refused for entry in player.timeline.entries]
            assert all(
                bool(want) == bool(got) and want in got for want, got in zip(expected, said, strict=True)
            )
            assert live.meeting.closed_at
    finally:
        played.close()


def test_a_story_is_played_into_a_folder(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr("ui.rehearsal.camera.CATCH_UP", 10)
    monkeypatch.setattr("ui.rehearsal.camera.MINIATURE", 10)
    wanted = argparse.Namespace(file=None, meeting="", out=tmp_path / "out", story="consent")
    assert rehearse(wanted, Terminal(out=io.StringIO())) == 0
    left = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert {"minutes.pdf", "minutes.md", "minutes.json", "timeline.md"} <= set(left)
    asked_for = chain.from_iterable(sitting.lines for sitting in stories.story("consent").sittings)
    pictures = [name for name in left if name.endswith(".png")]
    assert len(pictures) == 2 * sum(1 for one in asked_for if one.picture)
    assert json.loads((tmp_path / "out" / "minutes.json").read_text())["agenda"][0]["decisions"]


def test_the_stories_are_listed_with_what_they_show():
    out = io.StringIO()
    assert list_stories(Terminal(out=out)) == 0
    lines = out.getvalue().splitlines()
    assert [one.split()[0] for one in lines] == list(stories.names())


def test_a_story_that_is_not_there_is_a_sentence(tmp_path):
    with pytest.raises(NotAllowed, match="There is no story"):
        rehearse(argparse.Namespace(out=tmp_path, story="nothing"), Terminal(out=io.StringIO()))


def test_a_rehearsal_needs_a_folder_unless_it_only_lists(capsys):
    assert cli.main(["rehearse"]) == 2
    assert "--out" in capsys.readouterr().err
    assert cli.main(["rehearse", "--list"]) is None


@pytest.mark.parametrize("method", ["majority", "consensus", "delegated"])
def test_an_ordinary_rehearsal_decides_as_the_matrix_says(method, qapp, tmp_path):
    """The script that plays anybody's agenda takes each item's method from the matrix."""
    story = stories.story("consent")
    opening = story.sittings[0].opening
    kind = DecisionKind("k", "Money", method, "Treasury")
    agenda = tuple(replace(one, kind="Money") for one in opening.agenda)
    played = theatre.house_for(story, tmp_path)
    try:
        clock = RehearsalClock(opening.planned_start)
        plan = replace(opening, agenda=agenda, kinds=(kind,))
        live = LiveMeeting.open(played, theatre.sitting_id(story, 0), plan, now=clock, rehearsal=True)
        player = Player(live, clock, script(live))
        player.play_all(lambda _name: ())
        live.close()
        assert [entry.refused for entry in player.timeline.entries if entry.refused] == []
        assert live.meeting.proposals[0].outcome == "agreed"
        assert live.meeting.proposals[0].method == method
    finally:
        played.close()
