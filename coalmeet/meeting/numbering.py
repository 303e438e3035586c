"""The numbers by which people call agenda items and decisions: given once, and never to another.

A number that was said aloud must go on meaning the same. So an item keeps its number wherever it is moved to, and
keeps it reserved when it leaves the agenda. What is added on the way gets the next number after all others, not a
letter: where it stands may change, and it is a matter of its own. Only the part of an item that was split is called
3a, because it belongs to 3.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from string import ascii_lowercase

from coalmeet.meeting.events import AgendaEntry
from coalmeet.meeting.state import Item, Meeting

_WHOLE = re.compile(r"\d+")


def numbered(agenda: Iterable[AgendaEntry]) -> tuple[Item, ...]:
    """The items of a prepared agenda, counted from 1; breaks have no number."""
    count, items = 0, []
    for entry in agenda:
        count += entry.built_in != "break"
        items.append(Item(entry, number="" if entry.built_in == "break" else str(count)))
    return tuple(items)


def next_number(items: Iterable[Item], entry: AgendaEntry) -> str:
    """The number of one more item; "" for a break."""
    if entry.built_in == "break":
        return ""
    return str(max((int(_whole(item.number)) for item in items if item.number), default=0) + 1)


def part_number(items: Iterable[Item], first: Item) -> str:
    """The number of a part that was split off: the first free letter behind the number, 3a for a part of 3."""
    taken = {item.number for item in items}
    whole = _whole(first.number)
    letters = (f"{whole}{letter}" for letter in _letters())
    return next(number for number in letters if number not in taken)


def decision_numbers(meeting: Meeting) -> dict[str, str]:
    """The number of each text, by the id of its proposal, in the order in which they were decided: D1, D2 and so on.

    The call sees a number with the result. So a text that was brought earlier and decided later counts later, and
    those still on the table follow all others. Bare drafts have none.
    """
    told = [one for one in meeting.proposals if one.stage != "draft"]
    told.sort(key=lambda one: (not one.decided, one.decided_at if one.decided else 0))
    return {one.id: f"D{number}" for number, one in enumerate(told, 1)}


def _whole(number: str) -> str:
    found = _WHOLE.match(number)
    return found[0] if found else "0"


def _letters() -> Iterable[str]:
    """a to z, then aa, ab and so on without end."""
    yield from ascii_lowercase
    for before in _letters():
        yield from (f"{before}{letter}" for letter in ascii_lowercase)
