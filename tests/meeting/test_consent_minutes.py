"""What the minutes tell of the way to a decision: left-out stages, tests, what was set aside, how it is watched."""

import pytest

from coalmeet.exchange import record as records
from coalmeet.meeting import events
from coalmeet.meeting.minutes import minutes
from coalmeet.meeting.moves import consent, flow, objections, people, proposals, terms
from coalmeet.meeting.record import record

OTHERS = ("o0", "o1", "o3")


@pytest.fixture
def deciding(facilitating):
    one = facilitating(profile=events.Profile(loops=1))
    one.do(people.arrive_all, ("p0", "p1", "p2", "p3")).do(flow.start_item, "fund")
    return one.do(proposals.bring, "fund1", "Open the fund on 1 June.", "o1")


def kept(facilitator):
    """The decision as the record has it, and every fact that the minutes print of it."""
    whole = record(facilitator.later(1).do(flow.close_meeting).meeting, {})
    records.read(records.dump(whole), "record")  # every key of it is known
    fund = next(item for item in whole["agenda"] if item["title"] == "Strike fund")
    told = minutes(whole).items[1].decisions[-1]
    return fund["decisions"][-1], {fact.label: " ".join(fact.texts) for fact in told.facts}


def objected(facilitator):
    facilitator.do(proposals.reach, "clarifying").do(proposals.ask_for_consent, "round")
    facilitator.do(consent.answer, "o2", "objection", objection_id="x").do(consent.see_signs, OTHERS)
    return facilitator.do(consent.understand, "x", "48 hours shut people out", "purpose")


def test_quick_consent_is_named_with_what_was_left_out(deciding):
    entry, told = kept(deciding.do(proposals.ask_for_consent, "round").do(consent.nobody_objects))
    assert entry["quick"]
    assert told["How"].startswith("Questions and reactions were left out")


def test_a_decision_keeps_the_settings_under_which_it_was_made(deciding):
    entry, _told = kept(deciding.do(proposals.ask_for_consent, "round").do(consent.nobody_objects))
    assert entry["settings"]["loops"] == 1
    assert entry["settings"]["quorum"] == 2


def test_a_tested_objection_says_who_thought_that_it_stood(deciding):
    objected(deciding).do(objections.weigh, "x", ("o1",))
    deciding.do(objections.weigh, "x", (), True).do(consent.adopt)
    entry, told = kept(deciding)
    assert entry["objections"][0]["tested"]
    assert "Kept as a concern; nobody disagreed." in told["Objections"]


def test_one_who_disagrees_is_named_while_it_stands(deciding):
    objected(deciding).do(objections.weigh, "x", ("o1",)).do(proposals.settle, "parked")
    _entry, told = kept(deciding)
    assert "in the view of Open Maps it stood." in told["Objections"]


def test_what_is_set_aside_says_with_whom_and_until_when(deciding):
    objected(deciding).do(objections.defer_objection, "x", "Finance", "2026-06-30", True).do(consent.adopt)
    _entry, told = kept(deciding)
    assert "Set aside: Finance looks at it again by 30 June 2026." in told["Objections"]


def test_what_is_watched_and_when_it_stops_stand_with_the_decision(deciding):
    objected(deciding).do(terms.measure, "how many apply", "fewer than five did")
    deciding.do(proposals.ask_for_consent, "again").do(consent.see_signs, OTHERS)
    deciding.do(consent.answer, "o2", "consent").do(consent.adopt)
    entry, told = kept(deciding)
    assert entry["text"].endswith("We stop if: fewer than five did.")
    assert (told["It works if"], told["It stops if"]) == ("how many apply", "fewer than five did")


def test_one_more_loop_than_the_charter_allows_is_told(deciding):
    objected(deciding).do(proposals.amend, "Open it on 8 June.").do(proposals.ask_for_consent, "again")
    deciding.do(consent.answer, "o2", "objection", objection_id="y").do(consent.see_signs, OTHERS)
    deciding.do(proposals.amend, "Open it on 15 June.").do(proposals.allow_loop)
    deciding.do(proposals.ask_for_consent, "third").do(consent.see_signs, OTHERS)
    deciding.do(consent.answer, "o2", "consent").do(consent.adopt)
    _entry, told = kept(deciding)
    assert told["How"] == "The group allowed 1 more change of the text than the charter foresees."
