"""The clock of a rehearsal: it goes as fast as the player likes and knows nothing of the real day."""

from __future__ import annotations

import math
from collections.abc import Callable

from coalmeet import clock
from coalmeet.clock import Moment

MINUTE = 60_000


class RehearsalClock:
    """Stands still at a wall time (milliseconds UTC) until it is told to go on, or runs at a speed."""

    def __init__(self, wall: int, real: Callable[[], Moment] = clock.now) -> None:
        self._wall = wall
        self._real = real
        self._speed = 0.0
        self._until: float = math.inf
        self._since = real().mono

    def __call__(self) -> Moment:
        """This instant of the rehearsal; wall and forward-only clock agree, as on a laptop that never sleeps."""
        gone = int((self._real().mono - self._since) * self._speed)
        wall = int(min(self._wall + gone, max(self._wall, self._until)))
        return Moment(wall, wall, "rehearsal")

    def go_on(self, minutes: float) -> None:
        """Let minutes go by at once."""
        self._wall += round(minutes * MINUTE)

    def run(self, speed: float, until: float = math.inf) -> None:
        """From here on run `speed` times as fast as the real clock, to a wall time at most; 0 stands still."""
        self._wall = self().wall
        self._since = self._real().mono
        self._speed = speed
        self._until = until
