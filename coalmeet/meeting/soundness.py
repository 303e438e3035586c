"""What reopens by itself: a decision whose result an entry made afterwards no longer carries."""

from __future__ import annotations

from collections.abc import Callable

from coalmeet.meeting import events
from coalmeet.meeting.consent import unsound
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.state import Meeting


def reopenings(before: Meeting, now: Meeting, new_id: Callable[[], str]) -> tuple[events.Event, ...]:
    """Events that reopen the decisions which held before a move and no longer do after it.

    An objection that is open goes along: the objector need not be there to raise it a second time.
    """
    fallen_before = {proposal.id for proposal in unsound(before)}
    found: list[events.Event] = []
    for proposal in unsound(now):
        if proposal.id not in fallen_before:
            again = events.DecisionReopened(proposal.id, new_id(), "corrected")
            found += [again, *_carried(proposal, again.successor, new_id)]
    return tuple(found)


def _carried(proposal: Proposal, successor: str, new_id: Callable[[], str]) -> tuple[events.Event, ...]:
    return tuple(
        events.ObjectionRaised(new_id(), successor, 0, one.organisation, one.reason, one.ground, one.named)
        for one in proposal.open_objections
    )
