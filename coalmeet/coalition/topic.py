"""Topics: what an item is about. It may come back at many meetings, and its history is read off their records."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from coalmeet.text import _, ngettext, plain_day, short_day

TOLD = 3  # times that are told one by one, the last ones; more is a number
NEAR_DAYS = 250  # a day further away is told with its year
OFFERED = 40  # earlier topics to choose from: more is a list that nobody reads
_WORD = re.compile(r"\w{3,}")
BY_TITLE = "title:"  # how the topic of an item begins that has no id: records from elsewhere know only titles


@dataclass(frozen=True, slots=True)
class Earlier:
    """One time that a topic was on an agenda: the day, its title then, its label and how it came out."""

    topic: str
    title: str
    day: date
    label: str = ""
    outcome: str = ""


def topic_of(topic: str, item: str, title: str) -> str:
    """What names the topic of an item of a record: its topic, else the item itself, else its title."""
    return topic or item or BY_TITLE + " ".join(title.casefold().split())


def history(earlier: Iterable[Earlier], topic: str, before: date) -> tuple[Earlier, ...]:
    """The times that a topic was taken up before a day, the first one first."""
    found = [one for one in earlier if one.topic == topic and one.day < before]
    return tuple(sorted(found, key=lambda one: one.day))


def history_words(times: Sequence[Earlier], today: date) -> str:
    """The history in a line: "Earlier: Tue 3 Mar discussed, Thu 2 Apr parked."; "" for a topic that is new."""
    if not times:
        return ""
    told = _(", ").join(
        _("{day} {outcome}").format(day=_day(one.day, today), outcome=came_to(one)) for one in times[-TOLD:]
    )
    more = len(times) - TOLD
    if more <= 0:
        return _("Earlier: {times}.").format(times=told)
    sentence = ngettext(
        "Earlier: {times}, and {count} time before, since {since}.",
        "Earlier: {times}, and {count} times before, since {since}.",
        more,
    )
    return sentence.format(times=told, count=more, since=_day(times[0].day, today))


def _day(day: date, today: date) -> str:
    return short_day(day) if abs((today - day).days) < NEAR_DAYS else plain_day(day)


def came_to(one: Earlier) -> str:
    """What it came to, as a word after its day; what was simply noted is told by its label."""
    table = {
        "agreed": _("agreed"),
        "provisional": _("agreed for now"),
        "recommended": _("recommended"),
        "not agreed": _("not agreed"),
        "postponed": _("put off"),
        "parked": _("parked"),
        "referred": _("referred to a group"),
        "delegated": _("delegated"),
        "dropped": _("dropped"),
        "withdrawn": _("withdrawn"),
        "not reached": _("not reached"),
    }
    by_label = {"discussion": _("discussed"), "update": _("told")}
    return table.get(one.outcome) or by_label.get(one.label) or _("talked about")


def offered(earlier: Iterable[Earlier], title: str, before: date) -> tuple[Earlier, ...]:
    """Earlier topics that an item may go on with, each with its last time: those with words of its title first,
    then the latest.
    """
    last: dict[str, Earlier] = {}
    for one in sorted(earlier, key=lambda one: one.day):
        if one.day < before and one.title.strip():
            last[one.topic] = one
    words = _words(title)
    ranked = sorted(last.values(), key=lambda one: (-len(words & _words(one.title)), -one.day.toordinal()))
    return tuple(ranked[:OFFERED])


def _words(title: str) -> frozenset[str]:
    return frozenset(_WORD.findall(title.casefold()))
