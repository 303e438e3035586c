"""Records taken in: kept as they came, linked to people beside the text, and known again."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coalmeet.errors import FileProblem, NotAllowed
from coalmeet.exchange.record import read
from coalmeet.store import (
    actions,
    agenda,
    attendance,
    decisions,
    edit,
    glance,
    incoming,
    matching,
    meetings,
    merging,
    parked,
    people,
    records,
    rotation,
)
from coalmeet.store.file import CoalitionFile
from coalmeet.text import wall

RECORD: dict[str, Any] = {
    "format": "coalmeet.meeting",
    "version": 1,
    "date": "2025-11-03",
    "coalition": "Delta Network",
    "title": "Autumn <b>meeting</b> 河",
    "start": "23:00",
    "end": "00:30",
    "timezone": "Europe/Lisbon",
    "facilitators": ["Ana  Ruiz"],
    "people": [
        {
            "name": "Ana Ruiz",
            "organisation": "Mill Road",
            "present": True,
            "arrived": "23:00",
            "left": "00:20",
        },
        {"name": "Bo", "organisation": None, "present": True},
        {"name": "Cy", "organisation": "Reed", "present": False},
        {"name": "Ana Ruiz", "organisation": "Mill Road", "present": True, "presence": [["00:25", None]]},
    ],
    "agenda": [
        {
            "title": "Money",
            "label": "decision",
            "outcome": "agreed",
            "notes": "x",
            "decisions": [
                {
                    "text": "We pay.",
                    "outcome": "agreed",
                    "present": ["Mill Road", "Nobody"],
                    "review_date": "2026-05-03",
                }
            ],
            "actions": [
                {"text": "Pay", "owner": "Bo", "due": "2025-12-01", "hours": 1.5, "done": True},
                {"text": "Ask", "owner": None},
                {"text": "Write", "owner": "Somebody Else"},
            ],
        },
        {"title": "News", "outcome": "not reached", "extra": [1, {"deep": None}]},
    ],
    "parked": ["A mooring"],
    "mood": {"unknown": "key"},
}
Take = Callable[..., str]


@pytest.fixture
def take(file: CoalitionFile) -> Take:
    def take_in(**changes: Any) -> str:
        with file.writing() as con:
            meeting_id, new = incoming.take_in(con, file, {**RECORD, **changes})
        assert new
        return meeting_id

    return take_in


def test_a_record_comes_back_key_by_key(file: CoalitionFile, take: Take) -> None:
    meeting_id = take()
    with file.reading() as con:
        assert json.dumps(records.read(con, meeting_id)) == json.dumps(RECORD)
        row = meetings.row(con, meeting_id)
    assert (row.state, row.source, row.coalition, row.title) == (
        "closed",
        "imported",
        "Delta Network",
        RECORD["title"],
    )
    assert (row.date, row.start, row.facilitators) == (date(2025, 11, 3), "23:00", ("Ana  Ruiz",))


def test_the_same_record_again_changes_nothing(file: CoalitionFile, take: Take) -> None:
    first = take()
    with file.writing() as con:
        before = con.exec_driver_sql("SELECT count(*) FROM change").scalar()
        turned_round = dict(reversed(RECORD.items()))
        assert incoming.take_in(con, file, turned_round) == (first, False)
        assert con.exec_driver_sql("SELECT count(*) FROM change").scalar() == before
        assert records.known(con, {**RECORD, "title": "Another"}) is None


def test_what_lives_on_is_there(file: CoalitionFile, take: Take) -> None:
    meeting_id = take()
    with file.reading() as con:
        links = matching.links_of(con, meeting_id)
        (decision,) = decisions.decisions(con)
        done, nobody, unknown = sorted(actions.actions(con), key=lambda one: one.number)
        (turn,) = rotation.history(con)
        came = {one.person: one for one in attendance.attendance(con, meeting_id)}
        assert [one.title for one in parked.parked(con)] == ["A mooring"]
    ana, bo, mill = links.person("Ana Ruiz"), links.person("Bo"), links.organisation("Mill Road")
    assert (decision.number, decision.present, decision.review_date) == ("D1", (mill,), date(2026, 5, 3))
    assert (done.number, done.owner, done.done, done.hours, done.due) == (
        "A1",
        bo,
        True,
        1.5,
        date(2025, 12, 1),
    )
    assert nobody.has_nobody
    assert (unknown.owner, unknown.owner_name) == ("", "Somebody Else")
    assert (turn.actual, turn.present) == (mill, (mill,))
    night = date(2025, 11, 3), date(2025, 11, 4)
    assert came[ana].spans == (
        (wall(night[0], "23:00", "Europe/Lisbon"), wall(night[1], "00:20", "Europe/Lisbon")),
        (wall(night[0], "00:25", "Europe/Lisbon"), None),
    )
    assert not came[links.person("Cy")].present


def test_people_are_known_again_by_name_and_organisation_in_one_coalition(
    file: CoalitionFile, take: Take
) -> None:
    first, again, elsewhere = take(), take(date="2025-12-01"), take(coalition="Another Network")
    with file.reading() as con:
        links = [matching.links_of(con, one) for one in (first, again, elsewhere)]
        names = sorted(one.name for one in people.people(con))
    assert links[0] == links[1]
    assert links[0].person("Ana Ruiz", "Mill Road") != links[2].person("Ana Ruiz", "Mill Road")
    assert links[0].organisation("Mill Road") != links[2].organisation("Mill Road")
    assert names == ["Ana Ruiz", "Ana Ruiz", "Bo", "Bo", "Cy", "Cy"]


def test_a_doubtful_match_makes_a_new_person(file: CoalitionFile, take: Take) -> None:
    first = take(people=[{"name": "Ana Ruiz", "organisation": "Mill Road"}])
    for organisation in ("Reed", None):
        other = take(
            people=[{"name": "Ana Ruiz", "organisation": organisation}], title=f"with {organisation}"
        )
        with file.reading() as con:
            here = matching.links_of(con, other).person("Ana Ruiz", organisation)
            assert here != matching.links_of(con, first).person("Ana Ruiz", "Mill Road")
    with file.reading() as con:
        assert len(people.people(con)) == 3


def test_joined_people_are_one_for_the_next_record(file: CoalitionFile, take: Take) -> None:
    first = take(people=[{"name": "Ana", "organisation": "Mill"}])
    second = take(people=[{"name": "Ana R.", "organisation": "Mill"}], title="second")
    with file.writing() as con:
        kept = matching.links_of(con, first).person("Ana")
        merging.join(con, file, "person", matching.links_of(con, second).person("Ana R."), into=kept)
    third = take(people=[{"name": "Ana R.", "organisation": "Mill"}], title="third")
    with file.reading() as con:
        assert matching.links_of(con, second).person("Ana R.") == kept
        assert matching.links_of(con, third).person("Ana R.") == kept


def test_records_of_the_coalition_itself_find_its_members(file: CoalitionFile, take: Take) -> None:
    with file.writing() as con:
        edit.edit(con, file, "organisation", "mill", name="Mill Road Tenants", short="Mill Road")
        edit.edit(con, file, "person", "ana", name="Ana Ruiz")
        edit.edit(con, file, "affiliation", "f", person="ana", organisation="mill")
    own, foreign = take(coalition="River Alliance"), take()
    with file.reading() as con:
        assert matching.links_of(con, own).person("Ana Ruiz") == "ana"
        assert matching.links_of(con, own).organisation("Mill Road") == "mill"
        assert matching.links_of(con, foreign).person("Ana Ruiz") != "ana"
        members = {one.name: one.member for one in people.organisations(con)}
    assert members["Mill Road Tenants"]
    assert not members["Mill Road"]


def test_a_planned_record_becomes_a_meeting_to_prepare(file: CoalitionFile, take: Take) -> None:
    items = [
        {"title": "Money", "label": "decision", "minutes": 12.5, "presenters": ["Ana"]},
        {"title": "News"},
    ]
    planned = take(agenda=items, end=None)
    with file.reading() as con:
        assert meetings.row(con, planned).state == "planned"
        assert [(one.title, one.minutes) for one in agenda.items(con, planned)] == [
            ("Money", 12),
            ("News", None),
        ]
        assert rotation.history(con) == ()


def test_a_text_that_cannot_be_kept_takes_nothing_in(file: CoalitionFile) -> None:
    bad = {**RECORD, "agenda": [{"title": "a", "notes": "half \ud800"}]}
    with pytest.raises(NotAllowed, match="half a character"), file.writing() as con:
        incoming.take_in(con, file, bad)
    with file.reading() as con:
        assert meetings.meetings(con) == ()
        assert people.people(con) == ()


def test_a_meeting_without_a_record_says_so(file: CoalitionFile, plan: Callable[..., str]) -> None:
    meeting_id = plan()
    with file.reading() as con:
        assert records.find(con, meeting_id) is None
        with pytest.raises(FileProblem, match="no record yet"):
            records.read(con, meeting_id)


def test_lists_take_as_many_statements_for_thirty_meetings_as_for_one(
    file: CoalitionFile, take: Take, statements: list[str]
) -> None:
    queries = (
        meetings.meetings, decisions.decisions, decisions.entries, actions.actions, attendance.attendance,
        parked.parked, rotation.history, people.people, people.organisations, people.affiliations, agenda.templates,
    )  # fmt: skip

    def counts() -> dict[str, int]:
        found = {}
        with file.reading() as con:
            for query in queries:
                statements.clear()
                query(con)
                found[query.__module__ + query.__name__] = len(statements)
        return found

    take()
    with_one = counts()
    for number in range(29):
        take(title=f"Meeting {number}", people=[{"name": f"P{number}", "organisation": f"O{number}"}])
    assert counts() == with_one
    assert max(with_one.values()) <= 4


def test_the_glance_and_the_query_show_the_same_list(file: CoalitionFile, take: Take, path: Path) -> None:
    take()
    take(date="2026-01-01", start=None)
    with file.reading() as con:
        assert glance.meetings(path) == meetings.meetings(con)
        assert [one.date.year for one in meetings.meetings(con)] == [2026, 2025]


def test_the_real_records_come_back_letter_by_letter(file: CoalitionFile, records: Path) -> None:
    taken = {}
    for one in sorted(records.glob("*.json"))[::9]:
        with file.writing() as con:
            taken[one] = incoming.take_in(con, file, read(one.read_bytes(), one.name))[0]
    assert len(set(taken.values())) == len(taken) > 0
    with file.reading() as con:
        for one, meeting_id in taken.items():
            kept = record_text(con, meeting_id)
            assert kept == json.dumps(json.loads(one.read_bytes()))


def record_text(con: Any, meeting_id: str) -> str:
    from coalmeet.store import records as kept

    return json.dumps(kept.read(con, meeting_id))
