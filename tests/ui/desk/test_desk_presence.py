"""Latecomers, lines that break, and those on whom quorum depends: said at the desk, and never in the way."""

from PySide6.QtGui import QGuiApplication

from coalmeet.meeting.moves import consent, flow, people, rounds

MINUTE = 60_000


def alerts(robot):
    return "\n".join(robot.desk.parts.alerts.words())


def far(robot, *persons):
    for person in persons:
        robot.live.do(people.arrive, person, "video")


def test_one_key_shows_what_a_latecomer_needs_to_hear(robot):
    robot.goes_to("freeze")
    robot.live.do(flow.next_item, "noted")
    robot.presses("J")
    assert robot.sees("What happened so far")
    assert robot.sees("“Spring rent-freeze campaign”: noted")
    robot.presses("Enter")
    assert "“Spring rent-freeze campaign”: noted" in QGuiApplication.clipboard().text()
    robot.presses("J")
    assert not robot.sees("What happened so far")


def test_a_line_that_broke_stops_the_clock_and_one_press_brings_all_back(robot):
    robot.goes_to("press")
    far(robot, "p1d", "p3d")
    robot.presses("Shift+L")
    assert robot.sees("All 2 far away are gone")
    robot.presses("Enter")
    assert robot.current.paused
    assert "The lines of Rosa Blum and Kofi Owusu broke." in alerts(robot)
    robot.clicks("They are back")
    assert not robot.current.paused
    assert alerts(robot) == ""


def test_one_person_is_named_by_two_letters(robot):
    robot.goes_to("press")
    robot.presses("Shift+L")
    robot.gives_word("ko")
    assert robot.meeting.presence("p3d").cut_off
    robot.clicks("Kofi Owusu is back")
    assert robot.meeting.presence("p3d").here


def test_who_could_not_be_heard_is_offered_when_they_are_back(robot):
    robot.goes_to("press")
    robot.live.do(rounds.begin_round, "r", "free")
    robot.live.do(people.lose_line, ("p3d",))
    for _voice in range(7):
        robot.live.do(rounds.hear)
    robot.live.do(rounds.end_round, leave_out=True)
    robot.live.do(people.come_back)
    assert "Food Bank Network could not be heard in the round" in alerts(robot)
    robot.clicks("Ask them now")
    assert robot.meeting.round is not None


def test_a_round_that_the_end_of_the_day_cut_short_is_offered_the_next_day(robot):
    robot.goes_to("press")
    robot.live.do(rounds.begin_round, "r", "free")
    robot.live.do(rounds.hear)
    robot.waits(1)
    robot.live.do(flow.adjourn, "2026-11-27")
    robot.waits(24 * 60)
    robot.presses("9")
    robot.presses("Enter")
    assert alerts(robot) == ""
    robot.presses("Enter")
    assert "The round was not finished when you stopped: 7 have not been heard." in alerts(robot)
    robot.clicks("Go on with the round")
    assert len(robot.meeting.round.heard) == 1
    robot.live.do(rounds.end_round, leave_out=True)
    assert alerts(robot) == "", "what the group broke off itself has ended"


def test_before_a_decision_the_desk_says_on_whom_quorum_depends(robot):
    robot.goes_to("freeze")
    for person in ("p4d", "p5d", "p6d", "p7d"):
        robot.live.do(people.announce_departure, person, robot.clock.wall + 12 * MINUTE)
    robot.waits(1 / 60)
    assert "Quorum depends on " in alerts(robot)
    robot.clicks("Put this line away")
    robot.waits(1)
    assert alerts(robot) == "", "once is enough"


def test_nothing_is_said_while_enough_stay(robot):
    robot.goes_to("freeze")
    robot.live.do(people.announce_departure, "p7d", robot.clock.wall + 12 * MINUTE)
    robot.waits(1)
    assert alerts(robot) == ""


def test_quorum_is_seen_live_at_a_decision(robot):
    robot.goes_to("freeze")
    assert robot.sees("8 are here, 5 are needed.")
    for person in ("p2d", "p4d", "p5d", "p6d"):
        robot.live.do(people.depart, person)
    assert robot.sees("4 are here, 5 are needed: too few to decide.")
    robot.live.do(people.arrive, "p4a")
    assert robot.sees("5 are here, 5 are needed."), "an alternate brings the organisation back"


def test_whoever_comes_late_is_a_key_away_from_hearing_what_was(robot):
    robot.goes_to("press")
    robot.presses("W")
    robot.clicks("What happened so far")
    assert robot.sees("We are at “Shared press officer”, with 20 min left.")


def asked_but_one(robot):
    """All have been asked about the rent freeze but Food Bank Network, whose line broke before."""
    robot.goes_to("freeze")
    robot.is_asked()
    robot.live.do(people.lose_line, ("p3d",))
    robot.live.do(consent.see_signs, robot.meeting.voices)


def test_a_decision_waits_for_a_broken_line_and_the_two_ways_on_stand_beside_it(robot):
    asked_but_one(robot)
    robot.presses("Enter")
    assert robot.sees("The line of Food Bank Network broke before they were asked.")
    assert robot.meeting.proposals[-1].stage != "adopted"
    assert robot.sees("They are back")
    assert robot.sees("Go on without them")
    robot.presses("7")
    assert not robot.current.paused
    robot.presses("Enter")
    assert robot.meeting.proposals[-1].stage == "adopted"


def test_who_is_back_is_called_at_once(robot):
    asked_but_one(robot)
    robot.presses("8")
    assert robot.meeting.presence("p3d").here
    robot.presses("1")
    robot.presses("Enter")
    assert "o3" in robot.meeting.proposals[-1].present


def test_who_had_answered_is_asked_whether_it_stands_and_nothing_waits_for_it(robot):
    robot.goes_to("freeze")
    robot.is_asked()
    robot.live.do(consent.see_signs, robot.meeting.voices)
    robot.waits(1)
    robot.live.do(people.lose_line, ("p3d",))
    robot.waits(1)
    robot.live.do(people.come_back)
    assert "Food Bank Network is back, and had answered before the line broke." in alerts(robot)
    robot.clicks("They stand by it")
    assert alerts(robot) == ""
    robot.presses("Enter")
    assert robot.meeting.proposals[-1].stage == "adopted"
