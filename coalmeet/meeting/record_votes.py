"""Votes and delegated decisions as the record keeps them: who said what, who decided instead, what a vote replaced."""

from __future__ import annotations

from typing import Any

from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.state import Meeting
from coalmeet.meeting.voting import VOTED, tally

SPOKEN = {"two_thirds": "two thirds"}  # the record's words where the code is not one


def method(proposal: Proposal) -> str:
    """The method as the record names it."""
    return SPOKEN.get(proposal.method, proposal.method)


def vote_keys(meeting: Meeting, proposal: Proposal) -> dict[str, Any]:
    """What the record says of a decision that was not made by consent; empty where it was."""
    found = {
        "votes": _votes(meeting, proposal),
        "decided_by": proposal.decided_by,
        "authority": proposal.authority,
        "fallback": _fallback(meeting, proposal),
    }
    return {key: value for key, value in found.items() if value}


def _votes(meeting: Meeting, proposal: Proposal) -> dict[str, Any]:
    if proposal.method not in VOTED or not proposal.versions:
        return {}
    there = proposal.present or meeting.voices
    said: dict[str, list[str]] = {"yes": [], "no": [], "abstain": []}
    for one in there:
        answer = proposal.answer_of(one)
        if answer is not None and answer.answer in said:
            said[answer.answer].append(meeting.name_of(one))
    return {
        "yes": said["yes"],
        "no": said["no"],
        "abstained": said["abstain"],
        "needed": tally(proposal, there).needed,
    }


def _fallback(meeting: Meeting, proposal: Proposal) -> dict[str, Any]:
    taken = proposal.fallback
    if taken is None:
        return {}
    found: dict[str, Any] = {"since": taken.since or None}
    if taken.objectors:
        found["over"] = [meeting.name_of(one) for one in taken.objectors]
    if taken.reason:
        found["reason"] = taken.reason
    return found
