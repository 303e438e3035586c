"""Plays a script: at once, with pictures, or beat by beat at a speed of one's choice."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from coalmeet.text import _
from ui.live import LiveMeeting
from ui.rehearsal.beat import Beat
from ui.rehearsal.clock import MINUTE, RehearsalClock
from ui.rehearsal.timeline import Entry, Timeline

SHORTEST = 300  # milliseconds between two beats in practice, so that each can be seen


class Player(QObject):
    """Plays beats one after another; what the program refuses is kept in the timeline, it stops nothing."""

    played = Signal(object)  # the Beat that was just played
    finished = Signal()

    def __init__(self, live: LiveMeeting, clock: RehearsalClock, script: Iterator[Beat]) -> None:
        super().__init__()
        self._live = live
        self._clock = clock
        self._script = script
        self._refused = ""
        live.refused.connect(self._note_refusal)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        self._speed = 60.0
        self._beat: Beat | None = None
        self._due = 0  # milliseconds of wall time in the rehearsal
        self.timeline = Timeline(live.meeting.title or _("Rehearsal"), live.meeting.time_zone)

    def _note_refusal(self, sentence: str) -> None:
        self._refused = sentence

    def _coming(self) -> Beat | None:
        """The beat that is waited for; it is due when its minutes have gone by."""
        if self._beat is None:
            self._beat = next(self._script, None)
            self._due = self._clock().wall + round(self._beat.minutes * MINUTE) if self._beat else 0
        return self._beat

    def _left(self) -> int:
        return max(0, self._due - self._clock().wall)

    def step(self, take: Callable[[str], tuple[str, ...]] | None = None) -> bool:
        """Play the next beat; False when there was none. `take` takes the pictures that a beat asks for."""
        beat = self._coming()
        if beat is None:
            return False
        self._beat = None
        self._clock.go_on(self._left() / MINUTE)
        self._refused = ""
        beat.act()
        pictures: tuple[str, ...] = ()
        if take is not None and beat.picture:
            self._live.tick()
            pictures = take(beat.picture)
        self.timeline.entries.append(Entry(self._live.now(), beat, pictures, self._refused))
        self.played.emit(beat)
        return True

    def play_all(self, take: Callable[[str], tuple[str, ...]]) -> None:
        """Play to the end without waiting."""
        while self.step(take):
            pass
        self.finished.emit()

    def play(self, speed: float = 60.0) -> None:
        """Play in the event loop, `speed` times as fast as a meeting would go; the clock goes as fast."""
        self._speed = max(1.0, speed)
        self._wait()

    def pause(self) -> None:
        """Stop before the next beat; the clock goes as everybody's, so that the person can go on alone."""
        self._timer.stop()
        self._clock.run(1)

    @property
    def playing(self) -> bool:
        """Whether it goes on by itself."""
        return self._timer.isActive()

    def _wait(self) -> None:
        if self._coming() is None:
            self.finished.emit()
            return
        left = self._left()
        wait = max(SHORTEST, int(left / self._speed))
        self._clock.run(left / wait, self._due)  # drawing a step takes time that no meeting needs
        self._timer.start(wait)

    def _go_on(self) -> None:
        if self.step():
            self._wait()
        else:
            self.finished.emit()
