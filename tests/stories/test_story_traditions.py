"""Three traditions, each as a meeting from agenda to minutes: where they disagree, the charter decides."""


def test_in_sociocracy_3_the_group_tests_what_an_objection_is(told):
    (meeting,) = told("sociocracy_3")
    facts = meeting.facts()
    assert meeting.decision.outcome == "Adopted by consent"
    assert "Kept as a concern; nobody disagreed" in facts["Objections"]
    assert "Community Radio 8: Our old laptops are slow" in facts["Concerns"]
    assert any("Ask the group first" in said for said in meeting.refusals)


def test_in_many_voices_a_worry_is_met_by_a_term_and_a_measure(told):
    (meeting,) = told("many_voices")
    assert meeting.decision.text.endswith("in June we count what was left for others.")
    facts = meeting.facts()
    assert facts["Objections"].endswith("Resolved by version 2.")
    assert "Concerns" not in facts
    answers = meeting.meeting.proposals[0].answers
    assert {one.how for one in answers} == {"turn"}


def test_in_holacracy_only_the_objector_lets_an_objection_go(told):
    (meeting,) = told("holacracy")
    assert meeting.facts()["Objections"].endswith("Withdrawn by the objector.")
    assert "Review" not in meeting.facts()
    kept = meeting.record["agenda"][0]["decisions"][0]["settings"]
    assert (kept["concerns"], kept["stand_aside"], kept["tested_by"]) == (False, False, "objector")
