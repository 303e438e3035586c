"""Consent by the house's own way, from agenda to minutes."""


def test_an_objection_becomes_a_better_text_that_all_let_pass(told):
    (meeting,) = told("consent")
    assert meeting.decision.text == "We open the shared fund on 1 June; there are seven days to apply."
    assert meeting.decision.outcome == "Adopted by consent"
    facts = meeting.facts()
    assert facts["Objections"].startswith("Mill Road Residents: Two days shut people out.")
    assert facts["Objections"].endswith("Resolved by version 2.")
    assert facts["Consented"] == "all who were present"
