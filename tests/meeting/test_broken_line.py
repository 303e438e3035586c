"""A line that breaks in a consent round: nobody is left out because of a cable, and nobody has to wait for ever."""

import pytest

from coalmeet.meeting.asked import to_ask_again
from coalmeet.meeting.events import DecisionKind, Profile, Seat
from coalmeet.meeting.moves import calling, consent, flow, people, proposals, rounds, votes
from coalmeet.meeting.publish import publish
from coalmeet.meeting.record import record
from coalmeet.meeting.say import say
from tests.meeting.conftest import MINUTE

TEXT = "Open the fund on 1 June."


@pytest.fixture
def asking(facilitating):
    """All four are here, two of them by video; the text is fixed, and nobody has answered yet."""

    def play(kind="", **charter):
        table = facilitating(**charter)
        table.do(people.arrive_all, ("p0", "p1", "p2", "p3")).do(flow.start_item, "fund")
        table.do(proposals.bring, "fund1", TEXT, "o1", kind=kind).do(proposals.ask_for_consent, "round1")
        return table.later(1)

    return play


def live(table):
    return table.meeting.proposals[0]


def test_nothing_is_adopted_while_the_line_of_somebody_unasked_is_broken(asking):
    table = asking().do(people.lose_line, ("p3",)).do(consent.see_signs, ("o0", "o1", "o2"))
    said = table.refused(consent.adopt)
    assert said == (
        "The line of Legal Aid broke before they were asked. Wait for them, or go on without them: "
        "they count as left from then on."
    )
    assert table.refused(consent.nobody_objects) == said


def test_they_are_back_and_are_asked_and_it_is_adopted(asking):
    table = asking().do(people.lose_line, ("p3",)).do(consent.see_signs, ("o0", "o1", "o2"))
    table.later(1).do(people.come_back)
    assert "has not been asked yet" in table.refused(consent.adopt)
    table.do(consent.answer, "o3", "consent").do(consent.adopt)
    assert (live(table).outcome, live(table).present) == ("agreed", ("o0", "o1", "o2", "o3"))


def test_the_group_goes_on_without_them_and_they_have_the_window(asking):
    table = asking(profile=Profile(window_days=14)).do(people.lose_line, ("p3",))
    table.do(consent.see_signs, ("o0", "o1", "o2")).later(2)
    assert table.refused(consent.adopt).endswith("can object after the meeting.")
    table.do(people.go_on_without)
    assert not table.meeting.current.paused, "the clock stood still for them alone"
    assert not table.meeting.presence("p3").cut_off
    table.do(consent.adopt)
    assert (live(table).outcome, live(table).window_days) == ("provisional", 14)
    assert live(table).left_before == ("o3",)
    [stretch] = table.meeting.presence("p3").spans
    assert stretch.until == table.now - 2 * MINUTE, "they count as left from when the line broke"
    assert "Nobody’s line is broken" in table.refused(people.go_on_without)


def test_going_on_without_one_of_two_still_waits_for_the_other(asking):
    table = asking().do(people.lose_line, ("p2", "p3")).do(consent.see_signs, ("o0", "o1"))
    table.do(people.go_on_without, ("p2",))
    assert table.meeting.current.paused
    assert "Legal Aid broke" in table.refused(consent.adopt)
    assert "Mill Road" not in table.refused(consent.adopt)


def test_who_comes_again_after_all_is_asked(asking):
    table = asking().do(people.lose_line, ("p3",)).do(consent.see_signs, ("o0", "o1", "o2"))
    table.do(people.go_on_without).later(1).do(people.arrive, "p3", "phone")
    assert "Legal Aid has not been asked yet" in table.refused(consent.adopt)


def test_an_organisation_with_another_person_here_is_not_cut_off(facilitating):
    seats = (*(Seat(f"p{n}", f"Person {n}", f"o{n}") for n in range(4)), Seat("p9", "Jun", "o3", "alternate"))
    table = facilitating(people=seats).do(people.arrive_all, ("p0", "p1", "p2", "p3", "p9"))
    table.do(flow.start_item, "fund").do(proposals.bring, "f", TEXT, "o1").do(proposals.ask_for_consent, "r")
    table.later(1).do(people.lose_line, ("p3",)).do(consent.see_signs, ("o0", "o1", "o2", "o3"))
    assert table.do(consent.adopt).meeting.proposals[0].outcome == "agreed"


def test_who_had_answered_stays_as_asked_and_blocks_nothing(asking):
    table = asking().do(consent.see_signs, ("o0", "o1", "o2", "o3")).later(1).do(people.lose_line, ("p3",))
    assert table.do(consent.adopt).meeting.proposals[0].stage == "adopted"


def test_who_had_answered_and_is_back_is_asked_whether_it_stands(asking):
    table = asking().do(consent.answer, "o3", "concern", "p3", "The date").later(1)
    table.do(people.lose_line, ("p3",)).later(2)
    assert to_ask_again(table.meeting, live(table)) == ()
    table.do(people.come_back).later(1)
    assert to_ask_again(table.meeting, live(table)) == ("o3",)
    table.do(calling.answers_stand)
    assert to_ask_again(table.meeting, live(table)) == ()
    now = live(table).answer_of("o3")
    assert (now.answer, now.person, now.text, now.at) == ("concern", "p3", "The date", table.now)
    assert "asked again" in table.refused(calling.answers_stand)


def test_who_says_something_else_now_answers_anew(asking):
    table = asking().do(consent.answer, "o3", "consent").later(1).do(people.lose_line, ("p3",)).later(1)
    table.do(people.come_back).later(1).do(consent.answer, "o3", "objection", objection_id="x")
    assert "asked again" in table.refused(calling.answers_stand)
    assert [one.id for one in live(table).open_objections] == ["x"]


def test_an_objector_whose_line_broke_still_objects(asking):
    """Their silence, leaving or lost line keeps the objection open."""
    table = asking().do(consent.answer, "o3", "objection", objection_id="x").later(1)
    table.do(people.lose_line, ("p3",)).do(consent.see_signs, ("o0", "o1", "o2")).do(people.go_on_without)
    assert "objects" in table.refused(consent.adopt)


def test_a_vote_waits_for_a_broken_line_as_well(asking):
    kinds = (DecisionKind("v", "vote", method="majority"),)
    table = asking("vote", kinds=kinds).do(people.lose_line, ("p3",))
    table.do(votes.see_votes, "yes", ("o0", "o1", "o2"))
    assert "Legal Aid broke before they were asked" in table.refused(consent.adopt)
    assert table.do(people.go_on_without).do(consent.adopt).meeting.proposals[0].stage == "adopted"


def test_a_line_that_broke_long_before_is_thought_of_when_it_is_decided(facilitating):
    table = facilitating().do(people.arrive_all, ("p0", "p1", "p2", "p3")).do(people.lose_line, ("p3",))
    table.later(5).do(flow.start_item, "fund").do(proposals.bring, "f", TEXT, "o1")
    table.do(proposals.ask_for_consent, "r").later(1).do(consent.see_signs, ("o0", "o1", "o2"))
    assert "Legal Aid broke" in table.refused(consent.adopt)


def test_the_minutes_keep_who_was_cut_off_though_the_others_went_on(facilitating):
    table = facilitating().do(people.arrive_all, ("p0", "p1", "p2", "p3")).do(flow.start_item, "tired")
    table.do(rounds.begin_round, "r", "free").later(1).do(people.lose_line, ("p3",))
    for _voice in range(3):
        table.do(rounds.hear)
    table.do(people.go_on_without).do(rounds.end_round)
    assert record(table.meeting, {})["agenda"][3]["rounds"][0]["line_lost"] == ["Legal Aid"]


def test_the_answers_appear_together_once_the_line_is_back_and_nobody_says_that_it_is_adopted(asking):
    table = asking().do(people.lose_line, ("p3",)).do(consent.see_signs, ("o0", "o1", "o2"))
    assert not any(turn.answer for turn in publish(table.meeting, table.now).turns)
    assert "a line broke" in say(table.meeting, table.now)[0]
    table.do(people.go_on_without)
    assert any(turn.answer for turn in publish(table.meeting, table.now).turns)
    assert "adopted" in say(table.meeting, table.now)[0]


def test_who_is_back_when_the_round_has_ended_is_called_by_name(asking):
    table = asking().do(people.lose_line, ("p3",)).do(consent.see_signs, ("o0", "o1", "o2"))
    assert table.do(people.come_back).meeting.round is None
    assert say(table.meeting, table.now)[0].startswith("Ruth Abelson, ")
