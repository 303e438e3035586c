"""Rounds at the desk: the cost is said before, each way is one key, and what is rare stays on a card."""

from PySide6.QtTest import QTest

from coalmeet.meeting import turns
from coalmeet.meeting.events import Member, Seat
from coalmeet.meeting.moves import people, proposals


def chooses_a_round(robot, item="press"):
    robot.goes_to(item)
    robot.presses("R")
    return robot


def waiting(robot):
    return turns.waiting(robot.meeting, robot.meeting.round)


def test_what_a_round_costs_is_said_before_it_starts(robot):
    chooses_a_round(robot)
    words = [one.text() for one in robot.desk.parts.beside.card.ways.values()]
    assert words == ["In turn, 8 min", "As they wish, 8 min", "By sign, 1 min", "Small groups, 8 min"]
    assert robot.sees("8 turns, about 8 min. This item has 20 min left.")


def test_too_little_time_is_said_with_another_way(robot):
    robot.goes_to("press")
    robot.waits(15)
    robot.presses("R")
    assert robot.sees("This item has 5 min left. Another way is quicker.")
    robot.presses("Ctrl+3")
    assert robot.sees("This item has 5 min left.") and not robot.sees("Another way is quicker.")


def test_enter_alone_begins_an_ordinary_round(robot):
    chooses_a_round(robot).presses("Enter")
    assert robot.meeting.round.way == "turn"
    assert robot.large() == "Next speaker"


def test_by_sign_is_two_keys_and_one_input_hears_all(robot):
    chooses_a_round(robot).presses("Ctrl+3")
    robot.presses("Enter")
    assert robot.large() == "All gave a sign"
    robot.presses("N")
    assert waiting(robot) == ()
    assert robot.large() == "End the round"


def test_whoever_gave_no_sign_is_pressed_and_then_called(robot):
    chooses_a_round(robot).presses("Ctrl+3")
    robot.presses("Enter")
    robot.clicks("Food Bank Network")
    assert robot.large() == "All but 1 gave a sign"
    robot.presses("N")
    assert waiting(robot) == ("o3",)
    assert robot.large() == "Next speaker"


def test_people_speak_as_they_wish_and_then_those_not_heard_are_called(robot):
    chooses_a_round(robot).presses("Ctrl+2")
    robot.presses("Enter")
    robot.clicks("Care Workers 7")
    robot.clicks("Housing Action")
    assert robot.large() == "Call 6 not heard yet"
    robot.presses("N")
    assert robot.large() == "Next speaker"
    for _voice in range(6):
        robot.presses("N")
    robot.presses("N")
    assert robot.meeting.round is None


def test_small_groups_count_down_and_come_back(robot):
    chooses_a_round(robot).presses("Ctrl+4")
    robot.presses("Enter")
    robot.waits(2)
    assert robot.sees("Small groups until 14:06, 4:00 left.")
    assert robot.live.view.groups_until == "14:06"
    robot.presses("N")
    assert robot.large() == "Next speaker"


def test_a_ready_made_round_has_a_field_for_what_was_said(robot):
    chooses_a_round(robot)
    robot.clicks("What is going well, what could be better?")
    robot.presses("Enter")
    assert robot.meeting.round.ready == "well_better"
    robot.presses("Shift+T")
    robot.gives_word("the leaflets")
    QTest.keyClicks(robot.desk.parts.tools.tool.themes.fields["better"], "late Mondays\r")
    assert [(one.side, one.text) for one in robot.meeting.themes] == [
        ("well", "the leaflets"),
        ("better", "late Mondays"),
    ]
    robot.settles()
    assert robot.sees("the leaflets")


def test_thanks_go_into_the_minutes(robot):
    chooses_a_round(robot)
    robot.clicks("Thanks: to whom, and for what?")
    robot.presses("Enter")
    robot.presses("Shift+T")
    robot.gives_word("Ruth, for the keys")
    assert robot.meeting.thanks == ("Ruth, for the keys",)


def test_an_ordinary_round_asks_for_nothing_to_be_written(robot):
    chooses_a_round(robot).presses("Enter")
    assert not robot.desk.parts.tools.tool.themes.isVisible()


def test_the_rare_ones_are_on_a_card_of_the_round(robot):
    chooses_a_round(robot).presses("Enter")
    first = waiting(robot)
    robot.presses("R")
    robot.clicks("Go around the other way")
    assert waiting(robot) == (first[0], *reversed(first[1:]))
    robot.presses("R")
    robot.presses("Shift+R")  # the keys that stand there work while the card is open
    robot.presses("Shift+R")
    assert waiting(robot) == (first[0], *reversed(first[1:]))
    robot.presses("R")
    robot.clicks("End it without those not heard")
    assert robot.meeting.rounds[-1].missed == (first[0], *reversed(first[1:]))


def test_time_for_each_is_off_at_first_and_seen_at_the_desk_alone(robot):
    chooses_a_round(robot).presses("Enter")
    robot.waits(1)
    assert not robot.sees("for this turn")
    robot.presses("Ctrl+Z")
    robot.presses("R")
    robot.desk.parts.beside.card.time.setCurrentIndex(2)
    robot.presses("Enter")
    robot.waits(0.5)
    assert robot.sees("0:30 of 1:00 for this turn")
    assert "0:30" not in repr(robot.live.view.turns)


def test_in_a_small_meeting_a_round_goes_person_by_person(robot):
    robot.goes_to("press")
    for person in ("p3d", "p4d", "p5d", "p6d", "p7d"):
        robot.live.do(people.depart, person)
    robot.presses("R")
    robot.presses("Enter")
    assert robot.meeting.round.unit == "person"


def test_how_all_feel_may_be_shown_by_hand(robot):
    robot.goes_to("temperature")
    robot.presses("S")
    assert robot.large() == "All gave a sign"
    robot.presses("Enter")
    assert robot.large() == "Next item"
    assert robot.meeting.words == ()


def test_the_cost_of_reactions_and_of_consent_is_said_before_they_begin(robot):
    robot.goes_to("freeze")
    robot.presses("Enter")
    robot.presses("Enter")
    assert robot.sees("Reactions: 8 turns, about 8 min. This item has 25 min left.")
    robot.presses("Enter")
    assert not robot.sees("Reactions:")


def test_a_round_about_a_proposal_is_of_its_stage(robot):
    robot.goes_to("freeze")
    robot.presses("Enter")
    robot.presses("Enter")  # on to questions
    robot.presses("R")
    robot.presses("Enter")
    assert robot.meeting.round.kind == "questions"


def test_a_reaction_is_not_given_by_sign(robot):
    robot.goes_to("freeze")
    robot.presses("Enter")
    robot.live.do(proposals.reach, "reacting")
    robot.presses("R")
    robot.presses("Ctrl+3")
    robot.presses("Enter")
    assert (robot.meeting.round.kind, robot.meeting.round.way) == ("reactions", "turn")


def test_among_many_two_letters_say_who_speaks(desk_of):
    members = tuple(Member(f"m{n}", f"Group {n}") for n in range(20))
    seats = tuple(Seat(f"s{n}", f"{'Rosa' if n == 7 else 'Tom'} Somebody{n}", f"m{n}") for n in range(20))
    robot = desk_of(members=members, people=seats, quorum=5, facilitator="s0")
    chooses_a_round(robot).presses("Ctrl+2")
    robot.presses("Enter")
    robot.presses("Q")
    robot.gives_word("ro")
    assert robot.meeting.round.heard == ("m7",)


def test_whoever_passed_in_the_temperature_round_is_seen_as_that(robot):
    robot.goes_to("temperature")
    robot.presses("Enter")
    name = robot.meeting.name_of(waiting(robot)[0])
    robot.presses("Ctrl+P")
    assert robot.button(f"{name} passed").isVisible()


def test_enter_without_a_word_goes_back_to_the_field_so_that_no_letter_becomes_a_verb(robot):
    robot.goes_to("temperature")
    robot.presses("Enter")
    robot.presses("Esc")
    robot.presses("W")
    robot.presses("Esc")
    robot.presses("Enter")
    assert robot.refusal() == "Type the word, or let them pass."
    robot.gives_word("curious")
    assert [one.word for one in robot.meeting.words] == ["curious"]


def test_three_people_are_not_sent_into_small_groups(desk_of):
    robot = desk_of()
    robot.goes_to("press")
    for person in ("p3d", "p4d", "p5d", "p6d", "p7d"):
        robot.live.do(people.depart, person)
    robot.presses("R")
    assert not robot.desk.parts.beside.card.ways["groups"].isEnabled()
    robot.presses("Ctrl+4")
    assert robot.desk.parts.beside.card.way == "turn"


def test_among_few_too_two_letters_say_who_speaks(robot):
    chooses_a_round(robot).presses("Ctrl+2")
    robot.presses("Enter")
    robot.presses("Q")
    robot.types("sam\n")
    robot.types("rosa\n")
    assert robot.meeting.round.heard == ("o5", "o1")
    robot.presses("Esc")
    robot.presses("N")
    assert robot.large() == "Next speaker"
