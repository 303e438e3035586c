"""What the record says of emergencies, of decisions taken outside a meeting, and of those that came back."""

from __future__ import annotations

from typing import Any

from coalmeet.meeting.events import DecisionReviewed, DecisionTold, EmergencyCalled
from coalmeet.meeting.minutes_again import follows
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.state import Item, Meeting


def meeting_keys(meeting: Meeting) -> dict[str, Any]:
    """The keys of the meeting as a whole; whatever has nothing to say is empty."""
    whole = next((one for one in meeting.emergencies if not one.item), None)
    return {"emergency": _emergency(whole), "told": [_told(one) for one in meeting.told]}


def item_keys(meeting: Meeting, item: Item) -> dict[str, Any]:
    """The keys of an item, without those that have nothing to say."""
    called = next((one for one in meeting.emergencies if one.item == item.id), None)
    reviewed = next((one for one in meeting.reviewed if one.item == item.id), None)
    found = {
        "emergency": _emergency(called),
        "again": _again(meeting, item),
        "looked_again": _reviewed(reviewed, item) if reviewed else {},
    }
    return {key: value for key, value in found.items() if value}


def earlier(meeting: Meeting, item_id: str, ancestor: str) -> str:
    """The decision of an earlier meeting that a text takes up again, by its number and day; "" where it is new."""
    item = meeting.item(item_id)
    if item is None or not ancestor or item.entry.again.decision != ancestor:
        return ""
    return follows({"number": item.entry.again.number, "date": item.entry.again.date})


def carried_concerns(meeting: Meeting, proposal: Proposal) -> list[dict[str, Any]]:
    """The concerns that came back with a text of an earlier meeting, now concerns of the text in its place.

    An objection that came back is one of its objections already.
    """
    item = meeting.item(proposal.item)
    if item is None or not _takes_up(proposal, item):
        return []
    found = [
        {
            "organisation": meeting.name_of(one.organisation),
            "text": one.text,
            "carried": True,
            "date": one.on or item.entry.again.date,
        }
        for one in item.entry.again.raised
        if one.kind == "concern"
    ]
    return [{key: value for key, value in one.items() if value} for one in found]


def _takes_up(proposal: Proposal, item: Item) -> bool:
    before = item.entry.again.decision
    return bool(before) and proposal.ancestor == before


def _emergency(called: EmergencyCalled | None) -> dict[str, Any]:
    if called is None:
        return {}
    return {"called_by": called.by or None, "why": called.why or None, "rule": called.rule or None}


def _told(told: DecisionTold) -> dict[str, Any]:
    found = {
        "id": told.id,
        "text": told.words,
        "decided_by": told.by,
        "authority": told.authority,
        "date": told.date,
    }
    return {key: value for key, value in found.items() if value}


def _again(meeting: Meeting, item: Item) -> dict[str, Any]:
    """What an item takes up again; its concerns stand with the text that took its place, where there is one."""
    again = item.entry.again
    if not again.decision:
        return {}
    taken_up = any(_takes_up(one, item) for one in meeting.proposals_of(item.id))
    raised = [
        {
            "kind": one.kind,
            "organisation": meeting.name_of(one.organisation),
            "text": one.text,
            "date": one.on,
            "channel": one.channel,
        }
        for one in again.raised
        if one.kind == "objection" or not taken_up
    ]
    found = {
        "decision": again.decision,
        "why": again.why,
        "number": again.number,
        "text": again.words,
        "date": again.date,
        "raised": [{key: value for key, value in one.items() if value} for one in raised],
    }
    return {key: value for key, value in found.items() if value}


def _reviewed(reviewed: DecisionReviewed, item: Item) -> dict[str, Any]:
    found = {
        "text": item.entry.again.words,
        "result": reviewed.result,
        "review_date": reviewed.review_date,
        "note": reviewed.note,
    }
    return {key: value for key, value in found.items() if value}
