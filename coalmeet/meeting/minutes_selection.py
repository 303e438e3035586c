"""How somebody was chosen for a role, as the minutes tell it: reasons, and no count of names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from coalmeet.meeting.minutes_words import Record, many, sentence, value
from coalmeet.text import _


def nominations(entry: Record) -> Iterator[str]:
    """Who named whom, and why; and who named another first."""
    for one in many(_of(entry), "nominations"):
        who, person, reason, before = (
            value(one, key) for key in ("organisation", "person", "reason", "before")
        )
        words = _("{who}: {person}, {reason}") if reason else _("{who}: {person}")
        if before:
            words = (
                _("{who}: {person} (first {before}), {reason}")
                if reason
                else _("{who}: {person} (first {before})")
            )
        yield sentence(words.format(who=who, person=person, reason=reason, before=before))


def why(entry: Record) -> str:
    """The reasons for which the group was asked about this person."""
    return value(_of(entry), "reason")


def _of(entry: Record) -> Record:
    found = entry.get("selection")
    return found if isinstance(found, Mapping) else {}
