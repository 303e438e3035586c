"""Days and times as people type them: 2026-11-26, 26.11.2026, 26 Nov, Friday; 14:00, 14.00, 9, 2 pm."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from coalmeet import text
from coalmeet.meeting import due

_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_NUMBERS = re.compile(r"^(\d{1,2})[./](\d{1,2})(?:[./](\d{2}|\d{4})?)?$")
_TIME = re.compile(r"^(\d{1,2})(?:[:.h](\d{2})?)?\s*(am|pm)?$", re.IGNORECASE)
_BARE = re.compile(r"^(\d{1,2})(\d{2})$")


def read_day(typed: str, today: date) -> date | None:
    """The day meant, or None for what is none. Day comes before month; without a year the next such day counts."""
    typed = " ".join(typed.replace(",", " ").split())
    if match := _ISO.match(typed):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMBERS.match(typed):
        return _with_year(int(match[1]), int(match[2]), match[3] or "", today)
    return _worded(typed.casefold(), today) or due.read_day(typed, today)


def _worded(typed: str, today: date) -> date | None:
    """“Thu 26 November 2026”: the name of a weekday may stand in front and is not checked."""
    month = 0
    numbers = []
    for word in re.split(r"[\s.]+", typed):
        if word.isdecimal():
            numbers.append(word)
        elif word in _months():
            month = _months()[word]
    if not month or not numbers:
        return None
    return _with_year(int(numbers[0]), month, numbers[1] if len(numbers) > 1 else "", today)


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    names: dict[str, int] = {}
    for number in range(1, 13):
        for name in text.month_names(number):
            names[name.casefold().rstrip(".")] = number
    return names


def _with_year(day: int, month: int, year: str, today: date) -> date | None:
    if year:
        return _day(int(year) + (2000 if len(year) == 2 else 0), month, day)
    found = _day(today.year, month, day)
    if found is not None and found < today - timedelta(
        days=31
    ):  # just gone by is more likely than a year ahead
        return _day(today.year + 1, month, day)
    return found


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_time(typed: str) -> str | None:
    """The time of day as "HH:MM", "" for nothing typed, None for what is no time."""
    typed = typed.strip()
    if not typed:
        return ""
    match = _BARE.match(typed) or _TIME.match(typed)
    if not match:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    half = (match[3] or "").lower() if match.re is _TIME else ""
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None
