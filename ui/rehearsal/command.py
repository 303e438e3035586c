"""coalmeet rehearse: plays a meeting through the real windows, and leaves pictures, minutes and a timeline."""

from __future__ import annotations

import argparse
import io
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from coalmeet import clock
from coalmeet.commands.hand_out import hand_out
from coalmeet.commands.terminal import Terminal
from coalmeet.errors import FileProblem, NotAllowed
from coalmeet.sample import make_sample
from coalmeet.store import file
from coalmeet.store.file import CoalitionFile
from coalmeet.text import _
from ui import theme
from ui.desk.window import DeskWindow
from ui.live import LiveMeeting
from ui.rehearsal import stage
from ui.rehearsal.camera import Camera, settle
from ui.rehearsal.clock import RehearsalClock
from ui.rehearsal.player import Player
from ui.rehearsal.script import script
from ui.share.window import ShareWindow


def main(asked: argparse.Namespace) -> int:
    """Rehearse in an application of its own; the exit status, after one sentence if it went wrong."""
    application = QApplication([])
    theme.apply(application, mode="light", contrast="normal", text_scale=1)
    terminal = Terminal()
    try:
        return rehearse(asked, terminal)
    except (FileProblem, NotAllowed) as problem:
        terminal.refuse(str(problem))
        return 1


def rehearse(asked: argparse.Namespace, terminal: Terminal) -> int:
    """Play the meeting that was asked for into a folder; the exit status. Raises FileProblem or NotAllowed."""
    out = Path(asked.out)
    try:
        out.mkdir(mode=0o700, parents=True, exist_ok=True)  # pictures of a real coalition are private
    except OSError as error:
        raise FileProblem(
            _("The folder “{name}” cannot be made: {why}.").format(name=out, why=error.strerror or "")
        ) from error
    with tempfile.TemporaryDirectory(prefix="coalmeet-rehearsal-") as folder:
        played = _opened(asked.file, Path(folder))
        try:
            count = _play(played, asked.meeting or "", out)
        finally:
            played.close()
    terminal.say(
        _("{count} pictures, the minutes and a timeline are in {folder}.").format(count=count, folder=out)
    )
    return 0


def _opened(path: str | None, folder: Path) -> CoalitionFile:
    if path:
        return file.open_to_write(stage.copy_of(Path(path), folder))
    return make_sample(clock.now, folder)


def _play(played: CoalitionFile, wanted: str, out: Path) -> int:
    meeting_id, record = stage.meeting_to_play(played, wanted)
    plan = stage.plan(played, meeting_id, record)
    time = RehearsalClock(plan.planned_start)
    live = LiveMeeting.open(played, meeting_id, plan, now=time, rehearsal=True)
    share = ShareWindow()
    live.show_to(share.show_view)
    desk = DeskWindow(live, share)
    desk.show()
    share.show()
    settle()
    camera = Camera(out, live, desk, share)
    player = Player(live, time, script(live))
    player.play_all(camera.take)
    player.timeline.write(out / "timeline.md")
    _minutes(played, meeting_id, out)
    live.close()
    desk.close()
    share.close()
    QApplication.processEvents()
    return len(list(out.glob("*.png")))


def _minutes(played: CoalitionFile, meeting_id: str, out: Path) -> None:
    """What the meeting leaves behind, written as the export command writes it."""
    unheard = Terminal(out=io.StringIO())
    for name in ("minutes.pdf", "minutes.md", "minutes.json"):
        hand_out(played.path, meeting_id, out / name, unheard)
