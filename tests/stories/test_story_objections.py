"""The story of three objections: the facilitator ends none, each ends in its own way, and the minutes say how."""


def test_each_objection_ends_in_its_own_way(told):
    (found,) = told("objections")
    proposal = found.meeting.proposals[0]
    lives = {one.id: one.life for one in proposal.objections}
    assert lives == {"cost": "deferred", "privacy": "accepted", "wording": "concern"}
    assert proposal.outcome == "agreed"


def test_the_worry_stands_in_the_exact_words(told):
    (found,) = told("objections")
    assert found.decision.text.endswith("We stop if: one house can.")
    assert found.facts()["It stops if"] == "one house can"


def test_the_minutes_tell_how_each_ended(told):
    (found,) = told("objections")
    said = found.facts()["Objections"]
    assert "Kept as a concern; nobody disagreed." in said
    assert "Set aside: Finance group looks at it again by 11 June 2026." in said
    assert "in the view of Food Bank North it stood" in said
    assert "Resolved by version 2." in said
