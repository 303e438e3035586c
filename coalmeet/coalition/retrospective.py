"""The coalition's retrospective and its rhythm: what worked, what did not, what to try next, every few months.

It comes back on the same weekday of the month ("the second Thursday"): a date alone would fall on Sundays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

from coalmeet.coalition.decision import REVIEW_NEAR
from coalmeet.coalition.plan import PlannedItem
from coalmeet.coalition.waiting import Waiting
from coalmeet.text import _, long_day, weekday

LAST = 5  # a fifth weekday is not in every month: then the last one counts
LONGEST_MONTHS = 24
MINUTES = 30
LASTS_MINUTES = 60  # in the calendar, where it has a time of day


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Every so many `months` from the `first` day on, at `start` ("HH:MM", "" for the day alone); 0 months for none."""

    months: int = 0
    first: date | None = None
    start: str = ""

    @property
    def is_set(self) -> bool:
        """Whether there is one."""
        return self.months > 0 and self.first is not None


NO_RHYTHM = Rhythm()


def place_in_month(day: date) -> int:
    """Which of its weekdays in the month a day is: 1 to 4, LAST for a fifth one."""
    return min((day.day - 1) // 7 + 1, LAST)


def days(rhythm: Rhythm) -> Iterator[date]:
    """The days on which it comes, without end; none where there is no rhythm."""
    first = rhythm.first
    if rhythm.months <= 0 or first is None:
        return
    for turn in count():
        month = first.month - 1 + turn * rhythm.months
        begins = date(first.year + month // 12, month % 12 + 1, 1)
        to_weekday = (first.weekday() - begins.weekday()) % 7
        day = begins + timedelta(days=to_weekday + 7 * (place_in_month(first) - 1))
        yield day if day.month == begins.month else day - timedelta(days=7)


def due(rhythm: Rhythm, today: date) -> date | None:
    """The latest day that is near enough for the next agenda, or past; None while none is."""
    found = None
    for day in days(rhythm):
        if day - REVIEW_NEAR > today:
            break
        found = day
    return found


def next_day(rhythm: Rhythm, today: date) -> date | None:
    """The first day from today on."""
    return next((day for day in days(rhythm) if day >= today), None)


def retrospective_waiting(
    rhythm: Rhythm, coalition: str, on_agendas: Iterable[date], today: date
) -> tuple[Waiting, ...]:
    """A retrospective that is due waits until an agenda has it; `on_agendas` are the days of meetings that do."""
    day = due(rhythm, today)
    if day is None or any(one >= day - REVIEW_NEAR for one in on_agendas):
        return ()
    return (
        Waiting("retrospective", topic_of(coalition), _("Retrospective"), day, topic=topic_of(coalition)),
    )


def topic_of(coalition: str) -> str:
    """The topic that all retrospectives of a coalition share, so that each finds what was said before."""
    return f"retrospective-{coalition}"


def item_for(waiting: Waiting, item: str) -> PlannedItem:
    """The agenda item of a retrospective, with this id."""
    return PlannedItem(
        item,
        0,
        "",
        _("Retrospective: what worked, what did not, what do we try next?"),
        "discussion",
        MINUTES,
        _("We know what we keep, and one thing that we try"),
        topic=waiting.topic,
    )


def rhythm_words(rhythm: Rhythm, today: date) -> str:
    """The rhythm in a sentence, with the day on which it comes next."""
    coming = next_day(rhythm, today)
    if rhythm.first is None or coming is None:
        return _("None comes round by itself.")
    name = weekday(rhythm.first)
    on = {
        1: _("the first {weekday} of the month"),
        2: _("the second {weekday} of the month"),
        3: _("the third {weekday} of the month"),
        4: _("the fourth {weekday} of the month"),
        LAST: _("the last {weekday} of the month"),
    }[place_in_month(rhythm.first)].format(weekday=name)
    return _("It comes on {on}, next on {day}.").format(on=on, day=long_day(coming))
