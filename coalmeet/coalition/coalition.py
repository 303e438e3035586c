"""The alliance itself: one file holds one coalition."""

from __future__ import annotations

from dataclasses import dataclass

from coalmeet.coalition.retrospective import NO_RHYTHM, Rhythm
from coalmeet.meeting.events import HOUSE, USUAL_TELLING, Profile, Telling


@dataclass(frozen=True, slots=True)
class Coalition:
    """What the file says about the coalition.

    `language` is a code such as "en" and `time_zone` an IANA name; documents follow them, windows follow
    the system. `profile` says how it reaches consent, `turn_meetings` how many meetings a
    turn to facilitate lasts, `retrospective` when one comes round, `telling` what minutes tell of
    who said what.
    """

    id: str
    name: str
    purpose: str = ""
    language: str = "en"
    time_zone: str = "Europe/London"
    profile: Profile = HOUSE
    turn_meetings: int = 1
    retrospective: Rhythm = NO_RHYTHM
    telling: Telling = USUAL_TELLING


def quorum_of(coalition: Coalition, members: int) -> int:
    """How many member organisations must be present to decide, when there are so many members."""
    return coalition.profile.quorum or members // 2 + 1
