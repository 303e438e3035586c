"""Meetings of the sizes that were seen in life, in made-up words: 58 items, 75 people, 734,000 characters of notes."""

from __future__ import annotations

import random
from typing import Any

Record = dict[str, Any]
ITEMS, PEOPLE, CHARACTERS = 58, 75, 734_000
_SYLLABLES = (
    "ba",
    "ke",
    "li",
    "mo",
    "nu",
    "ra",
    "se",
    "ti",
    "vo",
    "zu",
    "chen",
    "dor",
    "fal",
    "gri",
    "hul",
    "ö",
    "ś",
)
_OUTCOMES = ("agreed", "provisional", "not agreed", "postponed", "parked", "noted", "not reached", "referred")


def stress(items: int = ITEMS, people: int = PEOPLE, characters: int = CHARACTERS) -> Record:
    """A meeting of this size, the same one each time; the characters are those of its notes."""
    drawn = random.Random(items * 1000 + people)
    names = [f"{_word(drawn).title()} {_word(drawn).title()}" for _person in range(people)]
    organisations = [f"{_word(drawn).title()} {number}" for number in range(max(1, people // 3))]
    each = characters // max(items, 1)
    return {
        "format": "coalmeet.meeting",
        "version": 1,
        "coalition": "Alliance of Everything",
        "title": "The longest meeting",
        "date": "2026-05-14",
        "start": "09:00",
        "end": "19:00",
        "facilitators": names[:1],
        "people": [
            {"name": name, "organisation": organisations[at % len(organisations)], "present": at % 5 > 0}
            for at, name in enumerate(names)
        ],
        "members": [{"organisation": one, "present": at % 4 > 0} for at, one in enumerate(organisations)],
        "agenda": [_item(drawn, at, each, names, organisations) for at in range(items)],
    }


def _item(
    drawn: random.Random, at: int, characters: int, names: list[str], organisations: list[str]
) -> Record:
    outcome = _OUTCOMES[at % len(_OUTCOMES)]
    decided = outcome in {"agreed", "provisional", "not agreed"}
    decision = {
        "number": f"D{at + 1}",
        "text": _words(drawn, 120).strip() + ".",
        "outcome": outcome,
        "method": "consent",
        "proposed_by": organisations[at % len(organisations)],
        "objections": [
            {"organisation": organisations[0], "reason": _words(drawn, 60), "ending": "withdrawn"}
        ],
        "review_date": "2026-11-14",
    }
    return {
        "title": _words(drawn, 40).strip(),
        "label": ("decision", "update", "discussion")[at % 3],
        "minutes": 10,
        "minutes_used": 8 + at % 7,
        "notes": _notes(drawn, characters),
        "outcome": outcome,
        "decisions": [decision] if decided else [],
        "actions": [
            {"text": _words(drawn, 70).strip(), "owner": names[at % len(names)], "due": "2026-06-01"}
        ],
    }


def _notes(drawn: random.Random, characters: int) -> str:
    """Paragraphs, lists and one line that is very long."""
    lines, left = [], characters
    while left > 0:
        line = ("- " if drawn.random() < 0.4 else "") + _words(
            drawn, min(left, drawn.choice((60, 200, 900, 4000)))
        )
        lines.append(line)
        left -= len(line) + 1
    return "\n".join(lines)


def _words(drawn: random.Random, characters: int) -> str:
    found = ""
    while len(found) < characters:
        found += _word(drawn) + " "
    return found[:characters]


def _word(drawn: random.Random) -> str:
    return "".join(drawn.choices(_SYLLABLES, k=drawn.randint(1, 4)))
