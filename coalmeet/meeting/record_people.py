"""Who was there, as the record keeps it: people by name with their times, and every member organisation."""

from __future__ import annotations

from typing import Any

from coalmeet.meeting.record_times import time_of
from coalmeet.meeting.state import Meeting, Presence, Span


def people(meeting: Meeting) -> list[dict[str, Any]]:
    """Everybody on the list, those who did not come too; guests stand in a list of their own as well."""
    return [_person(meeting, one) for one in meeting.people]


def _person(meeting: Meeting, presence: Presence) -> dict[str, Any]:
    spans = _spans(meeting, presence)
    entry: dict[str, Any] = {
        "name": presence.seat.name,
        "organisation": meeting.name_of(presence.seat.organisation) or None,
        "present": bool(spans),
        "capacity": presence.seat.capacity,
    }
    if spans:
        entry["arrived"] = spans[0][0]
        entry["left"] = spans[-1][1]
    if len(spans) > 1:
        entry["presence"] = spans
    if presence.channel:
        entry["channel"] = presence.channel
    return entry


def _spans(meeting: Meeting, presence: Presence) -> list[list[str | None]]:
    """The stretches that lasted: an arrival that was put right at once leaves one of no length behind."""
    return [_span(meeting, span) for span in presence.spans if span.until is None or span.until > span.since]


def _span(meeting: Meeting, span: Span) -> list[str | None]:
    """Times of day; nobody "left" who stayed until the close."""
    stayed = span.until is None or span.until == meeting.closed_at
    until = None if stayed or span.until is None else time_of(meeting, span.until)
    return [time_of(meeting, span.since), until]


def members(meeting: Meeting) -> list[dict[str, Any]]:
    """Every member organisation of the day, present or absent, with who spoke for it."""
    found = []
    for member in meeting.members:
        came = [
            one
            for one in meeting.people
            if one.seat.organisation == member.id and one.has_voice and _spans(meeting, one)
        ]
        entry: dict[str, Any] = {"organisation": member.name, "present": bool(came)}
        if came:
            entry["people"] = [one.seat.name for one in came]
            entry["spans"] = [span for one in came for span in _spans(meeting, one)]
        found.append(entry)
    return found


def guests(meeting: Meeting) -> list[str]:
    """Names of those who came without a voice in decisions."""
    return [one.seat.name for one in meeting.people if _spans(meeting, one) and not one.has_voice]
