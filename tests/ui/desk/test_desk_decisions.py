"""The consent path at the desk: texts, answers, objections; and what nobody can do by mistake."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from coalmeet.meeting import events
from coalmeet.meeting.moves import people
from coalmeet.meeting.moves.correct import entries

TEXT = "We launch on 12 April with one shared demand: a two-year rent freeze."


def test_a_draft_of_the_agenda_is_one_key_from_the_table(robot):
    robot.goes_to("freeze")
    assert robot.large() == "Put it on the table"
    assert robot.sees("Need: Rents rise faster than we answer.")
    robot.presses("Enter")
    assert robot.meeting.live_proposal("freeze").stage == "presented"


def test_without_a_draft_the_field_is_open_and_the_button_says_what_is_missing(robot):
    robot.goes_to("press")
    robot.clicks("Decide on it")
    assert robot.tool == "proposal"
    assert not robot.desk.parts.actions.large.isEnabled()
    robot.desk.parts.tools.tool.card.box.setFocus()
    robot.types("We hire one.")
    robot.presses("Ctrl+Enter")
    assert robot.meeting.live_proposal("press").text == "We hire one."


def test_what_is_being_written_is_kept_when_one_goes_on(robot):
    robot.goes_to("freeze")
    robot.presses("Enter")
    robot.presses("D")
    robot.types(" We begin now.")
    robot.presses("Ctrl+Enter")
    live = robot.meeting.live_proposal("freeze")
    assert live.text.endswith(" We begin now.")
    assert live.stage == "clarifying"


def test_consent_is_asked_for_a_draft_of_the_agenda_in_one_stroke(robot):
    robot.goes_to("freeze")
    robot.presses("F")
    assert robot.meeting.live_proposal("freeze").locked


def test_integration_is_not_ticked_while_the_first_objections_are_raised(robot):
    robot.goes_to("freeze")
    robot.is_asked()
    robot.presses("3")
    spoken = {one.accessibleName() for one in robot.desk.findChildren(QAbstractButton)}
    assert "Integrate, left out" in spoken
    assert "Integrate, done" not in spoken


def test_stages_are_one_key_each_and_pressing_one_goes_back(robot):
    robot.goes_to("freeze")
    robot.presses("Enter")
    robot.presses("Enter")
    robot.presses("Enter")
    assert robot.meeting.round.kind == "reactions"
    robot.clicks("Clarify, done")
    assert robot.meeting.live_proposal("freeze").stage == "clarifying"
    assert robot.meeting.round is None


def test_answers_stay_hidden_save_the_last(robot):
    robot.goes_to("freeze")
    robot.is_asked()
    robot.presses("2")
    robot.presses("1")
    seen = robot.texts()
    assert "Last: Legal Aid Circle, consent" in seen
    assert "Housing Action: Consent with a concern" not in seen
    robot.presses("A")
    assert robot.sees("Housing Action: Consent with a concern")


def test_the_facilitators_organisation_is_asked_last(robot):
    robot.goes_to("freeze")
    robot.is_asked()
    asked = []
    for _voice in range(8):
        asked.append(robot.desk.parts.tools.tool.turn.name())
        robot.presses("1")
    assert asked[-1] == "Tenants’ Union"
    assert robot.large() == "Adopt it"


def test_a_reason_goes_with_the_answer(robot):
    robot.goes_to("freeze")
    robot.is_asked()
    robot.desk.parts.tools.tool.reason.setFocus()
    robot.types("Exams end on 20 March.")
    robot.presses("Ctrl+2")
    assert robot.meeting.live_proposal("freeze").answers[-1].text == "Exams end on 20 March."
    assert robot.desk.parts.tools.tool.reason.text() == "", "the next one begins with an empty field"


def test_a_wrong_answer_is_taken_back_with_one_key(robot):
    robot.goes_to("freeze")
    robot.is_asked()
    name = robot.desk.parts.tools.tool.turn.name()
    robot.presses("3")
    robot.presses("Ctrl+Z")
    assert robot.desk.parts.tools.tool.turn.name() == name
    assert not robot.meeting.live_proposal("freeze").objections


def test_the_reason_of_an_objection_is_written_while_it_is_said(robot):
    robot.goes_to("freeze")
    robot.is_asked()
    name = robot.desk.parts.tools.tool.turn.name()
    robot.presses("3")
    robot.types("Exams end on 20 March, 1 week late.")
    assert robot.desk.parts.tools.tool.turn.name() == name, "nobody else is asked before Enter"
    robot.presses("Enter")
    live = robot.meeting.live_proposal("freeze")
    assert live.objections[0].reason == "Exams end on 20 March, 1 week late."
    assert len(live.answers) == 1
    assert robot.focus() is robot.desk
    assert robot.desk.parts.tools.tool.turn.name() != name
    robot.presses("1")
    assert len(robot.meeting.live_proposal("freeze").answers) == 2


@pytest.mark.parametrize("key", ["Enter", "Esc"])
def test_an_objection_without_words_goes_on(robot, key):
    robot.goes_to("freeze")
    robot.is_asked()
    robot.presses("3")
    robot.presses(key)
    robot.presses("1")
    assert [one.answer for one in robot.meeting.live_proposal("freeze").answers] == ["objection", "consent"]


def test_the_last_one_to_object_says_why_on_the_bench(robot):
    robot.goes_to("freeze")
    robot.is_asked()
    for _voice in range(7):
        robot.presses("1")
    robot.presses("3")
    robot.settles()
    assert robot.tool == "workbench"
    robot.types("Food banks are full.")
    robot.presses("Enter")
    assert robot.meeting.live_proposal("freeze").objections[0].reason == "Food banks are full."
    assert robot.focus() is robot.desk


def test_right_after_adopting_the_words_are_those_of_the_decision(robot):
    robot.goes_to("freeze")
    robot.is_asked()
    robot.presses("S")
    robot.presses("Enter")
    assert robot.desk.parts.say.text() == "We have decided. Thank you all."


def objected(robot):
    robot.goes_to("freeze")
    robot.is_asked()
    robot.presses("3")
    robot.presses("Enter")
    robot.presses("S")
    assert robot.tool == "workbench"


def test_the_facilitator_alone_never_asks_again_about_the_same_text(robot):
    objected(robot)
    assert not robot.desk.parts.actions.large.isEnabled()
    robot.presses("F")
    assert robot.stressed() == "Change the text, or ask whether the objection still holds."
    assert robot.meeting.live_proposal("freeze").open_objections


def test_an_objection_gets_its_reason_and_ground_in_place(robot):
    objected(robot)
    card = next(iter(robot.desk.parts.tools.tool._cards.values()))
    card.reason.setFocus()
    robot.types("Food banks are full until the end of March.")
    robot.presses("Enter")
    card.ground.setCurrentIndex(card.ground.findData("purpose"))
    card.ground.activated.emit(card.ground.currentIndex())
    objection = robot.meeting.live_proposal("freeze").objections[0]
    assert (objection.reason, objection.ground) == ("Food banks are full until the end of March.", "purpose")
    assert not objection.named
    assert robot.live.view.objections[0].who == "", "the call sees the name only if they agree"


def test_withdrawn_by_the_objector_it_can_be_adopted_as_it_stands(robot):
    objected(robot)
    robot.clicks("Rosa withdraws it")
    assert robot.large() == "Adopt it"
    robot.presses("Y")
    assert robot.meeting.proposals[-1].outcome == "agreed"
    assert robot.meeting.proposals[-1].words.startswith("We launch on 15 March")


def test_what_is_being_written_is_what_is_fixed(robot):
    objected(robot)
    robot.presses("D")
    robot.focus().selectAll()
    robot.types(TEXT)
    robot.presses("Ctrl+F")
    live = robot.meeting.live_proposal("freeze")
    assert (live.version, live.text, robot.tool) == (2, TEXT, "consent")


def test_an_objection_is_raised_from_anywhere_with_a_name(robot):
    robot.goes_to("freeze")
    robot.presses("Enter")
    robot.presses("O")
    robot.desk.parts.beside.card.box.setFocus()
    robot.types("food")
    robot.presses("Enter")
    assert robot.meeting.live_proposal("freeze").open_objections[0].organisation == "o3"
    assert robot.desk.parts.beside.name == ""
    assert robot.sees("1 objection is open. It is worked on when the text is changed.")


def test_without_quorum_a_full_round_is_kept_as_a_recommendation(robot):
    robot.goes_to("freeze")
    robot.is_asked()
    for number in (1, 2, 3, 4):
        robot.live.do(people.depart, f"p{number}d")
    robot.presses("S")
    assert robot.large() == "Keep it as a recommendation"
    robot.presses("Enter")
    assert robot.meeting.proposals[-1].outcome == "recommended"


def test_a_proposal_is_parked_with_a_date_as_people_say_it(robot):
    robot.goes_to("freeze")
    robot.presses("Enter")
    robot.presses("U")
    until = robot.desk.parts.beside.card.until
    until.setFocus()
    robot.types("in 2 weeks")
    robot.clicks("Park it")
    assert (robot.meeting.proposals[-1].outcome, robot.meeting.proposals[-1].until) == (
        "parked",
        "2026-12-10",
    )


def test_a_facilitator_with_a_stake_is_offered_to_hand_over(robot):
    robot.goes_to("freeze")
    robot.live.do(people.hand_over, "p4d")
    assert robot.sees("Students’ Union is a party in this. Somebody else leads this decision.")
    robot.presses("Shift+H")
    assert robot.meeting.facilitator == "p0d"
    assert not robot.sees("is a party in this")
    assert robot.sees("Amina Diallo leads this decision. Then Lena Maier facilitates again.")
    robot.is_asked()
    robot.presses("S")
    robot.presses("Enter")
    assert robot.tool == "result"
    assert robot.meeting.facilitator == "p4d", "it is handed back by itself"


def test_the_group_lets_them_lead_with_one_key_and_nothing_is_adopted_before(robot):
    robot.goes_to("freeze")
    robot.live.do(people.hand_over, "p4d")
    robot.is_asked()
    robot.presses("S")
    robot.presses("Enter")
    assert robot.tool == "consent"
    assert robot.sees("or ask the group whether Lena Maier may lead it all the same")
    robot.presses("Shift+A")
    assert not robot.sees("is a party in this")
    robot.presses("Enter")
    assert robot.meeting.proposals[-1].outcome == "agreed"


def test_a_correction_that_changes_the_result_reopens_it_and_both_windows_say_so(robot):
    robot.goes_to("freeze")
    robot.is_asked()
    robot.presses("S")
    robot.presses("Enter")
    assert robot.tool == "result"
    robot.presses("C")
    answer = next(one for one in entries(robot.live.moves) if isinstance(one.event, events.Answered))
    row = robot.desk.parts.beside.card._rows[answer.move, answer.index]
    row._toggle()
    row._keep("answer", "objection")
    said = "An entry was corrected, so the decision on “Spring rent-freeze campaign” is open again."
    assert f"{said} An objection is open." in robot.desk.parts.alerts.words()
    assert said in robot.live.view.news
    assert robot.tool == "proposal"


def test_a_party_led_it_as_it_turns_out_and_the_group_lets_it_stand(robot):
    robot.goes_to("freeze")
    robot.is_asked()
    robot.presses("S")
    robot.presses("Enter")
    brought = next(one for one in entries(robot.live.moves) if isinstance(one.event, events.ProposalBrought))
    own = robot.meeting.presence(robot.meeting.facilitator).seat.organisation
    robot.live.correct(brought.move, brought.index, "proposer", own)
    alert = robot.desk.parts.alerts.line("led")
    assert "is a party in the decision on “Spring rent-freeze campaign”" in alert.words
    assert "is a party in “Spring rent-freeze campaign”, and led it" in robot.live.view.news
    alert.buttons[0].click()
    assert robot.desk.parts.alerts.line("led") is None
    assert robot.meeting.proposals[-1].lead_accepted


def test_who_was_not_there_is_put_right_in_the_list_and_the_desk_says_what_follows(robot):
    robot.goes_to("freeze")
    robot.is_asked()
    robot.presses("S")
    robot.presses("Enter")
    came = next(one for one in entries(robot.live.moves) if isinstance(one.event, events.Arrived))
    robot.presses("C")
    row = robot.desk.parts.beside.card._rows[came.move, came.index]
    row._toggle()
    labels = [one.text() for one in row.findChildren(QLabel)]
    assert {"Speaks for", "As"} <= {*labels}
    row._keep("mistaken", 1)
    assert not robot.meeting.presence(came.event.person).spans


def test_review_and_responsible_have_defaults_and_are_corrected_in_place(robot):
    robot.goes_to("freeze")
    robot.is_asked()
    robot.presses("S")
    robot.presses("Enter")
    tool = robot.desk.parts.tools.tool
    assert tool.review.text() == "27 May 2027"
    tool.review.setFocus()
    tool.review.selectAll()
    robot.types("in 3 months")
    robot.presses("Enter")
    tool.responsible.setFocus()
    robot.types("Lena Maier")
    robot.presses("Enter")
    adopted = robot.meeting.proposals[-1]
    assert (adopted.review_date, adopted.responsible) == ("2027-02-26", "Lena Maier")
