"""Twice as much takes twice the work in every form, whether it is many things or one long one: counted, not timed.

Counted are the calls of functions, Python's own included; what one of those does with a long text was timed by hand.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from coalmeet.documents.eml import eml
from coalmeet.documents.html import html
from coalmeet.documents.ics import ics
from coalmeet.documents.markdown import markdown
from coalmeet.documents.minutes import pdf
from coalmeet.documents.tables import actions_csv, decisions_csv
from coalmeet.exchange.record import dump
from coalmeet.meeting.letters import letters
from coalmeet.meeting.minutes import minutes, published

Record = dict[str, Any]
FORMS: dict[str, Callable[[Record], object]] = {
    "pdf": lambda record: pdf(minutes(record), attachment=dump(published(record)).encode()),
    "html": lambda record: html(minutes(record)),
    "markdown": lambda record: markdown(minutes(record)),
    "actions": lambda record: actions_csv(minutes(record)),
    "decisions": lambda record: decisions_csv(minutes(record), record),
    "ics": lambda record: ics(minutes(record), record),
    "letters": lambda record: [eml(one, (), ()) for one in letters(minutes(record), record)],
}
DECISION = {
    "number": "D1",
    "text": "We go on as agreed.",
    "outcome": "provisional",
    "provisional_until": "2026-06-01",
}
ENTRY = {
    "title": "Item",
    "outcome": "agreed",
    "notes": "A line of notes.\n" * 4,
    "decisions": [{**DECISION, "objections": [{"organisation": "B", "reason": "no", "ending": "withdrawn"}]}],
    "actions": [{"text": "Do it", "owner": "Ana", "due": "2026-06-02"}],
}
# What grows: the number of something, or the length of one text.
GROWING: dict[str, Callable[[int], Record]] = {
    "items": lambda size: {"agenda": [ENTRY] * size},
    "people": lambda size: {
        "people": [{"name": f"P {at}", "organisation": "A", "present": True} for at in range(size)]
    },
    "members": lambda size: {
        "members": [{"organisation": f"M {at}", "present": bool(at % 2)} for at in range(size)]
    },
    "decisions of an item": lambda size: {"agenda": [{**ENTRY, "decisions": [DECISION] * size}]},
    "lines of notes": lambda size: {"agenda": [{**ENTRY, "notes": "A line of notes.\n" * size * 4}]},
    "one paragraph": lambda size: {"agenda": [{**ENTRY, "notes": "word after word " * size * 4}]},
    "one word": lambda size: {"agenda": [{**ENTRY, "notes": "w" * size * 60}]},
    "one decision": lambda size: {
        "agenda": [{**ENTRY, "decisions": [{**DECISION, "text": "We go on. " * size * 4}]}]
    },
    "words of a round": lambda size: {
        "temperature": [{"name": f"P {at}", "word": f"w{at}"} for at in range(size)]
    },
    "a title": lambda size: {"title": "A long title " * size},
}
SIZES = (25, 50, 100)


def calls(make: Callable[[], object]) -> int:
    """How many functions are called."""
    count = 0

    def counting(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(counting)
    try:
        make()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("growing", GROWING)
@pytest.mark.parametrize("form", FORMS)
def test_twice_as_much_is_twice_the_work(form: str, growing: str) -> None:
    base = {"format": "coalmeet.meeting", "version": 1, "date": "2026-05-14", "agenda": []}
    FORMS[form](base)  # what is read once is read
    work = [calls(lambda size=size: FORMS[form](base | GROWING[growing](size))) for size in SIZES]  # type: ignore[misc]
    added = [after - before for before, after in pairwise(work)]
    # The first page is laid out until it fits, which costs small meetings more than it costs large ones.
    assert added[-1] <= 2.5 * max(added[-2], work[0] / 5) + 2000, (growing, work)
