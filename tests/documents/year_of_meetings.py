"""A year of made-up meetings, as a file would give it, for tests of the year book."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from coalmeet.coalition.coalition import Coalition
from coalmeet.coalition.decision import Decision, DecisionEntry
from coalmeet.coalition.meeting_row import MeetingRow
from coalmeet.coalition.organisation import Organisation
from coalmeet.coalition.turn import Turn
from coalmeet.coalition.year_book import Gathered, Held

Record = dict[str, Any]
FIRST, LAST, TODAY = date(2026, 1, 1), date(2026, 12, 31), date(2026, 11, 22)


def a_record(month: int, text: str = "", **more: object) -> Record:
    """A meeting on the 14th of a month with one decision, approved unless it is said otherwise."""
    words = text or f"We do what month {month} asks."
    decision = {"number": "D1", "text": words, "outcome": "agreed", "method": "consent"}
    item = {"title": f"Topic {month}", "outcome": "agreed", "notes": "We spoke.", "decisions": [decision]}
    return {
        "format": "coalmeet.meeting",
        "version": 1,
        "title": f"Meeting {month}",
        "date": f"2026-{month:02d}-14",
        "state": "approved",
        "agenda": [item],
        **more,
    }


def held(record: Record, state: str | None = None) -> Held:
    """The record as a meeting of the file."""
    row = MeetingRow(
        id=f"meeting-{record['date']}",
        date=date.fromisoformat(record["date"]),
        title=record.get("title", ""),
        start="",
        minutes=None,
        place="",
        link="",
        coalition="",
        state="closed",
        source="live",
        facilitators=(),
    )
    return Held(row, record, record.get("state", "") if state is None else state)


def gathered(
    records: Sequence[Record | Held],
    *,
    decisions: Sequence[Decision] = (),
    entries: Sequence[DecisionEntry] = (),
    turns: Sequence[Turn] = (),
    organisations: Sequence[Organisation] = (),
    **coalition: Any,
) -> Gathered:
    """What the file says of 2026."""
    told: Mapping[str, Any] = {"id": "c", "name": "Northern Renters", **coalition}
    return Gathered(
        coalition=Coalition(**told),
        first=FIRST,
        last=LAST,
        today=TODAY,
        held=tuple(one if isinstance(one, Held) else held(one) for one in records),
        decisions=tuple(decisions),
        entries=tuple(entries),
        turns=tuple(turns),
        organisations=tuple(organisations),
    )
