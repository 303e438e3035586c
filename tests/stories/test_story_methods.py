"""Methods other than consent, each as a meeting from agenda to minutes."""


def test_consensus_asks_a_yes_of_each_who_is_here(told):
    (meeting,) = told("consensus")
    assert meeting.decision.outcome == "Agreed by consensus: 5 of 5 present"
    assert meeting.decision.text.startswith("The River Swimmers join us as guests")
    facts = meeting.facts()
    assert facts["Method"] == "Consensus: each present organisation said yes"
    assert "No:" not in facts["Votes"]


def test_a_majority_is_counted_among_those_present_when_it_is_decided(told):
    (meeting,) = told("majority")
    assert meeting.decision.outcome == "Agreed by majority: 5 of 7 present"
    facts = meeting.facts()
    assert facts["Votes"].endswith("No: Allotment Union, Community Radio 8.")
    assert facts["Left before"] == "Safe Streets"


def test_two_thirds_are_counted_and_nobody_is_left_out(told):
    (meeting,) = told("two_thirds")
    assert meeting.decision.outcome == "Agreed by two thirds: 6 of 8 present"
    facts = meeting.facts()
    assert "Abstained: Safe Streets." in facts["Votes"]
    assert facts["Versions"].startswith("Version 1: We spend 900 on posters")
    assert meeting.record["agenda"][0]["decisions"][0]["votes"]["needed"] == 6


def test_a_delegated_decision_is_recorded_as_theirs_with_their_authority(told):
    (meeting,) = told("delegated")
    assert [one.outcome for one in meeting.minutes.decisions] == [
        "Decided by Press group",
        "Decided by Grace Boateng",
    ]
    assert meeting.facts()["Decided by"] == "Press group. Their authority: mandate of 3 March."
    assert meeting.facts()["Present"].count(",") == 7


def test_a_fallback_vote_comes_later_and_is_named_in_the_minutes(told):
    may, june = told("fallback")
    assert may.decision.outcome == "Parked"
    assert june.decision.outcome == "Agreed by two thirds: 6 of 8 present"
    assert june.facts()["Fallback vote"] == (
        "Consent was not reached on 14 May 2026; a vote was announced for this meeting. "
        "It passes over the objection of Allotment Union."
    )
    assert june.facts()["Kind"] == "Public statement, critical"
    assert "a vote in place of consent" in june.decision.details
    assert may.record["agenda"][0]["decisions"][0]["settings"]["fallback"] == "two_thirds"


def test_a_protected_voice_is_heard_instead_of_outvoted(told):
    (meeting,) = told("protected_voice")
    assert meeting.decision.outcome == "Adopted by consent"
    assert meeting.facts()["Objections"].endswith("Resolved by version 2.")
    assert sum("protected voice" in said for said in meeting.refusals) == 2
