"""Two entries found to be one person or organisation: joined everywhere, and taken apart again."""

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import Connection

from coalmeet.coalition.decision import DecisionEntry
from coalmeet.coalition.turn import TurnNote
from coalmeet.errors import NotAllowed
from coalmeet.store import actions, attendance, decisions, edit, merging, people, rotation
from coalmeet.store.file import CoalitionFile

DAY = date(2026, 5, 14)


@pytest.fixture
def con(file: CoalitionFile) -> Iterator[Connection]:
    with file.writing() as con:
        fill(con, file)
    with file.writing() as con:
        yield con


def fill(con: Connection, file: CoalitionFile) -> None:
    for one, name in (("mill", "Mill Road"), ("mil1", "Mill Rd"), ("reed", "Reed Cooperative")):
        edit.edit(con, file, "organisation", one, name=name)
    for one, name in (("ana", "Ana Ruiz"), ("ana2", "A. Ruiz"), ("bo", "Bo")):
        edit.edit(con, file, "person", one, name=name)
    edit.edit(con, file, "affiliation", "f1", person="ana", organisation="mill", capacity="delegate")
    edit.edit(con, file, "affiliation", "f2", person="ana2", organisation="mil1", capacity="delegate")
    edit.edit(con, file, "meeting", "m1", date=DAY, title="Spring")
    edit.edit(con, file, "attendance", "t1", meeting="m1", person="ana2", organisation="mil1", present=True)
    edit.edit(con, file, "action", "a1", meeting="m1", text="Write", owner="ana2", organisation="mil1")
    edit.edit(
        con,
        file,
        "decision",
        "d1",
        meeting="m1",
        text="We go",
        present=("mil1", "reed", "mill"),
        proposed_by="mil1",
    )
    edit.edit(con, file, "turn", "m1", planned="mil1", actual="reed", present=("mil1", "mill", "reed"))
    rotation.say(con, file, TurnNote("", "m1", "mil1", "swap", other="reed"))


def seen(con: Connection) -> dict[str, object]:
    (turn,) = rotation.history(con)
    (action,) = actions.actions(con)
    (decision,) = decisions.decisions(con)
    (came,) = attendance.attendance(con)
    return {
        "organisations": [one.id for one in people.organisations(con)],
        "people": [one.id for one in people.people(con)],
        "affiliations": [(one.person, one.organisation) for one in people.affiliations(con)],
        "there that day": sorted(
            (one.person.id, one.organisation and one.organisation.id) for one in people.on(con, DAY)
        ),
        "turn": (turn.planned, turn.actual, turn.present, turn.notes[0].organisation),
        "action": (action.owner, action.organisation),
        "decision": (decision.present, decision.proposed_by),
        "attendance": (came.person, came.organisation),
    }


def join_both(con: Connection, file: CoalitionFile) -> tuple[str, ...]:
    return (
        *merging.join(con, file, "organisation", "mil1", into="mill"),
        *merging.join(con, file, "person", "ana2", into="ana"),
    )


def test_joined_entries_are_one_everywhere(file: CoalitionFile, con: Connection) -> None:
    join_both(con, file)
    assert seen(con) == {
        "organisations": ["mill", "reed"],
        "people": ["ana", "bo"],
        "affiliations": [("ana", "mill")],
        "there that day": [("ana", "mill"), ("bo", None)],
        "turn": ("mill", "reed", ("mill", "reed"), "mill"),
        "action": ("ana", "mill"),
        "decision": (("mill", "reed"), "mill"),
        "attendance": ("ana", "mill"),
    }
    assert [(one.id, one.name, one.into) for one in merging.joined(con, "organisation")] == [
        ("mil1", "Mill Rd", "mill")
    ]


def test_taking_them_apart_gives_everything_back(file: CoalitionFile, con: Connection) -> None:
    before = seen(con)
    changes = join_both(con, file)
    merging.part(con, file, "organisation", "mil1")
    merging.part(con, file, "person", "ana2")
    assert seen(con) == before
    changes = join_both(con, file)
    edit.undo(con, file, changes)
    assert seen(con) == before


def test_what_is_one_already_is_not_joined_again(file: CoalitionFile, con: Connection) -> None:
    merging.join(con, file, "organisation", "mil1", into="mill")
    for gone, into in (("mill", "mil1"), ("mil1", "mill"), ("reed", "reed")):
        with pytest.raises(NotAllowed, match="one already"):
            merging.join(con, file, "organisation", gone, into=into)
    merging.join(con, file, "organisation", "mill", into="reed")
    assert [one.id for one in people.organisations(con)] == ["reed"]


def test_two_copies_that_joined_them_the_other_way_round_agree(file: CoalitionFile, con: Connection) -> None:
    edit.edit(con, file, "organisation", "mil1", merged_into="mill")
    edit.edit(con, file, "organisation", "mill", merged_into="mil1")
    assert [one.id for one in people.organisations(con)] == ["mil1", "reed"]


def test_the_later_life_of_a_decision_is_entries(file: CoalitionFile, con: Connection) -> None:
    raised = decisions.enter(
        con, file, DecisionEntry("", "d1", "objection", on=DAY, organisation="reed", text="Too soon")
    )
    solved = decisions.enter(con, file, DecisionEntry("", "d1", "objection_resolved", answers=raised.id))
    assert decisions.entries(con, "d1") == (raised, solved)
    assert decisions.entries(con, "d2") == ()
    with pytest.raises(NotAllowed, match="invisible character"):
        decisions.enter(con, file, DecisionEntry("", "d1", "ended", text="a\0b"))
