"""The parking lot: topics for a later meeting."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Parked:
    """One parked topic: where it came up, and the meeting that took it up again ("" while it waits)."""

    id: str
    title: str
    meeting: str = ""
    item: str = ""
    topic: str = ""
    taken_up: str = ""
    dropped: bool = False

    @property
    def waits(self) -> bool:
        """Whether it still asks for a place on an agenda."""
        return not self.taken_up and not self.dropped
