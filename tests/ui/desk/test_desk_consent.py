"""Consent at the desk in its finer rules: tests, repairs, limits, silence, quick consent, what the charter knows."""

from coalmeet.meeting import events
from coalmeet.meeting.moves import consent, proposals
from ui.desk.tools.consent import ConsentTool

TEXT = "We launch on 12 April with one shared demand: a two-year rent freeze."


def objected(robot):
    robot.goes_to("freeze")
    robot.is_asked()
    robot.presses("3")
    robot.presses("Enter")
    robot.presses("S")
    assert robot.tool == "workbench"


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


def test_where_people_have_the_voices_a_person_objects_and_is_named_with_whom_they_belong_to(desk_of):
    robot = desk_of(profile=events.Profile(unit="person"))
    robot.goes_to("freeze")
    robot.is_asked()
    robot.presses("O")
    robot.types("rosa")
    robot.presses("Enter")
    raised = robot.meeting.live_proposal("freeze").objections[0]
    assert robot.meeting.name_of(raised.organisation) == "Rosa Blum"
    robot.presses("S")
    assert robot.sees("Housing Action, Rosa Blum")


def test_whoever_objects_is_thanked_and_nobody_else_is_called_meanwhile(robot):
    robot.goes_to("freeze")
    robot.is_asked()
    robot.presses("3")
    objector = robot.meeting.proposals[0].objections[0].organisation
    person = robot.meeting.name_of(f"p{objector[1:]}d")
    assert robot.sees(f"Thank you, {person}.")
    assert speaking(robot) == robot.meeting.name_of(objector), "not who is asked after that"
    robot.types("Where do we sleep?")
    robot.presses("Enter")
    assert speaking(robot) != robot.meeting.name_of(objector)
    assert not robot.sees("Thank you,")
    assert robot.sees("Where do we sleep?"), "the minutes so far have the reason"
    assert not robot.sees("The reason follows.")


def speaking(robot):
    """Whom the call sees speaking in the round."""
    return next(turn.name for turn in robot.live.view.turns if turn.state == "now")


def test_whoever_is_called_out_of_turn_is_the_one_the_call_sees_speaking(robot):
    robot.goes_to("freeze")
    robot.is_asked()
    last = robot.live.view.turns[-1].name
    tool = robot.desk.findChild(ConsentTool)
    tool.answers.chosen.emit(next(one.id for one in robot.meeting.members if one.name == last))
    assert speaking(robot) == last
    robot.presses("1")
    assert speaking(robot) != last
