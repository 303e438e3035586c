"""The alliance itself: one file holds one coalition."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Coalition:
    """What the file says about the coalition.

    `language` is a code such as "en" and `time_zone` an IANA name; documents follow them, windows follow
    the system. `quorum` counts organisations, 0 for "more than half"; `review_days` is the default term of
    a decision.
    """

    id: str
    name: str
    purpose: str = ""
    language: str = "en"
    time_zone: str = "Europe/London"
    quorum: int = 0
    review_days: int = 182


def quorum_of(coalition: Coalition, members: int) -> int:
    """How many member organisations must be present to decide, when there are so many members."""
    return coalition.quorum or members // 2 + 1
