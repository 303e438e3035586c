"""Who was at a meeting, for which organisation, from when to when."""

from __future__ import annotations

from dataclasses import dataclass

from coalmeet.coalition.person import Capacity


@dataclass(frozen=True, slots=True)
class Attendance:
    """One person at one meeting; spans are wall times in ms since 1970 UTC, open where nobody noted the end.

    `present` without spans means: was there, times unknown. An invited person who did not come has neither.
    """

    id: str
    meeting: str
    person: str
    organisation: str
    capacity: Capacity
    present: bool
    channel: str = ""
    spans: tuple[tuple[int, int | None], ...] = ()
