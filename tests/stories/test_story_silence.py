"""The story of silence: nobody consents by not being there, and routine takes two inputs."""


def test_routine_takes_two_inputs_and_the_minutes_say_what_was_left_out(told):
    (found,) = told("silence")
    assert found.decision.text == "We meet on the second Thursday of each month."
    assert found.facts()["How"].startswith("Questions and reactions were left out")
    assert found.facts()["Responsible"] == "Luca Ferri"


def test_who_was_called_twice_is_asked_again_when_the_line_is_back(told):
    (found,) = told("silence")
    second = found.meeting.proposals[1]
    assert "food" in second.present
    assert second.answer_of("food").how == "turn"
    assert not second.quick


def test_how_it_is_watched_stands_with_the_decision(told):
    (found,) = told("silence")
    assert found.facts(1)["To be told"] == "everybody on the list"
