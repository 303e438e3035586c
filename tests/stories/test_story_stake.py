"""A facilitator with a stake, from agenda to minutes."""


def test_one_decision_is_led_by_another_and_one_by_consent_of_the_group(told):
    (meeting,) = told("stake")
    assert [one.outcome for one in meeting.minutes.decisions] == ["Adopted by consent"] * 2
    assert meeting.facts()["Led by"] == "Luca Ferri, to whom the facilitation of it was handed over."
    assert meeting.facts(1)["Led by"] == (
        "The group consented that Priya Raman leads although Harbour Tenants had a stake in it."
    )
    assert [one["to"] for one in meeting.record["hand_overs"]] == ["Luca Ferri", "Priya Raman"]
    assert meeting.record["facilitating_organisation"] == "Harbour Tenants"
