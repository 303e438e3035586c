"""The stack at the desk: two letters add a name, one key calls the next, and the call sees it at once."""

from coalmeet.meeting import stack
from coalmeet.meeting.moves import flow
from tests.ui.desk.conftest import Robot


def opens_the_stack(robot):
    robot.goes_to("press")
    robot.presses("Q")
    return robot


def order(robot):
    return [robot.meeting.name_of(one.person) for one in stack.line(robot.meeting)]


def test_two_letters_and_enter_add_a_name(robot):
    opens_the_stack(robot).types("ro")
    assert robot.sees("Rosa Blum")
    robot.presses("Enter")
    robot.gives_word("ku")  # nobody has these letters
    assert robot.sees("Nobody here has these letters.")
    assert order(robot) == ["Rosa Blum"]
    assert robot.writes(), "the next name can be typed at once"


def test_a_digit_after_the_letters_is_the_kind_of_point(robot):
    opens_the_stack(robot).gives_word("ro")
    robot.gives_word("le3")
    assert order(robot) == ["Lena Maier", "Rosa Blum"]
    assert "Question" in robot.desk.parts.tools.tool.stack.rows()[0].accessibleName()


def test_one_key_calls_the_next_and_enter_does_with_nothing_typed(robot):
    opens_the_stack(robot).gives_word("ro")
    robot.gives_word("ko")
    robot.presses("Enter")
    assert stack.speaking(robot.meeting).person == "p1d"
    robot.presses("Ctrl+N")
    assert stack.speaking(robot.meeting).person == "p3d"
    robot.presses("Ctrl+N")
    assert stack.speaking(robot.meeting) is None


def test_one_letter_is_enough_once_nobody_writes(robot):
    opens_the_stack(robot).gives_word("ro")
    robot.presses("Esc")
    robot.presses("N")
    assert stack.speaking(robot.meeting).person == "p1d"
    assert robot.live.view.asking[0].name == "Rosa Blum"


def test_the_rule_stands_in_words_and_turns_are_counted_by_organisation(robot):
    opens_the_stack(robot).gives_word("ro")
    robot.presses("Enter")
    assert robot.sees("Those heard least come first, person and organisation together.")
    assert robot.sees("Turns so far: Housing Action\N{NO-BREAK SPACE}1.")


def test_a_name_is_moved_up_and_taken_out_by_keyboard(robot):
    opens_the_stack(robot)
    for letters in ("ro", "ko", "le"):
        robot.gives_word(letters)
    robot.presses("↓")
    robot.presses("↓")
    robot.presses("↓")
    robot.presses("Alt+↑")
    assert order(robot) == ["Rosa Blum", "Lena Maier", "Kofi Owusu"]
    robot.presses("Alt+↑")
    assert order(robot)[0] == "Lena Maier", "the focus went along"
    robot.presses("Del")
    assert order(robot) == ["Rosa Blum", "Kofi Owusu"]


def test_let_us_hear_others_begins_a_sweep_that_names_nobody(robot):
    opens_the_stack(robot).gives_word("ro")
    robot.presses("Enter")
    robot.clicks("Let us hear others")
    assert robot.meeting.round.way == "sweep"
    assert "o1" not in robot.meeting.round.order
    assert robot.live.view.sentence == "Let us hear others."


def test_the_desk_says_whom_to_call(robot):
    opens_the_stack(robot).gives_word("ro")
    robot.gives_word("ko")
    assert robot.sees("Rosa Blum, please, and then Kofi Owusu.")


def test_a_refusal_stands_in_the_card(robot):
    opens_the_stack(robot).gives_word("ro")
    robot.gives_word("ro")
    assert "in the stack already" in robot.refusal()


def test_while_people_wait_enter_calls_them_and_then_leaves_the_item(robot):
    opens_the_stack(robot).gives_word("ro")
    robot.presses("Esc")
    assert robot.large() == "Next: Rosa"
    robot.presses("Enter")
    robot.presses("Enter")
    assert robot.large() == "Next item"
    robot.presses("Enter")
    assert robot.current.id == "budget"


def test_the_stack_stands_beside_a_proposal_too(robot):
    robot.goes_to("freeze")
    robot.presses("Enter")
    robot.presses("Q")
    robot.gives_word("ro")
    assert order(robot) == ["Rosa Blum"]
    robot.presses("Enter")
    assert [(one.name, one.state) for one in robot.live.view.turns] == [("Rosa Blum", "now")]


def test_an_item_without_a_stack_shows_none(robot):
    robot.goes_to("press")
    assert not robot.sees("Two letters of a name")
    opens_the_stack(robot)
    robot.presses("Esc")
    robot.presses("Q")
    assert not robot.desk.parts.tools.tool.stack.isVisible()


def test_nothing_about_the_stack_is_asked_for(robot: Robot):
    robot.goes_to("press")
    robot.presses("Ctrl+→")
    assert robot.current.id == "budget"


def test_between_two_items_nobody_is_swept(robot):
    robot.goes_to("press")
    robot.live.do(flow.leave_item)
    robot.presses("Q")
    assert not robot.sees("Let us hear others")
