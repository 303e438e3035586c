"""Who was heard, as the record keeps it: rounds with what was written down in them, turns by organisation."""

from __future__ import annotations

from typing import Any

from coalmeet.meeting import stack
from coalmeet.meeting.state import Meeting, Round
from coalmeet.meeting.words import ready_round

# Their outcome stands elsewhere: the words of the temperature round, the answers to a proposal.
_ELSEWHERE = ("temperature", "consent")


def rounds(meeting: Meeting, item: str) -> list[dict[str, Any]]:
    """The rounds of an item in which people spoke, in order; how many were heard, and never for how long."""
    return [_round(meeting, one) for one in meeting.rounds if one.item == item and one.kind not in _ELSEWHERE]


def _round(meeting: Meeting, one: Round) -> dict[str, Any]:
    themes = [theme for theme in meeting.themes if theme.round == one.id]
    whole: dict[str, Any] = {
        "kind": one.kind,
        "way": one.way,
        "question": one.purpose or (ready_round(one.ready) if one.ready else ""),
        "heard": len(one.heard),
        "passed": len(one.passed),
        "not_heard": len(one.missed),
        "line_lost": [meeting.name_of(unit) for unit in one.lost],
        "well": [theme.text for theme in themes if theme.side == "well"],
        "better": [theme.text for theme in themes if theme.side == "better"],
        "themes": [theme.text for theme in themes if not theme.side],
    }
    return {key: value for key, value in whole.items() if value not in ("", [], 0)}


def turns(meeting: Meeting) -> list[dict[str, Any]]:
    """How often each member organisation spoke, those that did; nobody is counted by name."""
    counted = stack.turns(meeting)
    return [
        {"organisation": member.name, "turns": counted[member.id]}
        for member in meeting.members
        if counted[member.id]
    ]
