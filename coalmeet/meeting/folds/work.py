"""Folds of pieces of work and of topics for later."""

from __future__ import annotations

from dataclasses import replace

from coalmeet.meeting import events
from coalmeet.meeting.folds.folding import folds
from coalmeet.meeting.state import Action, ActionReview, Meeting, Topic


@folds(events.ActionAgreed)
def action_agreed(meeting: Meeting, event: events.ActionAgreed, at: int) -> Meeting:
    """An owner who is not here is asked; until they accept they do not own it (work never falls on the
    absent).
    """
    owner = meeting.presence(event.owner) if event.owner else None
    asked = owner is not None and not owner.here
    action = Action(
        event.id, event.text, event.owner, event.owner_name, event.due, event.hours, event.item, asked
    )
    return replace(meeting, actions=(*meeting.actions, action))


@folds(events.ActionDropped)
def action_dropped(meeting: Meeting, event: events.ActionDropped, at: int) -> Meeting:
    """Struck out: it was noted by mistake."""
    return replace(meeting, actions=tuple(one for one in meeting.actions if one.id != event.id))


@folds(events.ActionReviewed)
def action_reviewed(meeting: Meeting, event: events.ActionReviewed, at: int) -> Meeting:
    """The last word on an action counts; an absent person is asked, and does not own it until they accept."""
    others = tuple(one for one in meeting.reviews if one.id != event.id)
    owner = meeting.presence(event.owner) if event.owner else None
    asked = owner is not None and not owner.here
    said = ActionReview(event.id, event.state, event.due, event.owner, asked)
    return replace(meeting, reviews=(*others, said))


@folds(events.TopicParked)
def topic_parked(meeting: Meeting, event: events.TopicParked, at: int) -> Meeting:
    """The parking lot feeds the next agenda."""
    return replace(meeting, parked=(*meeting.parked, Topic(event.id, event.title, event.item)))
