"""Every form of the minutes is made of every real record, and none loses a word that was decided or a piece of work."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from coalmeet.documents.eml import eml
from coalmeet.documents.html import html
from coalmeet.documents.ics import ics
from coalmeet.documents.markdown import markdown
from coalmeet.documents.plain import plain
from coalmeet.documents.tables import actions_csv, decisions_csv
from coalmeet.meeting.letters import letters
from coalmeet.meeting.minutes import minutes
from coalmeet.meeting.minutes_values import Minutes
from tests.documents.conftest import Reader

Record = dict[str, Any]
EACH = 1 if os.environ.get("COALMEET_EXAMPLES") == "full" else 8


def bare(text: str) -> str:
    return "".join(text.split())


def rows(table: str) -> int:
    return len(list(csv.reader(io.StringIO(table.removeprefix("\ufeff"), newline="")))) - 1


def test_no_form_loses_a_word(records: Path) -> None:
    for path in sorted(records.glob("*.json"))[::EACH]:
        record = json.loads(path.read_text(encoding="utf-8"))
        _complete(record, minutes(record), path.name)


def _complete(record: Record, told: Minutes, name: str) -> None:
    page, text = bare(Reader(html(told)).text), markdown(told)
    decisions = [one for item in told.items for one in item.decisions]
    for one in (*decisions, *told.actions):
        assert bare(plain(one.text)) in page, name
    for item in told.items:
        assert bare(plain(item.title)) in page, name
        assert bare(plain(item.notes)) in page, name
    assert len(text) > len(told.title), name
    assert rows(actions_csv(told)) == len(told.actions), name
    assert rows(decisions_csv(told, record)) == len(decisions), name
    ids = [str(one["uid"]) for one in Calendar.from_ical(ics(told, record)).walk("VEVENT")]
    assert len(ids) == len(set(ids)), name
    for letter in letters(told, record):
        assert eml(letter, (), ())


def test_what_is_private_reaches_no_form(rich: Record) -> None:
    secret = "zzsecretzz"
    rich["agenda"][2] |= {"notes": secret, "off_record": True}
    told = minutes(rich)
    forms = [
        html(told),
        markdown(told),
        actions_csv(told),
        decisions_csv(told, rich),
        ics(told, rich).decode(),
    ]
    forms += [eml(one, (), ()).decode() for one in letters(told, rich)]
    assert [form for form in forms if secret in form] == []


@pytest.mark.parametrize("size", [10, 100])
def test_long_meetings_take_time_in_proportion(size: int) -> None:
    """Counted in what is made, not in seconds: each item adds the same."""
    entry = {
        "title": "Item",
        "notes": "One line.\n" * 20,
        "decisions": [{"text": "We go.", "outcome": "agreed"}],
    }
    record = {"format": "coalmeet.meeting", "version": 1, "date": "2026-05-14", "agenda": [entry] * size}
    assert len(html(minutes(record))) < 6_000 + 1_400 * size
