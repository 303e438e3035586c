"""Dates as people say them at a meeting: "by Friday", "in 2 weeks", "14 May", "14.5.", "2026-05-14"."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from coalmeet.text import _, language

NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
FRIDAY = 4
_ENGLISH_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ENGLISH_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SIGNS = re.compile(r"(\d{1,2})([./])(\d{1,2})(?:\2(\d{4}|\d{2})?)?")
_IN = re.compile(r"(?:in|within)\s+(\d{1,3}|[a-z]+)\s+(day|week|month)s?(?:['’]s?\s+time)?")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?([^\W\d_]+)\.?,?(?:\s+(\d{4}))?")
_MONTH_DAY = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?")
_WEEKDAY = re.compile(r"(?:(next|this|coming|on)\s+)?([^\W\d_]+)\.?")
_END_OF = re.compile(r"(?:the\s+)?end\s+of\s+(?:the\s+|this\s+)?([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Said:
    """A due date found in a sentence, and the sentence without it."""

    due: date | None
    rest: str


def due_in(sentence: str, day: date, next_meeting: date | None = None) -> Said:
    """The date that "by …" names, counted from the meeting's day, and the sentence without those words.

    The last one counts; a date without such a word ("book the hall for 14 May") is part of the work.
    """
    for match in reversed(list(_by().finditer(sentence))):
        for words in _shorter(sentence[match.end() :]):
            due = read_day(words, day, next_meeting)
            if due:
                before = sentence[: match.start()].rstrip(" ,;–—-(")
                after = sentence[match.end() + len(words) :].lstrip(" ,;.–—-)")
                return Said(due, f"{before} {after}".strip())
    return Said(None, sentence)


def _by() -> re.Pattern[str]:
    words = {"by", "until", "till", "before", "due", "deadline", _("by").casefold(), _("until").casefold()}
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words)))})\s*:?\s+", re.IGNORECASE)


def _shorter(words: str) -> list[str]:
    """The beginnings of these words that may be a date, the longest first."""
    head = re.match(r"[\w\s.,/’'-]{1,40}", words)
    if not head:
        return []
    ends = [match.end() for match in re.finditer(r"[\w./-]+", head[0])]
    return [head[0][:end] for end in reversed(ends[:6])]


def read_day(words: str, day: date, next_meeting: date | None = None) -> date | None:
    """The day that these words and nothing else name, counted from `day`; None if they name none.

    A weekday is the next one after `day`, "next Friday" that of the week after. A date without a year is the
    next such date. Numbers are day first unless that is impossible (5/14).
    """
    bare = " ".join(words.casefold().replace("’", "'").split()).strip(" .,;:!)(")
    if bare in ("next meeting", "the next meeting", "our next meeting"):
        return next_meeting
    try:
        return _relative(bare, day) or _written(bare, day)
    except (ValueError, OverflowError):  # there is no 31 June, and no year 10000
        return None


def _relative(words: str, day: date) -> date | None:
    days = {"today": 0, "tonight": 0, "tomorrow": 1, "the day after tomorrow": 2, "next week": 7}
    if words in days:
        return day + timedelta(days=days[words])
    if words == "next month":
        return _months_later(day, 1)
    if match := _IN.fullmatch(words):
        count = int(match[1]) if match[1].isdigit() else NUMBERS.get(match[1], 0)
        return _later(day, count, match[2]) if count else None
    if match := _END_OF.fullmatch(words):
        return _end_of(match[1], day)
    if match := _WEEKDAY.fullmatch(words):
        return _weekday(match[2], day, next_week=match[1] == "next")
    return None


def _later(day: date, count: int, unit: str) -> date:
    if unit == "month":
        return _months_later(day, count)
    return day + timedelta(days=count * (7 if unit == "week" else 1))


def _months_later(day: date, count: int) -> date:
    months = day.year * 12 + day.month - 1 + count
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _end_of(words: str, day: date) -> date | None:
    if words == "week":
        return day + timedelta(days=(FRIDAY - day.weekday()) % 7)
    if words == "year":
        return date(day.year, 12, 31)
    month = day.month if words == "month" else _month(words)
    if not month:
        return None
    year = day.year + (month < day.month)
    return date(year, month, monthrange(year, month)[1])


def _weekday(words: str, day: date, *, next_week: bool) -> date | None:
    weekday = _place(words, _calendar(language())[0])
    if weekday is None:
        return None
    if next_week:
        return day - timedelta(days=day.weekday()) + timedelta(days=7 + weekday)
    return day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)


def _written(words: str, day: date) -> date | None:
    if match := _ISO.fullmatch(words):
        return date(int(match[1]), int(match[2]), int(match[3]))
    if match := _SIGNS.fullmatch(words):
        first, second = int(match[1]), int(match[3])
        if match[2] == "." and not match[4] and not words.endswith(".") and second > 12:
            return None
        dayth, month = (second, first) if second > 12 else (first, second)
        return _dated(dayth, month, match[4], day)
    if match := _DAY_MONTH.fullmatch(words):
        return _dated(int(match[1]), _month(match[2]), match[3], day)
    if match := _MONTH_DAY.fullmatch(words):
        return _dated(int(match[2]), _month(match[1]), match[3], day)
    return None


def _dated(dayth: int, month: int, year: str | None, day: date) -> date | None:
    if not month:
        return None
    if year:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, dayth)
    for candidate in range(day.year, day.year + 9):  # 29 February may be eight years off
        try:
            found = date(candidate, month, dayth)
        except ValueError:
            continue
        if found >= day:
            return found
    return None


def _month(words: str) -> int:
    place = _place(words, _calendar(language())[1])
    return 0 if place is None else place + 1


def _place(words: str, names: tuple[tuple[str, ...], ...]) -> int | None:
    """Where a name stands; three letters and more are enough when only one name begins with them."""
    for language_names in names:
        if words in language_names:
            return language_names.index(words)
        found = [place for place, name in enumerate(language_names) if name.startswith(words)]
        if len(words) >= 3 and len(found) == 1:
            return found[0]
    return None


@lru_cache(maxsize=4)
def _calendar(code: str) -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]:
    """Names of days and of months, in English and in the reader's language."""
    if code.startswith("en"):
        return (_ENGLISH_DAYS,), (_ENGLISH_MONTHS,)
    from babel import UnknownLocaleError
    from babel.dates import get_day_names, get_month_names

    try:
        days = tuple(get_day_names(locale=code)[number].casefold() for number in range(7))
        months = tuple(get_month_names(locale=code)[number].casefold() for number in range(1, 13))
    except (UnknownLocaleError, ValueError):  # a language that Babel does not know
        return (_ENGLISH_DAYS,), (_ENGLISH_MONTHS,)
    return (days, _ENGLISH_DAYS), (months, _ENGLISH_MONTHS)
