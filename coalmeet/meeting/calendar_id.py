"""What calendars call a meeting, for ever: every file that speaks of it must use the same words, or entries double."""

from __future__ import annotations

import hashlib

from coalmeet.meeting.minutes_words import Record, value


def stem_of(record: Record, coalition: str) -> str:
    """What the ids of a meeting's entries begin with: its own id, or what a record from elsewhere is known by.

    `coalition` is whose it is where the record does not say.
    """
    known = value(record, "id")
    if known:
        return known
    whose = value(record, "coalition") or coalition
    title = value(record, "title") or whose
    told = "\n".join((whose, title, value(record, "date"), value(record, "start")))
    return hashlib.sha256(told.encode(errors="surrogatepass")).hexdigest()[:32]


def meeting_id(announced_by: str, stem: str) -> str:
    """The id of a meeting that is still to come: as the minutes that announced it call it, else its own."""
    return f"{announced_by}-next" if announced_by else f"{stem}-this"
