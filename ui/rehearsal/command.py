"""coalmeet rehearse: plays a meeting, or a story, through the real windows; leaves pictures, minutes and a timeline."""

from __future__ import annotations

import argparse
import io
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from coalmeet import clock
from coalmeet.commands.hand_out import hand_out
from coalmeet.commands.opened import key_once_looked_through
from coalmeet.commands.terminal import Terminal
from coalmeet.errors import FileProblem, NotAllowed
from coalmeet.meeting.events import MeetingOpened
from coalmeet.sample import make_sample
from coalmeet.store import file, header
from coalmeet.store.file import CoalitionFile
from coalmeet.text import _
from ui import theme
from ui.desk.window import DeskWindow
from ui.live import LiveMeeting
from ui.rehearsal import stage, stories, theatre
from ui.rehearsal.beat import Beat
from ui.rehearsal.camera import Camera, settle
from ui.rehearsal.clock import RehearsalClock
from ui.rehearsal.player import Player
from ui.rehearsal.script import script
from ui.rehearsal.story import Story, beats
from ui.share.window import ShareWindow

DESK = (1280, 800)  # the size of its pictures, also where there is no screen and so no room


def main(asked: argparse.Namespace) -> int:
    """Rehearse in an application of its own; the exit status, after one sentence if it went wrong."""
    terminal = Terminal()
    if asked.list:
        return list_stories(terminal)
    application = QApplication([])
    theme.apply(application, mode="light", contrast="normal", text_scale=1)
    try:
        return rehearse(asked, terminal)
    except (FileProblem, NotAllowed) as problem:
        terminal.refuse(str(problem))
        return 1


def list_stories(terminal: Terminal) -> int:
    """Name every story, and say what it shows."""
    told = [stories.story(name) for name in stories.names()]
    width = max(len(one.name) for one in told)
    for one in told:
        terminal.say(f"{one.name:{width}}  {one.about}")
    return 0


def rehearse(asked: argparse.Namespace, terminal: Terminal) -> int:
    """Play what was asked for into a folder; the exit status. Raises FileProblem or NotAllowed."""
    story = stories.story(asked.story) if asked.story else None
    out = Path(asked.out)
    try:
        out.mkdir(mode=0o700, parents=True, exist_ok=True)  # pictures of a real coalition are private
    except OSError as error:
        raise FileProblem(
            _("The folder “{name}” cannot be made: {why}.").format(name=out, why=error.strerror or "")
        ) from error
    with tempfile.TemporaryDirectory(prefix="coalmeet-rehearsal-") as folder:
        count = (
            _tell(story, Path(folder), out) if story else _rehearse_file(asked, Path(folder), out, terminal)
        )
    terminal.say(
        _("{count} pictures, the minutes and a timeline are in {folder}.").format(count=count, folder=out)
    )
    return 0


def _rehearse_file(asked: argparse.Namespace, folder: Path, out: Path, terminal: Terminal) -> int:
    played = _opened(asked.file, folder, terminal)
    try:
        meeting_id, record = stage.meeting_to_play(played, asked.meeting or "")
        plan = stage.plan(played, meeting_id, record)
        return _play(played, meeting_id, plan, script, out)
    finally:
        played.close()


def _tell(story: Story, folder: Path, out: Path) -> int:
    """Each meeting of a story, one after the other; what the later ones leave behind has their number."""
    played, count = theatre.house_for(story, folder), 0
    try:
        for number, sitting in enumerate(story.sittings):
            lines = partial(beats, lines=sitting.lines)
            suffix = f"-{number + 1}" if number else ""
            name = theatre.sitting_id(story, number)
            count = _play(played, name, sitting.opening, lines, out, suffix, count)
    finally:
        played.close()
    return count


def _opened(path: Path | None, folder: Path, terminal: Terminal) -> CoalitionFile:
    if path:
        key = key_once_looked_through(path, terminal)
        return file.open_to_write(stage.copy_of(path, folder, key), key)
    return make_sample(clock.now, folder)


def _play(
    played: CoalitionFile,
    meeting_id: str,
    plan: MeetingOpened,
    told: Callable[[LiveMeeting], Iterator[Beat]],
    out: Path,
    suffix: str = "",
    taken: int = 0,
) -> int:
    """Play one meeting through its windows; how many pictures there are, counted on from `taken`."""
    time = RehearsalClock(plan.planned_start)
    live = LiveMeeting.open(played, meeting_id, plan, now=time, rehearsal=True)
    share = ShareWindow()
    live.show_to(share.show_view)
    desk = DeskWindow(live, share)
    desk.resize(theme.px(DESK[0]), theme.px(DESK[1]))
    desk.show()
    share.show()
    settle()
    camera = Camera(out, live, desk, share, taken)
    player = Player(live, time, told(live))
    player.play_all(camera.take)
    player.timeline.write(out / f"timeline{suffix}.md")
    _minutes(played, meeting_id, out, suffix)
    live.close()
    desk.close()
    share.close()
    QApplication.processEvents()
    return camera.taken


def _minutes(played: CoalitionFile, meeting_id: str, out: Path, suffix: str) -> None:
    """What the meeting leaves behind, written as the export command writes it."""
    unheard = Terminal(out=io.StringIO())
    if played.key:
        unheard.keys[header.inspect(played.path).salt] = played.key
    for kind in ("pdf", "md", "json"):
        hand_out(played.path, meeting_id, out / f"minutes{suffix}.{kind}", unheard)
