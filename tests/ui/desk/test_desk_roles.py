"""Who facilitates and who takes notes: handed over in the meeting, by keys or by mouse, and always with a trail."""

from __future__ import annotations

from coalmeet.meeting.minutes import minutes
from coalmeet.meeting.moves import closing, people
from coalmeet.meeting.record import record


def roles(robot):
    """The open card."""
    return robot.desk.parts.beside.card


def choose(choice, name: str) -> None:
    """Somebody is chosen in the list, as a press of the arrow or of a letter would."""
    choice.setCurrentIndex(next(at for at in range(choice.count()) if choice.itemText(at).startswith(name)))
    choice.activated.emit(choice.currentIndex())


def test_the_head_of_the_desk_names_who_facilitates_and_opens_the_hand_over(robot):
    robot.goes_to("press")
    robot.clicks("Amina Diallo facilitates")
    assert robot.desk.parts.beside.name == "roles"
    choose(roles(robot).who, "Kofi Owusu")
    roles(robot).reason.setFocus()
    robot.types("Amina has to take a call")
    robot.presses("Enter")
    assert robot.meeting.facilitator == "p3d"
    assert [one.reason for one in robot.meeting.facilitators] == ["", "Amina has to take a call"]
    assert robot.sees("Kofi Owusu facilitates")
    assert robot.sees("Kofi Owusu facilitates from here on")  # the minutes so far say it too
    assert robot.live.view.facilitator == "Kofi Owusu, Food Bank Network"


def test_by_keys_alone_and_back_again(robot):
    robot.goes_to("press")
    robot.presses("Shift+W")
    robot.presses("↓")
    robot.presses("Enter")
    other = robot.meeting.facilitator
    assert other not in ("", "p0d")
    robot.presses("Shift+W")
    assert roles(robot).who.currentText() == "Amina Diallo, Tenants’ Union", "who led before is offered first"
    robot.presses("Enter")
    assert robot.meeting.facilitator == "p0d"
    robot.presses("Ctrl+Z")
    assert robot.meeting.facilitator == other


def test_nobody_chosen_is_asked_for_in_a_sentence(robot):
    robot.goes_to("press")
    robot.presses("Shift+W")
    assert robot.sees("Choose who facilitates from now on.")
    assert robot.sees("Yusuf Tan takes notes.")
    robot.presses("Enter")
    assert robot.meeting.facilitator == "p0d"


def test_somebody_else_takes_notes_from_now_on(robot):
    robot.goes_to("press")
    robot.presses("Shift+W")
    choose(roles(robot).taker, "Rosa Blum")
    robot.clicks("Takes notes")
    assert (robot.meeting.note_taker, robot.meeting.note_takers) == ("p1d", ("p2d",))
    assert robot.sees("Rosa Blum takes notes.")
    robot.presses("Esc")
    assert robot.sees("Rosa Blum takes notes from here on")


def test_at_the_opening_the_desk_says_that_whoever_should_facilitate_is_not_here(robot):
    robot.arrive("Rosa Blum")
    assert robot.sees("They are not here yet: if somebody stands in, press Shift+W.")
    robot.live.do(people.hand_over, "p1d", "Amina is ill")
    robot.settles()
    assert not robot.sees("They are not here yet")
    robot.presses("Shift+W")
    assert robot.sees("Rosa Blum facilitates. It is the turn of Tenants’ Union.")


def test_at_the_close_a_skip_is_seen_kept_and_taken_back(robot):
    robot.goes_to("closing")
    card = robot.desk.parts.tools.tool.next_facilitator
    asked = card._chosen
    card.skip.click()
    robot.settles()
    assert robot.meeting.next_time.passed_over == (asked,)
    assert card._chosen != asked, "the next one is proposed"
    assert "skips" in card._rows[asked].accessibleName()
    card._rows[asked].click()
    robot.clicks("Does not skip")
    assert robot.meeting.next_time.passed_over == ()
    assert card._chosen == asked


def test_when_everybody_skips_the_desk_asks_who_will_after_all(robot):
    robot.goes_to("closing")
    for member in robot.meeting.members:
        robot.live.do(closing.skip_next_turn, member.id)
    robot.settles()
    assert robot.sees("Everybody who can facilitate skips. Ask who will after all.")


def test_who_agreed_may_say_later_who_it_will_be(robot):
    robot.goes_to("closing")
    card = robot.desk.parts.tools.tool.next_facilitator
    card.accepts.click()
    robot.settles()
    agreed = robot.meeting.next_time.organisation
    assert not card.accepts.isVisible()
    choose(card.person, card.person.itemText(1))
    assert robot.meeting.next_time.organisation == agreed
    assert robot.meeting.next_time.person == card.person.itemData(1)


def test_more_roles_wait_until_somebody_wants_them(robot):
    robot.goes_to("press")
    robot.presses("Shift+W")
    assert not robot.sees("Timekeeper")
    robot.clicks("More roles")
    assert robot.sees("Small groups need none of them.")
    choose(roles(robot).more.choices["timekeeper"], "Kofi Owusu")
    choose(roles(robot).more.choices["co_facilitator"], "Rosa Blum")
    choose(roles(robot).more.choices["timekeeper"], "nobody")
    held = [(one.role, one.person) for one in robot.meeting.roles]
    assert held == [("timekeeper", "p3d"), ("co_facilitator", "p1d"), ("timekeeper", "")]
    kept = minutes(record(robot.meeting, {})).attendance.roles
    assert {one.label: one.texts for one in kept}["Co-facilitator"] == ("Rosa Blum",)
