"""What reopens by itself: a decision whose result an entry made afterwards no longer carries."""

from __future__ import annotations

from collections.abc import Callable

from coalmeet.meeting import events
from coalmeet.meeting.consent import unsound
from coalmeet.meeting.state import Meeting


def reopenings(before: Meeting, now: Meeting, new_id: Callable[[], str]) -> tuple[events.Event, ...]:
    """Events that reopen the decisions which held before a move and no longer do after it."""
    fallen_before = {proposal.id for proposal in unsound(before)}
    return tuple(
        events.DecisionReopened(proposal.id, new_id(), "corrected")
        for proposal in unsound(now)
        if proposal.id not in fallen_before
    )
