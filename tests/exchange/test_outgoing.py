"""The record of a meeting in each of its states, and what happens to one that came from outside."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coalmeet import sample
from coalmeet.clock import Moment
from coalmeet.coalition.meeting_row import MeetingRow
from coalmeet.exchange.outgoing import record_of
from coalmeet.exchange.record import dump, is_planned, read
from coalmeet.store import agenda, file, log, meetings, notes
from coalmeet.store.incoming import take_in
from coalmeet.store.opening import plan

PLAN: dict[str, Any] = {
    "format": "coalmeet.meeting",
    "version": 1,
    "date": "2026-06-11",
    "title": "June",
    "agenda": [
        {"title": "Budget", "minutes": 7.5, "outcome": None, "x-colour": "red"},
        {"title": "Press", "decisions": [{"text": "One voice.", "need": "Calls", "kind": "press"}]},
    ],
}


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[file.CoalitionFile]:
    made = file.create(tmp_path / "c.coalmeet", "Ours", now=0)
    yield made
    made.close()


def newest(opened: file.CoalitionFile) -> MeetingRow:
    with opened.reading() as con:
        return meetings.meetings(con)[0]


def out(opened: file.CoalitionFile, meeting: str) -> dict[str, Any]:
    with opened.reading() as con:
        found = record_of(con, meeting)
    assert read(dump(found), "out.json") == found
    return found


def test_the_prepared_meeting_goes_out_with_its_drafts_and_without_private_notes(
    opened: file.CoalitionFile,
) -> None:
    sample.write(opened, date(2026, 5, 12))
    row = newest(opened)
    found = out(opened, row.id)
    with opened.reading() as con:
        (private,) = notes.read_private(con, row.id).values()
    assert is_planned(found)
    assert (found["start"], found["planned_minutes"], found["facilitators"]) == ("18:00", 80, ["Olu Adeyemi"])
    (draft,) = found["agenda"][4]["decisions"]
    assert (draft["proposed_by"], draft["kind"], draft["outcome"]) == (
        "Tenants of the Quay",
        "Public statement",
        None,
    )
    assert private not in json.dumps(found, ensure_ascii=False)
    assert 'example.org"' not in json.dumps(found)


def test_an_agenda_that_travelled_is_the_same_agenda_elsewhere(
    opened: file.CoalitionFile, tmp_path: Path
) -> None:
    sample.write(opened, date(2026, 5, 12))
    sent = out(opened, newest(opened).id)
    other = file.create(tmp_path / "other.coalmeet", "Other", now=0)
    with other.writing() as con:
        meeting, is_new = take_in(con, other, sent)
    assert is_new
    with opened.reading() as here, other.reading() as there:
        before = agenda.items(here, newest(opened).id)
        after = agenda.items(there, meeting)
    told = [
        (item.title, item.label, item.minutes, item.presenters, item.proposal, item.need, item.kind)
        for item in after
    ]
    assert told[2:-2] == [
        (item.title, item.label, item.minutes, item.presenters, item.proposal, item.need, item.kind)
        for item in before[2:-2]
    ]
    assert [item.built_in for item in after] == [item.built_in for item in before]
    assert out(other, meeting) == sent
    other.close()


def test_a_plan_from_outside_goes_out_as_it_came_until_it_is_changed(opened: file.CoalitionFile) -> None:
    with opened.writing() as con:
        meeting, _new = take_in(con, opened, PLAN)
    assert out(opened, meeting) == PLAN
    with opened.writing() as con:
        agenda.move(con, opened, meeting, agenda.items(con, meeting)[0].id, 1)
    changed = out(opened, meeting)
    assert [item["title"] for item in changed["agenda"]] == ["Press", "Budget"]
    assert changed["agenda"][0]["decisions"] == [
        {"text": "One voice.", "outcome": None, "need": "Calls", "kind": "press"}
    ]


def test_a_running_meeting_goes_out_as_far_as_it_has_come(opened: file.CoalitionFile) -> None:
    with opened.writing() as con:
        meeting, _new = take_in(con, opened, PLAN)
        log.append(
            con, opened, meeting, (plan(con, meeting),), parent="", at=Moment(1_781_200_000_000, 0, "boot")
        )
        notes.write(con, opened, meeting, agenda.items(con, meeting)[0].id, "We began.")
    assert newest(opened).state == "running"
    found = out(opened, meeting)
    assert found["state"] == "draft"
    assert found["agenda"][0]["notes"] == "We began."
