"""Pictures of the desk and of what the call sees: a meeting from opening to closing, and each card of the desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from dresses import Dress
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from coalmeet import clock
from coalmeet.meeting.events import MeetingOpened
from coalmeet.sample import make_sample
from coalmeet.store.file import CoalitionFile
from ui import shortcuts
from ui.desk.window import DeskWindow
from ui.live import LiveMeeting
from ui.rehearsal import stage, stories, theatre
from ui.rehearsal.beat import Beat
from ui.rehearsal.camera import Camera, settle, wait
from ui.rehearsal.clock import RehearsalClock
from ui.rehearsal.player import Player
from ui.rehearsal.script import script
from ui.rehearsal.story import beats
from ui.share.window import ShareWindow

# What is opened once the meeting stands at a picture of this name: verbs whose keys are pressed, one by one.
POSES: Mapping[str, tuple[str, ...]] = {
    "arrived": ("keys", "find", "attendance", "roles", "agenda", "last_minutes"),
    "item": (
        "entries", "extend", "clock", "break", "free_round", "stack", "so_far", "line_lost", "off_record",
        "emergency", "absent", "note", "private_note", "groups",
    ),
    "proposal": ("edit_text", "second_language", "ways_out"),
    "consent": ("answers", "mandate", "absent", "still_here"),
    "objection": ("repairs", "ways_out"),
}  # fmt: skip
SEEN_BY_THE_CALL = ("hold", "blank")
MOMENT = 120  # milliseconds until a card has found its place


class Photographer:
    """Plays one meeting in its windows and takes the pictures that its beats ask for, with every pose."""

    def __init__(
        self, dress: Dress, out: Path, played: CoalitionFile, meeting: str, plan: MeetingOpened
    ) -> None:
        out.mkdir(parents=True, exist_ok=True)
        self._out, self._posed = out, set[str]()
        self._time = RehearsalClock(plan.planned_start)
        self.live = LiveMeeting.open(played, meeting, plan, now=self._time, rehearsal=True)
        self.share = ShareWindow()
        self.live.show_to(self.share.show_view)
        self.desk = DeskWindow(self.live, self.share)
        self.share.resize(*dress.share)
        self.desk.resize(*dress.desk)
        self.share.show()
        self.desk.show()
        self.desk.activateWindow()
        self._camera = Camera(out, self.live, self.desk, self.share)

    def play(
        self, told: Callable[[LiveMeeting], Iterator[Beat]], poses: Mapping[str, tuple[str, ...]]
    ) -> None:
        """Play to the end, then close the windows."""
        player = Player(self.live, self._time, told(self.live))

        def take(name: str) -> tuple[str, ...]:
            taken = self._camera.take(name)
            for verb in poses.get(name, ()) if name not in self._posed else ():
                self._pose(name, verb)
            self._posed.add(name)
            return taken

        player.play_all(take)
        self.live.close()
        self.desk.close()
        self.share.close()
        settle()

    def _pose(self, name: str, verb: str) -> None:
        """Press the key of a verb, take the picture of whichever window shows it, and put everything back."""
        before = len(self.live.moves)
        self._press(verb)
        wait(MOMENT)
        if verb in SEEN_BY_THE_CALL:
            self._camera.take(f"{name}-{verb}")
            self._press(verb)
        else:
            self.desk.grab().save(
                str(self._out / f"{self._camera.taken:02d}-{name}-{verb.replace('_', '-')}.png")
            )
            self._press("dismiss")
        if len(self.live.moves) > before:
            self.live.take_back()
        self.desk.setFocus()
        settle()

    def _press(self, verb: str) -> None:
        target = self.desk.focusWidget() or self.desk
        QTest.keySequence(target, QKeySequence(shortcuts.KEYS[verb][0]))
        settle()


def draw_meeting(dress: Dress, out: Path, work: Path) -> None:
    """The sample coalition's prepared meeting, with every card that the desk can open."""
    played = make_sample(clock.now, work)
    try:
        meeting, record = stage.meeting_to_play(played)
        plan = stage.plan(played, meeting, record)
        poses = {**POSES, "item": (*POSES["item"], *SEEN_BY_THE_CALL)}
        Photographer(dress, out / "meeting", played, meeting, plan).play(script, poses)
    finally:
        played.close()


def draw_stories(dress: Dress, out: Path, work: Path) -> None:
    """The rare states, each from the story that tells it; only where the dress wants them."""
    for name in stories.names() if dress.stories else ():
        story = stories.story(name)
        played = theatre.house_for(story, work)
        try:
            for number, sitting in enumerate(story.sittings):
                lines = partial(beats, lines=sitting.lines)
                id, where = theatre.sitting_id(story, number), out / f"story-{name}"
                Photographer(dress, where / str(number + 1), played, id, sitting.opening).play(lines, {})
        finally:
            played.close()
