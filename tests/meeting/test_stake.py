"""A facilitator with a stake: somebody else leads the decision, or the group consents that they do."""

from __future__ import annotations

from typing import Any

import pytest

from coalmeet.meeting import events
from coalmeet.meeting.leading import deputy_in
from coalmeet.meeting.minutes import minutes
from coalmeet.meeting.moves import closing, consent, flow, people, proposals, rounds, stake, votes
from coalmeet.meeting.record import record
from coalmeet.meeting.stake import able_to_lead, parties
from coalmeet.meeting.turns import waiting

ALL = ("o0", "o1", "o2", "o3")


@pytest.fixture
def own_text(facilitator: Any) -> Any:
    """Priya of Harbour Union facilitates, and Harbour Union brings the text."""
    facilitator.do(people.arrive_all, ["p0", "p1", "p2", "p3"]).do(flow.start_item, "fund")
    facilitator.do(proposals.bring, "first", "We pay the fund out on Fridays.", "o0")
    return facilitator.later(1)


def asked(one: Any) -> Any:
    one.later(1).do(proposals.ask_for_consent, one.new_id())
    return one.do(consent.see_signs, ALL)


def facts(one: Any) -> dict[str, str]:
    """What the minutes tell of the first decision."""
    found = minutes(record(one.meeting, {})).decisions[0]
    return {fact.label: " ".join(fact.texts) for fact in found.facts}


def test_a_decision_is_not_adopted_while_its_proposer_leads_it(own_text: Any) -> None:
    asked(own_text)
    said = own_text.refused(consent.adopt)
    assert said == (
        "Harbour Union is a party in this, and Priya Raman leads it. Let somebody else lead the decision, "
        "or ask the group whether Priya Raman may lead it all the same."
    )


def test_another_leads_it_and_it_is_handed_back_by_itself(own_text: Any) -> None:
    own_text.do(stake.lead_instead, "p2", "Priya brought it.")
    assert own_text.meeting.facilitator == "p2"
    asked(own_text).later(1).do(consent.adopt)
    assert own_text.meeting.facilitator == "p0"
    assert deputy_in(own_text.meeting, own_text.meeting.proposals[0]) == "p2"
    assert facts(own_text)["Led by"] == ("Sana Iqbal, to whom the facilitation of it was handed over.")
    roles = {fact.label: fact.texts for fact in minutes(record(own_text.meeting, {})).attendance.roles}
    assert roles["Handed over"] == (
        "18:01 to Sana Iqbal, for “Strike fund”: Priya brought it; 18:03 to Priya Raman: the decision was handed back",
    )
    own_text.take_back()
    assert own_text.meeting.facilitator == "p2", "what is not decided is not handed back"


def test_it_is_handed_back_when_the_item_is_left_undecided(own_text: Any) -> None:
    own_text.do(stake.lead_instead, "p2")
    own_text.later(1).do(proposals.settle, "parked")
    assert own_text.meeting.facilitator == "p0"
    own_text.later(1).do(proposals.bring, "again", "We pay on Mondays.", "o0")
    own_text.do(stake.lead_instead, "p3").later(1).do(flow.leave_item)
    assert own_text.meeting.facilitator == "p0"


def test_the_deputy_goes_on_while_the_facilitator_is_gone(own_text: Any) -> None:
    own_text.do(stake.lead_instead, "p2").do(people.depart, "p0")
    own_text.later(1).do(proposals.ask_for_consent, "r").do(consent.see_signs, ALL).later(1).do(consent.adopt)
    assert own_text.meeting.facilitator == "p2"


def test_the_group_may_let_them_lead_and_the_minutes_say_so(own_text: Any) -> None:
    own_text.do(stake.allow_lead)
    asked(own_text).later(1).do(consent.adopt)
    assert own_text.meeting.proposals[0].outcome == "agreed"
    assert facts(own_text)["Led by"] == (
        "The group consented that Priya Raman leads although Harbour Union had a stake in it."
    )
    assert "Nobody needs to be asked" in own_text.refused(stake.allow_lead)


def test_what_the_group_allowed_one_does_not_hold_for_another(own_text: Any) -> None:
    own_text.do(stake.allow_lead).do(people.add_person, events.Seat("p9", "Owen Hughes", "o0", "alternate"))
    own_text.do(people.hand_over, "p9")
    asked(own_text)
    assert "Harbour Union is a party" in own_text.refused(consent.adopt)


def test_an_objection_of_the_facilitators_own_organisation_is_a_stake(facilitator: Any) -> None:
    facilitator.do(people.arrive_all, ["p0", "p1", "p2", "p3"]).do(flow.start_item, "fund")
    facilitator.do(proposals.bring, "first", "We pay on Fridays.", "o1").do(proposals.ask_for_consent, "r")
    facilitator.do(consent.raise_objection, "o0", "harm").do(
        consent.end_objection, "harm", "withdrawn", agreed=True
    )
    facilitator.do(consent.see_signs, ALL[1:])
    assert "Harbour Union is a party" in facilitator.refused(consent.adopt)
    assert "a party in this too" in facilitator.refused(stake.lead_instead, "p1")
    facilitator.do(stake.lead_instead, "p3").do(consent.adopt)


def test_who_belongs_to_no_organisation_has_no_stake(facilitator: Any) -> None:
    facilitator.do(people.arrive_all, ["p0", "p1", "p2", "p3"])
    facilitator.do(people.add_person, events.Seat("guest", "Maren Holt", "", "guest"))
    facilitator.do(people.hand_over, "guest").do(flow.start_item, "fund")
    facilitator.do(proposals.bring, "first", "We pay on Fridays.", "o1")
    asked(facilitator).do(consent.adopt)
    assert "Led by" not in facts(facilitator)


def test_where_nobody_else_could_lead_the_group_is_asked(facilitating: Any) -> None:
    alone = facilitating(members=1, quorum=1)
    alone.do(people.arrive_all, ["p0"]).do(flow.start_item, "fund").do(proposals.bring, "a", "We pay.", "o0")
    asked(alone)
    assert able_to_lead(alone.meeting, "fund") == ()
    assert "Nobody else is here who could" in alone.refused(consent.adopt)
    alone.do(stake.allow_lead).do(consent.adopt)


def test_it_is_known_when_the_item_is_opened(facilitating: Any) -> None:
    """The agenda names who brings it: the desk proposes the hand-over before there is a text on the table."""
    entry = events.AgendaEntry("fund", "Strike fund", "decision", 20, proposer="o0")
    early = facilitating(items=(entry,))
    early.do(people.arrive_all, ["p0", "p1", "p2"]).do(flow.start_item, "fund")
    assert parties(early.meeting, "fund") == ("o0",)
    early.do(stake.lead_instead, "p1").later(1).do(proposals.bring, "first", "We pay.", "o0")
    assert early.meeting.facilitator == "p1"


def test_who_leads_a_decision_for_another_has_not_taken_the_turn(own_text: Any) -> None:
    from coalmeet.coalition.outcomes import outcomes

    own_text.do(stake.lead_instead, "p2").later(30).do(proposals.settle, "parked").later(1)
    own_text.do(flow.end_item, "parked").do(closing.agree_next_meeting, "2026-06-11").do(flow.close_meeting)
    assert outcomes("m", own_text.meeting).turn.actual == "o0"


def test_a_vote_is_led_by_somebody_without_a_stake_too(facilitating: Any) -> None:
    voted = facilitating(kinds=(events.DecisionKind("k", "Routine", "majority"),))
    voted.do(people.arrive_all, ["p0", "p1", "p2", "p3"]).do(flow.start_item, "fund")
    voted.do(proposals.bring, "first", "Our banner is yellow.", "o0", kind="Routine")
    voted.do(proposals.ask_for_consent, "r").do(votes.see_votes, "yes", ALL)
    assert "Harbour Union is a party" in voted.refused(consent.adopt)
    voted.do(stake.lead_instead, "p1").do(consent.adopt)


def test_whoever_leads_now_answers_last_also_in_a_round_that_was_begun(own_text: Any) -> None:
    """The lead goes from hand to hand while consent is asked, and the order of those still asked goes with it."""
    own_text.do(proposals.ask_for_consent, "r")
    first = waiting(own_text.meeting, own_text.meeting.round)
    assert first[-1] == "o0"
    own_text.do(consent.answer, first[0], "consent")
    leader = first[1]
    own_text.do(stake.lead_instead, leader.replace("o", "p"))
    left = waiting(own_text.meeting, own_text.meeting.round)
    assert left == (first[2], "o0", leader), "the others keep their places"
    own_text.do(rounds.turn_around)
    assert waiting(own_text.meeting, own_text.meeting.round)[-1] == leader


def test_whoever_leads_answers_after_those_who_come_during_the_round(facilitator: Any) -> None:
    facilitator.do(people.arrive_all, ["p0", "p1", "p2"]).do(flow.start_item, "fund")
    facilitator.do(proposals.bring, "first", "We pay on Fridays.", "o1").do(proposals.ask_for_consent, "r")
    facilitator.do(people.arrive, "p3")
    assert waiting(facilitator.meeting, facilitator.meeting.round) == ("o1", "o2", "o3", "o0")
