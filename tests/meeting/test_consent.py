"""Consent: each who is here is asked, nobody objects, and an objection changes the text or stands."""

import pytest

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events, fold
from coalmeet.meeting.consent import unsound, why_not_adoptable
from coalmeet.meeting.journal import Move
from coalmeet.meeting.moves import agenda, consent, flow, people, proposals

EVERYBODY = ("p0", "p1", "p2", "p3")


@pytest.fixture
def at_the_table(facilitator):
    """All four are here, and the proposal of Open Maps has been read out."""
    facilitator.do(people.arrive_all, EVERYBODY).do(flow.start_item, "fund")
    return facilitator.do(proposals.bring, "fund1", "Open the fund on 1 June.", "o1")


@pytest.fixture
def asked(at_the_table):
    return at_the_table.do(proposals.ask_for_consent, "round")


def proposal(facilitator, number=-1):
    return facilitator.meeting.proposals[number]


def test_a_text_passes_when_everybody_was_asked_and_nobody_objects(asked):
    for organisation in ("o1", "o2"):
        asked.do(consent.answer, organisation, "consent")
    asked.do(consent.answer, "o3", "concern", text="The form is long.")
    assert "Harbour Union" in asked.refused(consent.adopt)
    asked.do(consent.answer, "o0", "consent").do(consent.adopt)
    adopted = proposal(asked)
    assert adopted.outcome == "agreed"
    assert adopted.words == "Open the fund on 1 June."
    assert adopted.present == ("o0", "o1", "o2", "o3")
    assert adopted.review_date == "2026-11-12"


def test_the_facilitators_own_organisation_answers_last(asked):
    assert asked.meeting.round.order[-1] == "o0"


def test_nothing_is_asked_before_the_text_is_locked(at_the_table):
    assert "fixed" in at_the_table.refused(consent.answer, "o1", "consent")
    assert "fixed" in at_the_table.refused(consent.adopt)


def test_an_objection_needs_only_a_name_and_the_round_is_still_finished(asked):
    asked.do(consent.answer, "o1", "consent").do(consent.answer, "o2", "objection", objection_id="x")
    assert proposal(asked).stage == "consent"
    asked.do(consent.answer, "o3", "consent").do(consent.answer, "o0", "consent")
    assert proposal(asked).stage == "integrating"
    assert asked.meeting.round is None
    assert "Mill Road objects" in asked.refused(consent.adopt)


def objected(asked):
    asked.do(consent.answer, "o2", "objection", objection_id="x")
    return asked.do(consent.see_signs, ("o0", "o1", "o3"))


def test_a_new_text_asks_everybody_again_and_the_objector_accepts_it(asked):
    objected(asked).do(consent.understand, "x", "48 hours shut people out", "purpose")
    assert "still the one" in asked.refused(proposals.ask_for_consent, "again")
    asked.do(proposals.amend, "Open the fund on 1 June, seven days to apply.").do(
        proposals.ask_for_consent, "again"
    )
    assert proposal(asked).version == 2
    assert proposal(asked).answer_of("o1") is None
    asked.do(consent.see_signs, ("o0", "o1", "o3"))
    assert "Mill Road" in asked.refused(consent.adopt)
    asked.do(consent.answer, "o2", "consent").do(consent.adopt)
    assert proposal(asked).words == "Open the fund on 1 June, seven days to apply."
    assert proposal(asked).objections[0].ending == "accepted"


def test_consent_by_sign_never_counts_for_an_open_objector(asked):
    objected(asked).do(proposals.amend, "Open the fund on 8 June.").do(proposals.ask_for_consent, "again")
    asked.do(consent.see_signs, ("o0", "o1", "o2", "o3"))
    assert proposal(asked).answer_of("o2") is None
    assert proposal(asked).open_objections


def test_the_facilitator_alone_ends_no_objection(asked):
    objected(asked)
    for ending in ("withdrawn", "concern", "deferred", "accepted"):
        assert "only they" in asked.refused(consent.end_objection, "x", ending, "never mind")
    asked.do(consent.end_objection, "x", "withdrawn", agreed=True).do(consent.adopt)
    assert proposal(asked).outcome == "agreed"


def test_leaving_keeps_an_objection_open(asked):
    objected(asked).do(people.depart, "p2")
    assert "only they" in asked.refused(consent.end_objection, "x", "withdrawn", agreed=True)
    assert "Mill Road objects" in asked.refused(consent.adopt)
    asked.do(proposals.settle, "parked", until="2026-06-11")
    assert proposal(asked).outcome == "parked"


def test_who_comes_late_is_asked_too(asked):
    asked.do(people.depart, "p3").do(consent.see_signs, ("o0", "o1", "o2"))
    asked.do(people.arrive, "p3")
    assert "Legal Aid" in asked.refused(consent.adopt)
    asked.do(consent.answer, "o3", "consent").do(consent.adopt)


def test_without_quorum_a_full_round_leaves_a_recommendation(facilitating):
    small = facilitating(quorum=3).do(people.arrive_all, ("p0", "p1")).do(flow.start_item, "fund")
    small.do(proposals.bring, "fund1", "Open the fund.").do(proposals.ask_for_consent, "round")
    small.do(consent.see_signs, ("o0", "o1"))
    assert "recommendation" in small.refused(consent.adopt)
    small.do(proposals.settle, "recommended")
    assert proposal(small).outcome == "recommended"


def test_a_recommendation_is_no_way_around_a_decision(asked):
    assert "Enough organisations" in asked.refused(proposals.settle, "recommended")


def test_when_most_stand_aside_the_text_comes_back(asked):
    asked.do(consent.answer, "o0", "consent")
    for organisation in ("o1", "o2", "o3"):
        asked.do(consent.answer, organisation, "aside")
    assert "Fewer than half" in asked.refused(consent.adopt)


def test_guests_and_interpreters_are_not_asked(at_the_table):
    at_the_table.do(people.add_person, events.Seat("g", "A guest", "", "guest"))
    at_the_table.do(people.add_person, events.Seat("i", "An interpreter", "o1", "interpreter"))
    at_the_table.do(people.depart, "p1").do(proposals.ask_for_consent, "round")
    assert set(at_the_table.meeting.round.order) == {"o0", "o2", "o3"}


def test_nothing_is_decided_off_the_record(at_the_table):
    at_the_table.do(agenda.suspend_record)
    assert "off the record" in at_the_table.refused(proposals.ask_for_consent, "round")


def test_a_corrected_answer_reopens_the_decision_and_says_so(asked):
    asked.do(consent.see_signs, ("o0", "o1", "o2", "o3")).do(consent.adopt).do(flow.next_item)
    asked.correct(events.Answered, "answer", "objection")
    first, second = asked.meeting.proposals
    assert first.reopened_as == second.id
    assert second.stage == "presented"
    assert asked.meeting.item("fund").outcome == ""
    assert unsound(asked.meeting) == ()
    assert "answer" in {mending.field for mending in asked.meeting.mendings}


def test_a_correction_that_changes_no_result_reopens_nothing(asked):
    asked.do(consent.see_signs, ("o0", "o1", "o2", "o3")).do(consent.adopt)
    asked.correct(events.Answered, "answer", "concern")
    assert len(asked.meeting.proposals) == 1


def test_an_arrival_dated_back_before_a_decision_reopens_it(asked):
    asked.do(people.depart, "p3").do(consent.see_signs, ("o0", "o1", "o2")).do(consent.adopt)
    asked.later(10).do(people.arrive, "p3").correct(events.Arrived, "at", asked.now - 10 * 60_000)
    assert asked.meeting.proposals[0].reopened_as


def test_a_slip_of_the_finger_is_corrected_before_the_decision(asked):
    asked.do(consent.answer, "o1", "objection", objection_id="x").do(consent.see_signs, ("o0", "o2", "o3"))
    asked.correct(events.Answered, "answer", "consent", last=False)
    assert why_not_adoptable(asked.meeting, proposal(asked)) == ""


def test_a_consent_that_was_an_objection_after_all_stops_the_proposal(asked):
    asked.do(consent.see_signs, ("o0", "o1", "o2", "o3")).correct(events.Answered, "answer", "objection")
    assert "objects" in asked.refused(consent.adopt)


def test_whoever_let_an_objection_go_may_still_stand_aside(asked):
    asked.do(consent.answer, "o1", "objection", objection_id="x")
    asked.do(consent.answer, "o2", "objection", objection_id="y").do(consent.see_signs, ("o0", "o3"))
    asked.do(proposals.amend, "Open the fund on 8 June.")
    for objection in ("x", "y"):
        asked.do(consent.end_objection, objection, "withdrawn", agreed=True)
    asked.do(proposals.ask_for_consent, "again").do(consent.answer, "o0", "consent")
    for organisation in ("o1", "o2", "o3"):
        asked.do(consent.answer, organisation, "aside")
    assert "Fewer than half" in asked.refused(consent.adopt)


def test_who_let_go_for_a_new_text_is_asked_again_when_the_old_one_returns(asked):
    before = proposal(asked).text
    objected(asked).do(proposals.amend, "Open the fund on 8 June.")
    asked.do(consent.end_objection, "x", "accepted", agreed=True).do(proposals.amend, before)
    assert "fixed" in asked.refused(consent.adopt)
    asked.do(proposals.ask_for_consent, "again")
    assert "Mill Road" in asked.refused(consent.adopt)


def test_an_objection_said_twice_is_not_ended_by_correcting_one_of_the_entries(asked):
    objected(asked).do(consent.answer, "o2", "objection")
    asked.correct(events.Answered, "answer", "consent", last=True)
    assert proposal(asked).open_objections
    assert "objects" in asked.refused(consent.adopt)


def test_no_item_says_agreed_while_its_proposal_is_not(at_the_table):
    at_the_table.do(consent.raise_objection, "o2", "x")
    assert "not adopted" in at_the_table.refused(flow.end_item, "agreed")
    at_the_table.do(flow.leave_item)
    assert "not adopted" in at_the_table.refused(flow.settle_item, "fund", "agreed")
    at_the_table.do(flow.settle_item, "fund", "postponed")
    with pytest.raises(NotAllowed, match="not adopted"):
        at_the_table.correct(events.ItemSettled, "outcome", "provisional")


def test_a_correction_that_fits_nothing_leaves_the_log_readable(asked):
    fits_nothing = (
        events.Corrected(asked.log[0].id, 7, "answer", "objection"),
        events.Corrected(asked.log[0].id, 0, "no such field", "x"),
    )
    move = Move("odd", asked.log[-1].id, fits_nothing, asked.now)
    assert fold.replay((*asked.log, move)) == asked.meeting


def test_an_objection_found_afterwards_goes_with_the_decision_when_it_reopens(asked):
    asked.do(consent.see_signs, ("o0", "o1", "o2", "o3")).do(consent.adopt)
    asked.correct(events.Answered, "answer", "objection").do(people.depart, "p3")
    asked.do(proposals.ask_for_consent, "again").do(consent.see_signs, ("o0", "o1", "o2"))
    assert "Legal Aid objects" in asked.refused(consent.adopt)


def test_a_decision_holds_although_the_clock_was_set_back_before_it(asked):
    asked.do(consent.see_signs, ("o0", "o1", "o2", "o3")).later(-60).do(consent.adopt)
    assert proposal(asked).outcome == "agreed"
    assert unsound(asked.meeting) == ()


def test_putting_a_text_aside_and_bringing_it_again_is_no_way_around_an_objection(asked):
    objected(asked).do(people.depart, "p2").do(proposals.settle, "dropped")
    asked.do(proposals.bring, "fund2", "Open the fund on 1 June.", "o1").do(
        proposals.ask_for_consent, "again"
    )
    asked.do(consent.see_signs, ("o0", "o1", "o3"))
    assert "Mill Road objects" in asked.refused(consent.adopt)


def test_who_accepted_a_draft_has_not_accepted_the_next_one(asked):
    objected(asked).do(proposals.amend, "Open the fund on 8 June.")
    asked.do(consent.end_objection, "x", "accepted", agreed=True).do(people.depart, "p2")
    asked.do(proposals.amend, "Open the fund on 1 June, whatever they say.")
    asked.do(proposals.ask_for_consent, "again").do(consent.see_signs, ("o0", "o1", "o3"))
    assert "Mill Road objects" in asked.refused(consent.adopt)


def test_an_objection_is_not_corrected_away_while_the_objector_is_gone(asked):
    objected(asked).do(people.depart, "p2")
    with pytest.raises(NotAllowed, match="Only they"):
        asked.correct(events.Answered, "answer", "consent", last=False)
