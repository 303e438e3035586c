"""Selection by consent, from agenda to minutes."""


def test_a_treasurer_is_chosen_for_reasons_and_the_term_is_shortened(told):
    (meeting,) = told("selection")
    assert meeting.decision.text == "Grace Boateng is Treasurer until 12 November 2026."
    assert meeting.decision.outcome == "Chosen by consent"
    facts = meeting.facts()
    assert facts["Nominated"].startswith("Open Maps Group: Grace Boateng, She kept the books")
    assert "Allotment Union: Grace Boateng (first Nils Berg), Six years" in facts["Nominated"]
    assert facts["Proposed because"] == "six years with the books"
    last = [one.order[-1] for one in meeting.meeting.rounds if one.kind == "consent"]
    assert last == ["food", "food"], "the nominee’s organisation answers last"
