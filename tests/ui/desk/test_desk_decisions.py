"""The consent path at the desk: texts, answers, objections; and what nobody can do by mistake."""

import pytest

from coalmeet.meeting import events
from coalmeet.meeting.moves import consent, people, proposals
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


def test_a_concern_needs_its_reason_first(robot):
    objected(robot)
    robot.presses("3")
    assert robot.sees("Is it a concern?")
    robot.presses("Enter")
    assert robot.meeting.live_proposal("freeze").open_objections
    assert robot.sees("Write down the reason and what it is about first.")


def explained(robot):
    objected(robot)
    raised = robot.meeting.live_proposal("freeze").objections[0]
    robot.live.do(consent.understand, raised.id, "Food banks are full.", "risk")
    robot.settles()


def test_the_group_keeps_it_as_a_concern_and_the_objector_has_the_last_word(robot):
    explained(robot)
    robot.presses("3")
    assert robot.sees("All agree, Rosa too")
    robot.presses("Enter")
    assert robot.meeting.live_proposal("freeze").objections[0].life == "concern"
    assert robot.large() == "Adopt it"


def test_one_who_disagrees_keeps_it_open(robot):
    explained(robot)
    robot.presses("3")
    robot.clicks("Legal Aid Circle")
    assert robot.meeting.live_proposal("freeze").objections[0].life == "tested"
    assert robot.desk.parts.beside.name == ""


def test_a_shorter_time_is_a_repair_that_changes_the_words(robot):
    explained(robot)
    robot.presses("Shift+D")
    robot.types("in 1 month")
    robot.clicks("Add this to the text")
    assert "It holds until" in robot.meeting.live_proposal("freeze").text
    assert robot.sees("Rosa Blum, with these words: does your objection still hold?")


def test_after_the_last_loop_the_large_button_is_a_way_out(desk_of):
    robot = desk_of(profile=events.Profile(loops=1))
    explained(robot)
    robot.live.do(proposals.amend, TEXT)
    robot.live.do(proposals.ask_for_consent, "again")
    robot.live.do(consent.answer, "o3", "objection", objection_id="y")
    robot.live.do(consent.see_signs, robot.meeting.present_members)
    robot.live.do(proposals.amend, TEXT + " Or later.")
    robot.settles()
    assert robot.large() == "Ways out"
    robot.clicks("All want one more try")
    assert robot.large().startswith("Fix the text")


def test_quick_consent_is_two_keys_and_only_for_a_text_nobody_discussed(robot):
    robot.goes_to("freeze")
    robot.is_asked()
    assert robot.sees("Before we decide: is everybody still here? Is anything in this text unsafe to try?")
    assert robot.button("Clarify, left out")
    robot.presses("Shift+Y")
    assert robot.meeting.proposals[-1].outcome == "agreed"


def test_called_twice_without_answer_counts_as_left_and_one_key_brings_them_back(robot):
    robot.goes_to("freeze")
    robot.is_asked()
    robot.presses("Shift+S")
    assert len(robot.meeting.round.seen) == 8
    called = robot.desk.parts.tools.tool.turn.name()
    robot.presses("0")
    assert robot.desk.parts.tools.tool.turn.name() != called
    for _voice in range(7):
        robot.presses("1")
    robot.presses("0")
    assert len(robot.meeting.voices) == 7
    assert robot.large() == "Adopt it"
    robot.presses("9")
    assert robot.desk.parts.tools.tool.turn.name() == called


def test_a_critical_kind_offers_no_signs(desk_of):
    robot = desk_of(kinds=(events.DecisionKind("k", "Public demand", critical=True),))
    robot.goes_to("freeze")
    robot.live.do(proposals.bring, "x", TEXT, "o0", "", "public demand")
    robot.live.do(proposals.ask_for_consent, "round")
    robot.settles()
    assert not robot.sees("All others consent")
    assert not robot.sees("Nobody objects: adopt it")


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
    assert said in robot.desk.parts.alerts.words()
    assert said in robot.live.view.news
    assert robot.tool == "proposal"


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


def test_answers_that_the_charter_does_not_know_are_not_offered(desk_of):
    robot = desk_of(profile=events.Profile(stand_aside=False))
    robot.goes_to("freeze")
    robot.is_asked()
    assert robot.sees("With a concern")
    assert not robot.sees("Stands aside")
    robot.presses("4")
    assert "The charter knows no standing aside" in robot.refusal()


def test_a_critical_decision_asks_how_it_is_watched_and_demands_nothing(desk_of):
    robot = desk_of(kinds=(events.DecisionKind("k", "Public demand", critical=True),))
    robot.goes_to("freeze")
    robot.live.do(proposals.bring, "x", TEXT, "o1", "", "public demand")
    robot.live.do(proposals.ask_for_consent, "round")
    for voice in robot.meeting.round.order:
        robot.live.do(consent.answer, voice, "consent")
    robot.settles()
    robot.presses("Y")
    robot.waits(0.1)
    criteria = robot.desk.parts.tools.tool.criteria
    criteria.stop_if.setFocus()
    robot.types("one member leaves over it")
    robot.presses("Enter")
    assert robot.meeting.proposals[-1].stop_if == "one member leaves over it"
    assert robot.large() == "Next item"


def test_a_second_language_is_one_card_away_and_the_call_sees_that_it_does_not_bind(robot):
    robot.goes_to("freeze")
    robot.presses("Enter")
    robot.presses("Shift+F")
    robot.types("Deutsch")
    robot.desk.parts.beside.card.text.setFocus()
    robot.types("Wir beginnen am 15. April.")
    robot.presses("Ctrl+Enter")
    assert robot.live.view.proposal.second == "Deutsch, not binding: Wir beginnen am 15. April."
    assert robot.desk.parts.beside.name == ""
