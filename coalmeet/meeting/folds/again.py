"""Folds of what could not wait, and of decisions that were looked at again."""

from __future__ import annotations

from dataclasses import replace

from coalmeet.meeting import events
from coalmeet.meeting.folds.folding import folds
from coalmeet.meeting.state import Meeting


@folds(events.EmergencyCalled)
def emergency_called(meeting: Meeting, event: events.EmergencyCalled, at: int) -> Meeting:
    """One entry an item: saying more replaces what was said."""
    others = tuple(one for one in meeting.emergencies if one.item != event.item)
    return replace(meeting, emergencies=(*others, event))


@folds(events.DecisionReviewed)
def decision_reviewed(meeting: Meeting, event: events.DecisionReviewed, at: int) -> Meeting:
    """The last word about a decision counts."""
    others = tuple(one for one in meeting.reviewed if one.decision != event.decision)
    return replace(meeting, reviewed=(*others, event))
