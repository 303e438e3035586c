"""The reference meeting of the goals of speed: 12 items, 25 organisations, 6 decisions, 20 actions; and years of it."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from coalmeet.coalition.coalition import Coalition
from coalmeet.coalition.meeting_row import MeetingRow
from coalmeet.coalition.year_book import APPROVED, Gathered, Held, YearBook, year_book

Record = dict[str, Any]
_TOLD = """rent fund budget motion owner tenant union council grant deadline coalition solidarity childcare venue flyer
petition consent objection change treasurer minutes campaign lawyer hearing rule volunteer translation outreach survey
charter steward quorum mandate delegate money report statement workshop safety the a of to and in that for with on we
they it as by from at is was will agreed asked noted Zürich façade Łódź"""
_WORDS = _TOLD.split()
_FIRST = date(2026, 1, 7)


def record(number: int = 0) -> Record:
    """One of the meetings, a week after the one before."""
    drawn = random.Random(number)
    organisations = [" ".join(drawn.choices(_WORDS[:38], k=3)).title() for _organisation in range(25)]
    people = [
        {"name": f"Ana Ortiz {at}", "organisation": organisations[at % 25], "present": True}
        for at in range(40)
    ]
    actions = [_action(drawn, people) for _action_ in range(20)]
    return {
        "format": "coalmeet.meeting",
        "version": 1,
        "coalition": "Alliance of the Quarter",
        "title": f"Steering meeting {number + 1}",
        "date": (_FIRST + timedelta(days=7 * number)).isoformat(),
        "start": "18:00",
        "end": "19:00",
        "state": "approved",
        "facilitators": [people[0]["name"]],
        "people": people,
        "members": [{"organisation": one, "present": True} for one in organisations],
        "temperature": [{"word": drawn.choice(("hopeful", "tired", "steady", "glad"))} for _person in people],
        "agenda": [_item(drawn, at, organisations, actions) for at in range(12)],
    }


def _item(drawn: random.Random, at: int, organisations: list[str], actions: list[Record]) -> Record:
    decided = at % 2 == 0
    rounds = [
        {"organisation": drawn.choice(organisations), "reason": _text(drawn, 14), "ending": "withdrawn"}
        for _objection in range(drawn.randrange(1, 3))
    ]
    decision = {
        "number": f"D{at // 2 + 1}",
        "text": _text(drawn, 28),
        "outcome": "agreed",
        "objections": rounds,
    }
    return {
        "title": _text(drawn, 5)[:-1],
        "label": ("decision", "update", "discussion")[at % 3],
        "minutes": 5,
        "minutes_used": drawn.randrange(2, 9),
        "notes": "\n\n".join(_text(drawn, drawn.randrange(25, 60)) for _paragraph in range(2)),
        "outcome": "agreed" if decided else "noted",
        "decisions": [decision] if decided else [],
        "actions": actions[at::12],
    }


def _action(drawn: random.Random, people: list[Record]) -> Record:
    who = drawn.choice(people)
    return {
        "text": _text(drawn, 12),
        "owner": who["name"],
        "organisation": who["organisation"],
        "due": "2026-12-15",
    }


def _text(drawn: random.Random, words: int) -> str:
    return " ".join(drawn.choices(_WORDS, k=words)).capitalize() + "."


def book(meetings: int) -> YearBook:
    """The year book of so many of them."""
    records = [record(number) for number in range(meetings)]
    held = tuple(Held(_row(one), one, APPROVED) for one in records)
    last = _FIRST + timedelta(days=7 * meetings)
    here = Coalition("c", "Alliance of the Quarter", time_zone="Europe/Berlin")
    return year_book(Gathered(here, _FIRST, last, last, held, (), (), (), ()))


def _row(one: Record) -> MeetingRow:
    day = date.fromisoformat(one["date"])
    return MeetingRow(one["title"], day, one["title"], "18:00", 60, "", "", "", "closed", "imported", ())
