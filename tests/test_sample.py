"""The sample coalition: what a newcomer finds, whatever the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from coalmeet import sample, text
from coalmeet.clock import Moment
from coalmeet.coalition import decision, plan
from coalmeet.meeting.rotation import proposed, standings
from coalmeet.store import (
    actions,
    agenda,
    coalition,
    decisions,
    file,
    meetings,
    notes,
    opening,
    parked,
    people,
    records,
    rotation,
)

TUESDAY = date(2026, 5, 12)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[file.CoalitionFile]:
    made = file.create(tmp_path / "sample.coalmeet", "Our Alliance", now=0)
    sample.write(made, TUESDAY)
    yield made
    made.close()


def test_the_prepared_meeting_is_next_thursday() -> None:
    found = [sample.next_thursday(TUESDAY + timedelta(days=days)) for days in range(7)]
    assert [day.isoformat()[-2:] for day in found] == ["14", "14", "21", "21", "21", "21", "21"]


def test_eight_organisations_with_delegates_and_alternates(opened: file.CoalitionFile) -> None:
    with opened.reading() as con:
        belonging = people.on(con, TUESDAY)
        members = [one for one in people.organisations(con) if one.belongs(TUESDAY)]
        assert len(people.organisations(con)) == 8, (
            "the records of the past link to the members, and make no others"
        )
        assert len(people.people(con)) == 17
        assert coalition.read(con).name == "Our Alliance"
        assert coalition.read(con).purpose
    assert len({one.size for one in members}) == 8
    for member in members:
        capacities = {one.capacity for one in belonging if one.organisation == member}
        assert {"delegate", "alternate"} <= capacities


def test_three_meetings_behind_and_one_ahead(opened: file.CoalitionFile) -> None:
    with opened.reading() as con:
        rows = meetings.meetings(con)
        told = [records.read(con, row.id) for row in rows if row.state == "closed"]
        register = [
            (decision.state(one, decisions.entries(con), TUESDAY)) for one in decisions.decisions(con)
        ]
        work = actions.actions(con, open_only=True)
        waiting = [one.title for one in parked.parked(con) if one.waits]
    assert [(row.state, (date(2026, 5, 14) - row.date).days) for row in rows] == [
        ("planned", 0),
        ("closed", 28),
        ("closed", 56),
        ("closed", 84),
    ]
    assert all(one["coalition"] == "Our Alliance" for one in told)
    assert sorted(register) == ["in_force", "in_force", "not agreed", "review_due"]
    assert any(one.has_nobody for one in work)
    assert any(one.is_overdue(TUESDAY) for one in work)
    assert waiting == ["Summer open day: a date, and somebody who holds the threads"]


def test_the_prepared_meeting_lacks_nothing(opened: file.CoalitionFile) -> None:
    with opened.reading() as con:
        row = meetings.meetings(con)[0]
        frame, items = meetings.meeting(con, row.id), agenda.items(con, row.id)
        private = notes.read_private(con, row.id)
        found = standings(rotation.history(con), people.organisations(con), frame.date)
    content = [item for item in items if not item.built_in]
    assert len(content) == 6
    assert plan.overbooked(frame, items) == ()
    assert 60 <= plan.total(items) <= 90
    drafts = [item for item in content if item.label == "decision"]
    assert all(item.proposal and item.need and item.proposer and item.kind for item in drafts)
    assert len(private) == 1
    first = proposed(found)
    assert first is not None
    assert first.organisation.id == frame.turn
    assert row.facilitators == ("Olu Adeyemi",), "the one that the last meeting announced"


def test_its_agenda_decides_in_four_ways_that_its_matrix_names(opened: file.CoalitionFile) -> None:
    with opened.reading() as con:
        plan = opening.plan(con, meetings.meetings(con)[0].id)
        past = {one.kind for one in decisions.decisions(con)}
    ways = {row.name: row for row in plan.kinds}
    decided = [(ways[one.kind].method, ways[one.kind].critical) for one in plan.agenda if one.kind]
    assert decided == [("consent", True), ("two_thirds", False), ("consent", False), ("delegated", False)]
    assert ways["Public statement"].window_days == 7
    assert past <= ways.keys(), "what was decided before is of a kind that is still known"
    assert plan.profile.fallback == "two_thirds", (
        "so that a protected voice has something to be protected from"
    )


def test_the_small_and_those_closest_to_it_have_a_protected_voice_looked_at_again_each_year(
    opened: file.CoalitionFile,
) -> None:
    with opened.reading() as con:
        held = [one for one in people.organisations(con) if one.protected]
    assert sorted(one.short for one in held) == ["DDF", "Kitchen"]
    assert all(one.protection_review and one.protection_review > TUESDAY for one in held)


def test_the_sample_is_made_once_while_its_meeting_lies_ahead(tmp_path: Path) -> None:
    def on(day: date) -> Moment:
        return Moment(text.wall(day, "12:00", "UTC"), 0, "boot")

    first = sample.make_sample(lambda: on(TUESDAY), tmp_path / "own")
    first.close()
    again = sample.make_sample(lambda: on(TUESDAY + timedelta(days=1)), tmp_path / "own")
    again.close()
    later = sample.make_sample(lambda: on(TUESDAY + timedelta(days=30)), tmp_path / "own")
    later.close()
    assert first.path == again.path
    assert later.path != first.path
