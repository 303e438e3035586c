"""Votes: counted among those present, one voice each, on a locked text; and the vote that a charter falls back on."""

from dataclasses import replace
from itertools import product

import pytest

from coalmeet.meeting import events
from coalmeet.meeting.minutes import minutes
from coalmeet.meeting.moves import absent, consent, flow, people, proposals, votes
from coalmeet.meeting.record import record
from coalmeet.meeting.voting import needed
from tests.meeting.conftest import AGENDA

EVERYBODY = ("p0", "p1", "p2", "p3")
VOICES = ("o0", "o1", "o2", "o3")
FUND = AGENDA[1]


def kinds(method, critical=False):
    return (events.DecisionKind("k", "Money", method, critical=critical),)


@pytest.fixture
def asked(facilitating):
    """So many are here, the matrix names this method, and the fixed text is put to them."""

    def on_the_table(method="majority", here=4, critical=False, **more):
        facilitator = facilitating(kinds=kinds(method, critical), **more)
        facilitator.do(people.arrive_all, EVERYBODY[:here]).do(flow.start_item, "fund")
        facilitator.do(proposals.bring, "fund1", "Open the fund.", "o1", kind="money")
        return facilitator.do(proposals.ask_for_consent, "round")

    return on_the_table


def proposal(facilitator):
    return facilitator.meeting.proposals[-1]


@pytest.mark.parametrize(
    ("method", "enough"),
    [
        ("consensus", {1: 1, 2: 2, 3: 3, 4: 4, 9: 9, 20: 20}),
        ("majority", {1: 1, 2: 2, 3: 2, 4: 3, 9: 5, 20: 11}),
        ("two_thirds", {1: 1, 2: 2, 3: 2, 4: 3, 9: 6, 20: 14}),
    ],
)
def test_how_many_yes_a_method_needs(method, enough):
    assert {present: needed(method, present) for present in enough} == enough


@pytest.mark.parametrize("method", ["consensus", "majority", "two_thirds"])
def test_no_path_of_up_to_four_voices_adopts_what_is_not_carried(asked, method):
    share = {"consensus": 1.0, "majority": 0.5 + 1e-9, "two_thirds": 2 / 3 - 1e-9}[method]
    for here, quorum in product((1, 2, 3, 4), (1, 3)):
        table = asked(method, here, quorum=quorum)
        for said in product(("", "yes", "no", "abstain"), repeat=here):
            one = replaced(table, said)
            carried = "" not in said and said.count("yes") >= share * here and here >= quorum
            if carried:
                one.do(consent.adopt)
                assert proposal(one).outcome == "agreed"
            else:
                one.refused(consent.adopt)
                assert not proposal(one).outcome


def replaced(table, said):
    """The same meeting with these answers, "" for somebody who was not asked."""
    copy = object.__new__(type(table))
    copy.__dict__.update(table.__dict__)
    for voice, answer in zip(VOICES, said, strict=False):
        if answer:
            copy.do(votes.vote, voice, answer)
    return copy


def test_who_leaves_counts_no_more_and_who_comes_is_asked(asked):
    table = asked("two_thirds", here=3)
    table.do(votes.vote, "o0", "yes").do(votes.vote, "o1", "yes").do(votes.vote, "o2", "no")
    table.do(people.arrive, "p3")
    assert "Legal Aid has not been asked" in table.refused(consent.adopt)
    table.do(votes.vote, "o3", "abstain")
    assert "two thirds are 3" in table.refused(consent.adopt)
    table.do(people.depart, "p2").do(consent.adopt)
    assert proposal(table).present == ("o0", "o1", "o3")


def test_a_changed_text_voids_the_votes(asked):
    table = asked()
    table.do(votes.see_votes, "yes", VOICES).do(proposals.amend, "Open the fund in June.")
    assert "not fixed" in table.refused(consent.adopt)
    assert "not fixed" in table.refused(votes.vote, "o1", "yes")
    table.do(proposals.ask_for_consent, "again")
    assert proposal(table).answer_of("o1") is None


def test_a_vote_is_neither_consent_nor_stopped_by_an_objection(asked):
    table = asked()
    assert "by a vote" in table.refused(consent.answer, "o1", "consent")
    assert "their no counts" in table.refused(consent.raise_objection, "o1", "x")
    assert "Nobody votes" in asked("consent").refused(votes.vote, "o1", "yes")


def test_signs_are_for_many_but_not_for_critical_kinds_or_where_each_is_called(asked):
    assert "critical" in asked(critical=True).refused(votes.see_votes, "yes", VOICES)
    by_turn = asked(profile=events.Profile(answers="turn"))
    assert "called in turn" in by_turn.refused(votes.see_votes, "yes", VOICES)
    table = asked().do(votes.vote, "o1", "no").do(votes.see_votes, "yes", VOICES)
    assert [proposal(table).answer_of(one).answer for one in VOICES] == ["yes", "no", "yes", "yes"]


def test_a_vote_put_right_afterwards_reopens_what_it_no_longer_carries(asked):
    table = asked("two_thirds").do(votes.vote, "o1", "no").do(votes.see_votes, "yes", VOICES)
    table.do(consent.adopt)
    table.correct(events.Answered, "answer", "no")
    first, second = table.meeting.proposals
    assert first.reopened_as == second.id
    assert second.method == "two_thirds"
    assert "cannot stand here" in correct_refused(table)


def correct_refused(table):
    with pytest.raises(Exception, match="cannot stand") as refusal:
        table.correct(events.Answered, "answer", "consent", last=False)
    return str(refusal.value)


def test_without_quorum_a_vote_is_a_recommendation(asked):
    table = asked(here=2, quorum=3).do(votes.see_votes, "yes", VOICES)
    assert "recommendation" in table.refused(consent.adopt)
    table.do(proposals.settle, "recommended")
    assert proposal(table).outcome == "recommended"


def test_where_people_have_the_voices_each_person_votes(asked):
    seats = tuple(events.Seat(f"p{n}", f"Person {n}", "o0" if n < 3 else "o1") for n in range(4))
    table = asked("majority", people=seats, profile=events.Profile(unit="person"))
    table.do(votes.see_votes, "yes", ("p0", "p1", "p2")).do(votes.vote, "p3", "no").do(consent.adopt)
    assert proposal(table).present == EVERYBODY


# The fallback


def tried(**more):
    """An item on which consent failed in April."""
    earlier = events.EarlierTry("old", "2026-04-09", more.pop("objectors", ("o2",)))
    return (replace(FUND, earlier=earlier, vote_announced=more.pop("announced", True)),)


@pytest.fixture
def back(facilitating):
    """The matter is back; everybody is here, and its text is on the table."""

    def opened(items=None, fallback="two_thirds", critical=False, protected=(), unit="organisation"):
        facilitator = facilitating(
            items=items or tried(),
            kinds=kinds("consent", critical),
            profile=events.Profile(fallback=fallback, unit=unit),
        )
        members = tuple(replace(one, protected=one.id in protected) for one in facilitator.meeting.members)
        facilitator.meeting = replace(facilitator.meeting, members=members)
        facilitator.do(people.arrive_all, EVERYBODY).do(flow.start_item, "fund")
        return facilitator.do(proposals.bring, "fund2", "Open the fund.", "o1", kind="Money")

    return opened


def test_a_fallback_vote_is_announced_and_later(back):
    table = back().do(votes.fall_back).do(proposals.ask_for_consent, "round")
    table.do(votes.see_votes, "yes", VOICES).do(consent.adopt)
    assert proposal(table).fallback.objectors == ("o2",)
    assert proposal(table).ancestor == "old"


def test_unannounced_it_needs_a_date_set_from_outside(back):
    table = back(tried(announced=False))
    assert "announced on its agenda" in table.refused(votes.fall_back)
    table.do(votes.fall_back, "The council decides tomorrow")
    assert proposal(table).fallback.reason == "The council decides tomorrow"


def test_on_the_first_day_it_needs_a_failed_round_and_a_date_from_outside(back):
    table = back((FUND,))
    assert "has not failed" in table.refused(votes.fall_back, "The council decides tomorrow")
    table.do(proposals.ask_for_consent, "round").do(consent.answer, "o2", "objection", objection_id="x")
    table.do(consent.see_signs, VOICES)
    assert "at a later meeting" in table.refused(votes.fall_back)
    table.do(votes.fall_back, "The council decides tomorrow").do(proposals.ask_for_consent, "vote")
    assert proposal(table).answer_of("o0") is None  # consent is no yes: all are asked again


def test_words_that_are_voted_on_unchanged_were_not_changed_on_the_way(back):
    table = back().do(proposals.ask_for_consent, "round").do(consent.raise_objection, "o2", "x")
    table.do(consent.see_signs, VOICES).do(votes.fall_back).do(proposals.ask_for_consent, "vote")
    table.do(votes.see_votes, "yes", ("o0", "o1", "o3")).do(votes.vote, "o2", "no").do(consent.adopt)
    told = minutes(record(table.do(flow.close_meeting).meeting, {})).decisions[0]
    assert "changed on the way" not in told.details
    assert "Versions" not in {fact.label for fact in told.facts}


def test_consent_from_before_the_vote_is_no_vote_either_where_the_words_go_and_come_back(back):
    table = back((FUND,)).do(proposals.ask_for_consent, "round")
    table.do(consent.answer, "o2", "objection", objection_id="x").do(consent.see_signs, VOICES)
    table.do(votes.fall_back, "The council decides tomorrow")
    table.do(proposals.amend, "Open no fund.").do(proposals.amend, "Open the fund.")
    assert not proposal(table).locked
    table.do(proposals.ask_for_consent, "vote").do(votes.see_votes, "yes", ("o0", "o1", "o3"))
    assert "Mill Road has not been asked" in table.refused(consent.adopt)


def test_what_was_written_beforehand_is_no_vote(back):
    """Who wrote that they consent, and comes after all, is asked with the others."""
    table = back().do(votes.fall_back).do(proposals.ask_for_consent, "round").do(people.depart, "p3")
    table.do(absent.answer_beforehand, "o3", "consent").do(people.arrive, "p3")
    table.do(votes.see_votes, "yes", ("o0", "o1", "o2"))
    assert "Legal Aid has not been asked" in table.refused(consent.adopt)


def test_who_said_yes_and_then_no_still_objects(back):
    """The objection is one of an earlier meeting: only the last word counts."""
    table = back(critical=True, protected=("o2",)).do(proposals.ask_for_consent, "round")
    table.do(consent.answer, "o2", "consent").do(votes.fall_back).do(proposals.ask_for_consent, "vote")
    for voice in VOICES:
        table.do(votes.vote, voice, "yes")
    table.do(votes.vote, "o2", "no")
    assert "protected voice" in table.refused(consent.adopt)


def test_without_a_fallback_in_the_charter_there_is_none(back):
    assert "names no vote" in back(fallback="").refused(votes.fall_back)


@pytest.mark.parametrize("unit", ["organisation", "person"])
@pytest.mark.parametrize("critical", [True, False])
@pytest.mark.parametrize("protected", [(), ("o0",), ("o2",)])
def test_no_fallback_passes_over_a_protected_objection_on_a_critical_kind(back, unit, critical, protected):
    objector = "o2" if unit == "organisation" else "p2"
    table = back(tried(objectors=(objector,)), critical=critical, protected=protected, unit=unit)
    if critical and "o2" in protected:
        assert "protected voice" in table.refused(votes.fall_back)
        assert "protected voice" in table.refused(votes.fall_back, "A date from outside")
        return
    table.do(votes.fall_back).do(proposals.ask_for_consent, "round")
    voices = VOICES if unit == "organisation" else EVERYBODY
    for voice in voices:
        table.do(votes.vote, voice, "no" if voice == objector else "yes")
    table.do(consent.adopt)
    assert proposal(table).outcome == "agreed"


def test_an_objection_raised_while_people_vote_stops_it_where_it_is_protected_and_critical(back):
    table = back(tried(objectors=()), critical=True, protected=("o3",))
    table.do(votes.fall_back).do(proposals.ask_for_consent, "round")
    for voice in VOICES:
        table.do(votes.vote, voice, "yes")
    table.do(consent.raise_objection, "o3", "late")
    assert "protected voice" in table.refused(consent.adopt)
    table.do(consent.end_objection, "late", "withdrawn", agreed=True)
    table.do(votes.vote, "o3", "yes").do(consent.adopt)


def test_who_objects_while_people_vote_is_still_asked_to_vote_and_takes_a_yes_back(back):
    table = back(tried(objectors=())).do(votes.fall_back).do(proposals.ask_for_consent, "round")
    table.do(votes.see_votes, "yes", ("o1", "o2", "o3")).do(consent.raise_objection, "o0", "first")
    assert "Harbour Union has not been asked" in table.refused(consent.adopt)
    table.do(votes.vote, "o0", "no").do(consent.raise_objection, "o2", "second")
    assert "2 of 4 say yes" in table.refused(consent.adopt)


# Delegated


def test_what_others_decide_is_recorded_as_theirs(asked, facilitating):
    kind = events.DecisionKind("k", "Money", "delegated", "Treasury group")
    table = facilitating(kinds=(kind,)).do(people.arrive_all, EVERYBODY[:1]).do(flow.start_item, "fund")
    table.do(proposals.bring, "fund1", "Open the fund.", kind="Money")
    assert "Treasury group decides" in table.refused(proposals.ask_for_consent, "round")
    table.do(votes.note_decision_of, authority="their mandate")
    assert (proposal(table).decided_by, proposal(table).authority) == ("Treasury group", "their mandate")
    assert proposal(table).present == ("o0",)  # without quorum: the coalition only hears of it
    assert "decides this kind itself" in asked().refused(votes.note_decision_of, "Somebody")


@pytest.mark.parametrize(("window", "outcome"), [(-1, "agreed"), (7, "provisional")])
def test_what_was_given_away_has_a_window_only_where_its_row_names_one(facilitating, window, outcome):
    kind = events.DecisionKind("k", "Money", "delegated", "Treasury group", window_days=window)
    usual = events.Profile(window_days=10)
    table = facilitating(kinds=(kind,), profile=usual).do(people.arrive_all, EVERYBODY[:3])
    table.do(flow.start_item, "fund").do(proposals.bring, "fund1", "Open the fund.", kind="Money")
    table.do(votes.note_decision_of)
    assert (proposal(table).outcome, proposal(table).window_days) == (outcome, max(0, window))


def test_a_vote_that_absent_members_may_still_object_to_is_provisional_and_keeps_its_count(facilitating):
    kind = events.DecisionKind("k", "Money", "majority", window_days=7)
    table = facilitating(kinds=(kind,)).do(people.arrive_all, EVERYBODY[:3]).do(flow.start_item, "fund")
    table.do(proposals.bring, "fund1", "Open the fund.", kind="Money").do(proposals.ask_for_consent, "round")
    table.do(votes.see_votes, "yes", VOICES).do(consent.adopt).later(1).do(flow.close_meeting)
    told = minutes(record(table.meeting, {}, meeting_id="m")).decisions[0]
    assert told.outcome == "Agreed by majority: 3 of 3 present; provisional"
