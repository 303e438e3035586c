"""The story of slips: nothing that was entered wrongly stays, nothing is hidden, and what rested on it reopens."""


def test_a_misheard_answer_reopens_the_decision_and_a_better_text_takes_its_place(told):
    (found,) = told("put_right")
    first, second = found.meeting.proposals
    assert (first.outcome, first.reopened_as) == ("agreed", second.id)
    assert (second.outcome, second.words.split("; ")[1]) == ("agreed", "food deliveries go first.")
    assert [one.ending for one in second.objections] == ["accepted"]


def test_the_minutes_list_what_was_corrected(told):
    (found,) = told("put_right")
    assert found.record["corrections"]
    assert any(decision.get("reopened") for item in found.record["agenda"] for decision in item["decisions"])


def test_an_action_that_was_struck_out_is_nowhere(told):
    (found,) = told("put_right")
    assert found.meeting.actions == ()


def test_what_was_added_after_the_close_is_in_the_minutes(told):
    (found,) = told("put_right")
    assert found.record["next_date"] == "2026-06-11"
    assert found.meeting.reopenings == ("The date was missing",)
