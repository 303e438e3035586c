"""Who was there when it was decided is put right afterwards: what follows from it is worked out anew."""

import pytest

from coalmeet.coalition.outcomes import outcomes
from coalmeet.meeting import events
from coalmeet.meeting.events import Profile
from coalmeet.meeting.minutes import minutes
from coalmeet.meeting.moves import consent, flow, people, proposals
from coalmeet.meeting.publish import publish
from coalmeet.meeting.put_right_news import changed_words, open_again
from coalmeet.meeting.record import record
from tests.meeting.conftest import MINUTE

WINDOW = {"profile": Profile(window_days=14)}
TEXT = "Open the fund on 1 June."


@pytest.fixture
def decided(facilitating):
    """All four consent at 18:10, with a window in the charter; then half an hour goes by."""

    def play(**charter):
        table = facilitating(**{**WINDOW, **charter})
        table.do(people.arrive_all, ("p0", "p1", "p2", "p3")).do(flow.agree_agenda).later(10)
        table.do(flow.start_item, "fund").do(proposals.bring, "fund1", TEXT, "o1", kind="k")
        table.do(proposals.ask_for_consent, "round1")
        for one in ("o0", "o1", "o2", "o3"):
            table.do(consent.answer, one, "consent")
        return table.later(1).do(consent.adopt).later(30)

    return play


def the_decision(table):
    return table.meeting.proposals[0]


def test_who_had_left_before_it_was_decided_is_owed_the_window(decided):
    table = decided().do(people.depart, "p3")
    assert the_decision(table).outcome == "agreed"
    table.correct(events.Departed, "at", table.now - 31 * MINUTE)
    found = the_decision(table)
    assert (found.outcome, found.window_days) == ("provisional", 14)
    assert found.present == ("o0", "o1", "o2")
    assert found.left_before == ("o3",)


def test_a_departure_that_is_noted_late_counts_as_well(decided):
    table = decided().do(people.depart, "p3", earlier=31 * MINUTE)
    assert the_decision(table).outcome == "provisional"


def test_taking_the_correction_back_and_restoring_it(decided):
    table = decided()
    before = table.meeting
    table.do(people.depart, "p3", earlier=31 * MINUTE).take_back()
    assert table.meeting == before
    assert the_decision(table.restore()).outcome == "provisional"


def test_who_was_there_after_all_and_had_answered_makes_it_whole(facilitating):
    table = facilitating(**WINDOW)
    table.do(people.arrive_all, ("p0", "p1", "p2", "p3")).do(flow.start_item, "fund")
    table.do(proposals.bring, "fund1", TEXT, "o1").do(proposals.ask_for_consent, "round1")
    for one in ("o0", "o1", "o2", "o3"):
        table.do(consent.answer, one, "consent")
    table.later(1).do(people.depart, "p3").later(1).do(consent.adopt)
    assert the_decision(table).outcome == "provisional"
    table.later(5).correct(events.Departed, "at", table.now)
    assert the_decision(table).outcome == "agreed"
    assert the_decision(table).present == ("o0", "o1", "o2", "o3")


def test_without_quorum_as_it_turns_out_the_decision_is_open_again(decided):
    table = decided(quorum=4).do(people.depart, "p3", earlier=31 * MINUTE)
    assert the_decision(table).reopened_as
    assert "Too few were there to decide." in open_again(table.meeting)


def test_the_item_and_what_lives_on_say_the_same(decided):
    table = decided().do(flow.end_item)
    assert table.meeting.item("fund").outcome == "agreed"
    table.do(people.depart, "p3", earlier=31 * MINUTE)
    assert table.meeting.item("fund").outcome == "provisional"
    kept = outcomes("m", table.do(flow.close_meeting).meeting).decisions[0]
    assert (kept.outcome, kept.window_days, kept.absent) == ("provisional", 14, ("o3",))


def test_both_windows_say_so_and_the_minutes_list_it(decided):
    table = decided().do(people.depart, "p3", earlier=31 * MINUTE)
    said = publish(table.meeting, table.now).news
    assert said == "An entry was corrected: the decision on “Strike fund” is provisional."
    assert "Legal Aid was not there" in changed_words(table.meeting, the_decision(table))
    assert not publish(table.meeting, table.now + MINUTE).news
    kept = record(table.do(flow.close_meeting).meeting, {})
    assert any("“Strike fund”" in one["text"] and "Legal Aid" in one["text"] for one in kept["corrections"])
    told = minutes(kept).decisions[0]
    assert told.outcome == "Adopted for now: provisional"
    assert kept["agenda"][1]["decisions"][0]["present"] == ["Harbour Union", "Open Maps", "Mill Road"]
