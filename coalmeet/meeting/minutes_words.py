"""Phrases of the minutes: days, times, minutes and shortened titles, in the language of the coalition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from coalmeet.text import _, long_day, number, plain_day, short_day

Record = Mapping[str, Any]
_SOON = 92  # days within which the turn of a year confuses nobody


def value(record: Record, key: str) -> str:
    """The text under a key, "" where there is none."""
    found = record.get(key)
    return found.strip() if isinstance(found, str) else ""


def many(record: Record, key: str) -> list[Any]:
    """The list under a key, empty where there is none."""
    return [one for one in record.get(key) or () if one is not None]


def names(record: Record, key: str) -> list[str]:
    """The names under a key without the empty ones."""
    return [one.strip() for one in many(record, key) if isinstance(one, str) and one.strip()]


def amount(record: Record, key: str) -> float | None:
    """The number under a key."""
    found = record.get(key)
    return None if isinstance(found, bool) or not isinstance(found, int | float) else float(found)


def in_full(iso: str) -> str:
    """Thursday 14 May 2026; the text itself if it is no date."""
    day = _day(iso)
    return long_day(day) if day else iso


def with_year(iso: str) -> str:
    """14 May 2026."""
    day = _day(iso)
    return plain_day(day) if day else iso


def near(iso: str, meeting: str) -> str:
    """Thu 14 May, for a day that can be no other: of the meeting's year, or soon; others name their year."""
    day, then = _day(iso), _day(meeting)
    if day is None:
        return iso
    soon = then is not None and (day.year == then.year or abs((day - then).days) < _SOON)
    return short_day(day) if soon else plain_day(day)


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def span(start: str, end: str) -> str:
    """18:00–19:52, from 18:00, until 19:52 or nothing."""
    if start and end:
        return _("{start}–{end}").format(start=start, end=end)
    if start:
        return _("from {start}").format(start=start)
    return _("until {end}").format(end=end) if end else ""


def dated(time: str, meeting: str, before: str = "") -> str:
    """A time of the record in words: 18:34, or Fri 15 May, 18:34 where it carries a date that `before` does not."""
    day, apart, rest = time.partition("T")
    if not apart:
        return time
    if before.startswith(f"{day}T"):
        return rest[:5]
    return _("{day}, {time}").format(day=near(day, meeting), time=rest[:5])


def days_of(entry: Record, meeting: str) -> list[str]:
    """The days on which an item was taken up, in words, in order."""
    begun = [str(one[0]) for one in many(entry, "slices") if one and one[0]]
    days = dict.fromkeys(time.partition("T")[0] if "T" in time else meeting for time in begun)
    return [near(day, meeting) for day in days]


def minutes_used(planned: float | None, used: float | None) -> str:
    """How the time of an item went, in words."""
    if planned and used is not None:
        if used <= planned:
            return _("{used} min of {planned} planned").format(used=_count(used), planned=_count(planned))
        return _("{used} min, planned {planned}").format(used=_count(used), planned=_count(planned))
    if used is not None:
        return _("{used} min").format(used=_count(used))
    return _("{planned} min planned").format(planned=_count(planned)) if planned else ""


def _count(value_: float) -> str:
    return number(max(round(value_), 1) if value_ else 0)


def hours(record: Record) -> str:
    """2 h, or nothing."""
    count = amount(record, "hours")
    return _("{count} h").format(count=number(count, 2)) if count else ""


def shortened(text: str, length: int) -> str:
    """The first words of a text, at most so many characters, with … if something is missing, on one line."""
    whole = " ".join(text[: length * 4].split())
    if len(whole) <= length and len(text) <= length * 4:
        return whole
    cut = whole[: length - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > length // 2 else cut).rstrip(" ,;:.") + "…"


def series(texts: Iterable[str]) -> str:
    """Several titles one after the other."""
    return _("; ").join(texts)


def sentence(text: str) -> str:
    """The text, ending as a sentence does."""
    return text if text.endswith((".", "!", "?", "…", "。", "！", "？")) else _("{text}.").format(text=text)
