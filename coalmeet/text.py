"""Words, dates and numbers in the language of the reader, for windows and documents alike."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from coalmeet.resources import folder

DOMAIN = "coalmeet"
NO_LANGUAGE = ("", "C", "POSIX")  # what a system calls having none
_language: ContextVar[str] = ContextVar("language", default="en")


class Sentence(str):
    """A message with placeholders that never ends twice: “Mieterverein e. V.” at its end brings its own full stop.

    What is filled in stays as it was typed; only the sentence's own full stop gives way.
    """

    __slots__ = ()

    def format(self, *args: object, **values: object) -> str:
        """Fill in the placeholders, as str.format does."""
        found = str(self)
        for name in _AT_A_STOP.findall(found):
            if str(values.get(name, "")).endswith(_ENDS):
                found = re.sub(rf"(\{{{name}\}})\.(?![\w.])", r"\1", found)
        return found.format(*args, **values)


# A placeholder with the sentence's full stop behind it, which is none in “{name}.pdf”; and what ends by itself.
_AT_A_STOP = re.compile(r"\{(\w+)\}\.(?![\w.])")
_ENDS = (".", "?", "!", "…")


def _(message: str) -> str:
    """The message in the current language."""
    return _to_fill(_catalogue(_language.get()).gettext(message))


def ngettext(one: str, many: str, count: int) -> str:
    """The message for this count in the current language; the caller fills in the number."""
    return _to_fill(_catalogue(_language.get()).ngettext(one, many, count))


def pgettext(context: str, message: str) -> str:
    """The message where one English word has several meanings."""
    return _to_fill(_catalogue(_language.get()).pgettext(context, message))


def _to_fill(message: str) -> str:
    return Sentence(message) if "}." in message else message


def use_language(code: str) -> None:
    """Speak this language from now on ("en", "de", "pt_BR"); an unknown one falls back to English."""
    _language.set(code or "en")


def speaks(code: str) -> bool:
    """Whether there are words in this language; otherwise dates in it would stand in English sentences."""
    return code.partition("_")[0] == "en" or gettext.find(DOMAIN, folder("locale"), [code]) is not None


def language() -> str:
    """The code of the current language."""
    return _language.get()


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak the language of a document while it is made: the coalition's, not the system's."""
    token = _language.set(code if code not in NO_LANGUAGE else "en")
    try:
        yield
    finally:
        _language.reset(token)


@lru_cache(maxsize=8)
def _catalogue(code: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, folder("locale"), languages=[code], fallback=True)


@lru_cache(maxsize=8)
def _locale(code: str) -> Any:
    from babel import Locale, UnknownLocaleError  # costs 30 ms at start, so only when a date is shown

    try:
        return Locale.parse(code.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_GB")


def _spoken_locale() -> Any:
    # Plain "en" would be American in Babel; the program's own English is British, as its documents are.
    code = _language.get()
    return _locale("en_GB" if code == "en" else code)


def long_day(day: date) -> str:
    """Thursday 14 May 2026."""
    from babel.dates import format_date, format_skeleton

    locale = _spoken_locale()
    if locale.language == "en":
        return str(format_date(day, "EEEE d MMMM y", locale=locale))
    return str(
        format_skeleton("yMMMMEEEEd", datetime(day.year, day.month, day.day, tzinfo=UTC), locale=locale)
    )


def near_day(day: date, today: date) -> str:
    """Thursday 14 May, with the year only where it is not this one."""
    from babel.dates import format_date, format_skeleton

    if day.year != today.year:
        return long_day(day)
    locale = _spoken_locale()
    if locale.language == "en":
        return str(format_date(day, "EEEE d MMMM", locale=locale))
    return str(
        format_skeleton("MMMMEEEEd", datetime(day.year, day.month, day.day, tzinfo=UTC), locale=locale)
    )


def short_day(day: date) -> str:
    """Thu 14 May."""
    from babel.dates import format_date, format_skeleton

    locale = _spoken_locale()
    if locale.language == "en":
        return str(format_date(day, "EEE d MMM", locale=locale))
    return str(format_skeleton("MMMEd", datetime(day.year, day.month, day.day, tzinfo=UTC), locale=locale))


def short_day_with_year(day: date) -> str:
    """Thu 14 May 2026."""
    from babel.dates import format_date, format_skeleton

    locale = _spoken_locale()
    if locale.language == "en":
        return str(format_date(day, "EEE d MMM y", locale=locale))
    return str(format_skeleton("yMMMEd", datetime(day.year, day.month, day.day, tzinfo=UTC), locale=locale))


def brief_day(day: date) -> str:
    """14 May 2026, its month abbreviated: for a line in which several days stand."""
    return _brief_day(day, _language.get())


@lru_cache(maxsize=4096)  # a list of decisions says the same few hundred days again and again
def _brief_day(day: date, _code: str) -> str:
    from babel.dates import format_date

    english = _spoken_locale().language == "en"
    return str(format_date(day, "d MMM y" if english else "medium", locale=_spoken_locale()))


def month_names(month: int) -> tuple[str, ...]:
    """The full and the short name of a month (1 to 12), in the current language and in English."""
    from babel.dates import get_month_names

    found = []
    for locale in (_spoken_locale(), _locale("en_GB")):
        found += [
            get_month_names("wide", locale=locale)[month],
            get_month_names("abbreviated", locale=locale)[month],
        ]
    return tuple(str(name) for name in found)


def weekday(day: date) -> str:
    """Thursday."""
    from babel.dates import format_date

    return str(format_date(day, "EEEE", locale=_spoken_locale()))


def plain_day(day: date) -> str:
    """14 May 2026."""
    from babel.dates import format_date

    return str(
        format_date(day, "d MMMM y" if _spoken_locale().language == "en" else "long", locale=_spoken_locale())
    )


def number(value: float, decimals: int = 0) -> str:
    """A number with the separators of the language."""
    from babel.numbers import format_decimal

    return str(
        format_decimal(value, "#,##0" + ("." + "#" * decimals if decimals else ""), locale=_spoken_locale())
    )


def clock_time(wall: int, zone: str) -> str:
    """14:05, for milliseconds since 1970 UTC, in an IANA zone. Hours are 24, as agendas are written."""
    return local(wall, zone).strftime("%H:%M")


def clock_seconds(wall: int, zone: str) -> str:
    """14:05:09, for the line that says when something was saved."""
    return local(wall, zone).strftime("%H:%M:%S")


def local(wall: int, zone: str) -> datetime:
    """The date and time of day there; an unknown zone counts as UTC rather than failing a meeting."""
    return datetime.fromtimestamp(wall / 1000, tz=_zone(zone))


def wall(day: date, time_of_day: str, zone: str) -> int:
    """Milliseconds since 1970 UTC of "HH:MM" on that day in an IANA zone. Raises ValueError for no time."""
    hours, minutes = time_of_day.split(":")[:2]
    there = datetime(day.year, day.month, day.day, int(hours), int(minutes), tzinfo=_zone(zone))
    return int(there.timestamp() * 1000)


@lru_cache(maxsize=16)
def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def minutes(count: int) -> str:
    """25 min."""
    return _("{count} min").format(count=count)


def whole_left(milliseconds: int) -> str:
    """A calmer clock: 15 min left, and seconds only in the last minute and when time is up."""
    return minutes(-(-milliseconds // 60_000)) if milliseconds > 60_000 else left_over(milliseconds)


def left_over(milliseconds: int) -> str:
    """Digits of a clock: 14:32 left, +2:10 over. Whole seconds, rounded so that a fresh 10 minutes shows 10:00."""
    over = milliseconds < 0
    seconds = -(milliseconds // 1000) if over else -(-milliseconds // 1000)
    hours, rest = divmod(seconds, 3600)
    digits = f"{hours}:{rest // 60:02d}:{rest % 60:02d}" if hours else f"{rest // 60}:{rest % 60:02d}"
    return f"+{digits}" if over else digits
