"""Who leaves when, and the warning before a decision whose quorum depends on it."""

from dataclasses import replace

import pytest

from coalmeet.meeting import events
from coalmeet.meeting.leaving import endangered, quorum_ends, quorum_warning
from coalmeet.meeting.moves import clock, consent, flow, people, proposals
from tests.meeting.conftest import MINUTE, OPENING, Facilitator, plan

ALL = ("p0", "p1", "p2", "p3")


@pytest.fixture
def table():
    """Four organisations, three needed to decide; “Strike fund” is the decision, twenty minutes long."""
    return Facilitator(plan(quorum=3)).do(people.arrive_all, ALL)


def leaves(table, person, minutes):
    return table.do(people.announce_departure, person, OPENING + minutes * MINUTE)


def warning(table):
    return quorum_warning(table.meeting, table.now)


def test_nothing_is_said_while_enough_stay(table):
    leaves(table, "p1", 10).do(flow.start_item, "fund")
    assert warning(table) == ""


def test_the_warning_comes_before_the_decision_and_names_those_on_whom_it_depends(table):
    leaves(leaves(table, "p1", 10), "p2", 15).do(flow.start_item, "fund")
    assert warning(table) == (
        "Quorum depends on Łukasz Zieliński and Sana Iqbal, who leave by 18:15. "
        "Ask for consent before, or ask who can stay."
    )


def test_a_decision_that_comes_near_is_named_while_there_is_time_to_take_it_first(table):
    leaves(leaves(table, "p1", 20), "p2", 20).do(flow.start_item, "temperature")
    assert warning(table) == (
        "“Strike fund” ends at 18:25 as planned, and quorum depends on Łukasz Zieliński and Sana Iqbal, "
        "who leave by 18:20. Take it up before, or ask who can stay."
    )


def test_it_is_not_said_an_hour_too_early():
    items = (
        events.AgendaEntry("long", "Long talk", "discussion", 90),
        events.AgendaEntry("fund", "Strike fund", "decision", 20),
    )
    table = Facilitator(plan(items=items, quorum=4)).do(people.arrive_all, ALL)
    leaves(table, "p1", 100).do(flow.start_item, "long")
    assert endangered(table.meeting, table.now) is not None
    assert warning(table) == ""
    assert "“Strike fund” ends at 19:50" in warning(table.later(75))


def test_an_alternate_who_stays_keeps_the_organisation_here():
    seats = (*plan().people, events.Seat("p1b", "Pavel Novák", "o1", "alternate"))
    table = Facilitator(replace(plan(quorum=4), people=seats)).do(people.arrive_all, (*ALL, "p1b"))
    leaves(table, "p1", 10).do(flow.start_item, "fund")
    assert table.meeting.present_members == ("o0", "o1", "o2", "o3")
    assert quorum_ends(table.meeting) is None
    table.do(people.depart, "p1b")
    assert quorum_ends(table.meeting).at == OPENING + 10 * MINUTE


def test_an_extension_that_reaches_beyond_the_leaving_brings_the_warning(table):
    leaves(leaves(table, "p1", 24), "p2", 24).do(flow.start_item, "fund")
    assert warning(table) == ""
    table.do(clock.change_timebox, 5, "end")
    assert "who leave by 18:24" in warning(table)


def test_once_it_is_decided_everybody_may_leave(table):
    leaves(leaves(table, "p1", 10), "p2", 10).do(flow.start_item, "fund")
    table.do(proposals.bring, "x", "Open it.", "o1").do(proposals.ask_for_consent, "r")
    assert warning(table)
    table.do(consent.see_signs, ("o0", "o1", "o2", "o3")).do(consent.adopt)
    assert warning(table) == ""


def test_an_organisation_is_here_through_its_delegate_or_its_alternate():
    seats = (*plan().people, events.Seat("p1b", "Pavel Novák", "o1", "alternate"))
    table = Facilitator(replace(plan(), people=seats)).do(people.arrive, "p1b")
    assert table.meeting.present_members == ("o1",)
    table.do(people.arrive, "p1").do(people.depart, "p1b")
    assert table.meeting.present_members == ("o1",)
    assert table.do(people.depart, "p1").meeting.present_members == ()
