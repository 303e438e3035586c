"""Fold of the vote that takes the place of consent."""

from __future__ import annotations

from dataclasses import replace

from coalmeet.meeting import events
from coalmeet.meeting.folds.folding import folds, with_proposal
from coalmeet.meeting.state import Meeting


@folds(events.FallbackTaken)
def fallback_taken(meeting: Meeting, event: events.FallbackTaken, at: int) -> Meeting:
    """What was said to the text in the consent round is no vote: the text is fixed anew, and all are asked again."""
    return with_proposal(
        meeting,
        event.proposal,
        lambda one: replace(
            one,
            fallback=event,
            ancestor=one.ancestor or event.ancestor,
            locked=False,
            stage="presented",
        ),
    )
