"""A move as the log keeps it: what the facilitator did in one stroke, the events it answered with, and
when.
"""

from __future__ import annotations

from dataclasses import dataclass

from coalmeet.meeting.events import Event


@dataclass(frozen=True, slots=True)
class Move:
    """One row of the log.

    `parent` is the move before it ("" for the first): state follows it, never a clock. `counter` is one more
    than the largest seen, `writer` the opening of the file that wrote it. `at` is wall time in milliseconds
    since 1970 UTC; `mono` and `boot` are the forward-only clock and the machine start that it belongs to.
    """

    id: str
    parent: str
    events: tuple[Event, ...]
    at: int
    counter: int = 0
    writer: str = ""
    mono: int = 0
    boot: str = ""
