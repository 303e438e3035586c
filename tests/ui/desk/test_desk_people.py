"""Who is here: names pressed as they come, times put right in place, quorum in a sentence."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from coalmeet.meeting.events import Seat


def test_a_pressed_name_is_here_with_the_time(robot):
    robot.arrive("Kofi Owusu")
    assert robot.meeting.presence("p3d").here
    assert robot.pill("Kofi Owusu").accessibleName() == "Kofi Owusu, here, 13:55"
    assert robot.sees("1 of 8 organisations, 1 of 17 people")


def test_quorum_is_a_sentence_and_what_can_be_done_meanwhile(robot):
    robot.arrive("Kofi Owusu", "Amina Diallo")
    assert robot.sees("3 organisations are missing to decide. Updates and discussions can begin.")
    assert robot.large() == "Start with whom we have"
    robot.clicks("Decisions later")
    assert [item.id for item in robot.meeting.items][-2:] == ["freeze", "closing"]


def test_nobody_here_locks_the_beginning_with_a_reason(robot):
    assert not robot.desk.parts.actions.large.isEnabled()
    assert robot.sees("Nobody is noted as here yet. Press the names of those who are.")
    robot.presses("Enter")
    assert robot.stressed() == "Nobody is noted as here yet. Press the names of those who are."
    assert robot.refusal() == "", "once is enough"
    assert robot.meeting.current is None


def test_arrows_and_space_note_people_without_a_mouse(robot):
    robot.presses("↓")
    robot.presses("Space")
    robot.presses("↓")
    robot.presses("↓")
    robot.presses("Space")
    assert robot.meeting.presence("p0d").here
    assert robot.meeting.presence("p1d").here


def strip(robot, name):
    robot.arrive(name)
    return robot.desk.parts.tools.tool.attendance._strip


def types_time(robot, box, time):
    box.setFocus()
    box.selectAll()
    robot.types(time)
    robot.presses("Enter")


def test_an_arrival_is_put_right_in_place(robot):
    robot.arrive("Kofi Owusu")
    robot.waits(10)
    robot.arrive("Amina Diallo")
    times = strip(robot, "Kofi Owusu")
    types_time(robot, times._came, "13:58")
    assert "13:58" in robot.pill("Kofi Owusu").accessibleName()
    assert robot.meeting.mendings, "the minutes list it"


def test_somebody_says_until_when_they_stay(robot):
    robot.arrive("Kofi Owusu")
    times = strip(robot, "Kofi Owusu")
    types_time(robot, times._leaves, "15:00")
    assert robot.pill("Kofi Owusu").accessibleName() == "Kofi Owusu, here, 13:55, until 15:00"
    assert robot.sees("Kofi Owusu leaves at 15:00; then nobody speaks for Food Bank Network.")


def test_a_time_that_is_none_gets_a_hint_and_changes_nothing(robot):
    robot.arrive("Kofi Owusu")
    times = strip(robot, "Kofi Owusu")
    types_time(robot, times._leaves, "later")
    assert times._hint.text() == "Write the time as hours and minutes, such as 14:05."
    assert robot.meeting.presence("p3d").leaves_at == 0


def test_a_slip_is_taken_back_as_if_it_had_not_been(robot):
    robot.arrive("Kofi Owusu")
    strip(robot, "Kofi Owusu")
    robot.clicks("Is not here after all")
    assert robot.meeting.presence("p3d").spans == ()


def test_somebody_who_is_not_on_the_list_is_added_by_typing(robot):
    box = robot.desk.parts.tools.tool.attendance.add.box
    box.setFocus()
    robot.types("Zoe Lim, radio")
    assert robot.sees("Enter adds Zoe Lim for Radio Community.")
    robot.presses("Enter")
    zoe = next(one for one in robot.meeting.people if one.seat.name == "Zoe Lim")
    assert (zoe.here, zoe.seat.organisation, zoe.seat.capacity) == (True, "o6", "alternate")


def test_a_guest_has_no_voice(robot):
    robot.desk.parts.tools.tool.attendance.add.box.setFocus()
    robot.types("Nils Berg")
    robot.presses("Enter")
    assert robot.meeting.present_members == ()
    assert robot.pill("Nils Berg").words.capacity == "guest"


def test_access_needs_are_seen_here_and_never_on_the_call(robot):
    assert robot.sees("Kofi Owusu: a seat near the door")
    robot.everybody_comes()
    assert "near the door" not in robot.share.accessibleName()


def test_whoever_comes_late_joins_the_round_that_goes_on(robot):
    robot.arrive("Amina Diallo", "Rosa Blum", "Yusuf Tan", "Kofi Owusu", "Lena Maier")
    robot.presses("Enter")
    robot.presses("Enter")
    robot.desk.press("next_item")
    robot.presses("Enter")
    robot.gives_word("early")
    robot.presses("Ctrl+W")
    assert robot.desk.parts.beside.name == "attendance"
    robot.arrive("Sam Price")
    assert "p5d" in robot.meeting.round.order


@pytest.mark.parametrize("typed", ["amina", "AMINA DIALLO"])
def test_typing_finds_and_enter_notes_the_one_found(robot, typed):
    robot.desk.parts.tools.tool.attendance.add.box.setFocus()
    QTest.keyClicks(robot.focus(), typed)
    robot.presses("Enter")
    assert robot.meeting.presence("p0d").here


def test_the_first_of_an_organisation_is_its_delegate_and_the_next_an_alternate(desk_of):
    robot = desk_of(people=(Seat("p0d", "Amina Diallo", "o0"),))
    robot.presses("W")
    for name in ("Kim Lee", "Toni Vale"):
        robot.types(f"{name}, Radio")
        robot.presses("Enter")
    capacities = {one.seat.name: one.seat.capacity for one in robot.meeting.people}
    assert (capacities["Kim Lee"], capacities["Toni Vale"]) == ("delegate", "alternate")


def test_a_name_is_found_without_its_accents_and_the_next_search_begins_anew(robot):
    robot.goes_to("press")
    robot.presses("W")
    robot.types("maria jose")
    robot.presses("Esc")
    robot.presses("W")
    assert robot.focus().text() == ""
    robot.types("pavel novak")
    robot.presses("Enter")
    assert robot.meeting.presence("p0a").here


def test_somebody_leaves_in_the_middle_of_a_round_without_a_mouse(robot):
    robot.goes_to("freeze")
    robot.is_asked()
    robot.presses("1")
    robot.presses("W")
    robot.types("yusuf")
    for key in ("↓", "T", "Tab", "Tab", "Tab", "Space"):
        robot.presses(key)
    assert not robot.meeting.presence("p2d").here
    robot.presses("Esc")
    robot.presses("S")
    assert robot.large() == "Adopt it"
    robot.presses("Enter")
    decided = robot.meeting.proposals[0]
    assert decided.stage == "adopted"
    assert "o2" not in decided.present, "whoever left blocks nothing and consented to nothing"


def looks_for(robot, letters):
    box = robot.desk.parts.tools.tool.attendance.add.box
    box.clear()
    box.setFocus()
    robot.types(letters)
    return robot


def test_of_several_whom_the_letters_may_mean_the_likeliest_is_named_and_taken(robot):
    looks_for(robot, "ma")
    assert robot.sees("Enter: Maja Horn is here. One more letter for another of these.")
    robot.presses("Enter")
    assert robot.meeting.presence("p3a").here
    assert looks_for(robot, "ma").sees("Enter: Lena Maier is here."), "whoever is here comes last"


def test_people_are_found_by_their_organisation_too(robot):
    looks_for(robot, "radio")
    assert {
        pill.words.name for pill in robot.desk.parts.tools.tool.attendance.pills() if pill.isVisible()
    } == {
        "Jun Nakamura",
        "Eva Sorel",
    }
    robot.presses("Enter")
    assert robot.meeting.presence("p6d").here, "its delegate"
    assert not any(one.seat.name == "radio" for one in robot.meeting.people)


def test_no_name_moves_from_under_the_pointer_when_there_are_enough_to_decide(robot):
    robot.arrive("Amina Diallo")
    before = robot.pill("Lena Maier").mapTo(robot.desk, QPoint(0, 0))
    robot.arrive("Rosa Blum", "Yusuf Tan", "Kofi Owusu", "Sam Price")
    assert robot.sees("Enough to decide.")
    assert robot.pill("Lena Maier").mapTo(robot.desk, QPoint(0, 0)) == before
