"""The story of who is heard: the stack, rounds of every way, a line that breaks, and minutes that count no person."""

from coalmeet.meeting import stack


def remarks(found, title):
    return next(item.remarks for item in found.minutes.items if item.title == title)


def test_those_heard_least_came_first_and_a_question_before_them(told):
    (found,) = told("voices")
    order = [(floor.person, floor.kind) for floor in found.meeting.floors]
    assert order[:2] == [("tomas", "new"), ("nils", "question")]
    assert order[2] == ("jun", "new"), "moved by the facilitator"


def test_nobody_present_was_missed_by_any_round(told):
    (found,) = told("voices")
    assert [one.missed for one in found.meeting.rounds] == [()] * len(found.meeting.rounds)
    assert [one.lost for one in found.meeting.rounds] == [()] * len(found.meeting.rounds)


def test_a_sweep_called_those_who_had_not_spoken(told):
    (found,) = told("voices")
    sweep = next(one for one in found.meeting.rounds if one.id == "sweep")
    assert set(sweep.order) == {"harbour", "maps", "legal", "food"}


def test_the_decision_came_before_the_one_on_whom_quorum_depended_left(told):
    (found,) = told("voices")
    assert found.decision.text == "We share one press officer until the summer, for eight hours a week."
    assert "food" in found.meeting.proposals[0].present
    assert "food" not in found.meeting.rounds[-1].order


def test_whoever_lost_the_line_was_asked_again(told):
    (found,) = told("voices")
    well = next(one for one in found.meeting.rounds if one.id == "well")
    assert {"luca", "ruth", "nils", "ines"} <= set(well.heard)
    paused = next(item for item in found.meeting.items if item.id == "back").pauses
    assert len(paused) == 1 and paused[0].until is not None


def test_the_minutes_tell_rounds_themes_and_thanks(told):
    (found,) = told("voices")
    said = remarks(found, "Looking back on the spring")
    assert "Going well: the leaflets." in said
    assert "Could be better: we begin too late." in said
    assert found.record["thanks"] == ["Jun, for the studio"]


def test_turns_are_counted_by_organisation_alone(told):
    (found,) = told("voices")
    counted = {one["organisation"]: one["turns"] for one in found.record["turns"]}
    assert counted["Allotment Union"] == stack.turns(found.meeting)["garden"] > 1
    assert not {"Tomas Vesely", "Nils Berg"} & set(counted)


def test_no_refusal_but_those_that_were_told(told):
    (found,) = told("voices")
    assert len(found.refusals) == 2
