"""How somebody was chosen for a role, as the record keeps it: who named whom and why, never how often."""

from __future__ import annotations

from typing import Any

from coalmeet.meeting.choosing import Nomination, nominee_name, selection_of
from coalmeet.meeting.proposal import Proposal
from coalmeet.meeting.state import Meeting


def selection_keys(meeting: Meeting, proposal: Proposal) -> dict[str, Any]:
    """The key of a selection; empty for every other decision."""
    found = selection_of(meeting, proposal.id)
    if found is None:
        return {}
    whole = {
        "role": found.role,
        "person": nominee_name(meeting, found),
        "until": found.until,
        "reason": found.reason,
        "nominations": [_nomination(meeting, one) for one in found.nominations],
    }
    return {"selection": {key: value for key, value in whole.items() if value}}


def _nomination(meeting: Meeting, one: Nomination) -> dict[str, str]:
    told = {
        "organisation": meeting.name_of(one.voice),
        "person": nominee_name(meeting, one),
        "reason": one.reason,
        "before": meeting.name_of(one.before) or one.before,
    }
    return {key: value for key, value in told.items() if value}
