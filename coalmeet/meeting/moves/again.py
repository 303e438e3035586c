"""Moves on decisions of earlier meetings: a review keeps or ends one; a text that comes back brings what stood
against it.
"""

from __future__ import annotations

from datetime import date, timedelta

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events
from coalmeet.meeting.moves.asking import on_the_record
from coalmeet.meeting.moves.work import a_date
from coalmeet.meeting.state import Item, Meeting
from coalmeet.text import _

Events = tuple[events.Event, ...]


def keep(meeting: Meeting, at: int, review_date: str = "") -> Events:
    """Nobody wants to change the decision under review: it is kept, and comes back after the charter's term."""
    item = _under_review(meeting)
    day = a_date(review_date)
    if day and day <= meeting.date:
        raise NotAllowed(_("Choose a day after today on which it comes back."))
    if not day and meeting.profile.review_days:
        later = date.fromisoformat(meeting.date) + timedelta(days=meeting.profile.review_days)
        day = later.isoformat()
    return (events.DecisionReviewed(item.id, item.entry.again.decision, "kept", day),)


def end(meeting: Meeting, at: int, note: str = "") -> Events:
    """The group agrees that the decision under review holds no more, and that nothing takes its place."""
    item = _under_review(meeting)
    return (events.DecisionReviewed(item.id, item.entry.again.decision, "ended", note=note.strip()),)


def _under_review(meeting: Meeting) -> Item:
    item = on_the_record(meeting)
    again = item.entry.again
    if not again.decision:
        raise NotAllowed(_("No decision is under review here. Go on with the item, or bring a proposal."))
    if again.why != "review":
        raise NotAllowed(
            _("This text is open: something stands against it, or too few were there. Put it on the table.")
        )
    if meeting.live_proposal(item.id) is not None:
        raise NotAllowed(_("A changed text is on the table. Decide it, park it or withdraw it first."))
    if any(one.stage == "adopted" for one in meeting.proposals_of(item.id)):
        raise NotAllowed(_("A new text has taken its place already. Take that back first."))
    return item


def carried(item: Item, proposal: str) -> Events:
    """What stood against the text when it comes back to the table: each objection is open on it."""
    return tuple(
        events.ObjectionRaised(
            f"{one.organisation}-{proposal}", proposal, 0, one.organisation, one.text, one.ground
        )
        for one in item.entry.again.raised
        if one.kind == "objection"
    )
