"""How a meeting stands in the list: its day, what it was, and its state in a word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from coalmeet import text
from coalmeet.coalition.meeting_row import MeetingRow, Sat
from coalmeet.text import _, ngettext
from ui.widgets.finding import finds
from ui.widgets.rows import Row

_ICONS = {"planned": "calendar", "running": "play", "closed": "circle-check"}


Held = tuple[Sat, ...]  # the stretches of a record, more than one where the meeting went on another day
_TOLD = 2  # days of a meeting that are all named; of more the first and the last


def rows(
    meetings: Iterable[MeetingRow], query: str, today: date, held: Mapping[str, Held] = MappingProxyType({})
) -> list[Row]:
    """The meetings in which every word of the query stands, as rows; the newest first, as they come.

    `held` are the stretches of those that have a record, by meeting.
    """
    return [row(one, today, held.get(one.id)) for one in meetings if _found(one, query)]


def row(meeting: MeetingRow, today: date, held: Held | None = None) -> Row:
    """One meeting as a row."""
    tone = {"planned": "ink2", "running": "last", "closed": "accent"}[meeting.state]
    return Row(
        meeting.id,
        _short_words(meeting, today, held),
        meeting.title or meeting.coalition,
        _ICONS[meeting.state],
        "",
        state_word(meeting, today),
        tone,
    )


def _short_words(meeting: MeetingRow, today: date, held: Held | None) -> str:
    """Day and times where they are known, short enough for a narrow list: of several days only the days."""
    if held and len(held) > 1:
        held = tuple(replace(one, start="", end="") for one in held)
    return _with_times(meeting, today, held, text.short_day_with_year)


def day_words(meeting: MeetingRow, today: date, held: Held | None = None) -> str:
    """The day, with the times where they are known; `held` are those of its record, None where there is none.

    A meeting that goes on is today's where nothing says when it began, and once it was held here, its planned time
    says nothing any more. One that went on another day names each of its days.
    """
    return _with_times(meeting, today, held, text.long_day)


def _with_times(
    meeting: MeetingRow, today: date, held: Held | None, day_in_words: Callable[[date], str]
) -> str:
    planned = Sat("", meeting.start if meeting.state == "planned" or meeting.source != "live" else "", "")
    stretches = held if held and meeting.state != "planned" else (planned,)
    own = today if meeting.state == "running" else meeting.date
    if len(stretches) > _TOLD:
        first, last = (day_in_words(_day(stretches[at], own)) for at in (0, -1))
        words = _("{first} to {last}, on {count} days")
        return words.format(first=first, last=last, count=len(stretches))
    return _(", and ").join(_stretch(one, day_in_words(_day(one, own))) for one in stretches)


def _day(stretch: Sat, otherwise: date) -> date:
    try:
        return date.fromisoformat(stretch.day)
    except ValueError:  # none, or a record from elsewhere that writes days in its own way
        return otherwise


def _stretch(one: Sat, day: str) -> str:
    if one.start and one.end:
        return _("{day}, {start} to {end}").format(day=day, start=one.start, end=one.end)
    return _("{day}, {time}").format(day=day, time=one.start) if one.start else day


def state_word(meeting: MeetingRow, today: date) -> str:
    """The state in a word or two."""
    if meeting.state == "running":
        return _("Going on")
    if meeting.state == "planned":
        return _("Planned") if meeting.date >= today else _("Not held yet")
    words = {"live": _("Held"), "imported": _("Brought in"), "paper": _("Entered afterwards")}
    return words[meeting.source]


def counted(meetings: Iterable[MeetingRow]) -> str:
    """How many there are, in words."""
    states = [one.state for one in meetings]
    held, coming = states.count("closed"), states.count("planned")
    parts = [ngettext("{count} held", "{count} held", held).format(count=held)] if held else []
    if coming:
        parts.append(ngettext("{count} planned", "{count} planned", coming).format(count=coming))
    if "running" in states:
        parts.append(_("one going on"))
    return " · ".join(parts)


def _found(meeting: MeetingRow, query: str) -> bool:
    names = " ".join(meeting.facilitators)
    day = f"{meeting.date.isoformat()} {text.long_day(meeting.date)}" if query.strip() else ""
    return finds(query, meeting.title, meeting.coalition, meeting.place, names, day)
