"""An entry on which a decision rests is put right: what follows from it follows at once, and nothing else changes."""

from dataclasses import replace

import pytest

from coalmeet.errors import NotAllowed
from coalmeet.meeting import events
from coalmeet.meeting.events import DecisionKind, Profile
from coalmeet.meeting.minutes import minutes
from coalmeet.meeting.moves import consent, correct, flow, people, proposals, stake
from coalmeet.meeting.publish import publish
from coalmeet.meeting.put_right_news import changed_words, led_words, open_again
from coalmeet.meeting.record import record
from tests.meeting.conftest import MINUTE, OPENING, Facilitator, plan

TEXT = "Open the fund on 1 June."
EVERYBODY = ("o0", "o1", "o2", "o3")
KINDS = (DecisionKind("b", "budget", critical=True), DecisionKind("v", "vote", method="majority"))


@pytest.fixture
def decided(facilitating):
    """Priya Raman of Harbour Union facilitates; Open Maps proposes, and all consent at 18:10; it is 18:40."""

    def play(how="turn", **charter):
        table = facilitating(**{"profile": Profile(window_days=14), "kinds": KINDS, **charter})
        table.do(people.arrive_all, ("p0", "p1", "p2", "p3")).do(flow.agree_agenda).later(10)
        table.do(flow.start_item, "fund").do(proposals.bring, "fund1", TEXT, "o1")
        table.do(proposals.ask_for_consent, "round1").later(1)
        if how == "sign":
            table.do(consent.see_signs, EVERYBODY)
        for one in EVERYBODY if how == "turn" else ():
            table.do(consent.answer, one, "consent")
        return table.later(1).do(consent.adopt).later(30)

    return play


def puts_right(table, kind, field, value, of=""):
    """The first entry of this kind, of this person or organisation where one is named."""
    found = [
        one
        for one in correct.entries(table.log)
        if type(one.event) is kind
        and of in ("", getattr(one.event, "person", ""), getattr(one.event, "organisation", ""))
    ][-1]
    return table.do(correct.correct, table.log, found.move, found.index, field, value, table.new_id())


def first(table):
    return table.meeting.proposals[0]


def corrections(table):
    return [one["text"] for one in record(table.meeting, {})["corrections"]]


# Somebody was not there, or spoke for somebody else


def test_who_was_not_there_at_all_has_consented_to_nothing_and_is_owed_the_window(decided):
    table = puts_right(decided(), events.Arrived, "mistaken", 1, of="p3")
    assert first(table).present == ("o0", "o1", "o2")
    assert (first(table).outcome, first(table).window_days) == ("provisional", 14)
    kept = record(table.meeting, {})["agenda"][1]["decisions"][0]
    assert "Legal Aid" not in kept["consented"]
    assert "Ruth Abelson was not there, corrected." in corrections(table)
    assert "Legal Aid: “Consent” was corrected to “Was not asked”." in corrections(table)
    assert first(table.take_back()).outcome == "agreed"


def test_who_had_been_noted_as_gone_and_was_not_was_there_all_the_time(decided):
    table = decided().do(people.depart, "p3", earlier=31 * MINUTE)
    assert first(table).outcome == "provisional"
    puts_right(table, events.Departed, "mistaken", 1)
    assert first(table).outcome == "agreed"
    assert table.meeting.presence("p3").here
    assert "Ruth Abelson had not left, corrected." in corrections(table)


def test_a_guest_had_no_voice_so_nobody_of_theirs_was_there(decided):
    table = puts_right(decided(), events.Arrived, "capacity", "guest", of="p3")
    assert (first(table).present, first(table).outcome) == (("o0", "o1", "o2"), "provisional")
    assert "Ruth Abelson: corrected to “guest”." in corrections(table)


def test_who_spoke_for_another_organisation_leaves_that_one_unasked(decided):
    table = decided()
    puts_right(table, events.Arrived, "organisation", "o2", of="p3")
    assert first(table).present == ("o0", "o1", "o2")
    assert first(table).outcome == "provisional"
    assert "Ruth Abelson: corrected to “Mill Road”." in corrections(table)


def test_an_organisation_that_was_there_and_nobody_asked_opens_it_again(facilitating):
    """Ruth Abelson came as a guest; in truth she was the delegate of Legal Aid, which nobody asked."""
    seats = tuple(
        events.Seat(f"p{n}", f"Person {n}", f"o{n}", "guest" if n == 3 else "delegate") for n in range(4)
    )
    table = facilitating(people=seats).do(people.arrive_all, ("p0", "p1", "p2", "p3"))
    table.do(flow.start_item, "fund").do(proposals.bring, "f", TEXT, "o1").do(proposals.ask_for_consent, "r")
    table.later(1).do(consent.see_signs, EVERYBODY).later(1).do(consent.adopt).later(5)
    puts_right(table, events.Arrived, "capacity", "delegate", of="p3")
    assert first(table).reopened_as
    assert publish(table.meeting, table.now).news.endswith("is open again.")
    said = open_again(table.meeting)
    assert said.endswith("open again. Legal Aid was there and had not been asked by name.")
    assert said.split("again. ")[1] in corrections(table)[-1]


def test_only_a_member_can_have_spoken(decided):
    table = decided()
    with pytest.raises(NotAllowed, match="not a member"):
        puts_right(table, events.Arrived, "organisation", "nobody", of="p3")


def test_a_slip_offers_nothing_but_to_be_one_no_more(decided):
    table = puts_right(decided(), events.Arrived, "mistaken", 1, of="p3")
    entry = next(one for one in correct.entries(table.log) if getattr(one.event, "person", "") == "p3")
    assert entry.fields == ("mistaken",)
    puts_right(table, events.Arrived, "mistaken", 0, of="p3")
    assert first(table).present == EVERYBODY


def test_stretches_stay_in_order_when_a_going_was_a_slip(decided):
    table = decided().do(people.depart, "p3").later(10).do(people.arrive, "p3").later(10)
    puts_right(table, events.Departed, "mistaken", 1)
    [stretch] = table.meeting.presence("p3").spans
    assert (stretch.since, stretch.until) == (OPENING, None)
    table.do(people.depart, "p3")
    assert table.meeting.presence("p3").spans[-1].until == table.now


# What was answered, and to what


def test_whose_sign_nobody_saw_was_not_asked_and_it_is_open_again(decided):
    table = puts_right(decided("sign"), events.Answered, "answer", "unasked", of="o2")
    assert first(table).reopened_as
    assert "Mill Road was there and had not been asked" in open_again(table.meeting)


def test_an_answer_to_the_version_before_counts_for_that_one_alone(facilitating):
    table = facilitating().do(people.arrive_all, ("p0", "p1", "p2", "p3")).do(flow.start_item, "fund")
    table.do(proposals.bring, "f", TEXT, "o1").do(proposals.ask_for_consent, "r1").later(1)
    table.do(consent.answer, "o2", "consent").do(proposals.amend, "Open the fund on 1 July.")
    table.do(proposals.ask_for_consent, "r2").later(1).do(consent.see_signs, EVERYBODY)
    table.do(consent.adopt).later(5)
    answers = [one for one in correct.entries(table.log) if isinstance(one.event, events.Answered)]
    last = next(one for one in answers if one.event.organisation == "o2")
    assert "version" in last.fields
    table.do(correct.correct, table.log, last.move, last.index, "version", 1)
    assert first(table).reopened_as
    early = answers[-1]
    with pytest.raises(NotAllowed, match="cannot have answered that version then"):
        table.do(correct.correct, table.log, early.move, early.index, "version", 2)


def test_the_words_of_an_answer_that_was_an_objection_are_its_reason(decided):
    table = puts_right(decided(), events.Answered, "answer", "objection", of="o2")
    successor = table.meeting.proposals[-1]
    assert [one.reason for one in successor.objections] == [""]
    puts_right(table, events.Answered, "text", "Nobody is paid in June", of="o2")
    assert [one.reason for one in table.meeting.proposals[-1].objections] == ["Nobody is paid in June"]
    assert [one.reason for one in first(table).objections] == ["Nobody is paid in June"]


def test_a_reason_that_was_written_with_the_objector_stays(decided):
    table = puts_right(decided(), events.Answered, "answer", "objection", of="o2").do(flow.leave_item)
    own = table.meeting.proposals[-1].objections[0]
    table.do(flow.start_item, "fund").do(consent.understand, own.id, "In their own words", "risk", True)
    puts_right(table, events.Answered, "text", "As it was heard", of="o2")
    assert table.meeting.proposals[-1].objections[0].reason == "In their own words"


# The kind


def test_a_kind_that_is_critical_asks_each_by_name(decided):
    table = puts_right(decided("sign"), events.ProposalBrought, "kind", "budget")
    assert first(table).reopened_as
    assert open_again(table.meeting).endswith("4 organisations were there and had not been asked by name.")
    table.do(flow.leave_item).do(flow.start_item, "fund").do(proposals.ask_for_consent, "again")
    assert "critical" in table.refused(consent.see_signs, EVERYBODY)


def test_a_critical_kind_where_each_was_called_stands(decided):
    assert not first(puts_right(decided(), events.ProposalBrought, "kind", "budget")).reopened_as


def test_on_a_critical_kind_a_protected_organisation_that_was_away_gets_its_window():
    members = tuple(events.Member(f"o{n}", f"Member {n}", protected=n == 3) for n in range(4))
    table = Facilitator(replace(plan(kinds=KINDS), members=members))
    table.do(people.arrive_all, ("p0", "p1", "p2")).do(flow.start_item, "fund")
    table.do(proposals.bring, "f", TEXT, "o1").do(proposals.ask_for_consent, "r").later(1)
    for one in EVERYBODY[:3]:
        table.do(consent.answer, one, "consent")
    table.do(consent.adopt).later(5)
    assert first(table).outcome == "agreed"
    puts_right(table, events.ProposalBrought, "kind", "budget")
    assert (first(table).outcome, first(table).window_days) == ("provisional", 14)
    assert publish(table.meeting, table.now).news.endswith("is provisional.")
    assert "Member 3 was not there" in changed_words(table.meeting, first(table))


def test_a_kind_that_is_decided_by_vote_opens_it_again(decided):
    table = puts_right(decided(), events.ProposalBrought, "kind", "vote")
    assert first(table).reopened_as
    assert "by a vote" in open_again(table.meeting)


def test_a_kind_that_the_matrix_does_not_know_is_refused(decided):
    with pytest.raises(NotAllowed, match="does not know this kind"):
        puts_right(decided(), events.ProposalBrought, "kind", "picnic")


# The proposer


def test_the_proposer_was_the_organisation_of_whoever_led_it(decided):
    table = puts_right(decided(), events.ProposalBrought, "proposer", "o0")
    assert first(table).outcome == "agreed"
    said = publish(table.meeting, table.now + 60 * MINUTE).news
    assert said == "Harbour Union is a party in “Strike fund”, and led it. Does the decision stand?"
    assert "and Priya Raman led it" in led_words(table.meeting, first(table))
    kept = record(table.meeting, {})
    facts = {one.label: " ".join(one.texts) for one in minutes(kept).decisions[0].facts}
    assert facts["Led by"].endswith("had a stake in it. That was noticed afterwards.")
    assert "Strike fund: “Open Maps” was corrected to “Harbour Union”." in corrections(table)


def test_the_group_lets_it_stand_and_the_minutes_say_so(decided):
    table = puts_right(decided(), events.ProposalBrought, "proposer", "o0").do(stake.let_stand, "fund1")
    assert not publish(table.meeting, table.now).news
    facts = {one.label: " ".join(one.texts) for one in minutes(record(table.meeting, {})).decisions[0].facts}
    assert facts["Led by"].endswith("That was noticed afterwards, and the group let it stand.")
    assert "had no stake in it" in table.refused(stake.let_stand, "fund1")
    assert publish(table.take_back().meeting, table.now).news


def test_the_group_takes_it_up_again_and_somebody_else_leads_it(decided):
    table = puts_right(decided(), events.ProposalBrought, "proposer", "o0")
    table.do(stake.take_up_again, "fund1", "fund2")
    said = publish(table.meeting, table.now).news
    assert said == "A party led the decision on “Strike fund”, so it is open again."
    table.do(proposals.ask_for_consent, "r2").later(1)
    for one in EVERYBODY:
        table.do(consent.answer, one, "consent")
    assert "Let somebody else lead" in table.refused(consent.adopt)
    table.do(stake.lead_instead, "p2").do(consent.adopt)
    assert not publish(table.meeting, table.now).news
    assert any("whoever led it had a stake in it" in one for one in corrections(table))


def test_where_nobody_with_a_stake_led_nobody_is_asked(decided):
    assert "had no stake in it" in decided().refused(stake.let_stand, "fund1")
    table = puts_right(decided(), events.ProposalBrought, "proposer", "o2")
    assert not publish(table.meeting, table.now).news
