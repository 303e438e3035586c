"""A list of people comes into the file; what is known already is completed and never written over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coalmeet.exchange.people_apply import Applied, apply
from coalmeet.exchange.people_csv import read
from coalmeet.store import file as coalition_file
from coalmeet.store import people
from coalmeet.store.edit import edit, undo


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[coalition_file.CoalitionFile]:
    made = coalition_file.create(tmp_path / "c.coalmeet", "River Alliance", now=0)
    yield made
    made.close()


def take(opened: coalition_file.CoalitionFile, text: str) -> Applied:
    with opened.writing() as con:
        return apply(con, opened, read(text, "list.csv"))


LIST = (
    "organisation,size,name,role,email\n"
    "River Watch,40,Amina,delegate,\n"
    "River Watch,,José,alternate,jose@example.org\n"
)


def test_new_rows_are_made_and_can_be_undone(opened: coalition_file.CoalitionFile) -> None:
    done = take(opened, LIST)
    assert (done.organisations, done.people, done.completed) == (1, 2, 0)
    with opened.reading() as con:
        assert [(one.name, one.size, one.member) for one in people.organisations(con)] == [
            ("River Watch", 40, True)
        ]
        assert {one.name for one in people.people(con)} == {"Amina", "José"}
        assert sorted(one.capacity for one in people.affiliations(con)) == ["alternate", "delegate"]
    with opened.writing() as con:
        undo(con, opened, done.changes)
        assert people.organisations(con) == ()
        assert people.people(con) == ()


def test_the_same_list_again_changes_nothing(opened: coalition_file.CoalitionFile) -> None:
    take(opened, LIST)
    again = take(opened, LIST)
    assert again == Applied(0, 0, 0, ())


def test_known_people_are_completed_not_written_over(opened: coalition_file.CoalitionFile) -> None:
    take(opened, LIST)
    done = take(
        opened,
        "organisation,name,email,language\nriver watch,Amina,a@example.org,Hausa\nRiver Watch,José,other,\n",
    )
    assert (done.organisations, done.people, done.completed) == (0, 0, 1)
    with opened.reading() as con:
        found = {one.name: (one.email, one.language) for one in people.people(con)}
    assert found == {"Amina": ("a@example.org", "Hausa"), "José": ("jose@example.org", "")}


def test_the_same_name_elsewhere_or_twice_is_a_new_person(opened: coalition_file.CoalitionFile) -> None:
    take(opened, LIST)
    assert take(opened, "organisation,name\nOther,Amina\n").people == 1
    with opened.writing() as con:
        organisation = people.organisations(con)[-1].id
        for number in ("1", "2"):
            edit(con, opened, "person", number * 32, name="Kim")
            edit(con, opened, "affiliation", number * 31 + "a", person=number * 32, organisation=organisation)
    assert take(opened, "organisation,name\nRiver Watch,Kim\n").people == 1, (
        "two of that name: nobody is chosen in silence"
    )
