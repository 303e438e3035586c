"""The thresholds of an item's clock: a few minutes left, the last minute, time is up; each is noticed once."""

from __future__ import annotations

from collections.abc import Callable

from coalmeet.meeting import timing
from coalmeet.meeting.state import Meeting


class Thresholds:
    """`ring` makes the sound, where one is wanted; it does nothing until somebody asks for it.

    What was passed before the desk looked for the first time, and what a correction jumps over, is not rung for
    afterwards: only the last threshold that was passed counts.
    """

    def __init__(self) -> None:
        self.ring: Callable[[], object] = _silent
        self._item = ""
        self._passed: set[tuple[str, int]] = set()

    def look(self, meeting: Meeting, now: int) -> int:
        """The threshold that has been passed just now, in minutes left; -1 for none."""
        current = meeting.current
        if current is None:
            self._item = ""
            return -1
        reached = timing.threshold(current, now)
        seen = (current.id, reached)
        opened, self._item = self._item != current.id, current.id
        if reached < 0 or seen in self._passed:
            return -1
        self._passed.add(seen)
        if opened:
            return -1
        self.ring()
        return reached


def _silent() -> None:
    """No sound."""
