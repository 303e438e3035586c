"""Folds of the roles in a meeting, and the way back of a decision that somebody led in the facilitator's place."""

from __future__ import annotations

from dataclasses import replace

from coalmeet.meeting import events
from coalmeet.meeting.folds.folding import folds, with_proposal
from coalmeet.meeting.leading import deputy, regular
from coalmeet.meeting.state import Leading, Meeting, RoleHeld


@folds(events.LeadAllowed)
def lead_allowed(meeting: Meeting, event: events.LeadAllowed, at: int) -> Meeting:
    """It holds for this person and this item alone; asked afterwards, for that decision."""
    if event.proposal:
        return with_proposal(meeting, event.proposal, lambda one: replace(one, lead_accepted=True))
    return replace(meeting, leads_allowed=(*meeting.leads_allowed, (event.item, event.person)))


@folds(events.RoleTaken)
def role_taken(meeting: Meeting, event: events.RoleTaken, at: int) -> Meeting:
    """One person a role at a time; who had it before stays known."""
    return replace(meeting, roles=(*meeting.roles, RoleHeld(event.role, event.person, at)))


def handed_back(meeting: Meeting, at: int) -> Meeting:
    """Whoever led a decision in the facilitator's place hands back once it is decided, or its item ends or is left.

    Nobody has to remember it. Where the facilitator is not here, the deputy goes on until somebody is named.
    """
    now = deputy(meeting)
    if now is None or meeting.closed_at or _goes_on(meeting, now):
        return meeting
    before = regular(meeting)
    presence = meeting.presence(before.person) if before else None
    if before is None or presence is None or not presence.here:
        return meeting
    trail = (*meeting.facilitators, Leading(before.person, at, back=True))
    return replace(meeting, facilitator=before.person, facilitators=trail)


def _goes_on(meeting: Meeting, now: Leading) -> bool:
    current = meeting.current
    if current is None or current.id != now.item:
        return False
    if meeting.live_proposal(now.item) is not None:
        return True
    return all(one.decided_at < now.since for one in meeting.proposals_of(now.item))
