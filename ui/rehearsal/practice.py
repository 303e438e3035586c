"""Practising: a rehearsal that the facilitator drives, on a copy that goes away with it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from coalmeet.store import file
from ui.live import LiveMeeting
from ui.rehearsal import stage
from ui.rehearsal.clock import RehearsalClock
from ui.rehearsal.player import Player
from ui.rehearsal.practice_bar import PracticeBar
from ui.rehearsal.script import script


class Practice:
    """A copy of the file, a meeting going on in it, and the strip that plays the example. `close` leaves no trace."""

    def __init__(self, path: Path, meeting_id: str = "", key: bytes | None = None) -> None:
        """Copy the file, which `key` opens, and open the meeting. Raises FileProblem or NotAllowed, leaving nothing."""
        self._folder = tempfile.TemporaryDirectory(prefix="coalmeet-rehearsal-")
        try:
            self.file = file.open_to_write(stage.copy_of(path, Path(self._folder.name), key), key)
        except BaseException:
            self._folder.cleanup()
            raise
        played, record = stage.meeting_to_play(self.file, meeting_id)
        plan = stage.plan(self.file, played, record)
        self.clock = RehearsalClock(plan.planned_start)
        self.clock.run(1)
        self.live = LiveMeeting.open(self.file, played, plan, now=self.clock, rehearsal=True)
        self.player = Player(self.live, self.clock, script(self.live))
        self.bar = PracticeBar(self.player)

    def close(self) -> None:
        """End it: the copy goes away."""
        self.player.pause()
        self.live.close()
        self.file.close()
        self._folder.cleanup()
