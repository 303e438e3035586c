"""A few letters find somebody who raises a hand."""

from dataclasses import replace

import pytest

from coalmeet.meeting import events
from coalmeet.meeting.finding import asked, found, interpreting
from coalmeet.meeting.moves import people
from tests.meeting.conftest import Facilitator, plan


@pytest.fixture
def meeting():
    seats = (
        *plan().people,
        events.Seat("h", "river99", "", "guest"),
        events.Seat("i", "Ian", "", "interpreter"),
    )
    table = Facilitator(replace(plan(), people=seats))
    return table.do(people.arrive_all, [one.person for one in seats]).meeting


@pytest.mark.parametrize(
    ("typed", "person"),
    [("ru", "p3"), ("ab", "p3"), ("ra", "p0"), ("lu", "p1"), ("Zielin", "p1"), ("si", "p2"), ("har", "p0")],
)
def test_beginnings_initials_and_organisations_find_a_person(meeting, typed, person):
    assert found(meeting, typed)[0] == person


def test_nothing_typed_finds_nobody_and_interpreters_are_not_offered(meeting):
    assert found(meeting, " ") == ()
    assert found(meeting, "ian") == ()


def test_the_interpreter_who_is_heard_stands_for_the_voice_behind_them(meeting):
    table = Facilitator(
        replace(plan(), people=(*plan().people, events.Seat("v", "Vera", "o2", "interpreter")))
    )
    whole = table.do(people.arrive_all, ["p0", "p2", "v"]).meeting
    assert found(whole, "ver") == ("p2",)
    assert asked(whole, "ver3") == (("p2",), "question")
    assert interpreting(meeting, "ian") == "Ian", "of no organisation: nobody can be meant"
    assert found(whole, "ver", everybody=True) == ("v", "p2")


def test_only_those_who_are_here_are_offered():
    table = Facilitator().do(people.arrive, "p0")
    assert found(table.meeting, "ru") == ()


def test_a_digit_after_the_letters_says_what_kind_of_point_it_is(meeting):
    assert asked(meeting, "ru2") == (("p3",), "reply")
    assert asked(meeting, "ru 4") == (("p3",), "process")
    assert asked(meeting, "ru") == (("p3",), "new")


def test_a_digit_that_belongs_to_a_name_is_no_kind(meeting):
    assert asked(meeting, "river9") == (("h",), "new")
    assert asked(meeting, "xx9") == ((), "new")
