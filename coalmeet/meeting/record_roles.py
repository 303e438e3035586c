"""Who did what, for the record: who led and who should have, who took over when and why, who took notes."""

from __future__ import annotations

from typing import Any

from coalmeet.meeting import leading
from coalmeet.meeting.state import Meeting
from coalmeet.text import clock_time


def roles(meeting: Meeting) -> dict[str, Any]:
    """The keys that every reader of the format looks for."""
    return {
        "facilitators": _names(meeting, leading.facilitators(meeting)),
        "note_takers": _names(meeting, leading.note_takers(meeting)),
    }


def more_roles(meeting: Meeting) -> dict[str, Any]:
    """The keys of the rotation; whatever has nothing to say is empty."""
    planned = _planned(meeting)
    return {
        "facilitating_organisation": meeting.name_of(leading.leading_organisation(meeting)),
        "planned_facilitator": planned,
        "stand_in_reason": meeting.facilitators[0].reason if planned and meeting.facilitators else "",
        "hand_overs": _hand_overs(meeting),
    }


def _planned(meeting: Meeting) -> str:
    """Whose turn it was, where somebody else led: the person, or the organisation where a stand-in was agreed on."""
    named = meeting.presence(meeting.planned_facilitator)
    of = named.seat.organisation if named else ""
    if meeting.turn and of != meeting.turn:
        return meeting.name_of(meeting.turn)
    led_for = leading.leading_organisation(meeting)
    missing = meeting.planned_facilitator not in leading.facilitators(meeting)
    return named.seat.name if named and (missing or of != led_for) else ""


def _hand_overs(meeting: Meeting) -> list[dict[str, str]]:
    found = (
        {
            "at": clock_time(one.since, meeting.time_zone),
            "to": meeting.name_of(one.person),
            "reason": one.reason,
        }
        for one in meeting.facilitators
        if one.since > meeting.opened_at
    )
    return [{key: value for key, value in one.items() if value} for one in found]


def _names(meeting: Meeting, people: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys(filter(None, map(meeting.name_of, people))))
