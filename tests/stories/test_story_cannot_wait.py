"""The story of what cannot wait: it comes first, is provisional for who is away, and old decisions are looked at."""


def test_what_cannot_wait_comes_first_and_is_provisional_for_absent_members(told):
    (found,) = told("cannot_wait")
    bail, march = found.meeting.proposals
    assert [item.id for item in found.meeting.items] == ["bail", "march", "rota", "logo"]
    assert bail.outcome == "provisional"
    assert bail.window_days
    assert (march.outcome, march.window_days) == ("agreed", 0), "both who are away had written"


def test_what_absent_members_wrote_is_told(told):
    (found,) = told("cannot_wait")
    facts = found.facts(1)
    assert "Safe Streets" in facts["Consented beforehand"]
    said = "Community Radio 8: We must stay neutral on air. Sent beforehand, read out by Sana Iqbal."
    assert facts["Concerns"] == said


def test_a_review_keeps_one_decision_and_ends_another(told):
    (found,) = told("cannot_wait")
    assert [(one.decision, one.result) for one in found.meeting.reviewed] == [
        ("rota", "kept"),
        ("logo", "ended"),
    ]
